"""Sweeping, removing and making folders, when the disk does what it is asked and when not."""

import errno
import os
import stat
from collections.abc import Iterator
from pathlib import Path
from random import Random

import pytest
from support.evening import SHIPPED, StillClock

from workshop.cli import main
from workshop.desk.workshops import Plan, Workshops
from workshop.errors import NotSaved
from workshop.store.atomic import make_folder, remove, save, sweep
from workshop.system import System

LEFT_BEHIND = ".equal-say-0123456789abcdef.tmp"


class Refusing(System):
    """Refuses one call for ever, as a disk does or by ctrl+c; and perhaps another with EIO."""

    def __init__(self, call: str, error: int | BaseException, other: str = "") -> None:
        def refuse(*args: object) -> None:
            raise error if isinstance(error, BaseException) else OSError(error, os.strerror(error))

        def fail(*args: object) -> None:
            raise OSError(errno.EIO, os.strerror(errno.EIO))

        setattr(self, call, refuse)
        if other:
            setattr(self, other, fail)


@pytest.fixture
def odd_umask() -> Iterator[None]:
    before = os.umask(0o277)
    yield
    os.umask(before)


def mode(path: Path) -> int:
    return stat.S_IMODE(path.stat().st_mode)


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


# -- sweep --------------------------------------------------------------------------------------


def test_what_a_killed_save_leaves_is_swept_and_nothing_else(tmp_path: Path) -> None:
    others = [
        "a.toml",
        ".lock",
        ".equal-say-.tmp",
        "x.tmp",
        f"{LEFT_BEHIND}.bak",
        f"my{LEFT_BEHIND}",
    ]
    for name in others:
        (tmp_path / name).write_bytes(b"theirs")
    below = tmp_path / "below"
    below.mkdir()
    (below / LEFT_BEHIND).write_bytes(b"below")
    a_folder = tmp_path / ".equal-say-aaaaaaaaaaaaaaaa.tmp"
    a_folder.mkdir()
    a_link = tmp_path / ".equal-say-bbbbbbbbbbbbbbbb.tmp"
    a_link.symlink_to(tmp_path / "a.toml")
    with pytest.raises(KeyboardInterrupt):
        save(tmp_path / "a.toml", b"ours", Refusing("replace", KeyboardInterrupt(), "unlink"))
    before = set(tmp_path.iterdir())

    sweep(tmp_path)

    (gone,) = before - set(tmp_path.iterdir())
    assert gone.name.endswith(".tmp")
    assert names(tmp_path) == sorted([*others, "below", a_folder.name, a_link.name])
    assert names(below) == [LEFT_BEHIND]


def test_sweeping_a_folder_that_is_not_there_does_nothing(tmp_path: Path) -> None:
    sweep(tmp_path / "gone")

    assert names(tmp_path) == []


def test_what_cannot_be_swept_does_not_stop_the_start(tmp_path: Path) -> None:
    (tmp_path / LEFT_BEHIND).write_bytes(b"")

    sweep(tmp_path, Refusing("unlink", errno.EACCES))

    assert names(tmp_path) == [LEFT_BEHIND]


# -- make_folder --------------------------------------------------------------------------------


def test_a_folder_and_those_missing_above_it_are_for_the_owner_only(
    tmp_path: Path, odd_umask: None
) -> None:
    tmp_path.chmod(0o755)

    make_folder(tmp_path / "a" / "b")

    assert [mode(tmp_path / name) for name in ("a/b", "a", "")] == [0o700, 0o700, 0o755]


def test_nobody_else_may_enter_a_folder_even_while_it_is_made(tmp_path: Path) -> None:
    class Watching(System):
        def chmod(self, path: Path, mode: int) -> None:
            assert stat.S_IMODE(path.stat().st_mode) & 0o077 == 0
            super().chmod(path, mode)

    before = os.umask(0)
    try:
        make_folder(tmp_path / "a", Watching())
    finally:
        os.umask(before)


