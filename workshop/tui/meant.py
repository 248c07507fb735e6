"""Which keys and clicks are meant: none that came before the question could be read.

The click that raises the window chooses nothing either.
"""

from textual import events

RAISED = 1 / 3
"""For how many seconds after the window has the focus again a click chooses nothing."""


class Meant:
    """Knows when the window had the focus last."""

    def __init__(self) -> None:
        self._is_away = False
        self._back_since: float | None = None

    def note(self, event: events.Event) -> None:
        """Take note of a window that was left, or has the focus again.

        A terminal may forget to tell the latter: to press a key is to be back.
        """
        match event:
            case events.AppBlur():
                self._is_away = True
            case events.AppFocus() | events.MouseDown() if self._is_away or isinstance(
                event, events.AppFocus
            ):
                self._is_away, self._back_since = False, event.time
            case events.Key():
                self._is_away = False

    def is_meant(self, event: events.Event, readable: bool, since: float) -> bool:
        """Whether a key, a click or what was pasted is for what is shown now.

        Args:
            event: what came, noted already.
            readable: whether what is shown could be read at all yet.
            since: from when on, on the clock of the events.
        """
        if not readable or event.time < since:
            return False
        if not isinstance(event, events.MouseDown | events.MouseUp):
            return True
        return self._back_since is None or event.time - self._back_since >= RAISED
