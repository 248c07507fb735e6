"""Puts a workshop aside, and takes it back: it is shown only where that is asked for, or again."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from workshop.system import SYSTEM, System

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


def archive_locked(path: Path, whether: bool, system: System = SYSTEM) -> None:
    """Note the same beside a workshop that is locked, for which nobody needs a passphrase.

    The next opening notes it in the workshop itself.

    Raises:
        InUse: a window has it open.
        Unreadable: what stands outside the lock cannot be read.
        Locked: nothing stands outside.
        NotSaved: the folder cannot be written to.
    """
    from workshop.store.lock import WriterLock  # a list is shown without it
    from workshop.store.locked import locked, tell_outside
    from workshop.store.outside import read

    with WriterLock(path, system):
        outside = read(path, system)
        if outside is None:
            raise locked(path)
        tell_outside(path, replace(outside, archived=whether), system)
