"""Making a workshop whole again: a good copy is put back, or what is broken is set aside.

What is broken is never deleted: it stays beside under a name that says so, and that nothing had
before. Where a copy takes its place, it is kept there first, and replaced in one step then: so
whenever this is stopped, there is the old file or the new one. Nothing is done where a file is not
as people were told it is.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from itertools import count
from pathlib import Path
from typing import TYPE_CHECKING

from workshop import paths
from workshop.errors import Refused, Unreadable
from workshop.places import is_taken
from workshop.plain_file import SIZE_LIMIT
from workshop.store import atomic, formats
from workshop.store.condition import Condition, Copy, File
from workshop.store.linked import agreement_file, must_be_itself
from workshop.store.lock import WriterLock
from workshop.store.look import condition
from workshop.store.shelf import Shelf
from workshop.system import SYSTEM, System
from workshop.words import _

if TYPE_CHECKING:
    from workshop.core.model import Frozen
    from workshop.store.vault import Vault


class Recovery:
    """What can be done with the files of one folder, one at a time."""

    def __init__(self, folder: Path, vault: Vault | None = None, system: System = SYSTEM) -> None:
        """Know where they are.

        Args:
            folder: that of the workshop.
            vault: its key, if it is locked.
            system: what the disk is asked by.
        """
        self.folder = folder
        self._vault, self._system = vault, system

    def look(self) -> Condition:
        """Return what there is. Raises Unreadable."""
        return condition(self.folder, self._vault, self._system)

    def put_back(self, file: File, copy: Copy) -> Path | None:
        """Put a copy in the place of a file, and return where that is now; None if it was gone.

        Raises:
            Refused: it is not as it was told any more.
            InUse: another window has the workshop open.
            NotSaved: it could not be written; what was there is there still.
        """
        if copy not in file.copies:
            raise _changed(file)
        return self._replace(file, copy.data)

    def write_anew(self, file: File, document: Frozen) -> Path | None:
        """Put a document in the place of a file, and return where that is now.

        Raises:
            As `put_back`.
        """
        return self._replace(file, formats.write(document))

    def set_aside(self, file: File) -> Path:
        """Let a file, or whatever has its name, be called otherwise. Returns what it is called.

        Raises:
            As `put_back`.
        """
        with self._held(file):
            return self._moved(file)

    # -- how it is done -----------------------------------------------------------------------

    @contextmanager
    def _held(self, file: File) -> Iterator[None]:
        """Keep others from writing, where a file is as it was told."""
        with WriterLock(self.folder, self._system):
            if self.look().file(file.name) != file:
                raise _changed(file)
            for folder in (self.folder, self.folder / paths.NOTES, self.folder / paths.KEPT):
                atomic.sweep(folder, self._system)
            if "/" in file.name:
                must_be_itself((self.folder / file.name).parent, self._system)
            yield

    def _replace(self, file: File, data: bytes) -> Path | None:
        shelf, path = Shelf(self._system, self._vault), self.folder / file.name
        with self._held(file):
            aside, target = None, path
            if file.data is not None and len(file.data) <= SIZE_LIMIT:
                aside = self._kept(path, file.data, shelf)
                if path.name == paths.AGREEMENT and self._vault is None:
                    target = agreement_file(path, self._system)  # where the pair's link leads
            elif file.state != "missing":
                aside = self._moved(file)
            shelf.save(target, data)
            return aside

    def _kept(self, path: Path, data: bytes, shelf: Shelf) -> Path:
        """Keep what is in a file under a free name, unless it is kept already."""
        for aside in _names(path):
            with_it = shelf.file(aside)
            if not is_taken(with_it, self._system):
                shelf.save(aside, data)
                return with_it
            if self._holds(aside, data, shelf):
                return with_it
        raise AssertionError("there is always another number")

    def _holds(self, path: Path, data: bytes, shelf: Shelf) -> bool:
        try:
            return shelf.read(path) == data
        except Unreadable:
            return False

    def _moved(self, file: File) -> Path:
        """Let a file be called otherwise, in one step; behind the lock only what opens stays so."""
        shelf, path = Shelf(self._system, self._vault), self.folder / file.name
        there = shelf.file(path)
        if not is_taken(there, self._system):
            there = path
        opens = file.data is not None
        for aside in _names(path if opens else there):
            target = shelf.file(aside) if opens else aside
            if not is_taken(target, self._system):
                atomic.rename(there, target, self._system)
                return target
        raise AssertionError("there is always another number")


def _names(path: Path) -> Iterator[Path]:
    """Yield what a file may be called that is set aside."""
    for number in count(1):
        yield path.with_name(path.name + paths.BROKEN + (f"-{number}" if number > 1 else ""))


def _changed(file: File) -> Refused:
    return Refused(
        _("{name} was changed meanwhile, so nothing was done. Look again.").format(name=file.name)
    )
