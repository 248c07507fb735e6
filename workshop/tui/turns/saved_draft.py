"""Open text is saved as it is typed: soon after the last key, and at least every two seconds."""

from collections.abc import Callable

from textual.message_pump import MessagePump
from textual.timer import Timer

from workshop.core.course.session import Ask
from workshop.core.turns import CirclesOpen, Draft
from workshop.core.turns.reply import Circled
from workshop.desk.desk import Desk
from workshop.tui.turns.view import View

PAUSE = 0.5
"""Seconds after the last key in which open text is saved."""
MOST = 2.0
"""Seconds in which it is saved however much is typed."""


class SavedDraft:
    """What is on disk of what is typed openly in one turn, and when the rest follows."""

    def __init__(self, screen: MessagePump, desk: Desk, ask: Ask) -> None:
        self._screen, self._desk = screen, desk
        offered = ask.turn.start if isinstance(ask.turn, Draft) else ""
        # What is there already, or needs not be:
        self._saved: str | Circled = (
            ask.circled or Circled() if isinstance(ask.turn, CirclesOpen) else ask.draft or offered
        )
        self._soon: Timer | None = None
        self._latest: Timer | None = None

    def soon(self, save: Callable[[], None]) -> None:
        """Call `save` soon after the last key, and at least every two seconds."""
        if self._soon is not None:
            self._soon.stop()
        self._soon = self._screen.set_timer(PAUSE, save)
        if self._latest is None:
            self._latest = self._screen.set_timer(MOST, save)

    def save(self, view: View | None) -> None:
        """Save what stands in `view`, also where nobody was told of the last keys yet."""
        for timer in (self._soon, self._latest):
            if timer is not None:
                timer.stop()
        self._soon = self._latest = None
        begun = view.begun() if view is not None and view.is_mounted else None
        if begun is not None and begun != self._saved:
            self._saved = begun
            self._desk.draft(begun)
