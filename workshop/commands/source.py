"""Which agreement is meant by LABEL|FILE."""

import os
import stat
from pathlib import Path

from workshop import paths
from workshop.commands.context import Context
from workshop.core.agreement.agreement import Agreement
from workshop.errors import Unreadable
from workshop.places import cannot_open, mode_at
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
    """Whether there is such a file. Raises Unreadable where nobody can tell."""
    try:
        return stat.S_ISREG(mode_at(path))
    except OSError as error:
        if os.sep not in str(path):
            return False  # it may as well be a label, whatever is wrong with where we are
        raise Unreadable(cannot_open(path, error)) from None
