"""The last good copy of a document, which lies beside it: where it is, and what it holds."""

from pathlib import Path
from typing import TypeVar

from workshop import paths
from workshop.core.model import Frozen
from workshop.errors import Unreadable
from workshop.store import formats
from workshop.store.shelf import Shelf

D = TypeVar("D", bound=Frozen)


def copy_beside(path: Path) -> Path:
    """Return where the last good copy of the document at `path` is, if there is one."""
    return path.with_name(path.name + paths.BACKUP)


def last_good(kind: type[D], path: Path, shelf: Shelf) -> tuple[bytes, D] | None:
    """Return the last good copy of the document at `path`, its bytes and what they hold.

    None where there is no copy, or none that can be read. Whether it holds as much as was seen is
    for `Workshop.found` to say, where it is an agreement.
    """
    copy = copy_beside(path)
    try:
        data = shelf.read(copy)
        return None if data is None else (data, formats.read(kind, data, str(copy)))
    except Unreadable:
        return None
