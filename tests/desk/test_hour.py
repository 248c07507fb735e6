"""The hour of a guided session: real minutes beside planned ones, which outlast a kill."""

from pathlib import Path

import pytest
from support.couple import answering, passing
from support.disks import Full
from support.evening import (
    SHIPPED,
    StillClock,
    answer,
    asks,
    begin,
    documents,
    drop,
    files,
    resume,
    sit_through,
    workshop_of,
)

from workshop.cards.panel import Panel
from workshop.core.course.session import Ask
from workshop.core.turns import Read, Speak
from workshop.desk.desk import Desk
from workshop.store.documents import EveningNotes
from workshop.store.workshop import Workshop

FIFTY = SHIPPED.programme("fifty-minutes")


def guided(*path: str, programme: str | None = None) -> Workshop:
    return workshop_of(path).model_copy(update={"guided": True, "programme": programme})


def at(folder: Path, clock: StillClock, *path: str, kind: type = Speak) -> Desk:
    """Return a session of two who were guided to the first turn of a kind."""
    desk = begin(folder, guided(*path), clock=clock)
    for asked in asks(desk, answering):
        if isinstance(asked, Ask) and isinstance(asked.turn, kind):
            return desk
    raise AssertionError("there is none")


def used(panel: Panel) -> tuple[int | None, int | None, int]:
    """Return the minutes used for step, exercise and session."""
    step, exercise = panel.step, panel.exercise
    return (
        step.used if step else None,
        exercise.used if exercise else None,
        panel.session.used,
    )


def test_what_goes_by_counts_for_step_exercise_and_session_pauses_and_all(tmp_path: Path) -> None:
    clock = StillClock()
    desk = begin(tmp_path / "a", guided("active-listening"), clock=clock)
    clock.now = 180
    answer(desk, answering)  # whether now is good
    assert used(desk.panel()) == (0, 0, 3)

    desk.pause()
    clock.now += 300

    assert used(desk.panel()) == (5, 5, 8)
    assert desk.panel().clock == 480


def test_the_next_step_begins_anew(tmp_path: Path) -> None:
    clock = StillClock()
    desk = begin(tmp_path / "a", guided("active-listening"), clock=clock)
    answer(desk, answering)
    step = desk.panel().step
    clock.now = 120
    while desk.panel().step == step or (desk.panel().step or step).what == step.what:
        answer(desk, answering)

    assert used(desk.panel()) == (0, 2, 2)


def test_a_kill_loses_no_more_than_went_by_since_the_last_answer(tmp_path: Path) -> None:
    clock = StillClock()
    desk = at(tmp_path / "a", clock, "active-listening")
    for _number in range(3):
        clock.now += 100
        answer(desk, answering)
        before = desk.panel()
        drop(desk)
        desk = resume(tmp_path / "a", clock=clock)
        if not isinstance(desk.ask(), Ask):
            answer(desk, answering)

        assert desk.panel() == before


def test_a_long_talk_without_an_answer_outlasts_a_kill_but_for_seconds(tmp_path: Path) -> None:
    clock = StillClock()
    desk = at(tmp_path / "a", clock, "active-listening")
    for _tick in range(120):
        clock.now += 5
        desk.tick()
    drop(desk)

    desk = resume(tmp_path / "a", clock=clock)

    assert 0 <= 600 - desk.panel().clock < 20


def test_a_disk_that_does_not_take_the_time_disturbs_nobody(tmp_path: Path) -> None:
    clock, disk = StillClock(), Full()
    desk = begin(tmp_path / "a", guided("active-listening"), clock=clock, system=disk)
    answer(desk, answering)
    asked = desk.ask()
    disk.below = tmp_path / "a"
    clock.now += 60

    desk.tick()

    assert desk.ask() == asked


def test_minutes_of_a_guided_exercise_are_those_really_used(tmp_path: Path) -> None:
    clock = StillClock()
    desk = begin(tmp_path / "a", guided("active-listening", "time-out-plan"), clock=clock)
    answer(desk, answering)
    answer(desk, answering)  # the first on the path begins
    desk.pause()
    clock.now = 22 * 60
    answer(desk, answering)  # they go on
    for _asked in asks(desk, passing):
        workshop = documents(tmp_path / "a")["workshop.toml"]
        assert isinstance(workshop, Workshop)
        if workshop.done:
            break

    assert [one.minutes for one in workshop.done] == [22]


