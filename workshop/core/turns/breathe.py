"""A shared pause."""

from dataclasses import dataclass
from typing import ClassVar

from workshop.core.turns.turn import Done, Turn


@dataclass(frozen=True, kw_only=True)
class Breathe(Turn):
    """A shared pause, or a word to each other; nothing is typed.

    Attributes:
        silent: whether each is for oneself.
    """

    silent: bool = False
    takes: ClassVar = (Done,)
