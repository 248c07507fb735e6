"""A day that both pick."""

from datetime import date, timedelta
from typing import ClassVar, Literal

from workshop.core.turns.turn import EMPTY, Empty, Reply, Turn
from workshop.errors import Refused
from workshop.values import dataclass
from workshop.words import _

DAYS_AHEAD = 366
"""How far away a next date may be."""


class Day(Reply):
    """A day that was picked."""

    kind: Literal["day"] = "day"
    on: date


@dataclass(frozen=True, kw_only=True)
class PickDay(Turn):
    """Both pick a day after `today`, or none."""

    today: date
    takes: ClassVar = (Day, Empty)

    def settled(self, reply: Reply) -> Reply:
        """Return `reply`; a day must lie ahead, within a year."""
        reply = super().settled(reply)
        if isinstance(reply, Day) and not (
            self.today < reply.on <= self.today + timedelta(days=DAYS_AHEAD)
        ):
            raise Refused(_("Pick a day after today, within a year."))
        return reply

    @property
    def example(self) -> Empty:
        """No day for now."""
        return EMPTY
