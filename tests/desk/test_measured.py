"""What is measured is how long somebody talked: not what they read, nor how long they rested."""

from collections.abc import Callable
from pathlib import Path

import pytest
from support.evening import MadeUp, StillClock, asks, begin, documents, workshop_of
from support.exercises import exercise_of

from workshop.cards.choice import Chosen
from workshop.cards.deeds import Back
from workshop.core.course.session import Ask
from workshop.core.steps.speak import Speak
from workshop.core.turns.reply import DONE
from workshop.desk.desk import Desk
from workshop.store.documents import Notes

TALK = exercise_of([Speak(id="talk", prompt="Say one thing.")])
STOPS: dict[str, Callable[[Desk], None]] = {
    "pause": Desk.pause,
    "leave": Desk.leave,
    "readings": Desk.read,
    "agreement": Desk.agreement,
}


def talking(path: Path, clock: StillClock) -> Desk:
    """Return a desk at which the first of them has just begun to talk."""
    desk = begin(path, workshop_of([TALK.id]), MadeUp([TALK]), clock)
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
