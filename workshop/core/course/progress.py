"""What a course is made of, and where it stands."""

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Protocol

from workshop.core.course.scene import Result
from workshop.core.course.step import Step
from workshop.core.turns import AnyTurn
from workshop.values import dataclass

if TYPE_CHECKING:
    from workshop.core.agreement.effect import Effect


class Script(Protocol):
    """Anything made of steps: an exercise, the opening or the close of an evening."""

    @property
    def id(self) -> str:
        """What it is called in files."""

    @property
    def steps(self) -> Sequence[Step]:
        """Its steps, in order."""


@dataclass(frozen=True)
class Progress:
    """Where a course stands after some entries.

    Attributes:
        turn: the next turn; None when the course is over.
        turns: for each entry that fits, the turn that it answers.
        step: the number of the step under way, from 1; the number of steps when it is over.
        results: what the finished steps left.
        effects: what the entries changed beyond the notes, in order; origins are turn ids.
        used: how many entries fit. Fewer than there are means that the author changed the exercise.
        asked: how often more time was asked for at this turn.
        leaves_out: whether a guide leaves the step under way out, and what is asked is owed.
        repeatable: the ids of the steps that a guide may let them do again, in order.
    """

    turn: AnyTurn | None
    turns: tuple[AnyTurn, ...]
    step: int
    results: Mapping[str, Result]
    effects: "tuple[Effect, ...]"
    used: int
    asked: int = 0
    leaves_out: bool = False
    repeatable: tuple[str, ...] = ()
