"""What somebody is given to write on, where something is done on paper."""

from workshop.values import dataclass


@dataclass(frozen=True)
class Lines:
    """Lines to write on."""

    count: int


@dataclass(frozen=True)
class TwoBoxes:
    """Two boxes to write in, each with its question."""

    inner: str
    outer: str


@dataclass(frozen=True)
class Ticks:
    """A list with a box before each item; one that is empty is written in."""

    items: tuple[str, ...]
    how: str = ""


@dataclass(frozen=True)
class Listing:
    """A list on which something is written; an item that is empty is a line to write on."""

    items: tuple[str, ...]


@dataclass(frozen=True)
class Figures:
    """A list with room for a number before each item; one that is empty is written in."""

    items: tuple[str, ...]
    how: str = ""


@dataclass(frozen=True)
class Scaled:
    """A list, each item of which is marked on every scale.

    Attributes:
        items: what is marked.
        scales: what is asked of each, and the places of the scale.
    """

    items: tuple[str, ...]
    scales: tuple[tuple[str, tuple[str, ...]], ...]


Room = Lines | TwoBoxes | Ticks | Listing | Figures | Scaled
"""Anything to write on."""
