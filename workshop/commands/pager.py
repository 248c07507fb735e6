"""Long text a page at a time, by the pager that people have: `$PAGER`, else `less` or `more`.

Where nobody could turn the pages, nothing here shows anything: not under a pipe, not in a file.
"""

import os
import shutil
import signal
import subprocess
import sys
from collections.abc import Mapping

USUAL = ("less", "more")
NOT_FOUND = (126, 127)
"""How a shell ends that could not run what it was told to."""


def shown_in_pages(text: str, environment: Mapping[str, str]) -> bool:
    """Show `text` by a pager, and return whether that was done.

    It is not done where it fits on the screen, or where there is no screen or no pager.

    Args:
        text: what is shown.
        environment: the environment variables; an empty `PAGER` asks for none, as it does of git.
    """
    size = screen()
    if size is None or environment.get("TERM") == "dumb" or text.count("\n") < size.lines:
        return False
    usual = next(filter(shutil.which, USUAL), "")
    pager = environment.get("PAGER", usual)
    return bool(pager.strip()) and _ran(pager, text, environment)


def screen() -> os.terminal_size | None:
    """Return how large the screen is that somebody sits before; None where nobody does."""
    try:
        if sys.stdin.isatty() and sys.stdout.isatty():
            columns, lines = os.get_terminal_size(sys.stdout.fileno())
            return os.terminal_size((columns or 80, lines or 24))
    except (AttributeError, ValueError, OSError):
        pass
    return None


def _ran(pager: str, text: str, environment: Mapping[str, str]) -> bool:
    """Run a pager, as the shell reads it, and return whether it could be run."""
    # What somebody looks for in a guide is nobody's business: `less` would note it.
    quiet = {"LESSHISTFILE": "-", **environment}
    sys.stdout.flush()
    try:
        process = subprocess.Popen(pager, shell=True, stdin=subprocess.PIPE, env=quiet)
    except (OSError, ValueError):
        return False
    # ctrl+c is the pager's: were we to end by it, both it and the shell would read the keys.
    before = signal.signal(signal.SIGINT, signal.SIG_IGN)
    try:
        process.communicate(text.encode())  # that it was left before its end is no trouble
    finally:
        signal.signal(signal.SIGINT, before)
    return process.returncode not in NOT_FOUND
