"""How a workshop notes the folder of own exercises that it was begun with, so that it is found."""

from __future__ import annotations

import os
import re
from pathlib import Path
from typing import TYPE_CHECKING

from workshop import paths
from workshop.core.text import clean

if TYPE_CHECKING:
    from workshop.content.library import Library
    from workshop.store.folder import Folder
    from workshop.store.workshop import Workshop

_AS_ADDRESS = "file:"


def noted(folder: Path, workshop: Path | None = None) -> str:
    """Return `folder` as it is noted: absolute, wherever somebody stands when they go on.

    A name that a file of ours would change, such as one with accents apart, is noted as an address.
    What lies inside the workshop's own folder is noted from there on: it goes along when that is
    called otherwise, or taken to another machine.

    Args:
        folder: the folder of own exercises.
        workshop: the folder of the workshop; None while there is none yet.
    """
    absolute = paths.expanded(folder).absolute()
    text = str(absolute)
    if workshop is not None and absolute.is_relative_to(home := workshop.absolute()):
        text = f"./{absolute.relative_to(home).as_posix()}"  # or it could look like an address
    return text if clean(text) == text else absolute.as_uri()


def folder_in(note: str, workshop: Path) -> Path:
    """Return the folder that was noted in the workshop in the folder `workshop`."""
    if not note.startswith(_AS_ADDRESS):
        return workshop.absolute() / paths.expanded(Path(note))
    way = "/" + note.removeprefix(_AS_ADDRESS).lstrip("/")
    named = re.sub(rb"%([0-9A-Fa-f]{2})", lambda found: bytes([int(found[1], 16)]), way.encode())
    return Path(os.fsdecode(named))


def note(folder: Folder, named: Path) -> None:
    """Note another folder of own exercises in the open workshop in `folder`. Raises NotSaved."""
    workshop, own = folder.workshop(), noted(named, folder.path)
    if workshop.own != own:
        folder.save_workshop(workshop.model_copy(update={"own": own}))


def library_of(folder: Folder, workshop: Workshop, library: Library) -> Library:
    """Return `library` with the folder that `workshop`, which is in `folder`, notes, if any."""
    own = workshop.own
    return library if own is None else library.beside(folder_in(own, folder.path))
