"""Copies of an agreement outside its workshop: where they may be written, and noting where."""

import os
from pathlib import Path

from workshop import paths
from workshop.core.text import clean, one_line
from workshop.errors import Trouble
from workshop.store import atomic
from workshop.store.folder import Folder
from workshop.store.workshop import Workshop
from workshop.words import _


def save_copy(path: Path, data: bytes) -> None:
    """Write `data` to a new file at `path`, readable by its owner only.

    Raises:
        Trouble: something is there already, or the place belongs to a workshop.
        NotSaved: it could not be written.
    """
    try:
        there = os.path.lexists(path)
        inside = any((folder / paths.WORKSHOP).is_file() for folder in path.resolve().parents)
    except (OSError, ValueError):
        there = inside = False  # the save says why not
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
    atomic.save(path, data)


def with_copy(workshop: Workshop, path: Path) -> Workshop:
    """Return `workshop` with the copy at `path` noted, once."""
    noted = clean(str(path))
    if noted in workshop.copies:
        return workshop
    return workshop.model_copy(update={"copies": (*workshop.copies, noted)})


def note_copy(folder: Path, path: Path) -> None:
    """Note in the workshop in `folder` that there is a copy at `path`.

    Raises:
        InUse: another window has the workshop open.
        Unreadable: a document of it cannot be read.
        NotSaved: it could not be written.
    """
    opened = Folder(folder)
    opened.open()
    try:
        opened.save_workshop(with_copy(opened.workshop(), path))
    finally:
        opened.close()


def copies_of(folder: Path) -> tuple[str, ...]:
    """Return where copies of the workshop in `folder` are, as far as it knows.

    One that cannot be read knows of none: it can be told about, and deleted, all the same.
    """
    try:
        return Folder(folder).workshop().copies
    except Trouble:
        return ()
