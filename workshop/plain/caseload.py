"""The caseload line by line: one of many is found, and opened by its number."""

from collections.abc import Callable
from pathlib import Path

from workshop.desk.guides.caseload import UNSAVED, Caseload
from workshop.desk.guides.directories import Directories
from workshop.desk.guides.settings_pages import SettingsPages
from workshop.desk.workshops import Workshops
from workshop.errors import Trouble
from workshop.plain import home, setup
from workshop.plain.choosing import Obeys, led, obeying
from workshop.plain.terminal import Terminal
from workshop.words import _


def keep(workshops: Workshops, apart: Callable[[], Workshops], terminal: Terminal) -> int:
    """Show the caseload, and open what is chosen in it, until it is closed. Returns the exit code.

    Who opens a workshop sees that one alone: what stood above it is cleared, where that can be.

    Args:
        workshops: all there are.
        apart: returns workshops of which only that one will be known that is opened.
        terminal: where it is shown.
    """
    lines = lambda: Directories.of(workshops.library, workshops.clock.today())  # noqa: E731
    obeys = obeying(terminal, lines, lambda: SettingsPages(workshops.settings))
    before: Caseload | None = None
    while True:
        before = caseload = Caseload(workshops, before=before)
        caseload.take(caseload.rest())
        path = led(terminal, caseload, obeys).taken
        if path is None:
            return 0
        terminal.clear()
        try:
            code = _open(apart(), path, terminal)
        except Trouble as trouble:
            terminal.say(trouble.sentence)
            continue
        if code > UNSAVED or not _goes_on(terminal, obeys):
            return code
        terminal.clear()


def _goes_on(terminal: Terminal, obeys: Obeys) -> bool:
    """Ask whether the list is wanted: the two may look at this still."""
    terminal.say()
    ways = (_("Close"), _("To the list of workshops"))
    try:
        prompt = _("What comes next is for the one who keeps the list of workshops.")
        return setup.choose(terminal, prompt, ways, obeys) == 1
    except setup.WentBack:
        return False


def _open(alone: Workshops, path: Path, terminal: Terminal) -> int:
    """Go on with the workshop in the folder `path`. Returns the exit code."""
    alone.keep_to_one()
    return home.go_on(alone, terminal, path)
