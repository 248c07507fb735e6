"""All the workshops in the data folder: list them, find one.

A list takes no models: they are imported for a file that is read closely.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from workshop import paths
from workshop.errors import NotFound, Trouble
from workshop.store.files import bytes_of, cannot_open
from workshop.values import dataclass
from workshop.words import _

if TYPE_CHECKING:
    from workshop.core.agreement.agreement import Agreement
    from workshop.store.glance import Glance


@dataclass(frozen=True)
class Saved:
    """A workshop in the list: what it says, or why it cannot be read."""

    path: Path
    glance: Glance | None
    trouble: str = ""

    @property
    def label(self) -> str:
        """The folder's name."""
        return self.path.name


def saved_in(data: Path) -> Iterator[Saved]:
    """Yield the workshops in the data folder, newest first; unreadable ones with a sentence."""
    changed = [
        (when, name) for name in _folders_in(data) if (when := _changed(data, name)) is not None
    ]
    for _newest, name in sorted(changed, reverse=True):
        yield seen(data / name)


def seen(path: Path) -> Saved:
    """Return what a list says of the workshop in the folder `path`, or why it cannot be read."""
    from workshop.store import glance as at_a_glance

    glance = at_a_glance.quick(path)
    return _read_closely(path) if glance is None else Saved(path, glance)


def is_any(data: Path) -> bool:
    """Whether there is a workshop in the data folder, be it one that cannot be read.

    Raises:
        Trouble: the folder cannot be opened.
    """
    # Not a path's own way, which raises where a folder is somebody else's.
    return any(os.path.isfile(data / name / paths.WORKSHOP) for name in _folders_in(data))  # noqa: PTH113


def _folders_in(data: Path) -> Iterator[str]:
    """Yield the name of whatever may be a workshop's folder."""
    try:
        with os.scandir(data) as found:
            yield from (entry.name for entry in found)
    except FileNotFoundError:
        return
    except OSError as error:
        raise Trouble(cannot_open(data, error)) from None


def _read_closely(path: Path) -> Saved:
    """Read a workshop by its models, which say what is wrong."""
    from workshop.store import glance as at_a_glance
    from workshop.store.folder import Folder

    folder = Folder(path)
    try:
        return Saved(path, at_a_glance.of(folder.workshop(), folder.agreement(), folder.runs()))
    except Trouble as trouble:
        return Saved(path, None, trouble.sentence)


def find(data: Path, label: str | None) -> Path:
    """Return the folder of the workshop called `label`, or of the newest one.

    Raises:
        NotFound: there is none of that label, or none at all.
    """
    if label is None:
        for saved in saved_in(data):
            return saved.path
        raise NotFound(
            _("There is no workshop in {data} yet. `workshop start` begins one.").format(data=data)
        )
    path = data / label
    if not is_label(label) or not (path / paths.WORKSHOP).is_file():
        raise NotFound(
            _("There is no workshop called {label} in {data}. `workshop list` shows them.").format(
                label=ascii(label) if not label.isprintable() else label, data=data
            )
        )
    return path


def is_label(label: str) -> bool:
    """Whether `label` can be the name of a folder here, and of nothing else."""
    return (
        0 < len(label.encode(errors="replace")) <= 100
        and label.isprintable()
        and not label.startswith((".", "-"))  # hidden, or taken for an option
        and not set(label) & set('/\\:*?"<>|')
        and label == label.strip()
    )


def files_of(path: Path) -> tuple[Path, ...]:
    """Return every file in a workshop's folder, sorted."""
    return tuple(sorted(found for found in path.rglob("*") if not found.is_dir()))


def _changed(data: Path, name: str) -> float | None:
    """Return when a workshop was changed last, be it by hand; None where there is none.

    With a thousand of them, this is what a list takes longest for: each folder is gone through
    once, and no path is made of what is in it.
    """
    folder, latest, is_one = f"{data}/{name}", 0.0, False
    for file in _files_in(folder):
        if file.name.endswith(".toml"):
            is_one = is_one or (file.name == paths.WORKSHOP and file.is_file())
            latest = max(latest, _when(file))
        elif file.name == paths.NOTES:
            notes = (_when(one) for one in _files_in(file.path) if one.name.endswith(".toml"))
            latest = max(latest, *notes, 0.0)
    return max(latest, _when(folder)) if is_one else None


def _when(file: os.DirEntry[str] | str) -> float:
    """Return when a file was changed; 0.0 where nobody can tell, or it went away just now."""
    try:
        return os.stat(file).st_mtime  # noqa: PTH116  no path is made of it
    except OSError:
        return 0.0


def _files_in(folder: str) -> list[os.DirEntry[str]]:
    """Return what is in a folder; nothing of one that is not there, or is closed."""
    try:
        with os.scandir(folder) as found:
            return list(found)
    except OSError:
        return []


def read_agreement(path: Path) -> Agreement:
    """Return the agreement in any file.

    Raises:
        NotFound: there is no such file.
        Unreadable: it is not an agreement.
    """
    from workshop.core.agreement.agreement import Agreement
    from workshop.store import formats

    data = bytes_of(path, follow=True)
    if data is None:
        raise NotFound(_("There is no file {path}.").format(path=path))
    return formats.read(Agreement, data, str(path))
