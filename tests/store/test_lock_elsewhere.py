"""The lock by the words of Windows, made up after its documentation: none of it was run there.

What this shows is our side: which call is made, and that its refusal is taken for what it means.
"""

import errno
import os
from pathlib import Path
from types import SimpleNamespace

import pytest

from workshop import system
from workshop.errors import InUse
from workshop.store.lock import WriterLock
from workshop.system import System


class Regions:
    """`msvcrt`: a byte of a file is locked by one descriptor, until that is closed."""

    LK_NBLCK = 2

    def __init__(self) -> None:
        self.held: dict[tuple[int, int], int] = {}

    def locking(self, descriptor: int, mode: int, count: int) -> None:
        assert (mode, count) == (self.LK_NBLCK, 1)  # LK_LOCK would wait for ten seconds
        found = os.fstat(descriptor)
        if self.held.setdefault((found.st_dev, found.st_ino), descriptor) != descriptor:
            raise PermissionError(errno.EACCES, "Permission denied")


class Windows(System):
    def __init__(self, regions: Regions) -> None:
        self._regions = regions

    def close(self, descriptor: int) -> None:
        held = self._regions.held
        self._regions.held = {file: by for file, by in held.items() if by != descriptor}
        super().close(descriptor)


@pytest.fixture
def windows(monkeypatch: pytest.MonkeyPatch) -> Windows:
    regions = Regions()
    monkeypatch.setattr(system, "sys", SimpleNamespace(platform="win32"))
    monkeypatch.setattr(system, "msvcrt", regions, raising=False)
    return Windows(regions)


def test_by_the_words_of_windows_the_second_window_is_told(
    tmp_path: Path, windows: Windows
) -> None:
    first, second = WriterLock(tmp_path, windows), WriterLock(tmp_path, windows)
    first.acquire()

    with pytest.raises(InUse):
        second.acquire()

    assert first.guards
    first.release()
    second.acquire()
    second.release()


def test_by_the_words_of_windows_a_disk_without_locks_guards_nothing(
    tmp_path: Path, windows: Windows, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(descriptor: int, mode: int, count: int) -> None:
        raise OSError(errno.EINVAL, "Invalid argument")

    monkeypatch.setattr(windows._regions, "locking", refuse)
    lock = WriterLock(tmp_path, windows)

    lock.acquire()

    assert not lock.guards
    lock.release()
