"""To forget a workshop: what in its folder is the program's is deleted, and nothing else.

Which files those are is known by their names and places alone: nothing is read, so that what is
broken can be deleted too. What tells that the folder is a workshop goes last, so that a stop in the
middle leaves one that can be forgotten again.
"""

from __future__ import annotations

import re
import stat
from collections.abc import Iterator
from pathlib import Path

from workshop import paths
from workshop.errors import Trouble
from workshop.places import cannot_open
from workshop.store import atomic
from workshop.values import dataclass

_FOLDERS = (paths.NOTES, paths.KEPT)
_LAST = (paths.WORKSHOP, paths.LOCK)
"""What is deleted after all else, in this order."""
_DOCUMENTS = (
    paths.WORKSHOP,
    paths.AGREEMENT,
    paths.OLD_PAGE,
    paths.EDITED,
    f"{paths.NOTES}/{{}}.toml",
    f"{paths.NOTES}/{paths.EVENING}",
    f"{paths.KEPT}/{{}}.toml",
)
"""What the program writes, with a number in each gap; each may have copies beside it."""
_OURS = re.compile(
    "(?:{documents})(?:{copies})?|(?:(?:{folders})/)?{temporary}|{lock}".format(
        documents="|".join("[0-9]+".join(map(re.escape, one.split("{}"))) for one in _DOCUMENTS),
        copies="|".join(map(re.escape, (paths.BACKUP, paths.CONFLICT))),
        folders="|".join(_FOLDERS),
        temporary=atomic.TEMPORARY.pattern,
        lock=re.escape(paths.LOCK),
    )
)


@dataclass(frozen=True)
class Contents:
    """What is in a workshop's folder.

    Attributes:
        ours: the files that the program wrote, in the order in which they are deleted.
        others: the names of all else, seen from the folder; those of folders end in a slash.
        linked: where those of `ours` lead that are links: of them the links alone are deleted.
    """

    ours: tuple[Path, ...]
    others: tuple[str, ...]
    linked: tuple[Path, ...]


def contents(path: Path, system: atomic.System = atomic.SYSTEM) -> Contents:
    """Return what is in the folder of a workshop; of a link to it, what is where it leads.

    Raises:
        Trouble: it cannot be looked into.
    """
    folder = system.real_path(path)
    try:
        found = sorted(_in(folder, system), key=lambda one: (_rank(one[0]), one[0]))
    except OSError as error:
        raise Trouble(cannot_open(path, error)) from None
    ours = [(folder / name, mode) for name, mode in found if _is_ours(name, mode)]
    return Contents(
        ours=tuple(file for file, _mode in ours),
        others=tuple(_shown(name, mode) for name, mode in found if not _is_ours(name, mode)),
        linked=tuple(system.real_path(file) for file, mode in ours if stat.S_ISLNK(mode)),
    )


def forget(path: Path, system: atomic.System = atomic.SYSTEM) -> bool:
    """Delete what the program wrote in a workshop's folder, and return whether the folder is gone.

    It stays with what is not the program's. Of a link to the folder, both go. Who is stopped in the
    middle can begin again: the workshop is one until its last document is gone.

    Raises:
        InUse: another window has it open.
        NotSaved: something could not be deleted.
        Trouble: it cannot be looked into.
    """
    from workshop.store.lock import WriterLock

    folder = system.real_path(path)
    workshop, lock = (folder / name for name in _LAST)
    with WriterLock(path, system):
        for file in contents(path, system).ours:
            if file not in (workshop, lock):
                atomic.remove(file, system)
        for name in _FOLDERS:
            atomic.remove_folder(folder / name, system)
        atomic.remove(workshop, system)
    # Not while it is held, which some systems refuse; and there is nothing left to write to.
    atomic.remove(lock, system)
    is_gone = atomic.remove_folder(folder, system)
    if is_gone and folder != path:
        atomic.remove(path, system)
    return is_gone


def _in(folder: Path, system: atomic.System) -> Iterator[tuple[str, int]]:
    """Yield the name and the mode of whatever is in the folder, and in those that are ours in it.

    Nothing is looked for where a link leads.
    """
    for name in system.names(folder):
        mode = system.lstat(folder / name).st_mode
        if name in _FOLDERS and stat.S_ISDIR(mode):
            for inner in system.names(folder / name):
                yield f"{name}/{inner}", system.lstat(folder / name / inner).st_mode
        else:
            yield name, mode


def _is_ours(name: str, mode: int) -> bool:
    """Whether the program wrote that, or writes through it."""
    if name in _FOLDERS:
        return stat.S_ISLNK(mode)
    return bool(_OURS.fullmatch(name)) and (stat.S_ISREG(mode) or stat.S_ISLNK(mode))


def _rank(name: str) -> int:
    """Return when it is deleted: most of it first, in any order."""
    return _LAST.index(name) + 1 if name in _LAST else 0


def _shown(name: str, mode: int) -> str:
    return f"{name}/" if stat.S_ISDIR(mode) else name
