"""Which workshop or agreement is meant by a label, a file, or none."""

import os
import stat
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

from workshop import paths
from workshop.cards.missed import told_whole, way_on
from workshop.commands.context import Context
from workshop.commands.unlocking import folder_of
from workshop.core.agreement.agreement import Agreement
from workshop.core.text import shown
from workshop.errors import NotFound, Trouble, Unreadable
from workshop.places import cannot_open, is_taken, mode_at
from workshop.store import listing as store
from workshop.store.folder import Folder
from workshop.values import dataclass
from workshop.words import _


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
        NotFound: there is no such workshop, or file.
        Unreadable: the agreement cannot be read.
    """
    if target is not None and is_file(Path(target)):
        path = Path(target)
        agreement, _has_comments = agreement_in(context, path)
        return Source(agreement, workshop_of(path))
    path = _meant(context, target)
    return Source(folder_of(context, path).agreement_as_it_stands(), path)


def agreement_file(context: Context, target: str) -> tuple[Path, Path | None]:
    """Return the file `target`, or that of the agreement in the workshop of that label.

    Returns:
        The file, and the folder of its workshop; None for a file on its own.

    Raises:
        NotFound: there is no such workshop, or file; or nothing was agreed there yet.
    """
    if is_file(path := Path(target)):
        return path, workshop_of(path)
    folder = _meant(context, target)
    file = folder / paths.AGREEMENT
    for found in (file, paths.sealed(file)):
        if is_taken(found):
            return found, folder
    what = next(missed(context, folder), None)
    raise NotFound(
        what
        or _("Nothing was agreed in {label} yet, so there is no text to compare.").format(
            label=shown(folder.name)
        )
    )


def _meant(context: Context, target: str | None) -> Path:
    """Return the folder of a workshop, as `meant` does; what looks like a file is said to be none.

    Raises:
        NotFound: there is no such workshop, or file.
    """
    try:
        return meant(context, target)
    except NotFound:
        if target is None or not (
            os.sep in target or target.endswith((Path(paths.AGREEMENT).suffix, paths.SEALED))
        ):
            raise
        raise NotFound(_("There is no file {path}.").format(path=shown(target))) from None


def workshop_of(file: Path) -> Path | None:
    """Return the folder of the workshop whose agreement is in `file`; None where it is alone."""
    beside = file.name == paths.AGREEMENT and is_file(file.with_name(paths.WORKSHOP))
    return file.parent if beside or file.suffix == paths.SEALED else None


def agreement_in(context: Context, file: Path) -> tuple[Agreement, bool]:
    """Return the agreement in any file, and whether that has comments of somebody's own.

    Of a locked workshop, a passphrase is asked for.

    Raises:
        NotFound: there is no such file.
        Unreadable: it is not an agreement.
        Locked: it is locked, and nobody is there to type a passphrase.
    """
    vault = None
    if file.suffix == paths.SEALED:
        folder = paths.absolute(file).parent
        folder_of(context, folder)
        vault = context.keys.vault(folder)
    return store.read_agreement_closely(file, vault)


def meant(context: Context, label: str | None) -> Path:
    """Return the folder of the workshop of that label, or of the newest.

    Of several, which one that is is said: else a guide might hand out another couple's paper.

    Raises:
        NotFound: there is no such workshop.
    """
    path = store.find(context.data, label)
    if label is None and store.are_several(context.data):
        context.complain(
            _("No label was given, so this is {label}, the one used last.").format(
                label=shown(path.name)
            )
        )
    return path


def missed(context: Context, folder: Path | None) -> Iterator[str]:
    """Yield how the agreement of a workshop is found, where it is not what both have seen."""
    if folder is None:
        return
    with suppress(Trouble):  # what is wrong with the workshop is no word about its agreement
        yield from missed_in(folder_of(context, folder))


def missed_in(folder: Folder) -> Iterator[str]:
    """Yield the same of a folder that is at hand. Raises Unreadable."""
    if what := told_whole(folder.workshop().found(folder.agreement())):
        yield f"{what} {way_on(folder.label)}"


def is_file(path: Path) -> bool:
    """Whether there is such a file. Raises Unreadable where nobody can tell."""
    try:
        return stat.S_ISREG(mode_at(path))
    except OSError as error:
        if os.sep not in str(path):
            return False  # it may as well be a label, whatever is wrong with where we are
        raise Unreadable(cannot_open(path, error)) from None
