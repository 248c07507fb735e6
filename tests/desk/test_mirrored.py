"""Two people who change places have the same evening, mirrored: asks, cards, choices and files."""

import dataclasses
from datetime import timedelta
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given
from hypothesis import strategies as st
from support.couple import Couple, by_chance, deciding, deleting, keeping, passing
from support.effort import LONG, examples
from support.evening import (
    ANSWERS,
    MOST_ASKS,
    MadeUp,
    StillClock,
    answer,
    begin,
    files,
    resume,
    workshop_of,
)
from support.exercises import EVERYTHING, by_id, every_exercise, exercises, ways_for
from support.mirror import codes_of, mirrored, mirrored_files

from workshop.cards.card import Card
from workshop.cards.choice import Choice, Farewell
from workshop.core.course.session import TYPING, Ask
from workshop.core.exercise import Exercise
from workshop.core.people import Answers, BySide, Side
from workshop.desk.desk import Asked, Desk

pytestmark = pytest.mark.every(5)

COUPLES: dict[str, Couple] = {
    "anything": by_chance(5),
    "they keep the notes": keeping(deciding(consents=("other words", "other words"))),
    "all pass": passing,
    "anything else": by_chance(6),
    "all answer": deleting(deciding()),
}
FEW = 2 if LONG else 1


def evenings() -> list[tuple[Exercise, str]]:
    """Return what is done how: each exercise somehow, the one with everything in any way."""
    return [
        (exercise, how)
        for exercise in every_exercise()
        for how in ways_for(exercise, list(COUPLES), FEW)
    ]


def shown(asked: Ask, desk: Desk) -> Card:
    """Return the card of `asked`, without the path of a folder that is only this test's."""
    made = desk.card(asked)
    said = tuple(
        dataclasses.replace(each, text="the agreement's path")
        if str(desk.agreement_path) in each.text
        else each
        for each in made.said
    )
    return dataclasses.replace(made, said=said, lit=tuple(sorted(made.lit)))


def offered(asked: Asked) -> Asked:
    """Return what is asked; of a page to read, which says the names in their order, the options."""
    if isinstance(asked, Choice) and asked.page:
        return dataclasses.replace(asked, prompt="", page=())
    return asked


def check_mirrored(here: Desk, there: Desk, couple: Couple) -> None:
    """Sit through two evenings at once, and compare all that there is after every turn."""
    clock = here.clock
    assert isinstance(clock, StillClock)
    for number in range(MOST_ASKS):
        asked = here.ask()
        written = files(here.path)
        codes = codes_of(written)
        assert files(there.path) == mirrored_files(written)
        if isinstance(asked, Farewell):
            break
        assert offered(there.ask()) == mirrored(offered(asked), codes)
        if isinstance(asked, Ask):
            assert shown(there.ask(), there) == mirrored(shown(asked, here), codes)
            assert (there.title, there.minutes_left) == (here.title, here.minutes_left)
        clock.now += number % 7
        answer(here, couple)
        answer(there, couple)
    assert isinstance(there.ask(), Farewell)
    here.stop()
    there.stop()


def check_two_evenings(
    path: Path,
    exercise: Exercise,
    couple: Couple,
    coin: Side = "left",
    answers: BySide[Answers] = TYPING,
) -> None:
    """Have an evening and another one a month later, both beside their mirror."""
    library, clock = MadeUp([exercise]), StillClock()
    workshop = workshop_of([exercise.id], coin, answers)
    here, there = path / "here" / "us", path / "there" / "us"

    check_mirrored(
        begin(here, workshop, library, clock),
        begin(there, mirrored(workshop), library, clock),
        couple,
    )
    clock.day += timedelta(days=30)
    check_mirrored(resume(here, library, clock), resume(there, library, clock), couple)


@pytest.mark.parametrize(("exercise", "how"), evenings(), ids=by_id)
def test_whoever_sits_where_the_evenings_and_their_files_are_mirrored(
    tmp_path: Path, exercise: Exercise, how: str
) -> None:
    check_two_evenings(tmp_path, exercise, COUPLES[how])


@given(
    exercise=exercises(),
    seed=st.integers(0, 1000),
    coin=st.sampled_from(["left", "right"]),
    answers=st.sampled_from(ANSWERS),
)
@examples(12)
def test_evenings_with_any_exercise_are_mirrored(
    exercise: Exercise, seed: int, coin: Side, answers: BySide[Answers]
) -> None:
    with TemporaryDirectory() as folder:
        check_two_evenings(Path(folder), exercise, by_chance(seed), coin, answers)


def test_the_mirror_would_show_a_file_that_favours_one_side(tmp_path: Path) -> None:
    library = MadeUp([EVERYTHING])
    desk = begin(tmp_path / "us", workshop_of([EVERYTHING.id]), library)

    written = files(desk.path)

    assert mirrored_files(written) != written
    assert mirrored_files(mirrored_files(written)) == written
