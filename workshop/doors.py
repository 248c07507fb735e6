"""Ways by which what is typed could leave the program unasked, shut before anybody types.

Loaded with the package, before anything else of it, so that nothing here may be slow to import.
"""

from __future__ import annotations

import sys

TYPE_CHECKING = False  # of `typing`, which takes as long to import as all the words to read
if TYPE_CHECKING:
    from collections.abc import MutableMapping

TEXTUAL = "TEXTUAL"
"""What the name of every variable begins with that Textual made up.

They write keys and screens to files, connect to a console, press keys, or load another driver. All
of them go, those of a later Textual too.
"""
HARMLESS = frozenset({"TEXTUAL_DISABLE_KITTY_KEY"})
"""Stays: an odd terminal may need it, and it says no more than yes or no."""
PYTHON = ("PYTHONINSPECT", "PYTHONASYNCIODEBUG")
"""Of Python's own: one asks for commands once we are done, with all that we knew still there, the
other prints what is slow, and what key it was about."""
CLEAR = "\x1b[2J\x1b[3J\x1b[H"
"""Clears a terminal, and what can be scrolled back to."""
NOT_DUMPABLE = 4
"""The number of PR_SET_DUMPABLE."""


def shut(environment: MutableMapping[str, str]) -> None:
    """Take everything out of the environment that would show somebody what is typed."""
    for name in list(environment):
        if name in PYTHON or (name.startswith(TEXTUAL) and name not in HARMLESS):
            del environment[name]
    # Else any package that is installed beside ours could read what they type, as pydantic
    # validates it; and to look for such packages takes as long as to import half of it.
    environment["PYDANTIC_DISABLE_PLUGINS"] = "__all__"


def keep_memory_off_disk() -> None:
    """Let no picture of our memory, where sealed answers are, be written after a crash.

    On Linux no other program of the same user can look into it, either. Where a system has none
    of this, nothing is done.
    """
    if sys.platform == "win32":
        return
    import resource

    _soft, hard = resource.getrlimit(resource.RLIMIT_CORE)
    resource.setrlimit(resource.RLIMIT_CORE, (0, hard))
    if sys.platform != "linux":
        return
    # The limit says nothing to a program that takes the picture over, as systemd's and Ubuntu's.
    try:
        import ctypes

        ctypes.CDLL(None).prctl(NOT_DUMPABLE, 0, 0, 0, 0)
    except (ImportError, OSError, AttributeError):
        return
