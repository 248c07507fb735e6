"""What all turns have in which a list is marked: rated on scales, ticked, ranked, given points.

Each is sealed. The one of the same name with `Open` takes the same from paper, once both sheets lie
open.
"""

from abc import abstractmethod
from typing import Annotated, ClassVar

from pydantic import Field

from workshop.core.turns.turn import Privacy, Reply, Told, Written
from workshop.errors import Refused
from workshop.values import dataclass

Numbers = Annotated[tuple[Annotated[int, Field(ge=0, le=100)], ...], Field(max_length=60)]
"""Whole numbers from 0, one for each item of a list."""


@dataclass(frozen=True, kw_only=True)
class Marking(Written):
    """A list that its holder marks.

    Attributes:
        items: what is on the list, in order.
    """

    items: tuple[str, ...]
    privacy: ClassVar[Privacy] = "sealed"

    def fits(self, reply: Reply) -> bool:
        """Whether `reply` marks this list in full, or passes."""
        return super().fits(reply) and self.missing(reply) is None

    def settled(self, reply: Reply) -> Reply:
        """Return `reply`.

        Raises:
            Refused: it does not mark this list in full; says what is missing, and where.
        """
        if not isinstance(reply, self.takes):
            return super().settled(reply)
        if missing := self.missing(reply):
            raise Refused(missing)
        return reply

    @abstractmethod
    def missing(self, reply: Reply) -> str | None:
        """Return what keeps `reply` from being an answer; None when it is one, or passes."""

    @abstractmethod
    def lines(self, reply: Reply) -> list[str]:
        """Return what was marked, in words, a line for each item; none for a pass."""

    def told(self, reply: Reply) -> tuple[Told, ...]:
        """Return what was marked, if anything was."""
        text = "\n".join(self.lines(reply))
        return (Told(self.holder, self.prompt, text),) if text else ()
