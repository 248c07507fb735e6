"""What somebody who guides the two sees of the hour, and does to it."""

from workshop.cards.panel import GuideDeed, Panel, Spent
from workshop.core.exercise import Exercise
from workshop.desk.clock import Clock
from workshop.desk.documents.open_workshop import OpenWorkshop
from workshop.desk.evening import Evening
from workshop.errors import Refused
from workshop.words import _


class Guiding:
    """The hour at one Desk.

    Attributes:
        told: what the guide did last, in one line for both; empty once they went on.
    """

    def __init__(self, workshop: OpenWorkshop, evening: Evening, clock: Clock) -> None:
        """Begin to measure the hour."""
        self._workshop, self._evening, self._clock = workshop, evening, clock
        self._since = clock.seconds()
        self.told = ""

    def panel(self) -> Panel:
        """Return how the hour stands, and what may be done."""
        gone = int(self._clock.seconds() - self._since)
        session, exercise = self._evening.current, None
        if session is not None and isinstance(session.script, Exercise):
            exercise = Spent(session.script.title, 0, session.script.minutes)
        return Panel(
            session=Spent(self._workshop.said.title, gone // 60),
            exercise=exercise,
            step=None,
            clock=gone,
            next=(),
            offered=(),
        )

    def do(self, deed: GuideDeed) -> None:  # noqa: ARG002  nothing is offered yet
        """Do what the guide chose.

        Raises:
            Refused: it cannot be done now; nothing has changed.
        """
        raise Refused(_("That is not an answer to this."))
