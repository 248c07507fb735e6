"""What `workshop.toml` holds."""

from datetime import date
from typing import Annotated, Literal

from pydantic import Field, model_validator

from workshop.core.agreement.agreement import Agreement
from workshop.core.agreement.found import Found
from workshop.core.agreement.seen import Seen, found
from workshop.core.fields import Name, Said
from workshop.core.model import Frozen
from workshop.core.people import Answers, BySide, Pair, Side
from workshop.core.progress import LAST_RUN
from workshop.core.small_thing import SmallThing

Run = Annotated[int, Field(ge=1, le=LAST_RUN)]


class Partner(Frozen):
    """One of the two.

    `was` is what both knew that one as when they were here last, where that is another name.
    """

    name: Name
    answers: Answers = "type"
    was: Name | None = None


class Renaming(Frozen):
    """A name that was changed in `workshop.toml`, and is not yet in every other file."""

    side: Side
    old: Name


class Finished(Frozen):
    """An exercise that was done: which run, when, and about how many minutes it took."""

    run: Run
    exercise: str
    on: date
    minutes: Annotated[int, Field(ge=0)]


class Workshop(Frozen):
    """`workshop.toml`: who, the path, and what is done.

    `programme` is the id of the programme that the path was made of, if it was made of one.
    `seen` is the number of the newest revision of the agreement when both were here last.
    `record` is how far the agreement went when the program wrote it or showed it last: what is
    missed there is told.
    `last_evening` is the day of the newest evening that was closed.
    `own` is the folder of own exercises that it was begun with, or gone on with later.
    `renaming` is a name that is being changed: a stop in between is made good when it is opened.
    `rules_off` are ground rules that one of them took off while an exercise is under way.
    `rules_untold` are those that were taken off since an opening told of any.
    """

    format: Literal[1] = 1
    id: str
    created: date
    left: Partner
    right: Partner
    coin: Side
    guided: bool = False
    path: tuple[str, ...]
    programme: str | None = None
    done: tuple[Finished, ...] = ()
    ground_rules: tuple[Said, ...] = ()
    rules_off: tuple[Said, ...] | None = None
    rules_untold: tuple[Said, ...] | None = None
    seen: Annotated[int, Field(ge=0)] | None = None
    last_evening: date | None = None
    next_evening: date | None = None
    homework: tuple[SmallThing, ...] = ()
    pause_until: date | None = None
    archived: bool = False
    copies: tuple[str, ...] = ()
    own: str | None = None
    renaming: Renaming | None = None
    record: Seen | None = None

    @model_validator(mode="after")
    def _names_differ(self) -> "Workshop":
        self.pair("left")
        return self

    @property
    def names(self) -> tuple[str, str]:
        """What the two are called, left first."""
        return self.left.name, self.right.name

    @property
    def answers(self) -> BySide[Answers]:
        """How each likes to answer."""
        return BySide(self.left.answers, self.right.answers)

    def pair(self, first: Side) -> Pair:
        """Return the two, with who is first."""
        return Pair(left=self.left.name, right=self.right.name, first=first)

    def is_older_than(self, other: "Workshop") -> bool:
        """Whether the same workshop got further in `other`: more was done, or as much later."""
        here, there = ((len(one.done), one.last_evening or date.min) for one in (self, other))
        return self.id == other.id and here < there

    def found(self, agreement: Agreement | None) -> Found:
        """Return how the agreement is found, beside what was seen of it."""
        return found(agreement, self.record)
