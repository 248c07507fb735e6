"""Two things in turn, A then B: the ratio of their medians, which a machine's mood moves little."""

from collections.abc import Callable
from dataclasses import dataclass
from statistics import median

ROUNDS = 9
"""How often each is measured, unless told otherwise."""


@dataclass(frozen=True)
class Row:
    """What is measured, beside what.

    Attributes:
        name: what it is.
        beside: what it is compared with.
        goal: the largest ratio that is well.
        ours: returns one measurement of it: seconds, or memory.
        theirs: the same of what it is compared with.
    """

    name: str
    beside: str
    goal: float
    ours: Callable[[], float]
    theirs: Callable[[], float]


@dataclass(frozen=True)
class Measured:
    """What came of a row: medians, and their ratio."""

    name: str
    beside: str
    goal: float
    ours: float
    theirs: float

    @property
    def ratio(self) -> float:
        """How much more it takes."""
        return self.ours / self.theirs

    @property
    def is_well(self) -> bool:
        """Whether it is within its goal."""
        return self.ratio <= self.goal


def measured(row: Row, rounds: int = ROUNDS) -> Measured:
    """Measure both in turn, so often; the first round of each only warms up."""
    row.ours(), row.theirs()
    both = [(row.ours(), row.theirs()) for _round in range(rounds)]
    ours, theirs = (median(column) for column in zip(*both, strict=True))
    return Measured(row.name, row.beside, row.goal, ours, theirs)
