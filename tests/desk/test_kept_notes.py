"""Both keep the notes: what was opened is in them, of each, with its question; nothing else is."""

from datetime import timedelta
from pathlib import Path

import pytest
from support.couple import Couple, answering, deciding, deleting, keeping
from support.evening import (
    MadeUp,
    StillClock,
    asks,
    begin,
    documents,
    drop,
    resume,
    sit_through,
    workshop_of,
)
from support.exercises import exercise_of

from workshop.core.steps import AnyStep
from workshop.core.steps.choose import Choose
from workshop.core.steps.circles import Circles
from workshop.core.steps.divide import Divide
from workshop.core.steps.pick import Pick
from workshop.core.steps.rate import Rate, Scale
from workshop.core.steps.write import Write
from workshop.desk.desk import Desk
from workshop.store.documents import Kept, KeptAnswer

ASKED = "What is it for you, {me}?"
THINGS = ("Salt", "Pepper", "Bread")
OPEN = Write(id="open", prompt=ASKED)
CIRCLES = Circles(id="circles", prompt=ASKED, inner="What stays, {me}?", outer="What can bend?")
SEALED: tuple[AnyStep, ...] = (
    Write(id="write", privacy="sealed", prompt=ASKED),
    Rate(
        id="rate",
        prompt=ASKED,
        items=THINGS,
        scales=(Scale(question="How I see it", options=("mine", "yours")),),
    ),
    Pick(id="pick", prompt=ASKED, options=THINGS),
    Choose(id="choose", prompt=ASKED, options=THINGS),
    Divide(id="divide", prompt=ASKED, of="goods", options=THINGS),
)


def kept(path: Path, step: AnyStep, couple: Couple = answering) -> tuple[KeptAnswer, ...]:
    """Return what is kept of an evening with this step, where both keep the notes."""
    exercise = exercise_of([OPEN, step])
    desk = begin(path / "us", workshop_of([exercise.id]), MadeUp([exercise]))
    sit_through(desk, keeping(couple))
    found = documents(path / "us")["kept/1.toml"]
    assert isinstance(found, Kept)
    return tuple(one for one in found.answers if "[NOTE" not in one.text)


def done_once(path: Path) -> Desk:
    """Return a desk at which one exercise is done, whose notes somebody deleted since."""
    exercise = exercise_of([OPEN])
    desk = begin(path, workshop_of([exercise.id]), MadeUp([exercise]))
    next(None for _asked in asks(desk) if desk._workshop.exercises.done)
    (path / "notes" / "1.toml").unlink()
    return desk


def test_notes_that_are_gone_since_are_kept_from_memory(tmp_path: Path) -> None:
    desk = done_once(tmp_path / "us")

    farewell = sit_through(desk, keeping(answering))

    assert isinstance(documents(tmp_path / "us")["kept/1.toml"], Kept)
    assert not any("not there any more" in line for line in farewell.lines)


def test_notes_that_were_gone_before_they_came_back_are_told(tmp_path: Path) -> None:
    us = tmp_path / "us"
    drop(done_once(us))
    desk = resume(us, MadeUp([exercise_of([OPEN])]))

    farewell = sit_through(desk, keeping(answering))

    assert any("The notes of 1 exercise were not there" in line for line in farewell.lines)
    assert not documents(us).keys() & {"kept/1.toml"}


def test_an_evening_that_went_on_past_midnight_is_told_nothing_at_the_next(tmp_path: Path) -> None:
    exercise, clock = exercise_of([OPEN]), StillClock()
    library = MadeUp([exercise])
    desk = begin(tmp_path / "us", workshop_of([exercise.id]), library, clock)
    next(None for _asked in asks(desk) if (tmp_path / "us" / "notes" / "1.toml").exists())
    clock.day += timedelta(days=1)
    sit_through(desk, deleting(answering))
    clock.day += timedelta(days=7)

    farewell = sit_through(resume(tmp_path / "us", library, clock))

    assert "closed" in farewell.lines[0] or "finished" in farewell.lines[0]
    assert not any("not there any more" in line for line in farewell.lines)


@pytest.mark.parametrize("step", SEALED, ids=[step.id for step in SEALED])
def test_what_both_opened_is_kept_of_each_with_its_question(tmp_path: Path, step: AnyStep) -> None:
    answers = kept(tmp_path, step)

    assert [(one.who, one.prompt) for one in answers] == [
        ("ALEX", "What is it for you, ALEX?"),
        ("SAM", "What is it for you, SAM?"),
    ]
    assert all(one.text for one in answers)


def test_circles_that_both_opened_are_kept_each_under_its_own_question(tmp_path: Path) -> None:
    answers = kept(tmp_path, CIRCLES)

    assert [(one.who, one.prompt) for one in answers] == [
        ("ALEX", "What stays, ALEX?"),
        ("ALEX", "What can bend?"),
        ("SAM", "What stays, SAM?"),
        ("SAM", "What can bend?"),
    ]
    assert [len(one.text.split("\n")) for one in answers] == [1, 2, 1, 2]


@pytest.mark.parametrize("step", [*SEALED, CIRCLES], ids=lambda step: step.id)
def test_what_stayed_closed_is_not_kept_of_anybody(tmp_path: Path, step: AnyStep) -> None:
    assert kept(tmp_path, step, deciding(sealed=("write", "throw away"))) == ()
