"""Our own conflict copies: what somebody else wrote where both chose to write over it.

The first is called as the document and `.conflict`; those after it have a number, too: none is ever
replaced by another.
"""

from itertools import count
from pathlib import Path

from workshop import paths
from workshop.store.shelf import Shelf


def keep_conflict(path: Path, theirs: bytes, shelf: Shelf) -> None:
    """Keep what somebody else wrote in the place of the document at `path`, unless it is kept.

    Raises:
        NotSaved: it could not be written.
        Unreadable: what has a name of its could not be read, so nobody can tell whether it is free.
    """
    for number in count(1):
        copy = path.with_name(_first(path) + (f"-{number}" if number > 1 else ""))
        there = shelf.read_anything(copy)
        if there is None:
            shelf.save(copy, theirs)
        if there in (None, theirs):
            return


def conflict_copies(path: Path, shelf: Shelf) -> tuple[Path, ...]:
    """Return every such copy of the document at `path`. Raises Unreadable."""
    first = _first(path)
    names = (name for name in shelf.names(path.parent) if name.startswith(first))
    return tuple(path.with_name(name) for name in names)


def _first(path: Path) -> str:
    return path.name + paths.CONFLICT
