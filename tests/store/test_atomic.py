"""One save: what it leaves on the disk, and what it says when it cannot."""

import errno
import os
import shutil
import stat
from collections.abc import Iterator
from pathlib import Path

import pytest

from workshop.errors import NotSaved
from workshop.store.atomic import save
from workshop.system import System


class Refusing(System):
    """Refuses one call, as a disk does or by ctrl+c."""

    def __init__(self, call: str, error: int | BaseException) -> None:
        def refuse(*args: object) -> None:
            raise error if isinstance(error, BaseException) else OSError(error, os.strerror(error))

        setattr(self, call, refuse)


@pytest.fixture
def odd_umask() -> Iterator[None]:
    before = os.umask(0o277)
    yield
    os.umask(before)


def mode(path: Path) -> int:
    return stat.S_IMODE(path.stat().st_mode)


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


@pytest.mark.parametrize("data", [b"", b"a\r\nb\n\x00\xff", bytes(range(256)) * 4096])
def test_what_is_saved_is_read_back_byte_for_byte(tmp_path: Path, data: bytes) -> None:
    save(tmp_path / "a.toml", data)

    assert (tmp_path / "a.toml").read_bytes() == data


def test_saving_replaces_what_was_there_and_leaves_nothing_beside_it(tmp_path: Path) -> None:
    save(tmp_path / "a.toml", b"a long first text")
    save(tmp_path / "a.toml", b"short")

    assert (tmp_path / "a.toml").read_bytes() == b"short"
    assert names(tmp_path) == ["a.toml"]


@pytest.mark.parametrize(
    "name", ["Zoë & Сэм.toml", "二人 👩🏽‍🤝‍👨🏿.toml", "n" * 255, " .tmp", "-rf"]
)
def test_any_name_a_file_can_have_will_do(tmp_path: Path, name: str) -> None:
    save(tmp_path / name, b"ours")

    assert (tmp_path / name).read_bytes() == b"ours"


def test_only_the_owner_may_read_whatever_the_umask(tmp_path: Path, odd_umask: None) -> None:
    save(tmp_path / "a.toml", b"ours")

    assert mode(tmp_path / "a.toml") == 0o600


def test_a_file_that_others_could_read_is_closed_to_them(tmp_path: Path) -> None:
    (tmp_path / "a.toml").write_bytes(b"ours")
    (tmp_path / "a.toml").chmod(0o644)

    save(tmp_path / "a.toml", b"ours")

    assert mode(tmp_path / "a.toml") == 0o600


def test_nobody_else_may_read_it_even_while_it_is_being_written(tmp_path: Path) -> None:
    class Watching(System):
        def fchmod(self, descriptor: int, mode: int) -> None:
            assert stat.S_IMODE(os.fstat(descriptor).st_mode) & 0o077 == 0
            super().fchmod(descriptor, mode)

    before = os.umask(0)
    try:
        save(tmp_path / "a.toml", b"ours", Watching())
    finally:
        os.umask(before)


@pytest.mark.parametrize("planted", ["symlink_to", "hardlink_to"])
def test_what_a_link_in_its_place_leads_to_is_left_alone(tmp_path: Path, planted: str) -> None:
    victim = tmp_path / "victim"
    victim.write_bytes(b"theirs")
    getattr(tmp_path / "a.toml", planted)(victim)

    save(tmp_path / "a.toml", b"ours")

    assert victim.read_bytes() == b"theirs"
    assert not (tmp_path / "a.toml").is_symlink()
    assert (tmp_path / "a.toml").read_bytes() == b"ours"


def test_a_link_on_the_way_to_it_is_followed(tmp_path: Path) -> None:
    (tmp_path / "there").mkdir()
    (tmp_path / "here").symlink_to(tmp_path / "there", target_is_directory=True)

    save(tmp_path / "here" / "a.toml", b"ours")

    assert (tmp_path / "here").is_symlink()
    assert names(tmp_path / "there") == ["a.toml"]


@pytest.mark.parametrize("taken", ["symlink_to", "hardlink_to"])
def test_a_temporary_name_that_is_taken_is_never_written_through(
    tmp_path: Path, taken: str
) -> None:
    class Foreseen(System):
        def token(self) -> str:
            return "0123456789abcdef"

    (tmp_path / "victim").write_bytes(b"theirs")
    getattr(tmp_path / ".equal-say-0123456789abcdef.tmp", taken)(tmp_path / "victim")

    with pytest.raises(NotSaved):
        save(tmp_path / "a.toml", b"ours", Foreseen())

    assert (tmp_path / "victim").read_bytes() == b"theirs"
    assert not (tmp_path / "a.toml").exists()


