"""Saving where not every call does what it says: macOS, Windows, memory sticks, network disks."""

import errno
import os
from pathlib import Path

import pytest

from workshop.errors import NotSaved
from workshop.store.atomic import make_folder, remove, save
from workshop.system import System


class NamesUnsynced(System):
    """Syncs files, but not the names in a folder."""

    def __init__(self, code: int) -> None:
        self.code = code
        self.folders: set[int] = set()

    def open_folder(self, folder: Path) -> int:
        descriptor = super().open_folder(folder)
        self.folders.add(descriptor)
        return descriptor

    def fsync(self, descriptor: int) -> None:
        if descriptor in self.folders:
            raise OSError(self.code, os.strerror(self.code))
        super().fsync(descriptor)


class HeldOpen(System):
    """Windows, while another program holds the file open for the first `times` tries."""

    pauses = (0.1,) * 5

    def __init__(self, times: int) -> None:
        self.times = times
        self.tries = 0
        self.paused = 0.0

    def replace(self, source: Path, target: Path) -> None:
        self._try()
        super().replace(source, target)

    def unlink(self, path: Path) -> None:
        self._try()
        super().unlink(path)

    def pause(self, seconds: float) -> None:
        self.paused += seconds

    def _try(self) -> None:
        self.tries += 1
        if self.tries <= self.times:
            raise PermissionError(errno.EACCES, "in use")


class Mac(System):
    """Knows F_FULLFSYNC, which may fail."""

    full_fsync_command = 51

    def __init__(self, code: int = 0) -> None:
        self.code = code
        self.asked: list[str] = []

    def full_fsync(self, descriptor: int, command: int) -> None:
        self.asked.append(f"full {command}")
        if self.code:
            raise OSError(self.code, os.strerror(self.code), descriptor)

    def fsync(self, descriptor: int) -> None:
        self.asked.append("plain")
        super().fsync(descriptor)


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def test_a_name_that_the_disk_does_not_confirm_is_told_as_not_certain(tmp_path: Path) -> None:
    with pytest.raises(NotSaved, match=r"not certain that .* a power cut could bring the old"):
        save(tmp_path / "a.toml", b"ours", NamesUnsynced(errno.EIO))

    assert (tmp_path / "a.toml").read_bytes() == b"ours"


def test_a_disk_that_cannot_be_asked_to_sync_names_is_used_all_the_same(tmp_path: Path) -> None:
    network = NamesUnsynced(errno.EINVAL)

    make_folder(tmp_path / "a", network)
    save(tmp_path / "a" / "a.toml", b"ours", network)
    save(tmp_path / "a" / "b.toml", b"ours", network)
    remove(tmp_path / "a" / "b.toml", network)

    assert names(tmp_path / "a") == ["a.toml"]


def test_a_removal_that_was_not_confirmed_is_asked_for_again(tmp_path: Path) -> None:
    save(tmp_path / "a.toml", b"ours")

    for _time in ("first", "second"):
        with pytest.raises(NotSaved, match="was removed, but the disk did not confirm it"):
            remove(tmp_path / "a.toml", NamesUnsynced(errno.EIO))


@pytest.mark.parametrize("code", [errno.EPERM, errno.ENOTSUP])
def test_a_disk_that_knows_no_rights_is_saved_to_all_the_same(tmp_path: Path, code: int) -> None:
    class MemoryStick(System):
        def fchmod(self, descriptor: int, mode: int) -> None:
            raise OSError(code, os.strerror(code), descriptor, mode)

    save(tmp_path / "a.toml", b"ours", MemoryStick())

    assert (tmp_path / "a.toml").read_bytes() == b"ours"


def test_a_mac_is_asked_to_empty_the_drive_too(tmp_path: Path) -> None:
    mac = Mac()

    save(tmp_path / "a.toml", b"ours", mac)

    assert mac.asked == ["full 51", "full 51"]


def test_on_a_disk_where_a_mac_cannot_do_that_fsync_serves(tmp_path: Path) -> None:
    mac = Mac(errno.ENOTSUP)

    save(tmp_path / "a.toml", b"ours", mac)

    assert mac.asked == ["full 51", "plain", "full 51", "plain"]


def test_a_mac_that_fails_to_empty_the_drive_is_told(tmp_path: Path) -> None:
    with pytest.raises(NotSaved):
        save(tmp_path / "a.toml", b"ours", Mac(errno.EIO))

    assert names(tmp_path) == []


def test_windows_waits_for_a_program_that_holds_the_file_open(tmp_path: Path) -> None:
    windows = HeldOpen(times=3)

    save(tmp_path / "a.toml", b"ours", windows)

    assert (tmp_path / "a.toml").read_bytes() == b"ours"
    assert windows.paused == pytest.approx(0.3)


def test_windows_waits_before_removing_too(tmp_path: Path) -> None:
    save(tmp_path / "a.toml", b"ours")

    remove(tmp_path / "a.toml", HeldOpen(times=3))

    assert names(tmp_path) == []


def test_windows_gives_up_in_the_end_without_copying(tmp_path: Path) -> None:
    save(tmp_path / "a.toml", b"old")
    windows = HeldOpen(times=6)

    with pytest.raises(NotSaved):
        save(tmp_path / "a.toml", b"new", windows)

    assert windows.paused == pytest.approx(0.5)
    assert (tmp_path / "a.toml").read_bytes() == b"old"
    assert names(tmp_path) == ["a.toml"]


def test_windows_which_cannot_sync_a_folder_is_not_asked_to(tmp_path: Path) -> None:
    class Windows(NamesUnsynced):
        syncs_folders = False

    windows = Windows(errno.EIO)

    save(tmp_path / "a.toml", b"ours", windows)

    assert windows.folders == set()
