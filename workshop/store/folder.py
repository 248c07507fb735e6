"""One workshop's folder: its documents by what they are, wherever their files are.

What working notes hold is imported with the first of them: a list of workshops needs none.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol, TypeVar

from workshop import paths
from workshop.core.agreement.agreement import Agreement
from workshop.core.agreement.found import misses_some
from workshop.core.model import Frozen
from workshop.errors import NotFound
from workshop.store.on_disk import OnDisk
from workshop.store.workshop import Workshop
from workshop.system import SYSTEM, System
from workshop.words import _

if TYPE_CHECKING:
    from collections.abc import Iterable
    from contextlib import AbstractContextManager
    from pathlib import Path

    from workshop.store.documents import EveningNotes, Kept, Notes
    from workshop.store.outside import Outside
    from workshop.store.vault import Vault

D = TypeVar("D", bound=Frozen)


class Files(Protocol):
    """Where the documents of a folder are. What each does on the disk, `OnDisk` says."""

    def made(self) -> AbstractContextManager[None]:
        """Make the folder, unless what is done within fails."""

    def opened(self) -> AbstractContextManager[None]:
        """Keep others from writing, unless what is done within fails."""

    @property
    def guarded(self) -> bool:
        """Whether others are kept from writing."""

    @property
    def is_locked(self) -> bool:
        """Whether all of it is behind a lock."""

    @property
    def archived_outside(self) -> bool | None:
        """Whether it says outside the lock that it is archived; None where nothing says so."""

    def show_outside(self, outside: Outside) -> None:
        """Save what stands outside the lock."""

    def close(self) -> None:
        """Let others write."""

    def numbers(self, folder: Path) -> tuple[int, ...]:
        """Return the numbers that documents in `folder` are named by, in order."""

    def read(self, kind: type[D], path: Path) -> D | None:
        """Return a document; None where there is none."""

    def save(self, path: Path, document: Frozen) -> None:
        """Save a document."""

    def drop(self, path: Path) -> None:
        """Delete every generation of a document."""

    def back_up(self, path: Path) -> None:
        """Keep a copy of a document as it was found good."""

    def last_good(self, kind: type[D], path: Path) -> D | None:
        """Return the copy of a document from when it was last found good, if it can be read."""

    def way_on(self, kind: type[Frozen], path: Path) -> str:
        """Return where that copy is, or what asks what can be done, in a sentence after another."""

    def restore(self, path: Path, name: str) -> None:
        """Put that copy in the place of a document, which stays beside under a free `name`."""

    def keep_copy(self, path: Path, name: str) -> Path | None:
        """Keep that copy under a free `name` with a number, before another takes its place.

        Returns where it is then; None where there is none.
        """

    def was_laid_out(self, path: Path) -> bool:
        """Whether somebody edited a document by hand."""

    def keep_beside(self, path: Path, name: str) -> None:
        """Keep a document, as it was read last, under a free `name` with a number."""

    def drop_aside(self, folder: Path) -> None:
        """Delete what was set aside in a folder within."""

    def drop_beside(self, patterns: Iterable[str], names: Iterable[str]) -> None:
        """Delete the files of these names, and all that one of the patterns fits."""

    def allow_overwrite(self) -> None:
        """Let the next save replace what was changed from outside."""

    def moved_to(self, path: Path) -> Files:
        """Return the same documents in another folder."""


class Folder:
    """One workshop on disk. Used as a context, it is the only writer.

    Attributes:
        path: the folder.
        newer: where its copy was kept that had got further than `workshop.toml` at the opening: an
            older one was put back there, or synced; None where that is not so.
    """

    def __init__(
        self,
        path: Path,
        system: System = SYSTEM,
        files: Files | None = None,
        vault: Vault | None = None,
    ) -> None:
        """Know where it is.

        Args:
            path: the folder.
            system: what the disk is asked by.
            files: where its documents are, if that is not on the disk.
            vault: the key that opens it, if it is locked.
        """
        self.path = path
        self.newer: Path | None = None
        self._files = files or OnDisk(path, system, vault)

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
        with self._files.made():
            self.save_workshop(workshop)

    def open(self) -> None:
        """Keep others from writing, sweep what a stop left behind, and copy what is found good.

        The copy of an agreement is never replaced by less than both have seen. Notes have none.

        Raises:
            InUse: another window has it open.
            Unreadable: a document cannot be read.
            NotSaved: the folder cannot be written to.
        """
        with self._files.opened():
            self._note_archived()
            if not self.misses_some:  # else the copy would miss it, too
                self._back_up_workshop()
                self.back_up_agreement()
            self._show_outside()

    def _note_archived(self) -> None:
        """Note in a locked workshop what was noted outside of it, without its key."""
        whether = self._files.archived_outside
        workshop = self.workshop()
        if whether is not None and workshop.archived != whether:
            self.save_workshop(workshop.model_copy(update={"archived": whether}))

    def _back_up_workshop(self) -> None:
        path = self.path / paths.WORKSHOP
        copy = self._files.last_good(Workshop, path)
        if copy is not None and self.workshop().is_older_than(copy):
            self.newer = self._files.keep_copy(path, f"{path.name}{paths.CONFLICT}-{{}}")
        self._files.back_up(path)

    def back_up_agreement(self) -> None:
        """Copy the agreement as it was read or written last. Raises NotSaved."""
        self._files.back_up(self.agreement_path)

    @property
    def guarded(self) -> bool:
        """Whether others are kept from writing, while it is open; some disks cannot."""
        return self._files.guarded

    def close(self) -> None:
        """Let others write."""
        self._files.close()

    # -- documents ----------------------------------------------------------------------------

    def workshop(self) -> Workshop:
        """Return `workshop.toml`.

        Raises:
            NotFound: there is none.
            Unreadable: it cannot be read; it is left as it is.
        """
        path = self.path / paths.WORKSHOP
        found = self._files.read(Workshop, path)
        if found is None:
            said = _("There is no workshop in {path}: workshop.toml is missing.")
            raise NotFound(said.format(path=self.path) + self._files.way_on(Workshop, path))
        return found

    def agreement(self) -> Agreement | None:
        """Return the agreement; None while there is none."""
        return self._files.read(Agreement, self.agreement_path)

    @property
    def misses_some(self) -> bool:
        """Whether something that both have seen of the agreement is not there any more."""
        return misses_some(self.workshop().found(self.agreement()))

    def agreement_as_it_stands(self) -> Agreement:
        """Return the agreement; an empty one of the two while there is none."""
        agreement = self.agreement()
        if agreement is not None:
            return agreement
        workshop = self.workshop()
        return Agreement(partners=(workshop.left.name, workshop.right.name))

    def evening(self) -> EveningNotes | None:
        """Return the evening that is open; None when none is."""
        from workshop.store.documents import EveningNotes

        return self._files.read(EveningNotes, paths.evening(self.path))

    def runs(self) -> tuple[int, ...]:
        """Return the numbers of the exercises that have working notes, in order."""
        return self._files.numbers(self.path / paths.NOTES)

    def kept_runs(self) -> tuple[int, ...]:
        """Return the numbers of the exercises of which something was kept, in order."""
        return self._files.numbers(self.path / paths.KEPT)

    def notes(self, run: int) -> Notes:
        """Return the working notes of one exercise.

        Raises:
            NotFound: there are none.
            Unreadable: they cannot be read; they are left as they are.
        """
        from workshop.store.documents import Notes

        found = self._files.read(Notes, paths.notes(self.path, run))
        if found is None:
            raise NotFound(_("There are no notes {run} any more.").format(run=run))
        return found

    def save_workshop(self, workshop: Workshop) -> None:
        """Save `workshop.toml`. Raises NotSaved."""
        self._files.save(self.path / paths.WORKSHOP, workshop)
        self._show_outside()

    def save_agreement(self, agreement: Agreement, *, keep_edited: bool = True) -> None:
        """Save the agreement. Raises NotSaved.

        Args:
            agreement: as it is now.
            keep_edited: whether a file with comments or a layout of theirs is kept beside it.
        """
        if keep_edited and self.agreement_was_laid_out:
            self.keep_edited()
        self._files.save(self.agreement_path, agreement)

    @property
    def agreement_was_laid_out(self) -> bool:
        """Whether the agreement, as it was read last, has comments or a layout of their own."""
        return self._files.was_laid_out(self.agreement_path)

    def keep_edited(self) -> None:
        """Keep the agreement, as people edited it, in a file beside it. Raises NotSaved."""
        self._files.keep_beside(self.agreement_path, paths.EDITED)

    def keep_old_page(self) -> None:
        """Keep the agreement, as it was read last, in a file beside it. Raises NotSaved."""
        self._files.keep_beside(self.agreement_path, paths.OLD_PAGE)

    def last_good_agreement(self) -> Agreement | None:
        """Return the agreement as it was last found good; None where no such copy can be read."""
        return self._files.last_good(Agreement, self.agreement_path)

    def restore_agreement(self) -> None:
        """Put the last good copy in the agreement's place; what is there stays beside it.

        Raises:
            NotSaved: it could not be written; what was there is there still.
        """
        self._files.restore(self.agreement_path, paths.OLD_PAGE)

    def keep_last_good_agreement(self) -> None:
        """Keep the last good copy as a former page: another takes its place. Raises NotSaved."""
        self._files.keep_copy(self.agreement_path, paths.OLD_PAGE)

    def drop_old_pages(self) -> None:
        """Delete the copies of former agreements that nobody chose to keep. Raises NotSaved."""
        copies = (paths.AGREEMENT + suffix for suffix in (paths.CONFLICT, paths.BROKEN))
        patterns = (
            paths.EDITED.format("*"),
            *(one for copy in copies for one in (copy, f"{copy}-*")),
        )
        self._files.drop_beside(patterns, (paths.AGREEMENT + paths.BACKUP,))

    def save_evening(self, evening: EveningNotes) -> None:
        """Save the evening that is open. Raises NotSaved."""
        self._files.save(paths.evening(self.path), evening)
        self._show_outside()

    def _show_outside(self) -> None:
        """Let what stands outside the lock say the days that they are now. Raises NotSaved."""
        if self._files.is_locked:
            from workshop.store.outside import outside_of

            evening = self.evening()
            self._files.show_outside(
                outside_of(self.workshop(), None if evening is None else evening.began)
            )

    def save_notes(self, run: int, notes: Notes) -> None:
        """Save the working notes of one exercise. Raises NotSaved."""
        self._files.save(paths.notes(self.path, run), notes)

    def kept(self, run: int) -> Kept | None:
        """Return what both kept of one exercise, if anything.

        Raises:
            Unreadable: it cannot be read; it is left as it is.
        """
        from workshop.store.documents import Kept

        return self._files.read(Kept, paths.kept(self.path, run))

    def save_kept(self, run: int, kept: Kept) -> None:
        """Save what both kept of one exercise. Raises NotSaved."""
        self._files.save(paths.kept(self.path, run), kept)

    def drop_notes(self, run: int) -> None:
        """Delete every generation of the working notes of one exercise. Raises NotSaved."""
        self._files.drop(paths.notes(self.path, run))

    def drop_evening(self) -> None:
        """Delete the evening's entries: it is closed. Raises NotSaved."""
        self._files.drop(paths.evening(self.path))

    def drop_broken_notes(self) -> None:
        """Delete notes that could not be read and were set aside. Raises NotSaved."""
        self._files.drop_aside(self.path / paths.NOTES)

    def allow_overwrite(self) -> None:
        """Let the next save replace files that were changed from outside; copies of them stay."""
        self._files.allow_overwrite()

    def moved_to(self, path: Path) -> Folder:
        """Return a folder at `path` with every document as it was read or written last here.

        Raises:
            NotSaved: it could not be written there, or something is there already.
        """
        return Folder(path, files=self._files.moved_to(path))
