"""What a partner can answer, and what of it is kept.

Kept replies (`Stored`) go to disk. The answers of a sealed turn and of a consent (`Held`) live in
memory alone until both are in: they are types of their own, which no file has a place for.
"""

from datetime import date
from typing import Annotated, Literal

from pydantic import Field

from workshop.core.agreement.agreement import ClauseId
from workshop.core.fields import Answer, Said
from workshop.core.model import Frozen

POINTS_LIMIT = 30
"""The most points one circle may have."""


class Done(Frozen):
    """Read, said, heard, breathed: on to the next."""

    kind: Literal["done"] = "done"


class Empty(Frozen):
    """A pass, or a blank where nothing had to be written: the same thing once it is stored."""

    kind: Literal["empty"] = "empty"


class MoreTime(Frozen):
    """More time at this turn, and as much for the other."""

    kind: Literal["more time"] = "more time"


class Words(Frozen):
    """Text that somebody typed."""

    kind: Literal["words"] = "words"
    text: Answer


class Checked(Frozen):
    """Was that it? Only the one who spoke knows."""

    kind: Literal["checked"] = "checked"
    answer: Literal["yes", "nearly", "not yet"]


class Drafted(Frozen):
    """Words for a clause, and after how many weeks it is looked at again."""

    kind: Literal["drafted"] = "drafted"
    text: Answer
    weeks: Annotated[int, Field(ge=1, le=52)] | None = None


class Day(Frozen):
    """A day that was picked."""

    kind: Literal["day"] = "day"
    on: date


Points = Annotated[tuple[Said, ...], Field(max_length=POINTS_LIMIT)]


class Circled(Frozen):
    """Own points in two circles: what cannot be given up, and what can bend."""

    kind: Literal["circled"] = "circled"
    inner: Points = ()
    outer: Points = ()


Numbers = Annotated[tuple[Annotated[int, Field(ge=0, le=100)], ...], Field(max_length=60)]
"""Whole numbers from 0, one for each item of a list."""


class Rated(Frozen):
    """Where each item stands on each scale, by the number of the option; 0 is left empty."""

    kind: Literal["rated"] = "rated"
    answers: Annotated[tuple[Numbers, ...], Field(max_length=60)]


class Picked(Frozen):
    """What was ticked, by its number in the list, from 1, in the order of the list."""

    kind: Literal["picked"] = "picked"
    ticks: Numbers


class Ranked(Frozen):
    """An order of a list, best first, by the numbers of its items, from 1."""

    kind: Literal["ranked"] = "ranked"
    order: Numbers


class Pointed(Frozen):
    """The points or weights of the items of a list, in its order."""

    kind: Literal["pointed"] = "pointed"
    points: Numbers


Marked = Rated | Picked | Ranked | Pointed
"""What is done to a list: rated, ticked, ranked, given points."""


class Paper(Frozen):
    """Both on paper instead, both at once. Never stored itself."""

    kind: Literal["paper"] = "paper"


class OnPaper(Frozen):
    """Both wrote on paper and turned it over together; nothing of it was typed."""

    kind: Literal["on paper"] = "on paper"


class Yes(Frozen):
    """Yes, to these words."""

    kind: Literal["yes"] = "yes"


class OtherWords(Frozen):
    """Yes to something near it: these words."""

    kind: Literal["other words"] = "other words"
    text: Answer


class No(Frozen):
    """No."""

    kind: Literal["no"] = "no"


class NotNow(Frozen):
    """Not now; once stored, of whom nobody can tell."""

    kind: Literal["not now"] = "not now"


class PauseIt(Frozen):
    """Let a clause rest for a while: one is enough."""

    kind: Literal["pause it"] = "pause it"


class EndIt(Frozen):
    """End a clause: one is enough."""

    kind: Literal["end it"] = "end it"


Openable = Words | Circled | Marked
"""What can be sealed, and opened later."""


class Opened(Frozen):
    """Both opened their sealed answers."""

    kind: Literal["opened"] = "opened"
    left: Annotated[Openable, Field(discriminator="kind")]
    right: Annotated[Openable, Field(discriminator="kind")]


class Closed(Frozen):
    """The sealed answers stayed closed and are gone; whose doing it was is not kept."""

    kind: Literal["closed"] = "closed"


class Agreed(Frozen):
    """Both said yes to the same words, on this day."""

    kind: Literal["agreed"] = "agreed"
    on: date


class Changed(Frozen):
    """Other words were offered. They are asked next, in this order; who wrote which is not kept."""

    kind: Literal["changed"] = "changed"
    words: Annotated[tuple[Said, ...], Field(min_length=1, max_length=2)]


class Paused(Frozen):
    """A clause rests from this day on; who wanted that is not kept."""

    kind: Literal["paused"] = "paused"
    on: date


class Ended(Frozen):
    """A clause ended on this day; who wanted that is not kept."""

    kind: Literal["ended"] = "ended"
    on: date


Wish = Literal["notes", "picture", "times"]
"""What both may wish for on one list: the notes or a picture kept, the speaking times shown."""


class Wished(Frozen):
    """What both ticked on one sealed list, in its order; who ticked what else is not kept."""

    kind: Literal["wished"] = "wished"
    both: Annotated[tuple[Wish, ...], Field(max_length=3)]


class InDoubt(Frozen):
    """The clauses that one of the two, or both, may want otherwise; nothing says who."""

    kind: Literal["in doubt"] = "in doubt"
    clauses: Annotated[tuple[ClauseId, ...], Field(max_length=60)]


Held = Openable | Empty | Yes | OtherWords | No | NotNow | PauseIt | EndIt
"""An answer that waits in memory for the other one's."""
Outcome = Opened | Closed | OnPaper | Agreed | Changed | NotNow | Paused | Ended | Wished | InDoubt
"""What two held answers become."""
Stored = Done | Empty | MoreTime | Openable | Checked | Drafted | Day | Outcome
"""What a file may hold."""
Reply = (
    Done
    | Empty
    | MoreTime
    | Openable
    | Checked
    | Drafted
    | Day
    | Yes
    | Paper
    | OtherWords
    | No
    | NotNow
    | PauseIt
    | EndIt
    | Outcome
)
"""Everything a turn may be answered with."""


DONE, EMPTY, YES, NOT_NOW, CLOSED = Done(), Empty(), Yes(), NotNow(), Closed()
"""Replies that hold nothing: one of each is enough."""
OPENABLE = (Words, Circled, Rated, Picked, Ranked, Pointed)
HELD = (*OPENABLE, Empty, Yes, OtherWords, No, NotNow, PauseIt, EndIt)
STORED = (
    Done,
    Empty,
    MoreTime,
    *OPENABLE,
    Checked,
    Drafted,
    Day,
    Opened,
    Closed,
    OnPaper,
    Agreed,
    Changed,
    NotNow,
    Paused,
    Ended,
    Wished,
    InDoubt,
)


class Entry(Frozen):
    """The record of one turn: its id, the reply, and how many whole seconds it took."""

    turn: Annotated[str, Field(min_length=1, max_length=200)]
    reply: Annotated[Stored, Field(discriminator="kind")]
    seconds: Annotated[int, Field(ge=0)] = 0
