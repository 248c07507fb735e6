"""Files as they lie on the disk: their bytes, and the numbers that they are named by."""

import time
from collections.abc import Iterable
from pathlib import Path

from workshop.core.progress import LAST_RUN
from workshop.errors import NoAnswer, Unreadable
from workshop.places import cannot_open, names_in
from workshop.plain_file import SIZE_LIMIT, NotPlain, read_plain
from workshop.system import SYSTEM, System

Mark = tuple[int, int, int, int]
"""A file's number, size and two times: another version of it has another one."""
COARSEST = 2_000_000_000
"""How many nanoseconds may go by before a disk's time goes on (FAT: two seconds)."""


def mark_of(path: Path, system: System = SYSTEM) -> Mark | None:
    """Return the mark of a file as it lies there; None where a change would not show in it.

    That is where there is no such file, and where it was written just now: a second change in the
    same moment of the disk's time would leave the same mark.
    """
    try:
        found = system.lstat(path)
    except OSError:
        return None  # whoever opens it is told why it cannot be
    if time.time_ns() - found.st_mtime_ns <= COARSEST:
        return None
    return found.st_ino, found.st_size, found.st_mtime_ns, found.st_ctime_ns


def bytes_of(
    path: Path | str, *, follow: bool = False, most: int = SIZE_LIMIT + 1, system: System = SYSTEM
) -> bytes | None:
    """Return the file's bytes, up to one more than may be read; None if there is no such file.

    Args:
        path: the file.
        follow: whether it may be a link to the file.
        most: how many bytes are wanted.
        system: what the disk is asked by.

    Raises:
        Unreadable: it is not a plain file.
        NoAnswer: it cannot be opened, or read.
    """
    try:
        # One more is enough to see that it is too large.
        return read_plain(path, most, follow=follow, system=system)
    except (FileNotFoundError, NotADirectoryError):
        return None
    except NotPlain as error:
        raise Unreadable(cannot_open(path, error)) from None
    except OSError as error:
        raise NoAnswer(cannot_open(path, error)) from None


def numbers_in(folder: Path | str, system: System = SYSTEM, suffix: str = "") -> tuple[int, ...]:
    """Return the numbers that files in `folder` are named by, in order: 1 for `1.toml`.

    Args:
        folder: where they are.
        system: what the disk is asked by.
        suffix: what stands behind the names of those that are meant.

    Raises:
        Unreadable: it cannot be looked into, which is not to have none: a number is used once.
    """
    names = names_in(folder, system)
    return numbers_among(
        name.removesuffix(suffix) for name in names if name.endswith(suffix or ".toml")
    )


def numbers_among(names: Iterable[str]) -> tuple[int, ...]:
    """Return the numbers that documents are named by, in order."""
    files = [name for name in names if name.endswith(".toml")]
    numbers = [file.removesuffix(".toml") for file in files]
    return tuple(sorted(int(number) for number in numbers if is_number(number)))


def is_number(name: str) -> bool:
    """Whether a file of ours is called so: a number without zeros before it, and not too large."""
    known = name.isascii() and name.isdigit() and not name.startswith("0")
    return known and len(name) <= len(str(LAST_RUN))
