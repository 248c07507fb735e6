"""A save that fails is told, nothing is lost, and it can be mended: again, elsewhere, or not."""

import errno
import os
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from support.choosing import moment
from support.couple import deciding, deleting, keeping
from support.disks import Full
from support.effort import every
from support.evening import (
    SHIPPED,
    MadeUp,
    StillClock,
    answer,
    begin,
    documents,
    files,
    resume,
    sit_through,
    workshop_of,
)
from support.exercises import SHORT

from workshop.cards.choice import Choice, Chosen, Farewell
from workshop.cards.deeds import Back, Overwrite, Retry, SaveElsewhere, StopUnsaved
from workshop.core.course.session import Ask
from workshop.desk.desk import Desk
from workshop.errors import Refused
from workshop.store.folder import Folder
from workshop.store.lock import WriterLock

COUPLE = keeping(deciding(consents=("other words", "yes")))
LIBRARY = MadeUp([SHORT])


def sit_down(path: Path, disk: Full) -> Desk:
    return begin(path, workshop_of([SHORT.id]), LIBRARY, system=disk)


def undisturbed(path: Path) -> dict[str, bytes]:
    """Return the files of an evening on a disk with room enough."""
    sit_through(sit_down(path, Full()), COUPLE)
    return files(path)


def is_unsaved(desk: Desk) -> bool:
    asked = desk.ask()
    return moment(asked) == "unsaved"


def failures(path: Path, disk: Full) -> Iterator[Desk]:
    """Yield the Desk whenever an answer could not be saved; every answer finds a full disk."""
    desk = sit_down(path, disk)
    while not isinstance(desk.ask(), Farewell):
        disk.below = path
        answer(desk, COUPLE)
        if is_unsaved(desk):
            yield desk
        disk.below = None
    desk.stop()


def test_trying_again_once_there_is_room_loses_nothing(tmp_path: Path) -> None:
    expected = undisturbed(tmp_path / "whole")
    disk, failed = Full(), 0

    for desk in failures(tmp_path / "us", disk):
        before = files(tmp_path / "us")
        desk.reply(Chosen(Retry()))
        assert is_unsaved(desk)
        assert files(tmp_path / "us") == before
        disk.below = None
        desk.reply(Chosen(Retry()))
        assert not is_unsaved(desk)
        failed += 1

    assert failed > 25
    assert files(tmp_path / "us") == expected


def test_a_full_disk_is_told_in_a_sentence_without_anybody_s_words(tmp_path: Path) -> None:
    disk = Full()

    for desk in failures(tmp_path / "us", disk):
        asked = desk.ask()
        assert isinstance(asked, Choice)
        assert "disk is full" in asked.lines[0] or "does not answer" in asked.lines[0]
        assert not any(mark in repr(asked) for mark in ("SEALED", "NOTE", "DRAFT"))
        disk.below = None
        desk.reply(Chosen(Retry()))


@pytest.mark.parametrize("nth", range(0, 25, every(4)))
def test_everything_can_be_saved_in_another_folder(tmp_path: Path, nth: int) -> None:
    expected = undisturbed(tmp_path / "whole")
    disk, elsewhere = Full(), tmp_path / "elsewhere"

    for number, desk in enumerate(failures(tmp_path / "us", disk)):
        if number == nth:
            desk.reply(Chosen(SaveElsewhere(), str(elsewhere)))
            break
        disk.below = None
        desk.reply(Chosen(Retry()))
    sit_through(desk, COUPLE)

    assert desk.path == elsewhere
    assert files(elsewhere) == expected


def test_an_evening_whose_folder_is_full_from_the_start_can_be_had_in_another_one(
    tmp_path: Path,
) -> None:
    expected = undisturbed(tmp_path / "whole")
    disk, elsewhere = Full(), tmp_path / "elsewhere"
    folder = Folder(tmp_path / "us", disk)
    folder.create(workshop_of([SHORT.id]))
    disk.below = tmp_path / "us"

    desk = Desk(folder, LIBRARY, StillClock())
    assert is_unsaved(desk)
    desk.reply(Chosen(SaveElsewhere(), str(elsewhere)))
    sit_through(desk, COUPLE)

    assert files(elsewhere) == expected


def test_what_was_kept_on_an_earlier_evening_is_saved_elsewhere_too(tmp_path: Path) -> None:
    undisturbed(tmp_path / "us")
    disk, clock, elsewhere = Full(), StillClock(), tmp_path / "elsewhere"
    clock.day += timedelta(days=7)
    desk = resume(tmp_path / "us", LIBRARY, clock, system=disk)
    before = files(tmp_path / "us")

    disk.below = tmp_path / "us"
    while not is_unsaved(desk):
        answer(desk, COUPLE)
    desk.reply(Chosen(SaveElsewhere(), str(elsewhere)))

    assert set(files(elsewhere)) == set(before)
    assert files(elsewhere)["kept/1.toml"] == before["kept/1.toml"]