def test_a_programme_s_own_hour_is_what_is_planned(tmp_path: Path) -> None:
    workshop = guided(*FIFTY.path, programme=FIFTY.id)
    desk = begin(tmp_path / "a", workshop)
    evening = FIFTY.evenings[0]
    minutes = [SHIPPED.exercise(id).minutes for id in evening.exercises]

    assert desk.panel().session.planned == evening.takes(minutes)


def test_one_exercise_is_planned_with_its_opening_and_close(tmp_path: Path) -> None:
    desk = begin(tmp_path / "a", guided("active-listening"))

    assert desk.panel().session.planned == SHIPPED.exercise("active-listening").minutes + 10


def test_what_is_planned_for_the_steps_adds_up_to_the_exercise(tmp_path: Path) -> None:
    desk = begin(tmp_path / "a", guided("active-listening"))
    planned: dict[str, int] = {}
    for _asked in asks(desk, answering):
        panel = desk.panel()
        if panel.step is not None and panel.exercise is not None:
            planned[panel.step.what] = panel.step.planned or 0
            whole = panel.exercise.planned

    assert whole is not None
    assert abs(sum(planned.values()) - whole) <= len(planned) / 2 + 1


@pytest.mark.parametrize(("left", "mark"), [(11, None), (10, 10), (3, 10), (2, 2), (0, 2), (-9, 2)])
def test_ten_and_two_minutes_before_the_end_there_is_a_mark(
    tmp_path: Path, left: int, mark: int | None
) -> None:
    clock = StillClock()
    desk = at(tmp_path / "a", clock, "active-listening", kind=Read)
    planned = desk.panel().session.planned
    assert planned is not None

    clock.now = (planned - left) * 60

    assert desk.mark == mark


def test_what_comes_next_is_the_next_step_then_the_next_exercise(tmp_path: Path) -> None:
    desk = begin(tmp_path / "a", guided("active-listening", "time-out-plan"))
    answer(desk, answering)
    answer(desk, answering)
    steps = len(SHIPPED.exercise("active-listening").steps)
    title = SHIPPED.exercise("time-out-plan").title

    assert desk.panel().next == (f"Step 2 of {steps}", title)


def test_in_a_programme_what_comes_next_is_of_this_session_alone(tmp_path: Path) -> None:
    desk = begin(tmp_path / "a", guided(*FIFTY.path, programme=FIFTY.id))
    assert len(FIFTY.evenings[0].exercises) == 1
    answer(desk, answering)
    answer(desk, answering)

    assert desk.panel().next[-1] == "The session ends"


def test_the_time_is_gone_with_the_session_and_no_time_of_day_was_there(tmp_path: Path) -> None:
    clock = StillClock(now=1_700_000_000.0)
    desk = begin(tmp_path / "a", guided("active-listening"), clock=clock)
    for asked in asks(desk, passing):
        assert asked
        clock.now += 7
        notes = documents(tmp_path / "a").get("notes/evening.toml")
        if isinstance(notes, EveningNotes):
            assert all(one.seconds < 10_000 for one in notes.used or ())
    assert "notes/evening.toml" not in files(tmp_path / "a")


def test_where_nobody_guides_them_no_time_is_noted(tmp_path: Path) -> None:
    clock = StillClock()
    desk = begin(tmp_path / "a", workshop_of(["active-listening"]), clock=clock)
    for _asked in asks(desk, passing):
        clock.now += 60
        assert all(b"used" not in data for data in files(tmp_path / "a").values())


def test_a_session_on_a_later_day_is_an_hour_of_its_own(tmp_path: Path) -> None:
    clock = StillClock()
    desk = at(tmp_path / "a", clock, "active-listening")
    clock.now = 900
    desk.stop()
    clock.day = clock.day.replace(day=30)

    desk = resume(tmp_path / "a", clock=clock)

    assert desk.panel().session.used == 0
    sit_through(desk, passing)
