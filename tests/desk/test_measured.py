"""What is measured is how long somebody talked: not what they read, nor how long they rested."""

import errno
import os
from collections.abc import Callable
from pathlib import Path

import pytest
from support.evening import (
    UNSYNCED,
    MadeUp,
    StillClock,
    Unsynced,
    asks,
    begin,
    documents,
    drop,
    files,
    workshop_of,
)
from support.exercises import exercise_of

from workshop.cards.choice import Chosen, Deed
from workshop.cards.deeds import Back, Begin, CloseEvening, Retry, TakeAnother
from workshop.core.course.session import Ask
from workshop.core.steps.speak import Speak
from workshop.core.turns.reply import DONE
from workshop.desk.desk import Desk
from workshop.store.documents import Notes
from workshop.system import System

TALK = exercise_of([Speak(id="talk", prompt="Say one thing.")])
STOPS: dict[str, Callable[[Desk], None]] = {
    "pause": Desk.pause,
    "leave": Desk.leave,
    "readings": Desk.read,
    "agreement": Desk.agreement,
}


class Failing(Unsynced):
    """A disk that takes nothing while it fails.

    Attributes:
        fails: whether it does.
    """

    fails = False

    def open(self, path: Path, flags: int, mode: int) -> int:
        if self.fails and flags & os.O_CREAT:
            raise OSError(errno.ENOSPC, "No space left on device")
        return super().open(path, flags, mode)


def talking(path: Path, clock: StillClock, system: System = UNSYNCED) -> Desk:
    """Return a desk at which the first of them has just begun to talk."""
    desk = begin(path, workshop_of([TALK.id]), MadeUp([TALK]), clock, system)
    for asked in asks(desk):
        if isinstance(asked, Ask) and asked.turn.id == "talk/1":
            return desk
    raise AssertionError("nobody talks")


@pytest.mark.parametrize("stop", STOPS.values(), ids=STOPS)
def test_the_clock_stands_from_when_something_lies_over_the_turn_until_they_go_on(
    tmp_path: Path, stop: Callable[[Desk], None]
) -> None:
    clock = StillClock()
    desk = talking(tmp_path / "us", clock)

    clock.now += 10
    stop(desk)
    clock.now += 600
    assert desk.seconds == 10
    desk.reply(Chosen(Back()))
    clock.now += 5
    desk.reply(DONE)

    notes = documents(tmp_path / "us")["notes/1.toml"]
    assert isinstance(notes, Notes)
    assert [(entry.turn, entry.seconds) for entry in notes.entries] == [("talk/1", 15)]


def test_the_next_turn_is_measured_from_its_beginning(tmp_path: Path) -> None:
    clock = StillClock()
    desk = talking(tmp_path / "us", clock)

    clock.now += 40
    desk.reply(DONE)

    assert desk.seconds == 0


@pytest.mark.parametrize(
    "deeds", [[CloseEvening()], [TakeAnother(), Begin(TALK.id)]], ids=["closed", "another begun"]
)
def test_what_follows_a_turn_that_was_left_is_measured_from_its_own_beginning(
    tmp_path: Path, deeds: list[Deed]
) -> None:
    clock = StillClock()
    desk = talking(tmp_path / "us", clock)

    clock.now += 500
    desk.leave()
    for deed in deeds:
        desk.reply(Chosen(deed))

    assert desk.seconds == 0


def test_a_turn_passed_over_too_soon_comes_back_with_the_time_that_was_talked(
    tmp_path: Path,
) -> None:
    clock = StillClock()
    desk = talking(tmp_path / "us", clock)
    clock.now += 40
    desk.reply(DONE)
    clock.now += 3

    desk.reopen()
    assert desk.seconds == 40
    clock.now += 20
    desk.reply(DONE)

    notes = documents(tmp_path / "us")["notes/1.toml"]
    assert isinstance(notes, Notes)
    assert [(entry.turn, entry.seconds) for entry in notes.entries] == [("talk/1", 60)]


def test_after_a_stop_it_is_asked_as_if_it_had_never_been_passed_over(tmp_path: Path) -> None:
    desk = talking(tmp_path / "us", StillClock())
    before = files(tmp_path / "us")

    desk.reply(DONE)
    desk.reopen()
    drop(desk)

    assert files(tmp_path / "us") == before


def test_what_cannot_be_saved_is_nobodys_time_however_often_it_is_tried(tmp_path: Path) -> None:
    clock, system = StillClock(), Failing()
    desk = talking(tmp_path / "us", clock, system)
    clock.now += 20
    system.fails = True

    desk.reply(DONE)
    clock.now += 300
    desk.reply(Chosen(Retry()))
    clock.now += 300
    assert desk.seconds == 0
    system.fails = False
    desk.reply(Chosen(Retry()))
    clock.now += 7

    assert desk.seconds == 7
