"""All the workshops in the data folder: list them, find one, delete one."""

import contextlib
import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from workshop import paths
from workshop.core.agreement.agreement import Agreement
from workshop.errors import NotFound, NotSaved, Trouble
from workshop.store import formats
from workshop.store.folder import Folder, bytes_of, cannot_open
from workshop.store.lock import WriterLock
from workshop.store.workshop import Workshop
from workshop.words import _


@dataclass(frozen=True)
class Saved:
    """A workshop in the list: what it says, or why it cannot be read."""

    path: Path
    workshop: Workshop | None
    agreement: Agreement | None
    half_done: bool
    trouble: str = ""

    @property
    def label(self) -> str:
        """The folder's name."""
        return self.path.name


def saved_in(data: Path) -> Iterator[Saved]:
    """Yield the workshops in the data folder, newest first; unreadable ones with a sentence."""
    try:
        found = [path for path in data.iterdir() if _holds_one(path)]
    except FileNotFoundError:
        return
    except OSError as error:
        raise Trouble(cannot_open(data, error)) from None
    for path in sorted(found, key=_newest_first, reverse=True):
        folder = Folder(path)
        try:
            yield Saved(path, folder.workshop(), folder.agreement(), bool(folder.runs()))
        except Trouble as trouble:
            yield Saved(path, None, None, False, trouble.sentence)


def _holds_one(path: Path) -> bool:
    try:
        return (path / paths.WORKSHOP).is_file()
    except OSError:
        return False  # somebody else's, or it went away just now


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


def forget(path: Path) -> None:
    """Delete a workshop's folder with all that is in it.

    Raises:
        InUse: another window has it open.
        NotSaved: something could not be deleted.
    """
    with WriterLock(path):
        _delete(path)


def _delete(path: Path) -> None:
    try:
        if path.is_symlink():
            shutil.rmtree(path.resolve())
            path.unlink()
        else:
            shutil.rmtree(path)
    except OSError as error:
        raise NotSaved(
            _(
                "Not everything in {path} could be deleted: {why}. Delete the folder by hand."
            ).format(path=path, why=error.strerror)
        ) from None


def _newest_first(path: Path) -> tuple[float, str]:
    with contextlib.suppress(OSError):
        return (
            max(
                found.stat().st_mtime
                for found in (path, *path.glob("*.toml"), *path.glob("notes/*.toml"))
            ),
            path.name,
        )
    return (0.0, path.name)


def read_agreement(path: Path) -> Agreement:
    """Return the agreement in any file.

    Raises:
        NotFound: there is no such file.
        Unreadable: it is not an agreement.
    """
    data = bytes_of(path)
    if data is None:
        raise NotFound(_("There is no file {path}.").format(path=path))
    return formats.read(Agreement, data, str(path))
