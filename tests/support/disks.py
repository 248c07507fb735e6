"""Disks that go wrong when told to: the program is killed at a call, or there is no more room."""

import errno
import os
from collections.abc import Callable
from pathlib import Path

from support.evening import Unsynced
from workshop.store.folder import Folder
from workshop.store.on_disk import OnDisk
from workshop.system import System

CALLS = tuple(
    name
    for name, call in vars(System).items()
    if callable(call) and not name.startswith("_") and name not in ("token", "pause")
)
"""Everything that saving asks of the operating system."""


class Killed(BaseException):
    """The program ends here, as by kill -9."""


class Deadly(Unsynced):
    """Kills the program at a call; whoever is dead asks nothing more.

    Attributes:
        calls_left: how many calls go well still; None while it kills nobody.
        dies_before_replacing: the name of a file; its next save kills at the last moment.
        dead: whether it has killed.
    """

    syncs_folders = True

    def __init__(self) -> None:
        self.calls_left: int | None = None
        self.dies_before_replacing = ""
        self.dead = False

    def ask(self, name: str, *args: object) -> object:
        if name == "close":  # changes nothing there; and what a dead program had open is closed
            return getattr(Unsynced, name)(self, *args)
        if self.calls_left is not None:
            self.dead = self.dead or self.calls_left == 0
            self.calls_left -= 1
        if name == "replace" and Path(str(args[1])).name == self.dies_before_replacing:
            self.dead = True
        if self.dead:
            raise Killed
        return getattr(Unsynced, name)(self, *args)


class Full(Unsynced):
    """Has no more room below a folder while it is told so.

    Attributes:
        below: the folder; None while there is room everywhere.
    """

    def __init__(self) -> None:
        self.below: Path | None = None

    def holds(self, folder: Folder) -> None:
        """Let all that is saved in a folder from now on be saved here."""
        assert isinstance(folder._files, OnDisk)
        folder._files._system = folder._files._shelf._system = self

    def open(self, path: Path | str, flags: int, mode: int) -> int:
        makes = flags & os.O_EXCL
        if makes and self.below is not None and Path(path).is_relative_to(self.below):
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
        return super().open(path, flags, mode)

    def unlink(self, path: Path) -> None:
        document = path.suffix == ".toml"
        if document and self.below is not None and path.is_relative_to(self.below):
            raise OSError(errno.EIO, os.strerror(errno.EIO))
        super().unlink(path)


def _asking(name: str) -> Callable[..., object]:
    return lambda self, *args: self.ask(name, *args)


for _name in CALLS:
    setattr(Deadly, _name, _asking(_name))
