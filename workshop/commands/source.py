"""Which agreement is meant by LABEL|FILE."""

from pathlib import Path

from workshop import paths
from workshop.commands.context import Context
from workshop.core.agreement.agreement import Agreement
from workshop.store import listing as store
from workshop.store.folder import Folder
from workshop.values import dataclass


@dataclass(frozen=True)
class Source:
    """An agreement, and where it comes from.

    Attributes:
        agreement: without a clause, where the two have agreed on nothing yet.
        folder: that of its workshop; None for a file on its own.
    """

    agreement: Agreement
    folder: Path | None


def source(context: Context, target: str | None) -> Source:
    """Return the agreement in the file `target`, of the workshop of that label, or of the newest.

    Raises:
        NotFound: there is no such workshop.
        Unreadable: the agreement cannot be read.
    """
    if target is not None and is_file(Path(target)):
        path = Path(target)
        beside = path.name == paths.AGREEMENT and is_file(path.with_name(paths.WORKSHOP))
        return Source(store.read_agreement(path), path.parent if beside else None)
    path = store.find(context.data, target)
    return Source(Folder(path).agreement_as_it_stands(), path)


def is_file(path: Path) -> bool:
    """Whether there is such a file; what cannot be a file's name is none."""
    try:
        return path.is_file()
    except (OSError, ValueError):  # such as a name longer than any file's
        return False
