"""Why the disk refused, and how to mend it, for people."""

import errno
from pathlib import Path

from workshop.core.text import one_line
from workshop.errors import NotSaved
from workshop.words import _

_SILENT = {
    getattr(errno, name)
    for name in ("EIO", "ESTALE", "ENODEV", "ENXIO", "ENOTCONN", "EHOSTDOWN", "ETIMEDOUT")
    if hasattr(errno, name)
}
"""What the system says of a stick that was pulled out, and of a network disk that went away."""


def not_saved(path: Path, error: OSError | ValueError) -> NotSaved:
    """Return the trouble of a file at `path` that is as it was before."""
    what = _("{path} was not saved; nothing on the disk was changed.")
    return NotSaved(
        in_a_sentence(what, path, error, _("Then save again, or choose another place."))
    )


def in_a_sentence(what: str, path: Path, error: BaseException | None, mend: str) -> str:
    """Return what happened to `path`, why, and how to mend it.

    A folder's name is somebody's text as well, and could act on a terminal.
    """
    return f"{what.format(path=one_line(str(path)))} {reason(error)} {mend}"


def reason(error: BaseException | None) -> str:
    """Return why the disk refused and what would mend that, for people."""
    match error:
        case OSError(errno=errno.ENOSPC | errno.EDQUOT):
            return _("The disk is full; make some room.")
        case OSError(errno=errno.EACCES | errno.EPERM):
            return _("This account may not write in that folder; check its rights.")
        case OSError(errno=errno.EROFS):
            return _("The disk can only be read; make it writable.")
        case OSError(errno=errno.ENOENT | errno.ENOTDIR):
            return _("The folder is no longer there; put it back.")
        case OSError(errno=code) if code in _SILENT:
            return _("The disk does not answer; look whether it is still connected.")
        case OSError(strerror=str(words)):
            return _("The system says: {reason}.").format(reason=words)
        case _unknown:
            return _("The system cannot use that name.")
