"""Documents that are nowhere on disk: for a preview, of which nothing is saved."""

from collections.abc import Iterable
from contextlib import AbstractContextManager, nullcontext
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from workshop.core.model import Frozen

if TYPE_CHECKING:
    from workshop.store.outside import Outside

D = TypeVar("D", bound=Frozen)


class InMemory:
    """Keeps every document in memory, and forgets all of them with the program."""

    def __init__(self) -> None:
        """Begin with none."""
        self._documents: dict[Path, Frozen] = {}

    def made(self) -> AbstractContextManager[None]:
        """There is no folder to make."""
        return nullcontext()

    def opened(self) -> AbstractContextManager[None]:
        """There is nobody else."""
        return nullcontext()

    @property
    def guarded(self) -> bool:
        """There is nobody else."""
        return True

    @property
    def is_locked(self) -> bool:
        """There is nothing to lock."""
        return False

    @property
    def archived_outside(self) -> None:
        """There is nothing to say outside."""
        return

    def show_outside(self, outside: "Outside") -> None:
        """Nothing is inside."""

    def close(self) -> None:
        """There is nobody else."""

    def numbers(self, folder: Path) -> tuple[int, ...]:
        """Return the numbers that documents in `folder` are named by, in order."""
        inside = (path for path in self._documents if path.parent == folder)
        return tuple(sorted(int(path.stem) for path in inside if path.stem.isdigit()))

    def read(self, kind: type[D], path: Path) -> D | None:
        """Return a document; None where there is none."""
        found = self._documents.get(path)
        return found if isinstance(found, kind) else None

    def save(self, path: Path, document: Frozen) -> None:
        """Keep a document, as long as the program runs."""
        self._documents[path] = document

    def drop(self, path: Path) -> None:
        """Forget a document."""
        self._documents.pop(path, None)

    def back_up(self, path: Path) -> None:
        """There is nothing that could be lost."""

    def last_good(self, kind: type[D], path: Path) -> D | None:  # noqa: ARG002  there is none
        """There is no copy."""
        return None

    def way_on(self, kind: type[Frozen], path: Path) -> str:  # noqa: ARG002  there is none
        """There is no copy."""
        return ""

    def restore(self, path: Path, name: str) -> None:
        """There is no copy."""

    def keep_copy(self, path: Path, name: str) -> None:
        """There is no copy."""

    def was_laid_out(self, path: Path) -> bool:  # noqa: ARG002  nobody edits it
        """Nobody edits it."""
        return False

    def keep_beside(self, path: Path, name: str) -> None:
        """Nothing is kept."""

    def drop_aside(self, folder: Path) -> None:
        """Nothing was set aside."""

    def drop_beside(self, patterns: Iterable[str], names: Iterable[str]) -> None:
        """Nothing was kept."""

    def allow_overwrite(self) -> None:
        """There is nobody else."""

    def moved_to(self, path: Path) -> "InMemory":  # noqa: ARG002  it is nowhere
        """It is nowhere, and stays there."""
        return self
