"""A day that both pick."""

from datetime import date, timedelta
from typing import ClassVar, Literal

from workshop.core.days import read_day, with_weekday
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
        if isinstance(reply, Day):
            self._must_lie_ahead(reply.on)
        return reply

    def read(self, text: str) -> date:
        """Return the day that `text` means, if it is one that can be picked.

        So none is told back, and offered to be taken, that is refused once it is.

        Raises:
            Refused: it is no day, or could be two, or does not lie ahead within a year.
        """
        day = read_day(text, self.today)
        self._must_lie_ahead(day)
        return day

    def _must_lie_ahead(self, day: date) -> None:
        if not self.today < day <= self.today + timedelta(days=DAYS_AHEAD):
            raise Refused(
                _("{day} cannot be picked: pick a day after today, within a year.").format(
                    day=with_weekday(day)
                )
            )

    @property
    def example(self) -> Empty:
        """No day for now."""
        return EMPTY
