"""What is at a place on the disk: a file, a folder, something else, nothing; or nobody can tell.

A path's own ways, such as `is_dir`, raise where a disk does not answer, or say that nothing is
there. Here that is a sentence, as for a file that cannot be opened.
"""

from __future__ import annotations

import errno
import stat
from pathlib import Path

from workshop.errors import Unreadable
from workshop.system import SYSTEM, System
from workshop.words import _

_NOTHING = {errno.ENOENT, errno.ENOTDIR, errno.ELOOP, errno.ENAMETOOLONG}
"""What the system says where nothing can be: no such name, or one that leads nowhere."""


def mode_at(path: Path | str, system: System = SYSTEM) -> int:
    """Return the mode of what is at `path`, where a link leads too; 0 where nothing is.

    Raises:
        OSError: nobody can tell.
    """
    try:
        return system.stat(path).st_mode
    except ValueError:  # what cannot be a name, such as one with a NUL in it
        return 0
    except OSError as error:
        if error.errno in _NOTHING:
            return 0
        raise


def is_file(path: Path, system: System = SYSTEM) -> bool:
    """Whether a file is at `path`. Raises Unreadable where nobody can tell."""
    return stat.S_ISREG(_mode(path, system))


def is_folder(path: Path, system: System = SYSTEM) -> bool:
    """Whether a folder is at `path`. Raises Unreadable where nobody can tell."""
    return stat.S_ISDIR(_mode(path, system))


def is_taken(path: Path | str, system: System = SYSTEM) -> bool:
    """Whether anything has that name, be it a link to nothing. Raises Unreadable as the others."""
    try:
        system.lstat(path)
    except ValueError:
        return False
    except OSError as error:
        if error.errno in _NOTHING:
            return False
        raise Unreadable(cannot_open(path, error)) from None
    return True


def where_it_leads(path: Path, system: System = SYSTEM) -> Path:
    """Return where a path is once every link is followed.

    Raises:
        Unreadable: nobody can tell.
        ValueError: it can be no name, such as one with a NUL in it.
    """
    try:
        return system.real_path(path)
    except OSError as error:
        raise Unreadable(cannot_open(path, error)) from None


def names_in(folder: Path | str, system: System = SYSTEM) -> list[str]:
    """Return the name of whatever is in a folder, in order; nothing where there is none.

    Raises:
        Unreadable: it cannot be looked into, or is no folder.
    """
    try:
        return sorted(system.names(folder))
    except FileNotFoundError:
        return []
    except OSError as error:
        raise Unreadable(cannot_open(folder, error)) from None


def cannot_open(path: Path | str, error: OSError) -> str:
    """Return a sentence that says so, and why."""
    return _("{path} cannot be opened: {why}.").format(path=path, why=error.strerror)


def _mode(path: Path, system: System) -> int:
    try:
        return mode_at(path, system)
    except OSError as error:
        raise Unreadable(cannot_open(path, error)) from None
