"""A whole evening in a locked workshop: no word of it in any file, and the same comes of it."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from support.choosing import moment
from support.couple import Couple, answering, deleting, keeping
from support.evening import UNSYNCED, MadeUp, StillClock, asks, begin, documents, drop, workshop_of
from support.exercises import EVERYTHING
from support.locks import lock, unlock, vault_of

from workshop import paths
from workshop.core.course.session import Ask
from workshop.core.turns import Write
from workshop.desk.desk import Desk
from workshop.store.folder import Folder
from workshop.store.outside import is_locked

MINE = "not said yet"
LIBRARY = MadeUp([EVERYTHING])
WORDS = [word.encode() for word in ('"ALEX"', "ALEX and SAM", " ALEX ", " SAM ", MINE)]


def folder_of(path: Path) -> Folder:
    """Open the folder of a workshop, locked or not."""
    folder = Folder(path, UNSYNCED, vault=vault_of(path) if is_locked(path) else None)
    folder.open()
    return folder


def opened(path: Path) -> Desk:
    """Sit down at a workshop, locked or not."""
    return Desk(folder_of(path), LIBRARY, StillClock())


def made(path: Path) -> Path:
    drop(begin(path, workshop_of([EVERYTHING.id]), LIBRARY))
    return path


def in_plain(path: Path) -> Iterator[str]:
    """Yield the name of each file that is no ciphertext, or has a word of theirs in it."""
    for file in path.rglob("*"):
        if not file.is_file() or file.name == paths.LOCK:
            continue
        data = file.read_bytes()
        is_sealed = file.suffix == paths.SEALED or file.name == paths.OUTSIDE
        if not is_sealed or any(word in data for word in WORDS):
            yield file.name


@pytest.mark.every(2)
@pytest.mark.parametrize("ends", [keeping, deleting])
def test_nothing_is_in_plain_at_any_time_and_the_same_comes_of_it(
    tmp_path: Path, ends: Callable[[Couple], Couple]
) -> None:
    plain, locked = made(tmp_path / "plain"), made(tmp_path / "locked")
    lock(locked)
    couple = ends(answering)

    for _asked in asks(opened(plain), couple):
        pass
    desk = opened(locked)
    for asked in asks(desk, couple):
        assert list(in_plain(locked)) == [], asked if isinstance(asked, Ask) else moment(asked)
    desk.stop()

    assert list(in_plain(locked)) == []
    unlock(locked)
    folder_of(plain).close()  # it is opened once more, as the other was to be unlocked
    assert documents(locked) == documents(plain)


def test_a_draft_is_ciphertext_too_and_is_there_again(tmp_path: Path) -> None:
    us = made(tmp_path / "us")
    lock(us)
    desk = opened(us)
    for asked in asks(desk):
        if isinstance(asked, Ask) and isinstance(asked.turn, Write):
            break
    desk.draft(MINE)
    drop(desk)

    assert list(in_plain(us)) == []
    again = opened(us)
    for _asked in asks(again):
        if MINE in str(again.ask()):
            break
    else:
        raise AssertionError("the draft is gone")
    drop(again)


def test_saved_at_another_place_it_is_locked_there(tmp_path: Path) -> None:
    us = made(tmp_path / "us")
    lock(us)
    desk = opened(us)
    for number, _asked in enumerate(asks(desk)):
        if number == 12:
            break

    desk._workshop.move_to(desk._workshop.folder.moved_to(tmp_path / "there"))
    drop(desk)

    assert list(in_plain(tmp_path / "there")) == []
    unlock(tmp_path / "there")
    unlock(us)
    assert documents(tmp_path / "there") == documents(us)
