"""What else keeps the folder in which workshops are: a repository of versions, a sync program.

Answers that are deleted here can stay there, or are on other machines. That is told once for each
such keeper of a data folder; `.told` in it says which were, and nothing else.
"""

import re
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path

from workshop import paths
from workshop.errors import Trouble
from workshop.places import is_folder
from workshop.store.files import bytes_of
from workshop.system import SYSTEM, System
from workshop.values import dataclass


@dataclass(frozen=True)
class Keeper:
    """What else keeps a folder.

    Attributes:
        name: what it is called.
        root: the folder that it keeps, with all in it.
        versions: whether it keeps what was, where somebody says so; else it syncs.
    """

    name: str
    root: Path
    versions: bool


_MARKS = (
    (".git", "git", True),
    (".hg", "Mercurial", True),
    (".svn", "Subversion", True),
    (".stfolder", "Syncthing", False),
    (".dropbox.cache", "Dropbox", False),
    (".nextcloudsync.log", "Nextcloud", False),
    (".owncloudsync.log", "ownCloud", False),
)
"""What lies in a folder that is kept, by which, and whether it keeps versions."""
_NAMES = tuple(
    (re.compile(pattern), name)
    for pattern, name in (
        (r"Dropbox(?:[ -].+)?", "Dropbox"),
        (r"OneDrive(?: ?-.+)?", "OneDrive"),
        (r"Google ?Drive(?:-.+)?|My Drive", "Google Drive"),
        (r"Mobile Documents|iCloud ?Drive", "iCloud"),
        (r"Nextcloud", "Nextcloud"),
        (r"ownCloud", "ownCloud"),
    )
)
"""What the folders of programs are called that leave no mark in them."""
_MOST = 10_000
"""How many bytes of what was told are read."""


def keeper_of(folder: Path, system: System = SYSTEM) -> Keeper | None:
    """Return what else keeps a folder, or one that it is in: the nearest, as far as can be told."""
    with suppress(OSError):
        folder = system.real_path(folder)
    for place in (folder, *folder.parents):
        for mark, name, versions in _MARKS:
            if _is_there(place / mark, system):
                return Keeper(name, place, versions)
        for pattern, name in _NAMES:
            if pattern.fullmatch(place.name):
                return Keeper(name, place, versions=False)
    return None


def not_told_yet(data: Path, what: Iterable[str], system: System = SYSTEM) -> tuple[str, ...]:
    """Return what was not told yet of a data folder, and note that it is now.

    Where that cannot be noted, it is told once more the next time; where the folder is not there
    yet, it is told once there is something in it.
    """
    with suppress(Trouble):
        if not is_folder(data, system):
            return ()
    path = data / paths.TOLD
    known: list[str] = []
    with suppress(Trouble):
        known = (
            (bytes_of(path, most=_MOST, system=system) or b"")
            .decode("utf-8", "replace")
            .split("\n")
        )
    new = tuple(one for one in what if one not in known)
    if new:
        from workshop.store import atomic  # most folders are kept by nothing else

        with suppress(Trouble):
            atomic.save(path, "\n".join((*filter(None, known), *new, "")).encode(), system)
    return new


def _is_there(path: Path, system: System) -> bool:
    try:
        system.lstat(path)
    except (OSError, ValueError):
        return False
    return True
