"""Puts a workshop aside, and takes it back: it is shown only where that is asked for, or again."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from workshop.store.folder import Folder


def archive(folder: Folder, whether: bool) -> None:
    """Note in a workshop whether it is archived.

    Raises:
        InUse: a window has it open.
        Unreadable: one of its files cannot be read.
        NotSaved: the folder cannot be written to.
    """
    folder.open()
    try:
        workshop = folder.workshop()
        if workshop.archived != whether:
            folder.save_workshop(workshop.model_copy(update={"archived": whether}))
    finally:
        folder.close()
