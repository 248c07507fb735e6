"""The documents of one folder on the disk: read once, saved safely, never over somebody else's.

Every document is read through `formats` and written through `atomic`. Before a save, the file is
compared with what was read or written last: a change from outside is told, never overwritten.
"""

from __future__ import annotations

import contextlib
import stat
from fnmatch import fnmatchcase
from itertools import count
from shlex import quote
from typing import TYPE_CHECKING, TypeVar

from workshop import paths
from workshop.core.agreement.agreement import Agreement
from workshop.core.model import Frozen
from workshop.core.text import shown
from workshop.errors import ChangedOnDisk, InUse, NotSaved, TooNew, Unreadable
from workshop.places import cannot_open, is_folder, is_taken, mode_at, names_in
from workshop.plain_file import NotPlain
from workshop.store import atomic, formats
from workshop.store.conflicts import conflict_copies, keep_conflict
from workshop.store.files import Mark, mark_of
from workshop.store.forgetting import is_cut_off, was_set_aside
from workshop.store.last_good import copy_beside, last_good
from workshop.store.linked import agreement_file, must_be_itself, must_be_plain
from workshop.store.lock import WriterLock
from workshop.store.locked import clear_away, copy_keys, locked, settle, tell_outside
from workshop.store.outside import is_locked, read
from workshop.store.private import close_to_others
from workshop.store.refusal import not_saved
from workshop.store.shelf import Shelf
from workshop.system import SYSTEM, System
from workshop.words import _

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

    from workshop.store.outside import Outside
    from workshop.store.vault import Vault

D = TypeVar("D", bound=Frozen)


