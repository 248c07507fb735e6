"""Puts a workshop aside, and takes it back: it is shown only where that is asked for, or again."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path


def archive(path: Path, whether: bool) -> None:
    """Note in the workshop in the folder `path` whether it is archived.

    Raises:
        InUse: a window has it open.
        Unreadable: one of its files cannot be read.
        NotSaved: the folder cannot be written to.
    """
    from workshop.store.folder import Folder  # which builds the models

    folder = Folder(path)
    folder.open()
    try:
        workshop = folder.workshop()
        if workshop.archived != whether:
            folder.save_workshop(workshop.model_copy(update={"archived": whether}))
    finally:
        folder.close()
