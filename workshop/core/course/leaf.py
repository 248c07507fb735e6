"""What a step is on paper: who does what, what is written where, and what stays unseen.

Names stand in it as a `Scene` has them. How it looks is for each format to say.
"""

from typing import Literal

from workshop.core.course.scene import NOTHING, Result
from workshop.core.people import BySide, Side
from workshop.core.turns.room import Room
from workshop.values import dataclass

Doing = Literal[
    "reads",
    "breathes",
    "thinks",
    "speaks",
    "mirrors",
    "checks",
    "answers",
    "hears",
    "writes",
    "adds",
    "words",
]
"""What somebody does, in a word or two; each format has a sentence for it."""


@dataclass(frozen=True, kw_only=True)
class Act:
    """One thing that one of the two does, or both.

    Attributes:
        who: who does it; None for both.
        does: what that is.
        text: what is asked.
        seconds: how long it is thought to take.
        room: where it is written, if it is, for both to see.
        about: the earlier steps that are looked at for it.
        sets_boundary: whether words for a boundary are found.
    """

    does: Doing
    text: str
    who: Side | None = None
    seconds: int = 0
    room: Room | None = None
    about: tuple[str, ...] = ()
    sets_boundary: bool = False


@dataclass(frozen=True)
class Together:
    """What both do, or one of them for both, one thing after the other.

    Attributes:
        acts: what is done.
        note: how, where that has to be said.
    """

    acts: tuple[Act, ...]
    note: str = ""


@dataclass(frozen=True)
class InTurn:
    """The same for each, `first`'s first.

    Attributes:
        acts: what is done in the turn of each.
        rounds: how often each has a turn; who begins changes as `turn_order` has it.
    """

    acts: BySide[tuple[Act, ...]]
    rounds: int = 1


@dataclass(frozen=True)
class Unseen:
    """What each writes on a sheet of their own, which the other does not see meanwhile.

    Attributes:
        asked: what each is asked.
        room: what each writes on.
        seconds: how long it is thought to take.
        then: what both do afterwards.
        about: the earlier steps that are looked at for it.
        opens: whether both turn their sheets over; else neither does, ever.
    """

    asked: BySide[str]
    room: BySide[Room]
    seconds: int
    then: tuple[str, ...]
    about: tuple[str, ...] = ()
    opens: bool = True


@dataclass(frozen=True)
class OnSlips:
    """What each answers on a slip, folded and mixed, so that only what comes of it shows.

    Attributes:
        asked: what both are asked.
        answers: what a slip has to tick; what is empty is a line to write on.
        comes_of_it: what is done with the two slips.
        owner: who may offer other words; None where both may.
        pairs: how many pairs of slips there are.
        seconds: how long it is thought to take.
    """

    asked: str
    answers: tuple[str, ...]
    comes_of_it: str
    owner: Side | None = None
    pairs: int = 1
    seconds: int = 60


Part = Together | InTurn | Unseen | OnSlips
"""A part of a step on paper."""


@dataclass(frozen=True)
class Leaf:
    """A step on paper.

    Attributes:
        parts: what is done, in order.
        result: what later steps take from it: a list that is still to be written has empty items.
    """

    parts: tuple[Part, ...] = ()
    result: Result = NOTHING
