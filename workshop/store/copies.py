"""Copies of an agreement outside its workshop: where they may be written, and noting where."""

from pathlib import Path

from workshop import paths
from workshop.core.text import clean, one_line
from workshop.errors import Locked, Trouble
from workshop.places import is_file, is_taken
from workshop.store import atomic
from workshop.store.folder import Folder
from workshop.store.workshop import Workshop
from workshop.system import SYSTEM, System
from workshop.words import _


def save_copy(path: Path, data: bytes, system: System = SYSTEM) -> None:
    """Write `data` to a new file at `path`, readable by its owner only.

    Raises:
        Trouble: something is there already, nobody can tell whether, or the place belongs to a
            workshop.
        NotSaved: it could not be written.
    """
    try:
        there = is_taken(path, system)
        parents = system.real_path(path).parents
        inside = any(_is_workshop(folder, system) for folder in parents)
    except ValueError:
        there = inside = False  # it can be no name: the save says so
    shown = one_line(str(path))
    if there:
        raise Trouble(
            _("{path} is there already, and is left as it is. Name another file.").format(
                path=shown
            )
        )
    if inside:
        raise Trouble(
            _(
                "{path} is in the folder of a workshop, where `workshop forget` would delete it."
                " Name a file in another folder."
            ).format(path=shown)
        )
    atomic.save(path, data, system)


def _is_workshop(folder: Path, system: System) -> bool:
    plain = folder / paths.WORKSHOP
    return is_file(plain, system) or is_file(paths.sealed(plain), system)


def with_copy(workshop: Workshop, path: Path) -> Workshop:
    """Return `workshop` with the copy at `path` noted, once."""
    noted = clean(str(path))
    if noted in workshop.copies:
        return workshop
    return workshop.model_copy(update={"copies": (*workshop.copies, noted)})


def note_copy(opened: Folder, path: Path) -> None:
    """Note in the workshop in a folder that there is a copy at `path`.

    Raises:
        InUse: another window has the workshop open.
        Unreadable: a document of it cannot be read.
        NotSaved: it could not be written.
    """
    opened.open()
    try:
        opened.save_workshop(with_copy(opened.workshop(), path))
    finally:
        opened.close()


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
