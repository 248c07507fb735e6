"""A shared pause."""

from typing import ClassVar

from workshop.core.turns.turn import Done, Turn
from workshop.values import dataclass


@dataclass(frozen=True, kw_only=True)
class Breathe(Turn):
    """A shared pause, or a word to each other; nothing is typed.

    Attributes:
        silent: whether each is for oneself.
    """

    silent: bool = False
    takes: ClassVar = (Done,)