def test_a_folder_that_is_there_stays_as_it_is(tmp_path: Path) -> None:
    (tmp_path / "a").mkdir()
    (tmp_path / "a").chmod(0o750)
    (tmp_path / "link").symlink_to(tmp_path / "a")

    make_folder(tmp_path / "a")
    make_folder(tmp_path / "link")

    assert mode(tmp_path / "a") == 0o750
    assert (tmp_path / "link").is_symlink()


def test_a_folder_that_is_there_will_do_though_the_one_above_cannot_be_opened(
    tmp_path: Path,
) -> None:
    make_folder(tmp_path, Refusing("open_folder", errno.EACCES))


def test_a_file_in_the_way_of_a_folder_is_told_and_kept(tmp_path: Path) -> None:
    (tmp_path / "a").write_bytes(b"theirs")

    with pytest.raises(NotSaved, match="was not made"):
        make_folder(tmp_path / "a" / "b")

    assert (tmp_path / "a").read_bytes() == b"theirs"


@pytest.mark.parametrize("call", ["mkdir", "chmod", "open_folder", "fsync"])
def test_a_folder_that_cannot_be_made_safe_is_told_and_not_left_half_made(
    tmp_path: Path, call: str
) -> None:
    with pytest.raises(NotSaved, match=r"was not made\. The disk is full"):
        make_folder(tmp_path / "a" / "b", Refusing(call, errno.ENOSPC))

    assert names(tmp_path) == []


# -- remove -------------------------------------------------------------------------------------


def test_a_removed_file_is_gone_and_its_neighbours_are_not(tmp_path: Path) -> None:
    save(tmp_path / "a.toml", b"ours")
    save(tmp_path / "b.toml", b"ours")

    remove(tmp_path / "a.toml")

    assert names(tmp_path) == ["b.toml"]


def test_removing_what_is_not_there_is_fine(tmp_path: Path) -> None:
    remove(tmp_path / "a.toml")
    remove(tmp_path / "gone" / "a.toml")

    assert names(tmp_path) == []


def test_removing_a_link_leaves_what_it_leads_to(tmp_path: Path) -> None:
    (tmp_path / "victim").write_bytes(b"theirs")
    (tmp_path / "a.toml").symlink_to(tmp_path / "victim")

    remove(tmp_path / "a.toml")

    assert names(tmp_path) == ["victim"]
    assert (tmp_path / "victim").read_bytes() == b"theirs"


def test_a_file_that_cannot_be_removed_is_told_as_perhaps_still_there(tmp_path: Path) -> None:
    save(tmp_path / "a.toml", b"ours")

    with pytest.raises(NotSaved, match=r"could not be removed and may still be there\. .*rights"):
        remove(tmp_path / "a.toml", Refusing("unlink", errno.EACCES))

    assert names(tmp_path) == ["a.toml"]


def test_a_workshop_that_is_open_to_others_is_closed_when_it_is_opened(tmp_path: Path) -> None:
    desks = Workshops(tmp_path, SHIPPED, StillClock(), Random(7))
    desks.begin(Plan(("ALEX", "SAM"), ("appreciation",), label="us")).let_go()
    (tmp_path / "us").chmod(0o755)

    desks.resume(tmp_path / "us").let_go()

    assert mode(tmp_path / "us") == 0o700


def test_where_says_that_others_can_look_into_it(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    desks = Workshops(tmp_path, SHIPPED, StillClock(), Random(7))
    desks.begin(Plan(("ALEX", "SAM"), ("appreciation",), label="us")).let_go()
    main(["--data", str(tmp_path), "where"])
    before = capsys.readouterr().out
    (tmp_path / "us").chmod(0o711)

    main(["--data", str(tmp_path), "where"])

    told = f"Others on this machine can look into {tmp_path / 'us'}: chmod 700 closes it."
    assert told not in before
    assert told in capsys.readouterr().out
