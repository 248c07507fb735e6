"""Locking a workshop, and taking the lock off for good: each can be stopped at any moment.

The new files are all written, read back and compared before `locked.toml` says that they are the
truth; the old ones go after that. So whatever is stopped in between leaves one of the two whole,
and `workshop.store.locked` settles what is left of the other.
"""

from __future__ import annotations

from collections.abc import Mapping
from contextlib import nullcontext, suppress
from pathlib import Path

from workshop import paths
from workshop.core.text import one_line, shown
from workshop.errors import NotSaved, Refused, Trouble, Unreadable
from workshop.places import cannot_open, is_taken
from workshop.plain_file import SIZE_LIMIT
from workshop.store import atomic
from workshop.store.files import bytes_of
from workshop.store.forgetting import KEYS
from workshop.store.linked import is_link
from workshop.store.locked import clear_away, files_in, mark, settle, still_sealed
from workshop.store.outside import Outside
from workshop.store.shelf import Shelf
from workshop.store.sync_copies import is_copy
from workshop.store.vault import Vault
from workshop.system import SYSTEM, System
from workshop.words import NAMED, _


def lock(
    folder: Path,
    outside: Outside,
    vault: Vault,
    keys: Mapping[str, bytes],
    system: System = SYSTEM,
) -> None:
    """Put every document of a workshop, which is open here alone, behind a lock.

    Args:
        folder: where it is.
        outside: what can be seen of it from now on.
        vault: its key, which there never was before.
        keys: that key behind passphrases, by the name of the file.
        system: what the disk is asked by.

    Raises:
        Refused: it cannot be locked as it is; nothing was changed.
        NotSaved: it is not locked, and what was written meanwhile is of no use to anybody. Only
            when the last step failed is it, with something left in plain; the sentence says which.
    """
    must_be_lockable(folder, system)
    documents = {path: _read(path, system) for path in files_in(folder, system)}
    shelf = Shelf(system, vault)
    mark(folder, outside, system, locked=False)
    try:
        for name, data in keys.items():
            atomic.save(folder / name, data, system)
            _must_be(bytes_of(folder / name, system=system), data, folder / name)
        for path, data in documents.items():
            shelf.save(path, data)
            _must_be(Shelf(system, vault).read(path), data, paths.sealed(path))
            _must_be(_read(path, system), data, path)
        mark(folder, outside, system, locked=True)
    except BaseException:
        with suppress(Trouble):
            clear_away(folder, system)
        raise
    settle(folder, shelf, system)
    if left := files_in(folder, system):
        raise NotSaved(
            _(
                "{folder} is locked, but this still lies there in plain, as the disk did not let it"
                " be taken away: {names}. That is tried again whenever it is opened; or delete it"
                " yourself."
            ).format(
                folder=shown(str(folder)),
                names=", ".join(shown(path.name) for path in left[:NAMED]),
            )
        )


def unlock(folder: Path, outside: Outside, vault: Vault, system: System = SYSTEM) -> None:
    """Take the lock off a workshop, which is open here alone: it lies there in plain then.

    Args:
        folder: where it is.
        outside: what can be seen of it now.
        vault: its key.
        system: what the disk is asked by.

    Raises:
        Unreadable: a document cannot be read; nothing was changed.
        Refused: something lies in the way of one; nothing was changed.
        NotSaved: it is locked as before.
    """
    shelf = Shelf(system, vault)
    documents: dict[Path, bytes | None] = {}
    for path in files_in(folder, system, sealed=True):
        with nullcontext() if _is_needed(path, folder) else suppress(Unreadable):
            documents[path] = shelf.read(path)  # a copy that is damaged stays, with its keys
    for path in documents:
        if is_taken(path, system):
            raise Refused(
                _("{path} is in the way. Move it out of the folder, then try again.").format(
                    path=shown(str(path))
                )
            )
    try:
        for path, data in reversed(documents.items()):  # what makes it a workshop comes last
            assert data is not None
            atomic.save(path, data, system)
            _must_be(_read(path, system), data, path)
        mark(folder, outside, system, locked=False)
    except BaseException:
        with suppress(Trouble):
            settle(folder, shelf, system)
        raise
    clear_away(folder, system)


def _is_needed(path: Path, folder: Path) -> bool:
    """Whether a document is no copy of another one."""
    name = path.relative_to(folder).as_posix()
    return not (name.endswith(paths.BACKUP) or paths.CONFLICT in name or is_copy(name))


def must_be_lockable(folder: Path, system: System = SYSTEM) -> None:
    """Raise Refused where a document is in another place, or something of another lock is there.

    Raises:
        Unreadable: nobody can tell.
    """
    agreement = folder / paths.AGREEMENT
    try:
        linked = is_link(agreement, system)
    except OSError as error:
        raise Unreadable(cannot_open(agreement, error)) from None
    if linked:
        raise Refused(
            _(
                "{path} is a link, and where it leads nothing would be locked. Put the agreement"
                " itself in the link's place, then lock it."
            ).format(path=shown(str(agreement)))
        )
    sealed = still_sealed(folder, system)
    keys = [name for name in (*KEYS, paths.OUTSIDE) if is_taken(folder / name, system)]
    if sealed or keys:
        names = [*map(one_line, sealed[:NAMED]), *(["…"] if sealed[NAMED:] else []), *keys]
        raise Refused(
            _(
                "There is something of an earlier lock in {folder}: {names}. What is locked opens"
                " with the keys beside it alone, so move all of it out of the folder together; or"
                " delete what none of you needs. Then lock it."
            ).format(folder=shown(str(folder)), names=", ".join(names))
        )


def _read(path: Path, system: System) -> bytes:
    """Return what is in a document. Raises Refused where that is more than is ever read."""
    data = bytes_of(path, system=system)
    if data is None or len(data) > SIZE_LIMIT:
        raise Refused(
            _(
                "{path} is larger than 1 MB, or gone, so nothing was locked. Move it out of the"
                " folder, then try again."
            ).format(path=shown(str(path)))
        )
    return data


def _must_be(found: bytes | None, meant: bytes, path: Path) -> None:
    """Raise NotSaved unless a file, read back, says what it was meant to say."""
    if found != meant:
        raise NotSaved(
            _(
                "{path} is not on the disk as it was written, or was changed meanwhile, so nothing"
                " was changed. Try again."
            ).format(path=shown(str(path)))
        )
