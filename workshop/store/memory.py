"""A workshop's folder that is nowhere on disk: for a preview, of which nothing is saved."""

from pathlib import Path
from typing import TypeVar

from workshop import paths
from workshop.core.model import Frozen
from workshop.store.documents import Kept
from workshop.store.folder import Folder
from workshop.store.workshop import Workshop

D = TypeVar("D", bound=Frozen)


class InMemory(Folder):
    """Keeps every document in memory, and forgets all of them with the program."""

    def __init__(self, path: Path) -> None:
        """Make it.

        Args:
            path: what it would be called; nothing there is read or written.
        """
        super().__init__(path)
        self._documents: dict[Path, Frozen] = {}

    def create(self, workshop: Workshop) -> None:
        """Begin with `workshop`."""
        self.save_workshop(workshop)

    def open(self) -> None:
        """There is nobody else."""

    def close(self) -> None:
        """There is nobody else."""

    def runs(self) -> tuple[int, ...]:
        """Return the numbers of the exercises that have working notes, in order."""
        return self._numbers(paths.NOTES)

    def kept_runs(self) -> tuple[int, ...]:
        """Return the numbers of the exercises of which something was kept, in order."""
        return self._numbers(paths.KEPT)

    def save_kept(self, run: int, kept: Kept) -> None:
        """Keep it, as long as the program runs."""
        self._save(paths.kept(self.path, run), kept)

    def _numbers(self, folder: str) -> tuple[int, ...]:
        inside = (path for path in self._documents if path.parent == self.path / folder)
        return tuple(sorted(int(path.stem) for path in inside if path.stem.isdigit()))

    def _read(self, kind: type[D], path: Path) -> D | None:
        found = self._documents.get(path)
        return found if isinstance(found, kind) else None

    def _save(self, path: Path, document: Frozen) -> None:
        self._documents[path] = document

    def _drop(self, path: Path) -> None:
        self._documents.pop(path, None)