class OnDisk:
    """Files in one folder, which one window at a time may write."""

    def __init__(self, path: Path, system: System = SYSTEM, vault: Vault | None = None) -> None:
        """Know where they are; nothing is read or kept from others yet.

        Args:
            path: the folder.
            system: what the disk is asked by.
            vault: the key of a locked workshop.
        """
        self._path = path
        self._system = system
        self._shelf = Shelf(system, vault)
        self._is_known_open = vault is not None  # else a look tells whether it is locked
        self._lock = WriterLock(path, system)
        self._seen: dict[Path, bytes | None] = {}
        self._known_as: dict[Path, tuple[bytes, Frozen]] = {}  # what the bytes of a file hold
        self._marks: dict[Path, Mark | None] = {}  # of the file that holds it, when it was read
        self._tried: dict[Path, bytes] = {}  # a save may fail when the file is there already
        self._overwrite: set[Path] = set()

    # -- the folder ---------------------------------------------------------------------------

    @contextlib.contextmanager
    def made(self) -> Iterator[None]:
        """Make the folder, keep others from writing, and take it away again if it comes to nothing.

        Raises:
            NotSaved: it could not be written; then there is no such folder.
            InUse: another window begins it at the same moment.
        """
        atomic.make_folder(self._path, self._system)
        try:
            self._must_be_new()
            self._lock.acquire()
            self._must_be_new()  # nobody else could begin it any more
            for folder in (self._path, self._path / paths.NOTES):
                atomic.sweep(folder, self._system)
            atomic.make_folder(self._path / paths.NOTES, self._system)
            yield
        except InUse:
            self._lock.release()
            raise  # another window has just begun it
        except BaseException:
            self._lock.release()
            self._take_away()  # else its label would be taken, by nothing
            raise

    @contextlib.contextmanager
    def opened(self) -> Iterator[None]:
        """Keep others from writing, unless what follows fails; sweep what a stop left behind.

        Raises:
            InUse: another window has it open.
            NotSaved: the folder cannot be written to.
            Unreadable: something in it is called as a file of ours, and is none.
        """
        self._lock.acquire()
        try:
            must_be_plain(self._path, self._system)
            close_to_others(self._path, self._system)
            for folder in (self._path, self._path / paths.NOTES, self._path / paths.KEPT):
                atomic.sweep(folder, self._system)
            self._must_be_open()
            if self._shelf.vault is not None:
                settle(self._path, self._shelf, self._system)
            self._make_notes_again()
            yield
            if self._shelf.vault is None:
                clear_away(self._path, self._system)
        except BaseException:
            self._lock.release()
            raise

    @property
    def guarded(self) -> bool:
        """Whether others are kept from writing: some disks cannot."""
        return self._lock.guards

    def close(self) -> None:
        """Let others write."""
        self._lock.release()

    def numbers(self, folder: Path) -> tuple[int, ...]:
        """Return the numbers that documents in `folder` are named by, in order."""
        return self._shelf.numbers(folder)

    def moved_to(self, path: Path) -> OnDisk:
        """Return files at `path`, every document as it was read or written last here.

        Raises:
            NotSaved: it could not be written there, or something is there already.
        """
        if is_taken(path, self._system):
            raise NotSaved(_("{path} is there already. Name another folder.").format(path=path))
        moved = OnDisk(path, self._system, self._shelf.vault)
        atomic.make_folder(path, self._system)
        try:
            moved._lock.acquire()
            atomic.make_folder(path / paths.NOTES, self._system)
            for old, data in self._known().items():
                new = path / old.relative_to(self._path)
                atomic.make_folder(new.parent, self._system)
                moved._shelf.save(new, data)
                moved._seen[new] = data
            if self._shelf.vault is not None:
                copy_keys(self._path, path, self._system)
        except BaseException:
            moved._lock.release()
            moved._take_away()  # else the same name could not be tried again
            raise
        return moved

    def _known(self) -> dict[Path, bytes]:
        """Return every document as it was read or written last, and what was kept earlier."""
        known = {path: data for path, data in self._seen.items() if data is not None}
        kept: list[Path] = []
        with contextlib.suppress(Unreadable):  # what cannot be read stays where it is
            kept += (paths.kept(self._path, run) for run in self.numbers(self._path / paths.KEPT))
            for name in (paths.OLD_PAGE, paths.EDITED):
                kept += self._called(name.format("*"))
        for path in kept:
            with contextlib.suppress(Unreadable):
                if path not in known and (data := self._bytes_of(path)) is not None:
                    known[path] = data
        return known

    def _must_be_new(self) -> None:
        """Raise InUse if anything is there but what a stop left of an earlier beginning."""
        if not is_cut_off(self._path, self._system):
            raise InUse(
                _("A workshop was begun in {path} just now. Choose another label.").format(
                    path=self._path
                )
            )

    def _take_away(self) -> None:
        """Remove a folder that was begun here and came to nothing, as far as the disk lets us."""
        for folder in (self._path / paths.NOTES, self._path / paths.KEPT, self._path):
            with contextlib.suppress(OSError):
                for name in self._system.names(folder):
                    with contextlib.suppress(OSError):
                        self._system.unlink(folder / name)
                self._system.rmdir(folder)

    def _called(self, pattern: str) -> list[Path]:
        """Return the files in the folder whose names fit. Raises Unreadable."""
        names = self._shelf.names(self._path)
        return [self._path / name for name in names if fnmatchcase(name, pattern)]

    def _bytes_of(self, path: Path) -> bytes | None:
        return self._shelf.read(path)

    def _must_be_open(self) -> None:
        """Raise Locked if all of it is behind a lock whose key nobody brought."""
        if not self._is_known_open:
            if is_locked(self._path, self._system):
                raise locked(self._path)
            self._is_known_open = True

    # -- documents ----------------------------------------------------------------------------

    def read(self, kind: type[D], path: Path) -> D | None:
        """Return what a file holds; it is opened again only where it may be another one by now."""
        self._must_be_open()
        known = self._known_as.get(path)
        file = self._file(path)
        mark, before = mark_of(self._shelf.file(file), self._system), self._marks.pop(path, None)
        unchanged = mark is not None and mark == before
        data = known[0] if known is not None and unchanged else self._bytes_of(file)
        self._seen[path] = data
        if data is None:
            return None
        if known is not None and known[0] == data and isinstance(known[1], kind):
            self._marks[path] = mark
            return known[1]
        try:
            found = formats.read(kind, data, str(path))
        except TooNew:
            raise  # what is there is newer than any copy
        except Unreadable as trouble:
            hint = self.way_on(kind, path)
            if kind is Agreement and self._shelf.vault is None:  # which people may edit
                said = _("`workshop check {path}` names each line.")
                hint = f" {said.format(path=quote(str(path)))}{hint}"
            raise type(trouble)(trouble.sentence + hint) from None

        self._known_as[path], self._marks[path] = (data, found), mark
        return found

    def last_good(self, kind: type[D], path: Path) -> D | None:
        """Return the last good copy of a document; None where none can be read."""
        found = last_good(kind, path, self._shelf)
        return None if found is None else found[1]

    def way_on(self, kind: type[Frozen], path: Path) -> str:
        """Return where that copy is, or what asks what can be done, in a sentence after another."""
        if last_good(kind, path, self._shelf) is None:
            return f" {self._says_more()}"
        said = _("The last good copy is {copy}: `workshop recover {label}` puts it in its place.")
        copy, label = self._shelf.file(copy_beside(path)), quote(shown(self._path.name))
        return " " + said.format(copy=copy, label=label)

    def _says_more(self) -> str:
        said = _("`workshop recover {label}` says what can be done.")
        return said.format(label=quote(shown(self._path.name)))

    def save(self, path: Path, document: Frozen) -> None:
        """Save a document. Raises NotSaved; ChangedOnDisk where somebody else wrote it."""
        data = formats.write(document)
        file = self._file(path)
        now, seen = self._as_it_lies(path, file), self._seen.get(path)
        if now is not None:
            if now == data == seen:
                return
            if now not in (seen, self._tried.get(path)):
                self._conflict(path, now)
        self._lock.renew()
        self._tried[path] = data
        self._marks.pop(path, None)
        self._shelf.save(file, data)
        self._seen[path] = data
        del self._tried[path]

    def _as_it_lies(self, path: Path, file: Path) -> bytes | None:
        """Return what a file holds just before it is saved; of one that was never seen, nothing.

        Raises:
            NotSaved: nobody can tell.
        """
        try:
            self._make_again(path.parent)
            return self._shelf.as_it_lies(file) if path in self._seen else None
        except (FileNotFoundError, NotADirectoryError):
            return None
        except NotPlain as error:
            raise Unreadable(cannot_open(path, error)) from None
        except OSError as error:
            raise not_saved(path, error) from error

    def _make_notes_again(self) -> None:
        try:
            self._make_again(self._path / paths.NOTES)
        except OSError as error:
            raise Unreadable(cannot_open(self._path / paths.NOTES, error)) from None

    def _make_again(self, folder: Path) -> None:
        """Make a folder within again if it is gone, with what was read or written in it here.

        Programs that copy or sync folders leave out those that are empty. Where somebody deleted
        the workshop, nothing is made.

        Raises:
            NotSaved: the workshop is gone, or it could not be made.
            OSError: nobody can tell.
        """
        if stat.S_ISDIR(mode_at(folder, self._system)):
            return
        if not self._is_there():
            raise NotSaved(
                _("The folder {path} is gone, so this was not saved.").format(path=folder)
            )
        atomic.make_folder(folder, self._system)
        for path, data in self._seen.items():
            if path.parent == folder and data is not None and self._shelf.read(path) is None:
                self._shelf.save(path, data)

    def _is_there(self) -> bool:
        """Whether the workshop is there still, and not only the folder that it was in."""
        plain = self._path / paths.WORKSHOP
        return any(mode_at(file, self._system) for file in (plain, paths.sealed(plain)))

    def _file(self, path: Path) -> Path:
        """Return the file that a document is in: where the agreement's link leads, if it is one.

        Raises:
            Unreadable: it leads to what is no agreement, or the folder of the document is a link.
        """
        if path.parent != self._path:
            must_be_itself(path.parent, self._system)
        if path.name == paths.AGREEMENT and self._shelf.vault is None:
            return agreement_file(path, self._system)
        return path

    def _conflict(self, path: Path, theirs: bytes) -> None:
        """Keep a copy of what somebody else wrote, and tell, unless that was told already."""
        if path not in self._overwrite:
            raise ChangedOnDisk(
                _(
                    "{path} was changed by something else while it was open here, so this was not"
                    " saved. Nothing of either was overwritten."
                ).format(path=path)
            )
        self._overwrite.discard(path)
        keep_conflict(path, theirs, self._shelf)

    def drop(self, path: Path) -> None:
        """Delete every generation of a document. Raises NotSaved."""
        must_be_itself(path.parent, self._system)
        for generation in (path, *conflict_copies(path, self._shelf), copy_beside(path)):
            self._shelf.remove(generation)
        self._seen.pop(path, None)

    def allow_overwrite(self) -> None:
        """Let the next save replace files that were changed from outside; copies of them stay."""
        for path, seen in self._seen.items():
            now = self._shelf.read_anything(self._file(path))
            if now is not None and now != seen:
                self._overwrite.add(path)

    @property
    def is_locked(self) -> bool:
        """Whether all of it is behind a lock."""
        return self._shelf.vault is not None

    @property
    def archived_outside(self) -> bool | None:
        """Whether it says outside the lock that it is archived; None where nothing says so."""
        with contextlib.suppress(Unreadable):  # it says nothing, then
            found = read(self._path, self._system) if self.is_locked else None
            return None if found is None else found.archived
        return None

    def show_outside(self, outside: Outside) -> None:
        """Save what stands outside the lock, if anything else does. Raises NotSaved."""
        tell_outside(self._path, outside, self._system)

    # -- copies beside ------------------------------------------------------------------------

    def back_up(self, path: Path) -> None:
        """Keep a copy of a file as it was found good."""
        data = self._seen.get(path)
        copy, there = copy_beside(path), None
        with contextlib.suppress(Unreadable):  # then this one takes its place
            there = self._shelf.read_anything(copy)
        if data is not None and data != there:
            self._shelf.save(copy, data)

    def was_laid_out(self, path: Path) -> bool:
        """Whether a file, as it was read last, has comments or a layout of somebody's own."""
        data = self._seen.get(path)
        if data is None:
            return False
        known = self._known_as.get(path)
        return known is not None and known[0] == data and formats.write(known[1]) != data

    def keep_beside(self, path: Path, name: str) -> None:
        """Save a file, as it was read last, under a free `name` with a number. Raises NotSaved."""
        self._keep(self._seen.get(path), path, name)

    def keep_copy(self, path: Path, name: str) -> Path | None:
        """Save the last good copy of a file under a free `name` with a number. Raises NotSaved.

        Returns the file that it is in then; None where there is no copy.
        """
        kept = self._keep(self._bytes_of(copy_beside(path)), path, name)
        return None if kept is None else self._shelf.file(kept)

    def restore(self, path: Path, name: str) -> None:
        """Put the last good copy of a file in its place; what is there stays beside it, as `name`.

        Raises:
            NotSaved: it could not be written; what was there is there still.
        """
        data, file = self._bytes_of(copy_beside(path)), self._file(path)
        if data is not None:
            self._keep(self._shelf.read_anything(file), path, name)
            self._marks.pop(path, None)
            self._shelf.save(file, data)
            self._seen[path] = data

    def _keep(self, data: bytes | None, path: Path, name: str) -> Path | None:
        if data is None:
            return None
        for number in count(1):
            copy = path.with_name(name.format(number))
            there = self._shelf.read_anything(copy)
            if there is None:
                self._shelf.save(copy, data)
            if there in (None, data):
                return copy
        raise AssertionError("there is always another number")

    def drop_aside(self, folder: Path) -> None:
        """Delete what was set aside in a folder within, as far as it is files. Raises NotSaved."""
        must_be_itself(folder, self._system)
        for name in names_in(folder, self._system):
            file = folder / name
            if was_set_aside(name) and not is_folder(file, self._system):  # that is not our own
                atomic.remove(file, self._system)

    def drop_beside(self, patterns: Iterable[str], names: Iterable[str]) -> None:
        """Delete the files of these names, and all that a pattern fits. Raises NotSaved."""
        called = (path for pattern in patterns for path in self._called(pattern))
        for path in (*called, *(self._path / name for name in names)):
            self._shelf.remove(path)
