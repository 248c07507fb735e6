"""What the command check says of copies beside a workshop's files: each is named, and not read."""

from collections.abc import Iterable, Iterator
from pathlib import Path

from workshop.cards.copies_told import what_to_do, where_from
from workshop.commands.links import within_workshop
from workshop.content.problem import Problem
from workshop.words import _


def copies_beside(folder: Path, names: Iterable[str]) -> Iterator[tuple[str, Problem]]:
    """Yield those of the `names` in a folder that are such copies, each with what is said of it."""
    within = within_workshop(folder)
    if within is None:
        return
    from workshop.store.sync_copies import is_copy  # which files of authors do without

    for name in names:
        if is_copy(within + name):
            what = _("this is a copy of a file here, and is not read.")
            mend = f"{where_from()} {what_to_do()}"
            yield name, Problem(str(folder / name), "", what, mend, "warning")
