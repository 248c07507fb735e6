"""Killed at any call of the first save, or of forgetting: what is left keeps nobody from anything.

The label can be begun, taken up or forgotten, whichever makes sense, and no name stays behind.
"""

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from support.disks import Deadly, Killed
from support.evening import UNSYNCED, files, workshop_of

from workshop import paths
from workshop.errors import InUse, NotFound, Trouble
from workshop.store.folder import Folder
from workshop.store.forgetting import forget, found, is_cut_off
from workshop.store.labels import read_label
from workshop.store.listing import find, saved_in

MOST_CALLS = 500


def begin(path: Path, system: Deadly | None = None) -> None:
    """Begin a workshop as the program does, and leave it."""
    folder = Folder(path, system or UNSYNCED)
    folder.create(workshop_of(["talk"]))
    folder.close()


def killed_at_each_call(
    path: Path, act: Callable[[Deadly], object], step: int = 1
) -> Iterator[int]:
    """Yield after each kill, at the first call, the second, and so on, until there is none.

    Args:
        path: the folder, which is as it was before each.
        act: what is done on a disk that kills it.
        step: how many calls lie between two that kill.
    """
    before = path.parent / "before"
    if path.exists():
        shutil.copytree(path, before, symlinks=True)
    for nth in range(0, MOST_CALLS, step):
        shutil.rmtree(path, ignore_errors=True)
        if before.exists():
            shutil.copytree(before, path, symlinks=True)
        system = Deadly()
        system.calls_left = nth
        try:
            act(system)
        except Killed:
            yield nth
        else:
            assert nth > 10
            return
    raise AssertionError("no end of calls")


def test_after_a_kill_in_the_first_save_the_label_can_be_begun(tmp_path: Path) -> None:
    us = tmp_path / "data" / "us"
    us.parent.mkdir()

    for nth in killed_at_each_call(us, lambda system: begin(us, system)):
        if (us / paths.WORKSHOP).exists():
            assert find(us.parent, "us") == us, nth
            continue
        assert read_label(us.parent, "us") == "us", nth
        begin(us)
        assert set(files(us)) == {paths.WORKSHOP}, nth
        assert [saved.label for saved in saved_in(us.parent)] == ["us"]


def test_or_what_is_left_of_it_is_named_and_can_be_forgotten(tmp_path: Path) -> None:
    us = tmp_path / "data" / "us"
    us.parent.mkdir()

    for nth in killed_at_each_call(us, lambda system: begin(us, system)):
        if not us.exists() or (us / paths.WORKSHOP).exists():
            continue
        assert list(saved_in(us.parent)) == []
        with pytest.raises(NotFound, match=r"`workshop start --label us` begins it"):
            find(us.parent, "us")
        assert forget(found(us.parent, "us"), UNSYNCED), nth
        assert list(us.parent.iterdir()) == [], nth


def test_after_a_kill_in_forgetting_it_is_a_workshop_or_its_label_is_free(tmp_path: Path) -> None:
    us = tmp_path / "data" / "us"
    us.parent.mkdir()
    begin(us)
    (us / paths.NOTES / "1.toml").write_text("x")
    (us / f"{paths.WORKSHOP}.bak").write_text("ALEX and SAM")

    for nth in killed_at_each_call(us, lambda system: forget(us, system) and None):
        if (us / paths.WORKSHOP).exists():
            assert find(us.parent, "us") == us, nth
            forget(us, UNSYNCED)
            assert not us.exists()
        elif us.exists():
            assert set(files(us)) == set(), nth
            assert is_cut_off(us)
            begin(us)


def test_of_a_link_to_the_folder_no_link_to_nothing_is_left(tmp_path: Path) -> None:
    real, us = tmp_path / "real", tmp_path / "data" / "us"
    us.parent.mkdir()
    begin(real)
    us.symlink_to(real, target_is_directory=True)

    for nth in killed_at_each_call(real, lambda system: forget(us, system) and None):
        assert us.exists() or not us.is_symlink(), nth
        us.unlink(missing_ok=True)
        us.symlink_to(real, target_is_directory=True)


def test_what_somebody_keeps_in_a_folder_keeps_its_label(tmp_path: Path) -> None:
    (tmp_path / "us").mkdir()
    (tmp_path / "us" / "photo.jpg").write_bytes(b"theirs")

    with pytest.raises(Trouble, match="is not free"):
        read_label(tmp_path, "us")
    with pytest.raises(InUse, match="Choose another label"):
        begin(tmp_path / "us")
    with pytest.raises(NotFound):
        found(tmp_path, "us")

    assert (tmp_path / "us" / "photo.jpg").read_bytes() == b"theirs"


def test_two_who_begin_at_the_same_moment_make_one_workshop(tmp_path: Path) -> None:
    first = Folder(tmp_path / "us", UNSYNCED)
    first.create(workshop_of(["talk"]))

    with pytest.raises(InUse):
        begin(tmp_path / "us")
    first.close()
    with pytest.raises(InUse):
        begin(tmp_path / "us")

    assert set(files(tmp_path / "us")) == {paths.WORKSHOP}