def test_another_folder_that_is_full_too_is_told_and_can_be_tried_again(tmp_path: Path) -> None:
    expected = undisturbed(tmp_path / "whole")
    disk, elsewhere = Full(), tmp_path / "elsewhere"
    desk = next(failures(tmp_path / "us", disk))

    disk.below = tmp_path
    with pytest.raises(Refused, match="full"):
        desk.reply(Chosen(SaveElsewhere(), str(elsewhere)))
    assert is_unsaved(desk)
    disk.below = tmp_path / "us"
    desk.reply(Chosen(SaveElsewhere(), str(elsewhere)))
    sit_through(desk, COUPLE)

    assert files(elsewhere) == expected


def test_a_folder_that_is_there_already_is_not_written_into(tmp_path: Path) -> None:
    disk, taken = Full(), tmp_path / "taken"
    taken.mkdir()
    desk = next(failures(tmp_path / "us", disk))

    with pytest.raises(Refused, match="there already"):
        desk.reply(Chosen(SaveElsewhere(), str(taken)))

    assert is_unsaved(desk)
    assert list(taken.iterdir()) == []


@pytest.mark.parametrize("nth", range(0, 25, every(4)))
def test_stopping_without_saving_says_so_and_the_last_answer_is_asked_again(
    tmp_path: Path, nth: int
) -> None:
    expected = undisturbed(tmp_path / "whole")
    disk = Full()
    for number, desk in enumerate(failures(tmp_path / "us", disk)):
        if number == nth:
            before = files(tmp_path / "us")
            desk.reply(Chosen(StopUnsaved()))
            break
        disk.below = None
        desk.reply(Chosen(Retry()))

    ended = desk.stop()
    disk.below = None

    assert not ended.saved
    assert files(tmp_path / "us") == before
    documents(tmp_path / "us")
    sit_through(resume(tmp_path / "us", LIBRARY, system=disk), COUPLE)
    assert files(tmp_path / "us") == expected


def test_what_somebody_else_wrote_meanwhile_is_kept_beside_what_is_saved(tmp_path: Path) -> None:
    couple = deleting(deciding())
    desk = begin(tmp_path / "us", workshop_of(["compromise"]), SHIPPED)
    while not (isinstance(asked := desk.ask(), Ask) and asked.turn.id == "issue"):
        answer(desk, couple)
    notes = tmp_path / "us" / "notes" / "1.toml"
    theirs = notes.read_bytes() + b"# written by another program\n"
    notes.write_bytes(theirs)

    answer(desk, couple)
    assert is_unsaved(desk)
    assert notes.read_bytes() == theirs
    desk.reply(Chosen(Overwrite()))

    assert not is_unsaved(desk)
    assert b"NOTE" in notes.read_bytes()
    assert notes.with_name("1.toml.conflict").read_bytes() == theirs


class Lockless(Full):
    """A disk that has no locks, as some network disks."""

    def lock(self, descriptor: int) -> None:  # noqa: ARG002  whatever is asked
        raise OSError(errno.ENOLCK, os.strerror(errno.ENOLCK))


def test_on_a_disk_without_locks_they_are_told_and_can_go_on(tmp_path: Path) -> None:
    expected = undisturbed(tmp_path / "whole")
    desk = sit_down(tmp_path / "us", Lockless())

    asked = desk.ask()
    assert isinstance(asked, Choice)
    assert "in this window alone" in asked.lines[0]
    desk.reply(Chosen(Back()))
    sit_through(desk, COUPLE)

    assert files(tmp_path / "us") == expected


def test_who_moves_to_a_disk_without_locks_is_told_there(tmp_path: Path) -> None:
    class Partly(Lockless):
        def lock(self, descriptor: int) -> None:
            if self.below is not None:
                super().lock(descriptor)

    disk = Partly()
    desk = next(failures(tmp_path / "us", disk))
    desk.reply(Chosen(SaveElsewhere(), str(tmp_path / "elsewhere")))

    asked = desk.ask()
    assert isinstance(asked, Choice)
    assert "in this window alone" in asked.lines[0]


def test_a_window_that_came_in_after_the_lock_was_removed_is_told_before_anything_is_saved(
    tmp_path: Path,
) -> None:
    couple = deleting(deciding())
    desk = begin(tmp_path / "us", workshop_of(["compromise"]), SHIPPED)
    while not (isinstance(asked := desk.ask(), Ask) and asked.turn.id == "issue"):
        answer(desk, couple)
    before = files(tmp_path / "us")
    (tmp_path / "us" / ".lock").unlink()

    with WriterLock(tmp_path / "us"):
        answer(desk, couple)
        asked = desk.ask()
        assert isinstance(asked, Choice)
        assert "open in another window" in asked.lines[0]
        assert files(tmp_path / "us") == before
    desk.reply(Chosen(Retry()))

    assert not is_unsaved(desk)
    assert b"NOTE" in (tmp_path / "us" / "notes" / "1.toml").read_bytes()
