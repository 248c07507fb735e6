"""A law: Enter alone, however often, opens, seals, agrees, ends or deletes nothing; line by line.

The same in the room: `tests/tui/test_by_accident.py`.
"""

import io
from collections.abc import Callable
from pathlib import Path
from random import Random

import pytest
from support.couple import Couple, answering, by_chance
from support.effort import LONG, every
from support.evening import MadeUp, StillClock, chosen
from support.exercises import EVERYTHING, by_id, every_exercise
from support.nothing_decided import Watched

from workshop.cards.choice import Choice, Chosen, Farewell
from workshop.cards.deeds import Back, TakeUp
from workshop.core.course.session import Ask
from workshop.core.exercise import Exercise
from workshop.desk.desk import Desk
from workshop.desk.workshops import Plan, Workshops
from workshop.plain.face import Face
from workshop.plain.signals import Signals
from workshop.plain.terminal import Terminal

PRESSES = 24
"""How often Enter is pressed at each ask; a list may have that many rows."""
ASIDE: list[Callable[[Desk], None]] = [Desk.pause, Desk.leave, Desk.read, Desk.agreement]
"""What can be laid over a turn."""


class Enough(Exception):
    """Nothing more is typed."""


class Enters(io.TextIOBase):
    """Somebody who leans on the Enter key."""

    def __init__(self) -> None:
        self._left = PRESSES

    def readline(self, size: int | None = -1) -> str:  # type: ignore[override]  # noqa: ARG002
        if not self._left:
            raise Enough
        self._left -= 1
        return "\n"


def leans_on_enter(desk: Desk) -> None:
    with pytest.raises(Enough):
        Face(desk, Terminal(Enters(), io.StringIO(), {}, Signals())).run()


def check(data: Path, exercise: Exercise, couple: Couple) -> None:
    desks = Workshops(data, MadeUp([exercise]), StillClock(), Random(7))
    desk = desks.begin(Plan(("ALEX", "SAM"), (exercise.id,), "left", "us"))
    place = 0
    while not isinstance(asked := desk.ask(), Farewell):
        watched = Watched(data / "us")
        if isinstance(asked, Ask):
            ASIDE[place % len(ASIDE)](desk)
            aside = desk.ask()
            leans_on_enter(desk)
            assert desk.ask() == aside
            back(desk)
            assert desk.ask() == asked
            place += 1
        leans_on_enter(desk)
        after = desk.ask()
        watched.check()
        assert not isinstance(after, Farewell)
        if isinstance(asked, Choice) or not desk.card(asked).enter:
            assert after == asked
        desk.reply(chosen(after) if isinstance(after, Choice) else couple(after, desk.pair))
    desk.let_go()


def back(desk: Desk) -> None:
    """Go back to where they were."""
    while isinstance(aside := desk.ask(), Choice):
        on = next(deed for deed in (TakeUp(), Back()) if aside.option(deed) is not None)
        desk.reply(Chosen(on))


@pytest.mark.parametrize("exercise", every_exercise()[:: -every(3)], ids=by_id)
def test_in_every_exercise_there_is(tmp_path: Path, exercise: Exercise) -> None:
    check(tmp_path, exercise, answering)


@pytest.mark.parametrize("seed", range(6 if LONG else 1))
def test_whatever_was_answered_before(tmp_path: Path, seed: int) -> None:
    check(tmp_path, EVERYTHING, by_chance(seed))
