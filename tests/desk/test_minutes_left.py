"""About how many minutes are left: fewer with every turn, never more, and the same on resume."""

from pathlib import Path

import pytest
from support.couple import Couple, answering, by_chance, passing
from support.evening import MadeUp, asks, begin, drop, resume, workshop_of
from support.exercises import EVERYTHING, exercise_of

from workshop.cards.choice import Chosen
from workshop.cards.deeds import TakeUp
from workshop.core.course.session import Ask
from workshop.core.exercise import Exercise
from workshop.core.steps.listen import Listen

pytestmark = pytest.mark.every(5)

LONG = Listen(
    id="floor", rounds=4, prompt="Say it.", mirror="Say it back.", check="Was that it?", seconds=120
)


def left(path: Path, couple: Couple, exercise: Exercise = EVERYTHING) -> list[int]:
    """Return what is said at every turn of the exercise."""
    desk = begin(path / "us", workshop_of([exercise.id]), MadeUp([exercise]))
    said = [desk.minutes_left for _asked in asks(desk, couple)]
    return [minutes for minutes in said if minutes is not None]


def test_they_go_down_within_one_long_step(tmp_path: Path) -> None:
    said = left(tmp_path, answering, exercise_of([LONG]))

    assert len(set(said)) > 10
    assert (said[0], said[-1]) == (20, 1)


@pytest.mark.parametrize("couple", [answering, passing, *map(by_chance, range(8))])
def test_they_never_go_up(tmp_path: Path, couple: Couple) -> None:
    said = left(tmp_path, couple)

    assert said == sorted(said, reverse=True)


def test_they_are_the_same_when_it_is_taken_up_again(tmp_path: Path) -> None:
    library = MadeUp([exercise_of([LONG])])
    desk = begin(tmp_path / "us", workshop_of(["made-up"]), library)
    for asked in asks(desk):
        if isinstance(asked, Ask) and asked.turn.id == "floor/5/mirror/1":
            break
    before = desk.minutes_left
    drop(desk)

    again = resume(tmp_path / "us", library)
    again.reply(Chosen(TakeUp()))

    assert again.minutes_left == before
