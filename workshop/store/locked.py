"""What a stop leaves of locking and unlocking, and how the next opening settles it.

`locked.toml` says which is the truth. Where it is what is behind the lock, a document that lies
there in plain as well is a left-over: it goes once what it says is behind the lock. Where it is
what lies there in plain, ciphertext is a left-over, and goes once its document is there.
"""

from __future__ import annotations

import re
import stat
from contextlib import suppress
from dataclasses import replace
from pathlib import Path
from shlex import quote

from workshop import paths
from workshop.core.text import shown
from workshop.errors import Locked, Unreadable
from workshop.places import cannot_open, is_taken
from workshop.store import atomic
from workshop.store.conflicts import keep_conflict
from workshop.store.files import bytes_of
from workshop.store.forgetting import KEYS, documents_in, inside, is_document
from workshop.store.outside import Outside, read
from workshop.store.shelf import Shelf
from workshop.store.sync_copies import is_copy, is_sealed
from workshop.system import System
from workshop.words import _

_STEM = re.compile(r"[a-z]+|[0-9]+")
"""How the name of a copy begins: as that of its document does."""


def locked(folder: Path) -> Locked:
    """Return the trouble that a workshop is locked, and its own file may be gone."""
    sealed = paths.sealed(folder / paths.WORKSHOP)
    if not is_taken(sealed):
        return Locked(
            _(
                "{label} is locked, and {name} is missing there. `workshop recover {quoted}` asks"
                " for a passphrase, and what is to be done."
            ).format(label=shown(folder.name), name=sealed.name, quoted=quote(shown(folder.name)))
        )
    return Locked(
        _(
            "{label} is locked. A passphrase of one of you opens it, typed in a terminal;"
            " `workshop unlock` takes the lock off."
        ).format(label=shown(folder.name))
    )


def files_in(folder: Path, system: System, *, sealed: bool = False) -> list[Path]:
    """Return the documents in a folder that are plain files, as they are called in plain.

    Raises:
        Unreadable: it cannot be looked into.
    """
    try:
        found = list(documents_in(folder, system, sealed=sealed))
    except OSError as error:
        raise Unreadable(cannot_open(folder, error)) from None
    return [path for path, mode in found if stat.S_ISREG(mode)]


def settle(folder: Path, shelf: Shelf, system: System) -> None:
    """Take away what lies in plain in a locked workshop, once it is behind the lock as well.

    What says something else than there goes there as a conflict copy. What can only be read in
    plain stays as it is.

    Raises:
        NotSaved: something could not be written or taken away.
        Unreadable: the folder cannot be looked into.
    """
    for path in files_in(folder, system):
        data = bytes_of(path, system=system)
        with suppress(Unreadable):
            if data is not None:
                _put_behind(folder, path, data, shelf)
                atomic.remove(path, system)


def _put_behind(folder: Path, path: Path, data: bytes, shelf: Shelf) -> None:
    """See to it that a document is behind the lock; where another is there, this one is beside it.

    Raises:
        NotSaved: it could not be written.
        Unreadable: what is there cannot be read, so nobody can tell whether it is the same.
    """
    there = shelf.read(path)
    if there is None and not is_document(path.relative_to(folder).as_posix()):
        shelf.save(path, data)  # a copy of a sync program, under a name of that one's own
    elif there != data:
        keep_conflict(path.with_name(_document_of(path.name)), data, shelf)


def _document_of(name: str) -> str:
    """Return what the document is called that a file of this name is a copy of, or is."""
    named, ending, _more = name.partition(".toml")
    found = _STEM.match(name)
    return named + ending if ending or found is None else f"{found[0]}.toml"


def clear_away(folder: Path, system: System) -> None:
    """Take away the ciphertext of a workshop that is not locked, where a stop left some.

    Raises:
        NotSaved: something could not be taken away.
        Unreadable: the folder cannot be looked into.
    """
    if not is_taken(folder / paths.OUTSIDE, system):
        return
    with suppress(Unreadable):  # then nobody can tell what is a left-over
        found = read(folder, system)
        if found is None or found.locked:
            return
        left = 0
        for path in files_in(folder, system, sealed=True):
            if is_taken(path, system):
                atomic.remove(paths.sealed(path), system)
            else:
                left += 1
        if not left and not still_sealed(folder, system):
            for name in (*KEYS, paths.OUTSIDE):
                atomic.remove(folder / name, system)


def still_sealed(folder: Path, system: System) -> list[str]:
    """Return the names of ciphertext of ours in a folder, whatever it is called, but for the keys.

    Raises:
        Unreadable: it cannot be looked into.
    """
    try:
        names = [name for name, _mode in inside(folder, system)]
    except OSError as error:
        raise Unreadable(cannot_open(folder, error)) from None
    sealed = (name for name in names if is_sealed(name) and name not in KEYS)
    return [name for name in sealed if ".toml" in name or is_copy(name)]


def tell_outside(folder: Path, outside: Outside, system: System) -> None:
    """Save what stands outside the lock, if anything else does. Raises NotSaved."""
    with suppress(Unreadable):  # then it is written anew
        if read(folder, system) == outside:
            return
    atomic.save(folder / paths.OUTSIDE, outside.written(), system)


def mark(folder: Path, outside: Outside, system: System, *, locked: bool) -> None:
    """Say from now on which is the truth. Raises NotSaved."""
    tell_outside(folder, replace(outside, locked=locked), system)


def copy_keys(folder: Path, target: Path, system: System) -> None:
    """Save what opens a locked workshop in another folder, too. Raises NotSaved, Unreadable."""
    for name in (*KEYS, paths.OUTSIDE):
        data = bytes_of(folder / name, system=system)
        if data is not None:
            atomic.save(target / name, data, system)
