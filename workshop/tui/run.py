"""Opens the room and says how it ended."""

import sys
import threading
from collections.abc import Callable, Sequence
from contextlib import suppress

from textual.driver import Driver

from workshop.desk.workshops import Workshops
from workshop.doors import CLEAR
from workshop.errors import NotSaved
from workshop.tui.app import EqualSay
from workshop.tui.pages import Titled


def run(
    workshops: Workshops,
    begin: Callable[[EqualSay], None] | None = None,
    first: Sequence[Titled] = (),
) -> int:
    """Run the room. Returns the exit code; raises a crash of ours once the screen is restored."""
    return held(EqualSay(workshops, begin, first, driver()))


def held(app: EqualSay) -> int:
    """Run a program. Returns the exit code, once the screen is restored.

    Raises:
        Exception: a crash of ours.
        NotSaved: a signal ended it while something could not be saved.
    """
    before = threading.excepthook
    threading.excepthook = lambda error: app.crashed(error.exc_value)
    try:
        app.run(mouse=app.settings.mouse)
    finally:
        threading.excepthook = before
        if app.was_guided:
            _clear()
    if app.desk is not None:
        app.desk.let_go()
    if app.crash is not None:
        raise app.crash
    if app.ended is not None and not app.ended.saved:
        raise NotSaved(app.ended.lines[0])
    return app.return_code or 0


def _clear() -> None:
    """Leave nothing on the terminal: whoever sits here next may be another couple."""
    with suppress(OSError):  # the window may be gone
        if sys.stdout.isatty():
            sys.stdout.write(CLEAR)
            sys.stdout.flush()


def driver() -> type[Driver] | None:
    """Return our own driver, where there is one."""
    if sys.platform == "win32":
        return None
    from workshop.tui.driver import Driver as OurDriver

    return OurDriver
