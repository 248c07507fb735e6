"""One workshop's folder: load, save, forget; and the list of all of them.

Every document is read through `formats` and written through `atomic`. Before a save, the file is
compared with what was read or written last: a change from outside is told, never overwritten.

What working notes hold is imported with the first of them: a list of workshops needs none.
"""

from __future__ import annotations

import contextlib
import shutil
from itertools import count
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from workshop import paths
from workshop.core.agreement.agreement import Agreement
from workshop.core.model import Frozen
from workshop.errors import ChangedOnDisk, InUse, NotFound, NotSaved, Unreadable
from workshop.store import atomic, formats
from workshop.store.files import Mark, bytes_of, is_there, mark_of, numbers_in
from workshop.store.lock import WriterLock
from workshop.store.workshop import Workshop
from workshop.words import _

if TYPE_CHECKING:
    from workshop.store.documents import EveningNotes, Kept, Notes

D = TypeVar("D", bound=Frozen)

BACKED_UP = (paths.WORKSHOP, paths.AGREEMENT)
"""The files that have a copy from when they were last found good. Notes never do."""


class Folder:
    """One workshop on disk. Used as a context, it is the only writer."""

    def __init__(self, path: Path, system: atomic.System = atomic.SYSTEM) -> None:
        self.path = path
        self._system = system
        self._lock = WriterLock(path)
        self._seen: dict[Path, bytes | None] = {}
        self._known_as: dict[Path, tuple[bytes, Frozen]] = {}  # what the bytes of a file hold
        self._marks: dict[Path, Mark | None] = {}  # of the file that holds it, when it was read
        self._tried: dict[Path, bytes] = {}  # a save may fail when the file is there already
        self._overwrite: set[Path] = set()

    @property
    def label(self) -> str:
        """The folder's name."""
        return self.path.name

    @property
    def agreement_path(self) -> Path:
        """Where the agreement is."""
        return self.path / paths.AGREEMENT

    # -- opening ------------------------------------------------------------------------------

    def create(self, workshop: Workshop) -> None:
        """Make the folder with `workshop` in it, and keep others from writing.

        Raises:
            NotSaved: it could not be written; then there is no such folder.
            InUse: another window begins it at the same moment.
        """
        atomic.make_folder(self.path, self._system)
        try:
            self._lock.acquire()
            atomic.make_folder(self.path / paths.NOTES, self._system)
            self.save_workshop(workshop)
        except InUse:
            raise  # another window has just begun it
        except BaseException:
            self._lock.release()
            with contextlib.suppress(OSError):
                (self.path / paths.LOCK).unlink()
            for folder in (self.path / paths.NOTES, self.path):
                with contextlib.suppress(OSError):  # else its label would be taken, by nothing
                    folder.rmdir()
            raise

    def open(self) -> None:
        """Keep others from writing, sweep what a stop left behind, and copy what is found good.

        Raises:
            InUse: another window has it open.
            Unreadable: a document cannot be read.
            NotSaved: the folder cannot be written to.
        """
        self._lock.acquire()
        try:
            for folder in (self.path, self.path / paths.NOTES, self.path / paths.KEPT):
                if folder.is_dir():
                    atomic.sweep(folder, self._system)
            self.workshop()
            self.agreement()
            for name in BACKED_UP:
                self._back_up(self.path / name)
        except BaseException:
            self._lock.release()
            raise

    def close(self) -> None:
        """Let others write."""
        self._lock.release()

    def _back_up(self, path: Path) -> None:
        data = self._seen.get(path)
        copy = path.with_name(path.name + paths.BACKUP)
        if data is not None and data != bytes_of(copy):
            atomic.save(copy, data, self._system)

    # -- documents ----------------------------------------------------------------------------

    def workshop(self) -> Workshop:
        """Return `workshop.toml`.

        Raises:
            NotFound: there is none.
            Unreadable: it cannot be read; it is left as it is.
        """
        found = self._read(Workshop, self.path / paths.WORKSHOP)
        if found is None:
            raise NotFound(
                _("There is no workshop in {path}: workshop.toml is missing.").format(
                    path=self.path
                )
            )
        return found

    def agreement(self) -> Agreement | None:
        """Return the agreement; None while there is none."""
        return self._read(Agreement, self.agreement_path)

    def evening(self) -> EveningNotes | None:
        """Return the evening that is open; None when none is."""
        from workshop.store.documents import EveningNotes

        return self._read(EveningNotes, paths.evening(self.path))

    def runs(self) -> tuple[int, ...]:
        """Return the numbers of the exercises that have working notes, in order."""
        return numbers_in(self.path / paths.NOTES)

    def kept_runs(self) -> tuple[int, ...]:
        """Return the numbers of the exercises of which something was kept, in order."""
        return numbers_in(self.path / paths.KEPT)

    def notes(self, run: int) -> Notes:
        """Return the working notes of one exercise.

        Raises:
            NotFound: there are none.
            Unreadable: they cannot be read; they are left as they are.
        """
        from workshop.store.documents import Notes

        found = self._read(Notes, paths.notes(self.path, run))
        if found is None:
            raise NotFound(_("There are no notes {run} any more.").format(run=run))
        return found

    def save_workshop(self, workshop: Workshop) -> None:
        """Save `workshop.toml`. Raises NotSaved."""
        self._save(self.path / paths.WORKSHOP, workshop)

    def save_agreement(self, agreement: Agreement, *, keep_edited: bool = True) -> None:
        """Save the agreement. Raises NotSaved.

        Args:
            agreement: as it is now.
            keep_edited: whether a file with comments or a layout of theirs is kept beside it.
        """
        if keep_edited and self.agreement_was_laid_out:
            self.keep_edited()
        self._save(self.agreement_path, agreement)

    @property
    def agreement_was_laid_out(self) -> bool:
        """Whether the agreement, as it was read last, has comments or a layout of their own."""
        data = self._seen.get(self.agreement_path)
        if data is None:
            return False
        known = self._known_as.get(self.agreement_path)
        return known is not None and known[0] == data and formats.write(known[1]) != data

    def keep_edited(self) -> None:
        """Keep the agreement, as people edited it, in a file beside it. Raises NotSaved."""
        self._keep_beside(paths.EDITED)

    def keep_old_page(self) -> None:
        """Keep the agreement, as it was read last, in a file beside it. Raises NotSaved."""
        self._keep_beside(paths.OLD_PAGE)

    def drop_old_pages(self) -> None:
        """Delete the copies of former agreements that nobody chose to keep. Raises NotSaved."""
        beside = self.path.glob(paths.EDITED.format("*"))
        copies = (paths.AGREEMENT + suffix for suffix in (paths.BACKUP, paths.CONFLICT))
        for path in (*beside, *(self.path / name for name in copies)):
            atomic.remove(path, self._system)

    def _keep_beside(self, name: str) -> None:
        """Save the agreement, as it was read last, under a free `name` with a number."""
        data = self._seen.get(self.agreement_path)
        if data is None:
            return
        for number in count(1):
            path = self.path / name.format(number)
            there = bytes_of(path)
            if there is None:
                atomic.save(path, data, self._system)
            if there in (None, data):
                return

    def save_evening(self, evening: EveningNotes) -> None:
        """Save the evening that is open. Raises NotSaved."""
        self._save(paths.evening(self.path), evening)

    def save_notes(self, run: int, notes: Notes) -> None:
        """Save the working notes of one exercise. Raises NotSaved."""
        self._save(paths.notes(self.path, run), notes)

    def kept(self, run: int) -> Kept | None:
        """Return what both kept of one exercise, if anything.

        Raises:
            Unreadable: it cannot be read; it is left as it is.
        """
        from workshop.store.documents import Kept

        return self._read(Kept, paths.kept(self.path, run))

    def save_kept(self, run: int, kept: Kept) -> None:
        """Save what both kept of one exercise. Raises NotSaved."""
        atomic.make_folder(self.path / paths.KEPT, self._system)
        self._save(paths.kept(self.path, run), kept)

    def drop_notes(self, run: int) -> None:
        """Delete every generation of the working notes of one exercise. Raises NotSaved."""
        self._drop(paths.notes(self.path, run))

    def drop_evening(self) -> None:
        """Delete the evening's entries: it is closed. Raises NotSaved."""
        self._drop(paths.evening(self.path))

    def allow_overwrite(self) -> None:
        """Let the next save replace files that were changed from outside; copies of them stay."""
        for path, seen in self._seen.items():
            now = bytes_of(path)
            if now is not None and now != seen:
                self._overwrite.add(path)

    def moved_to(self, path: Path) -> Folder:
        """Return a folder at `path` with every document as it was read or written last here.

        Raises:
            NotSaved: it could not be written there, or something is there already.
        """
        if is_there(path):
            raise NotSaved(_("{path} is there already. Name another folder.").format(path=path))
        moved = Folder(path, self._system)
        atomic.make_folder(path, self._system)
        try:
            moved._lock.acquire()
            atomic.make_folder(path / paths.NOTES, self._system)
            for old, data in self._known().items():
                new = path / old.relative_to(self.path)
                atomic.make_folder(new.parent, self._system)
                atomic.save(new, data, self._system)
                moved._seen[new] = data
        except BaseException:
            moved._lock.release()
            shutil.rmtree(path, ignore_errors=True)  # else the same name could not be tried again
            raise
        return moved

    def _known(self) -> dict[Path, bytes]:
        """Return every document as it was read or written last, and what was kept earlier."""
        known = {path: data for path, data in self._seen.items() if data is not None}
        kept = [paths.kept(self.path, run) for run in self.kept_runs()]
        for name in (paths.OLD_PAGE, paths.EDITED):
            kept += self.path.glob(name.format("*"))
        for path in kept:
            with contextlib.suppress(Unreadable):  # it stays where it is
                if path not in known and (data := bytes_of(path)) is not None:
                    known[path] = data
        return known

    # -- files --------------------------------------------------------------------------------

    def _read(self, kind: type[D], path: Path) -> D | None:
        """Return what a file holds; it is opened again only where it may be another one by now."""
        known = self._known_as.get(path)
        mark, before = mark_of(path), self._marks.pop(path, None)
        unchanged = mark is not None and mark == before
        data = known[0] if known is not None and unchanged else bytes_of(path)
        self._seen[path] = data
        if data is None:
            return None
        if known is not None and known[0] == data and isinstance(known[1], kind):
            self._marks[path] = mark
            return known[1]
        try:
            found = formats.read(kind, data, str(path))
        except Unreadable as trouble:
            hint = self._last_good(kind, path)
            if kind is Agreement:  # which people may edit
                hint = " " + _("`workshop check {path}` names each line.").format(path=path) + hint
            raise type(trouble)(trouble.sentence + hint) from None

        self._known_as[path], self._marks[path] = (data, found), mark
        return found

    def _last_good(self, kind: type[D], path: Path) -> str:
        copy = path.with_name(path.name + paths.BACKUP)
        data = bytes_of(copy)
        if data is None:
            return ""
        try:
            formats.read(kind, data, str(copy))
        except Unreadable:
            return ""
        return " " + _("The last good copy is {copy}: put it in its place to go on.").format(
            copy=copy
        )

    def _save(self, path: Path, document: Frozen) -> None:
        data = formats.write(document)
        if path in self._seen:
            if not path.parent.is_dir():
                raise NotSaved(
                    _("The folder {path} is gone, so this was not saved.").format(path=path.parent)
                )
            now = bytes_of(path)
            if now == data == self._seen[path]:
                return
            if now is not None and now not in (self._seen[path], self._tried.get(path)):
                self._conflict(path, now)
        self._tried[path] = data
        self._marks.pop(path, None)
        atomic.save(path, data, self._system)
        self._seen[path] = data
        del self._tried[path]

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
        atomic.save(path.with_name(path.name + paths.CONFLICT), theirs, self._system)

    def _drop(self, path: Path) -> None:
        for suffix in ("", paths.CONFLICT, paths.BACKUP):
            atomic.remove(path.with_name(path.name + suffix), self._system)
        self._seen.pop(path, None)
