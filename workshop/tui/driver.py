"""The terminal as Textual drives it, with a reader of our own that no byte can end."""

import os
from collections.abc import Mapping
from time import monotonic
from typing import Protocol, runtime_checkable

from textual.drivers._input_reader import InputReader
from textual.drivers.linux_driver import LinuxDriver

from workshop.tui.keyboard import PAUSE, Wire


@runtime_checkable
class Rests(Protocol):
    """What wants to know when it was woken from a rest."""

    def rested(self) -> None:
        """Note that whoever looks now may be somebody else."""


WAIT = 0.1
"""How many seconds are waited for a key, before it is looked whether the end has come."""


LONGEST_PAUSE = 5.0
"""How many seconds Escape may take to be one, at the most."""


def pause_told(environment: Mapping[str, str]) -> float:
    """Return for how many seconds the rest of a key is waited for: as long as `ESCDELAY` says.

    Other programs know that variable; it counts thousandths of a second.
    """
    told = environment.get("ESCDELAY", "")
    if not (told.isascii() and told.isdigit()):
        return PAUSE
    return min(LONGEST_PAUSE, max(PAUSE, int(told[:9]) / 1000))


class Driver(LinuxDriver):
    """Reads what is typed so that it can be trusted; an error in it ends as ours do."""

    def _sigtstp_application(self, *told: object) -> None:
        """Rest, once what is being done now is done. Private in Textual.

        There it is done at once, in the middle of whatever it meets. What writes to the terminal
        waits for a lock that this thread may hold just then: it would wait for ever.
        """
        self._loop.call_soon_threadsafe(super()._sigtstp_application, *told)

    def _sigcont_application(self, *told: object) -> None:
        """Go on after a rest, once what is being done now is done. Private in Textual."""
        self._loop.call_soon_threadsafe(super()._sigcont_application, *told)

    def resume_application_mode(self) -> None:
        """Go on after a rest, what is sealed covered first.

        A window that closes wakes us as well: then there is nothing to cover.
        """
        if os.isatty(self.fileno) and isinstance(self._app, Rests):
            self._app.rested()
        super().resume_application_mode()

    def use_mouse(self, uses: bool) -> None:
        """Take the mouse from now on, or leave it to the terminal, to select and copy with.

        Asked for with what Textual has for its beginning and end alone.
        """
        if uses:
            self._mouse = True
            self._enable_mouse_support()
        else:
            self._disable_mouse_support()
            self._mouse = False

    def _run_input_thread(self) -> None:
        """Read until the end. Private in Textual, which prints an error with what people typed.

        Here it goes on to the hook for errors in threads.
        """
        self.run_input_thread()

    def run_input_thread(self) -> None:
        """Read what is typed, and hand it on as events."""
        wire = Wire(self._debug, pause_told(os.environ))
        try:
            for data in InputReader(WAIT):
                if self.exit_event.is_set():
                    return
                for event in wire.events(data, monotonic()):
                    self.process_message(event)
        except OSError:
            return  # the window is gone: its signal comes
