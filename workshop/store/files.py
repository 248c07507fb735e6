"""Files as they lie on the disk: their bytes, and the numbers that they are named by."""

import os
import time
from pathlib import Path

from workshop.errors import Unreadable
from workshop.plain_file import read_plain
from workshop.toml import SIZE_LIMIT
from workshop.words import _

Mark = tuple[int, int, int, int]
"""A file's number, size and two times: another version of it has another one."""
COARSEST = 2_000_000_000
"""How many nanoseconds may go by before a disk's time goes on (FAT: two seconds)."""


def mark_of(path: Path) -> Mark | None:
    """Return the mark of a file as it lies there; None where a change would not show in it.

    That is where there is no such file, and where it was written just now: a second change in the
    same moment of the disk's time would leave the same mark.
    """
    try:
        found = path.lstat()
    except OSError:
        return None  # whoever opens it is told why it cannot be
    if time.time_ns() - found.st_mtime_ns <= COARSEST:
        return None
    return found.st_ino, found.st_size, found.st_mtime_ns, found.st_ctime_ns


def bytes_of(path: Path | str, *, follow: bool = False) -> bytes | None:
    """Return the file's bytes, up to one more than may be read; None if there is no such file.

    Args:
        path: the file.
        follow: whether it may be a link to the file.

    Raises:
        Unreadable: it cannot be opened, or is no plain file.
    """
    try:
        return read_plain(path, SIZE_LIMIT + 1, follow=follow)  # enough to see that it is too large
    except (FileNotFoundError, NotADirectoryError):
        return None
    except OSError as error:
        raise Unreadable(cannot_open(path, error)) from None


def cannot_open(path: Path | str, error: OSError) -> str:
    """Return a sentence that says so, and why."""
    return _("{path} cannot be opened: {why}.").format(path=path, why=error.strerror)


def numbers_in(folder: Path | str) -> tuple[int, ...]:
    """Return the numbers that files in `folder` are named by, in order: 1 for `1.toml`."""
    try:
        with os.scandir(folder) as found:
            files = [file.name for file in found if file.name.endswith(".toml")]
    except OSError:
        return ()
    names = [file.removesuffix(".toml") for file in files]
    return tuple(sorted(int(name) for name in names if name.isascii() and name.isdigit()))


def is_there(path: Path) -> bool:
    """Whether something is at `path`, as far as can be told."""
    try:
        return path.exists()
    except OSError:
        return False  # whoever makes it is told why it cannot be
