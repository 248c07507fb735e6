"""What each file of a workshop holds. The agreement's own models live in the core."""

from datetime import date
from typing import Annotated, Literal

from pydantic import Field, model_validator

from workshop.core.evening import Known, SmallThing, Tonight
from workshop.core.model import Frozen
from workshop.core.page_work import PageWork
from workshop.core.people import Answers, BySide, Pair, Side
from workshop.core.picture import Picture
from workshop.core.reply import Entry
from workshop.core.scene import Given
from workshop.core.session import Begun
from workshop.core.text import Answer, Name, Said

Run = Annotated[int, Field(ge=1)]


class Partner(Frozen):
    """One of the two."""

    name: Name
    answers: Answers = "type"


class Finished(Frozen):
    """An exercise that was done: which run, when, and about how many minutes it took."""

    run: Run
    exercise: str
    on: date
    minutes: Annotated[int, Field(ge=0)]


class Workshop(Frozen):
    """`workshop.toml`: who, the path, and what is done.

    `seen` is the number of the newest revision of the agreement when both were here last.
    """

    format: Literal[1] = 1
    id: str
    created: date
    left: Partner
    right: Partner
    coin: Side
    guided: bool = False
    path: tuple[str, ...]
    done: tuple[Finished, ...] = ()
    ground_rules: tuple[Said, ...] = ()
    seen: Annotated[int, Field(ge=0)] | None = None
    next_evening: date | None = None
    homework: tuple[SmallThing, ...] = ()
    pause_until: date | None = None
    archived: bool = False
    copies: tuple[str, ...] = ()

    @model_validator(mode="after")
    def _names_differ(self) -> "Workshop":
        self.pair("left")
        return self

    @property
    def answers(self) -> BySide[Answers]:
        """How each likes to answer."""
        return BySide(self.left.answers, self.right.answers)

    def pair(self, first: Side) -> Pair:
        """Return the two, with who is first."""
        return Pair(left=self.left.name, right=self.right.name, first=first)


class Notes(Frozen):
    """`notes/N.toml`: the entries of one exercise."""

    format: Literal[1] = 1
    exercise: str
    digest: str
    first: Side
    began: date
    given: Given = Given()
    entries: tuple[Entry, ...] = ()
    draft: Begun | None = None


class EveningNotes(Frozen):
    """`notes/evening.toml`: its presence means that an evening is open.

    Attributes:
        began: the day of its last opening; None when that was a day for not tonight.
        since: how many revisions the agreement had when it began; what follows them is new.
        renewed: whether a fresh page was begun in it; `since` then counts what that began with.
        first: who is asked first at its opening and close.
        opening: what was known when it opened.
        closing: what it brought; there from the moment the close begins.
        page: what both set out to do on the page of the agreement, while they do it.
        entries: of the opening, of the work on the page, then of the close.
        draft: open text that is not an answer yet.
    """

    format: Literal[1] = 1
    began: date | None = None
    since: Annotated[int, Field(ge=0)] = 0
    renewed: bool = False
    first: Side
    opening: Known = Known()
    closing: Tonight | None = None
    page: PageWork | None = None
    entries: tuple[Entry, ...] = ()
    draft: Begun | None = None


class KeptAnswer(Frozen):
    """What somebody wrote, and to which question."""

    prompt: str
    who: str
    text: Answer


class KeptPicture(Frozen):
    """A picture that both kept, and the step that it comes from."""

    step: str
    picture: Picture


class Kept(Frozen):
    """`kept/N.toml`: what both kept of one exercise; no passes, no times.

    Attributes:
        answers: what was written, where both keep the notes; no blanks.
        pictures: the pictures that both chose to keep.
    """

    format: Literal[1] = 1
    exercise: str
    title: str
    on: date
    answers: tuple[KeptAnswer, ...] = ()
    pictures: tuple[KeptPicture, ...] = ()
