"""Reading a file that may be anything: a plain file only, and no more of it than is asked for.

A pipe or a device in its place is told, and never waited for. A link is followed only where that is
wanted.
"""

from __future__ import annotations

import errno
import os
import stat

from workshop.system import SYSTEM, System
from workshop.words import _

TYPE_CHECKING = False  # of `typing`: every command reads a file
if TYPE_CHECKING:
    from importlib.resources.abc import Traversable
    from pathlib import Path

SIZE_LIMIT = 1_000_000
"""The largest file that is read, in bytes."""

_FLAGS = os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)
_NOFOLLOW = getattr(os, "O_NOFOLLOW", 0)
_IS_A_LINK = (errno.ELOOP, errno.EMLINK)  # Linux and macOS; FreeBSD


class NotPlain(OSError):
    """What is there is a link, a folder, a pipe or a device: `strerror` says which."""


def read_plain(
    path: Path | str, most: int, *, follow: bool = True, system: System = SYSTEM
) -> bytes:
    """Return the first `most` bytes of a plain file, or all that there are.

    Args:
        path: the file.
        most: how many bytes are wanted.
        follow: whether it may be a link to the file.
        system: what the disk is asked by.

    Raises:
        NotPlain: it is not a plain file.
        OSError: it is not there, or cannot be read.
    """
    if not follow and not _NOFOLLOW and stat.S_ISLNK(system.lstat(path).st_mode):  # Windows
        raise NotPlain(errno.ELOOP, _("it is a link"), str(path))
    try:
        # Not blocking: whoever opens a pipe waits for somebody to write into it, for ever perhaps.
        descriptor = system.open(path, _FLAGS | (0 if follow else _NOFOLLOW), 0)
    except OSError as error:
        if not follow and error.errno in _IS_A_LINK:
            raise NotPlain(error.errno, _("it is a link"), str(path)) from None
        if error.errno == errno.ENXIO:  # a socket
            raise NotPlain(error.errno, _("it is not a plain file"), str(path)) from None
        raise
    try:
        found = system.fstat(descriptor)
        if stat.S_ISDIR(found.st_mode):
            raise NotPlain(errno.EISDIR, _("it is a folder"), str(path))
        if not stat.S_ISREG(found.st_mode):
            raise NotPlain(errno.EINVAL, _("it is not a plain file"), str(path))
        # Memory for 1 MB takes longer than to read; what the system makes up has no size.
        return _all_of(descriptor, min(found.st_size + 1 if found.st_size else most, most), system)
    finally:
        system.close(descriptor)


def _all_of(descriptor: int, most: int, system: System) -> bytes:
    """Return up to `most` bytes: a network disk may hand out less than was asked for."""
    found = system.read(descriptor, most)
    if not found or len(found) == most:
        return found
    parts = [found]
    rest = most - len(found)
    while rest and (found := system.read(descriptor, rest)):
        parts.append(found)
        rest -= len(found)
    return b"".join(parts)


def content_of(file: Traversable, most: int) -> bytes:
    """Return the first `most` bytes of a file that may be in an archive; see `read_plain`."""
    return read_plain(os.fspath(file), most) if isinstance(file, os.PathLike) else file.read_bytes()
