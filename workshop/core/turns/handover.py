"""The keyboard changes hands, or the other looks away."""

from typing import ClassVar

from workshop.core.turns.turn import Done, Reply, Turn
from workshop.values import dataclass


@dataclass(frozen=True, kw_only=True)
class Handover(Turn):
    """The keyboard goes to the holder of `to`, or stays there. Never stored.

    Attributes:
        to: the turn that it is for.
        keeps: whether its holder has it already, and only the other is to look away.
    """

    to: Turn
    keeps: bool = False
    takes: ClassVar = ()

    def fits(self, reply: Reply) -> bool:
        """Whether the holder said that they have the keyboard."""
        return isinstance(reply, Done)
