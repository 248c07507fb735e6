"""An evening that is broken off before every ask ends as one that never was."""

from collections.abc import Callable
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given
from hypothesis import strategies as st
from support.choosing import moment
from support.couple import Couple, by_chance, deciding, deleting, keeping, passing
from support.effort import LONG, examples
from support.evening import (
    MadeUp,
    StillClock,
    answer,
    asks,
    begin,
    drop,
    files,
    resume,
    workshop_of,
)
from support.exercises import EVERYTHING, by_id, every_exercise, exercise_of, exercises, ways_for

from workshop.cards.choice import Choice, Chosen, Farewell
from workshop.cards.deeds import TakeUp
from workshop.core.course.session import Ask
from workshop.core.exercise import Exercise
from workshop.core.turns import Compound, Handover
from workshop.desk.desk import Desk

pytestmark = pytest.mark.every(5)

COUPLES = {
    "they keep the notes": keeping(deciding(consents=("other words", "yes"))),
    "anything": by_chance(4),
    "all answer": deleting(deciding()),
    "all pass": passing,
}
FEW = 2 if LONG else 1
Asked = Ask | Choice | Farewell


def place(asked: Asked) -> str:
    """Return where in the evening something is asked."""
    match asked:
        case Ask():
            return f"{asked.turn.id} {asked.turn.seconds}"
        case Choice():
            return f"{moment(asked)} {asked.lines}"
        case Farewell():
            return "ended"


def compound(desk: Desk) -> Compound | None:
    session = desk._evening.current
    turn = session.progress.turn if session else None
    return turn if isinstance(turn, Compound) else None


def go_on(desk: Desk) -> Asked:
    """Choose to go on where that is asked."""
    asked = desk.ask()
    if moment(asked) == "half done":
        desk.reply(Chosen(TakeUp()))
        asked = desk.ask()
    return asked


def check_same(desk: Desk, before: Asked, again: Asked, turn: Compound | None) -> None:
    """Fail unless `again` is asked where `before` was, or at the start of what is sealed there."""
    if turn is not None:
        assert isinstance(again, Ask)
        # Where they sit down, who is asked first is asked at once.
        assert isinstance(again.turn, Handover) or turn.id == "opening/tonight"
        assert at_hand(again) == turn.part(turn.first)
        assert again.again
        return
    match before, again:
        case Ask(), Ask():
            assert at_hand(again) == at_hand(before)
            assert not again.again
        case _:
            assert again == before


def at_hand(asked: Ask) -> object:
    return asked.turn.to if isinstance(asked.turn, Handover) else asked.turn


def undisturbed(desk: Desk, path: Path, couple: Couple) -> dict[str, dict[str, bytes]]:
    """Sit through an evening. Returns the files there were at each place of it."""
    seen = {place(asked): files(path) for asked in asks(desk, couple)}
    desk.stop()
    return seen | {"ended": files(path)}


def interrupted(
    desk: Desk, path: Path, couple: Couple, again: Callable[[], Desk]
) -> dict[str, dict[str, bytes]]:
    """Sit through an evening, killed once at each place of it. Returns the files at each place."""
    seen: dict[str, dict[str, bytes]] = {}
    while not isinstance(asked := desk.ask(), Farewell):
        if place(asked) in seen:
            answer(desk, couple)
            continue
        seen[place(asked)] = files(path)
        turn = compound(desk)
        drop(desk)
        desk = again()
        check_same(desk, asked, go_on(desk), turn)
        assert files(path) == seen[place(asked)], place(asked)
    desk.stop()
    return seen | {"ended": files(path)}


def check_interrupted(path: Path, exercise: Exercise, couple: Couple) -> None:
    library, workshop = MadeUp([exercise]), workshop_of([exercise.id])
    one, two = path / "one", path / "two"

    whole = undisturbed(begin(one, workshop, library), one, couple)
    broken = interrupted(begin(two, workshop, library), two, couple, lambda: resume(two, library))

    check_same_files(broken, whole)


def check_same_files(
    broken: dict[str, dict[str, bytes]], whole: dict[str, dict[str, bytes]]
) -> None:
    """Fail unless both found the same files at each place; only handovers may be others."""
    there = broken.keys() & whole.keys()
    assert {place: broken[place] for place in there} == {place: whole[place] for place in there}
    assert all("/handover " in place for place in broken.keys() ^ whole.keys())


def evenings() -> list[tuple[Exercise, str]]:
    """Return what is done how: each exercise in some ways, or in all of them."""
    return [
        (exercise, how)
        for exercise in every_exercise()
        for how in ways_for(exercise, list(COUPLES), FEW)
    ]


@pytest.mark.parametrize(("exercise", "how"), evenings(), ids=by_id)
def test_an_evening_killed_before_every_ask_leaves_the_same_files(
    tmp_path: Path, exercise: Exercise, how: str
) -> None:
    check_interrupted(tmp_path, exercise, COUPLES[how])


@given(exercise=exercises(most=3), seed=st.integers(0, 1000))
@examples(8)
def test_any_evening_can_be_killed_before_every_ask(exercise: Exercise, seed: int) -> None:
    with TemporaryDirectory() as folder:
        check_interrupted(Path(folder), exercise, by_chance(seed))


def part_of_everything(id: str, first: str, last: str) -> Exercise:
    """Return an exercise of the steps from the one called `first` to the one called `last`."""
    ids = [step.id for step in EVERYTHING.steps]
    return exercise_of(EVERYTHING.steps[ids.index(first) : ids.index(last) + 1], id)


def test_an_evening_with_several_exercises_goes_on_from_its_map(tmp_path: Path) -> None:
    halves = [
        part_of_everything("one-half", "think", "sealed"),
        part_of_everything("other-half", "own", "limits"),
    ]
    library, workshop = MadeUp(halves), workshop_of([half.id for half in halves])
    one, two = tmp_path / "one", tmp_path / "two"
    couple = deleting(deciding())

    whole = undisturbed(begin(one, workshop, library), one, couple)
    broken = interrupted(begin(two, workshop, library), two, couple, lambda: resume(two, library))

    check_same_files(broken, whole)
    assert len([place for place in whole if place.startswith("map ")]) == 2


def test_a_half_done_exercise_goes_on_after_the_opening_of_a_later_evening(tmp_path: Path) -> None:
    library, workshop = MadeUp([EVERYTHING]), workshop_of([EVERYTHING.id])
    clock = StillClock()
    desk = begin(tmp_path / "us", workshop, library, clock)
    for asked in asks(desk):
        if isinstance(asked, Ask) and asked.turn.id == "talk/1":
            break
    drop(desk)
    clock.day = clock.day.replace(day=30)

    desk = resume(tmp_path / "us", library, clock)
    turns = [place(asked) for asked in asks(desk)]

    assert turns[0].startswith("opening/tonight")
    half_done = next(turn for turn in turns if turn.startswith("half done "))
    assert turns.index(half_done) < turns.index("talk/1 60")
    assert not any(turn.startswith("each/") for turn in turns)
