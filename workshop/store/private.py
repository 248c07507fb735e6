"""Who may look into the folder of a workshop: its owner, and nobody else on the machine."""

import stat
import sys
from contextlib import suppress
from pathlib import Path

from workshop.places import mode_at
from workshop.system import SYSTEM, System

OTHERS = stat.S_IRWXG | stat.S_IRWXO
"""What may be allowed to anybody but the owner."""


def close_to_others(folder: Path, system: System) -> None:
    """Let nobody but its owner into a folder: one that was copied or unpacked may be open.

    Where that cannot be done, `is_open_to_others` tells whoever asks.
    """
    if is_open_to_others(folder, system):
        with suppress(OSError):
            system.chmod(folder, stat.S_IRWXU)


def is_open_to_others(folder: Path, system: System = SYSTEM) -> bool:
    """Whether others on this machine may look into a folder, as far as can be told."""
    if sys.platform == "win32":
        return False  # it says so in other ways
    try:
        return bool(mode_at(folder, system) & OTHERS)
    except OSError:
        return False
