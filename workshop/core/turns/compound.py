"""What all turns have that ask each partner, hold both answers, and leave one entry."""

from abc import abstractmethod
from datetime import date

from workshop.core.people import BySide, Side
from workshop.core.turns.consent import EndIt, No, NotNow, OtherWords, PauseIt, Yes
from workshop.core.turns.openable import Openable
from workshop.core.turns.turn import Empty, Reply, Told, Turn
from workshop.values import dataclass

Held = Openable | Empty | Yes | OtherWords | No | NotNow | PauseIt | EndIt
"""An answer that waits in memory for the other one's. Of consents, no file has a place for it."""


@dataclass(frozen=True, kw_only=True)
class Compound(Turn):
    """A turn that asks each partner, holds both answers in memory, and leaves one entry."""

    first: Side

    @abstractmethod
    def part(self, side: Side) -> Turn:
        """Return what the partner on `side` is asked."""

    @abstractmethod
    def told(self, reply: Reply) -> tuple[Told, ...]:
        """Return what both answered, in words; nothing where the answers show nowhere."""

    @abstractmethod
    def outcome(self, held: BySide[Held], on: date) -> Reply:
        """Return what the two answers become on the day `on`."""
