"""Open text is saved as it is typed: soon after the last key, and at least every second."""

from collections.abc import Callable
from time import monotonic

from textual.message_pump import MessagePump
from textual.timer import Timer

from workshop.core.course.session import Ask, Openly
from workshop.core.turns import CirclesOpen, Draft, Moving
from workshop.core.turns.reply import Circled
from workshop.desk.desk import Desk
from workshop.tui.turns.view import View

PAUSE = 0.5
"""Seconds after the last key in which open text is saved."""
MOST = 1.0
"""Seconds in which it is saved however much is typed.

Two are promised: the other is for a busy machine, on which keys, timers and the disk wait.
"""


def _there(ask: Ask) -> Openly:
    """Return what is there already, or needs not be saved."""
    match ask.turn:
        case CirclesOpen():
            return ask.circled or Circled()
        case Moving() as turn:
            return ask.moved or turn.proposed
        case Draft() as turn:
            return ask.draft or turn.start
        case _:
            return ask.draft


class SavedDraft:
    """What is on disk of what is typed openly in one turn, and when the rest follows."""

    def __init__(
        self, screen: MessagePump, desk: Desk, ask: Ask, now: Callable[[], float] = monotonic
    ) -> None:
        self._screen, self._desk, self._now = screen, desk, now
        self._saved: Openly = _there(ask)
        self._soon: Timer | None = None
        self._latest: Timer | None = None
        self._since: float | None = None  # when the oldest of what is not saved was typed

    def soon(self, save: Callable[[], None]) -> None:
        """Call `save` soon after the last key, and at least every second.

        Where one key follows the other, a timer waits behind all of them: so each looks how old
        what is not saved is by now.
        """
        now = self._now()
        if self._since is None:
            self._since = now
        if now - self._since >= MOST:
            save()
            return
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
        self._soon = self._latest = self._since = None
        begun = view.begun() if view is not None and view.is_mounted else None
        if begun is not None and begun != self._saved:
            self._saved = begun
            self._desk.draft(begun)
