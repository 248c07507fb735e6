"""What the command check says of links: every one is named, and in a workshop's folder judged."""

import stat
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

from workshop import paths
from workshop.content.problem import Problem
from workshop.core.text import shown
from workshop.errors import Unreadable
from workshop.places import is_taken, where_it_leads
from workshop.system import SYSTEM
from workshop.words import _


def links_in(folder: Path) -> Iterator[Problem]:
    """Yield what is to be said of each link in a folder itself, and of pipes in a workshop's."""
    within = within_workshop(folder)
    with suppress(OSError):  # whoever lists its files has told that
        for name in sorted(SYSTEM.names(folder)):
            path, mode = folder / name, SYSTEM.lstat(folder / name).st_mode
            plain = stat.S_ISREG(mode) or stat.S_ISDIR(mode)
            if stat.S_ISLNK(mode):
                yield from _of_link(path, mode, within)
            elif within is not None and not plain and _is_odd(path, within):
                what = _("this is a pipe or a device, not a file.")
                yield Problem(str(path), "", what, _("Delete it."))


def _is_odd(path: Path, within: str) -> bool:
    """Whether that has the name of a file of ours and is none, and is not told elsewhere."""
    from workshop.store.forgetting import is_ours  # which files of authors do without

    return path.suffix != ".toml" and is_ours(within + path.name, stat.S_IFREG)


def _of_link(path: Path, mode: int, within: str | None) -> Iterator[Problem]:
    from workshop.store.forgetting import is_ours
    from workshop.store.linked import agreement_file

    leads = _("this is a link to {target}.").format(target=shown(str(where_it_leads(path))))
    if within is None:
        if not path.name.startswith("."):
            mend = _("If you made it, that is fine.")
            yield Problem(str(path), "", leads, mend, "warning")
    elif within + path.name == paths.AGREEMENT:
        try:
            agreement_file(path)
        except Unreadable as trouble:
            yield Problem(str(path), "", leads, trouble.sentence)
        else:
            mend = _("The agreement is read and written there. Delete it if you did not mean that.")
            yield Problem(str(path), "", leads, mend, "warning")
    elif is_ours(within + path.name, mode):
        mend = _("It is not followed, and the workshop not opened with it. Delete it.")
        yield Problem(str(path), "", leads, mend)
    else:
        mend = _("It is not a file of this program, and is left alone.")
        yield Problem(str(path), "", leads, mend, "warning")


def within_workshop(folder: Path) -> str | None:
    """Return how paths of a workshop's folder begin here; None where this is in none."""
    with suppress(Unreadable):
        if _is_of_one(folder):
            return ""
        parent = paths.absolute(folder).parent
        if folder.name in (paths.NOTES, paths.KEPT) and _is_of_one(parent):
            return f"{folder.name}/"
    return None


def _is_of_one(folder: Path) -> bool:
    """Whether a folder is that of a workshop, locked or not, be what tells it a link."""
    plain = folder / paths.WORKSHOP
    return is_taken(plain) or is_taken(paths.sealed(plain))
