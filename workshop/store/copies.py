"""Copies of an agreement outside its workshop: where they may be written, and noting where."""

import stat
from collections.abc import Callable, Iterable
from contextlib import suppress
from pathlib import Path

from workshop import paths
from workshop.core.text import clean, one_line
from workshop.errors import Locked, Trouble
from workshop.places import is_file, is_taken, names_in, where_it_leads
from workshop.store import atomic
from workshop.store.folder import Folder
from workshop.store.workshop import Workshop
from workshop.system import SYSTEM, System
from workshop.words import _


def save_copy(path: Path, data: bytes, system: System = SYSTEM) -> None:
    """Write `data` to a new file at `path`, readable by its owner only.

    Raises:
        Trouble: it may not be there; see `must_be_free`.
        NotSaved: it could not be written.
    """
    must_be_free(path, system)
    atomic.save(path, data, system)


def must_be_free(path: Path, system: System = SYSTEM) -> None:
    """Raise Trouble unless a copy may be at `path`.

    Something is there already, nobody can tell whether, or the place belongs to a workshop.
    """
    try:
        there = is_taken(path, system)
        parents = where_it_leads(path, system).parents
        around = next((folder for folder in parents if _is_workshop(folder, system)), None)
    except ValueError:
        there, around = False, None  # it can be no name: the save says so
    shown = one_line(str(path))
    if there:
        raise Trouble(
            _("{path} is there already, and is left as it is. Name another file.").format(
                path=shown
            )
        )
    if around is not None:
        raise Trouble(_taken_for_ours(path, around, system).format(path=shown))


def _taken_for_ours(path: Path, workshop: Path, system: System) -> str:
    """Return what would become of a file in the folder of a workshop."""
    from workshop.store.forgetting import is_ours
    from workshop.store.sync_copies import is_of_a_sync_program

    name = where_it_leads(path, system).relative_to(workshop).as_posix()
    if is_ours(name, stat.S_IFREG) or is_of_a_sync_program(name):
        return _(
            "{path} is in the folder of a workshop, and called as one of its own files, which"
            " `workshop forget` would delete. Name a file in another folder."
        )
    return _(
        "{path} is in the folder of a workshop, where `workshop lock` would not lock it, and"
        " `workshop forget` would leave it. Name a file in another folder."
    )


def _is_workshop(folder: Path, system: System) -> bool:
    plain = folder / paths.WORKSHOP
    return is_file(plain, system) or is_file(paths.sealed(plain), system)


def halves_in(folders: Iterable[Path], system: System = SYSTEM) -> tuple[Path, ...]:
    """Return what a stop in the middle of saving a copy left in folders, or what is saved just now.

    Nobody else looks there, and whose save is under way nobody can tell: so none is removed.
    """
    found: list[Path] = []
    for folder in dict.fromkeys(folders):
        with suppress(Trouble):  # a folder that cannot be looked into shows nothing
            names = filter(atomic.TEMPORARY.fullmatch, names_in(folder, system))
            found += (folder / name for name in names if is_file(folder / name, system))
    return tuple(found)


def with_copy(workshop: Workshop, path: Path) -> Workshop:
    """Return `workshop` with the copy at `path` noted, once."""
    noted = clean(str(path))
    if noted in workshop.copies:
        return workshop
    return workshop.model_copy(update={"copies": (*workshop.copies, noted)})


def without_copy(workshop: Workshop, path: Path) -> Workshop:
    """Return `workshop` with no copy at `path` noted."""
    noted = clean(str(path))
    return workshop.model_copy(update={"copies": tuple(c for c in workshop.copies if c != noted)})


def note_copy(opened: Folder, path: Path) -> bool:
    """Note in the workshop in a folder that there is a copy at `path`.

    Returns:
        Whether that was not noted before.

    Raises:
        InUse: another window has the workshop open.
        Unreadable: a document of it cannot be read.
        NotSaved: it could not be written.
    """
    return _changed(opened, lambda workshop: with_copy(workshop, path))


def drop_note(opened: Folder, path: Path) -> None:
    """Note that there is no copy at `path` after all. Raises Trouble as `note_copy` does."""
    _changed(opened, lambda workshop: without_copy(workshop, path))


def _changed(opened: Folder, change: Callable[[Workshop], Workshop]) -> bool:
    opened.open()
    try:
        before = opened.workshop()
        after = change(before)
        opened.save_workshop(after)
    finally:
        opened.close()
    return after != before


def copies_of(folder: Path) -> tuple[str, ...]:
    """Return where copies of the workshop in `folder` are, as far as it knows.

    One that cannot be read knows of none: it can be told about, and deleted, all the same.

    Raises:
        Locked: it is locked, and so nobody can tell.
    """
    try:
        return Folder(folder).workshop().copies
    except Locked:
        raise
    except Trouble:
        return ()