def test_a_folder_that_is_gone_is_told_and_not_made_again(tmp_path: Path) -> None:
    with pytest.raises(NotSaved, match="no longer there"):
        save(tmp_path / "gone" / "a.toml", b"ours")

    assert names(tmp_path) == []


def test_a_folder_that_goes_in_the_middle_of_a_save_is_told(tmp_path: Path) -> None:
    class GoneBeforeTheEnd(System):
        def replace(self, source: Path, target: Path) -> None:
            shutil.rmtree(target.parent)
            super().replace(source, target)

    (tmp_path / "folder").mkdir()

    with pytest.raises(NotSaved, match=r"was not saved.*no longer there"):
        save(tmp_path / "folder" / "a.toml", b"ours", GoneBeforeTheEnd())

    assert names(tmp_path) == []


def test_a_folder_in_the_place_of_the_file_is_told_and_kept(tmp_path: Path) -> None:
    (tmp_path / "a.toml").mkdir()

    with pytest.raises(NotSaved, match="nothing on the disk was changed"):
        save(tmp_path / "a.toml", b"ours")

    assert names(tmp_path) == ["a.toml"]


@pytest.mark.parametrize("name", ["a\0b", "lone \ud800 surrogate"])
def test_a_name_no_file_can_have_is_told(tmp_path: Path, name: str) -> None:
    with pytest.raises(NotSaved, match="cannot use that name"):
        save(tmp_path / name, b"ours")


@pytest.mark.parametrize(
    ("code", "words"),
    [
        (errno.ENOSPC, "The disk is full"),
        (errno.EDQUOT, "The disk is full"),
        (errno.EACCES, "check its rights"),
        (errno.EPERM, "check its rights"),
        (errno.EROFS, "can only be read"),
        (errno.ENOENT, "no longer there"),
        (errno.EIO, "does not answer"),
        (errno.ESTALE, "does not answer"),
        (errno.EMLINK, os.strerror(errno.EMLINK)),
    ],
)
def test_the_sentence_says_what_happened_what_stands_and_what_to_do(
    tmp_path: Path, code: int, words: str
) -> None:
    with pytest.raises(NotSaved) as told:
        save(tmp_path / "a.toml", b"our secret", Refusing("write", code))

    sentence = told.value.sentence
    assert words in sentence
    assert "a.toml was not saved; nothing on the disk was changed." in sentence
    assert "Then save again, or choose another place." in sentence
    assert "secret" not in sentence


def test_the_sentence_cannot_act_on_the_terminal(tmp_path: Path) -> None:
    with pytest.raises(NotSaved) as told:
        save(tmp_path / "gone\x1b[2J\u202e" / "a.toml", b"ours")

    assert told.value.sentence.isprintable()


def test_a_lost_answer_to_the_replace_is_not_told_as_nothing_changed(tmp_path: Path) -> None:
    class LosesAnswers(System):
        def replace(self, source: Path, target: Path) -> None:
            super().replace(source, target)
            raise OSError(errno.EIO, os.strerror(errno.EIO))

    with pytest.raises(NotSaved, match="not certain that"):
        save(tmp_path / "a.toml", b"ours", LosesAnswers())


@pytest.mark.parametrize("call", ["open", "fchmod", "write", "fsync", "close", "replace"])
def test_an_interrupt_goes_on_upwards_and_leaves_the_old_file_alone(
    tmp_path: Path, call: str
) -> None:
    save(tmp_path / "a.toml", b"old")

    with pytest.raises(KeyboardInterrupt):
        save(tmp_path / "a.toml", b"new", Refusing(call, KeyboardInterrupt()))

    assert (tmp_path / "a.toml").read_bytes() == b"old"
    assert names(tmp_path) == ["a.toml"]


def test_a_disk_that_takes_nothing_and_says_nothing_is_not_waited_for(tmp_path: Path) -> None:
    system = System()
    system.write = lambda *_: 0  # type: ignore[method-assign]

    with pytest.raises(NotSaved):
        save(tmp_path / "a.toml", b"ours", system)
