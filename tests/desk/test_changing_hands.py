"""How each answers can be changed at any turn, and what waits sealed stays sealed even then."""

from collections.abc import Iterator
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given
from hypothesis import strategies as st
from support.couple import by_chance, deciding
from support.effort import examples
from support.evening import ANSWERS, MadeUp, answer, asks, begin, files, how, workshop_of
from support.exercises import EVERYTHING, exercises
from support.mirror import codes_of, mirrored, mirrored_files

from workshop.cards.choice import Chosen, Farewell
from workshop.cards.deeds import AnswerBy, Back, ChangeAnswers
from workshop.core.course.session import TYPING, Ask
from workshop.core.exercise import Exercise
from workshop.core.people import Answers, BySide, Side, other
from workshop.core.turns import BothOnPaper, CirclesSealed, Consent, Handover, WriteSealed
from workshop.desk.desk import Desk

pytestmark = pytest.mark.every(5)

SIDES: tuple[Side, Side] = ("left", "right")


def sit_down(path: Path, answers: BySide[Answers] = TYPING) -> Desk:
    return begin(path / "us", workshop_of([EVERYTHING.id], "left", answers), MadeUp([EVERYTHING]))


def change(desk: Desk, side: Side, answers: Answers) -> None:
    """Let the partner on `side` answer otherwise, and go on."""
    desk.pause()
    desk.reply(Chosen(ChangeAnswers()))
    desk.reply(Chosen(AnswerBy(side, answers)))
    desk.reply(Chosen(Back()))


def half_sealed(desk: Desk, kind: type) -> Iterator[Ask]:
    """Yield what is asked whenever one sealed answer waits for the other one."""
    for asked in asks(desk, deciding()):
        session = desk._evening.current
        if isinstance(asked, Ask) and session and session.pending.held:
            turn = asked.turn.to if isinstance(asked.turn, Handover) else asked.turn
            if isinstance(turn, kind):
                yield asked


@pytest.mark.parametrize("kind", [WriteSealed, CirclesSealed])
@pytest.mark.parametrize("side", SIDES)
@pytest.mark.parametrize("answers", ["say", "paper"])
def test_who_stops_typing_while_one_answer_is_sealed_lets_both_write_on_paper(
    tmp_path: Path, kind: type, side: Side, answers: Answers
) -> None:
    desk = sit_down(tmp_path)
    next(half_sealed(desk, kind))
    before = files(tmp_path / "us")

    change(desk, side, answers)

    asked = desk.ask()
    assert isinstance(asked, Ask)
    assert isinstance(asked.turn, BothOnPaper)
    assert asked.again
    session = desk._evening.current
    assert session is not None
    assert not session.pending.held
    assert {**files(tmp_path / "us"), "workshop.toml": b""} == {**before, "workshop.toml": b""}


@pytest.mark.parametrize("side", SIDES)
def test_who_types_for_the_other_from_the_middle_of_a_consent_on_gives_their_own_first(
    tmp_path: Path, side: Side
) -> None:
    desk = sit_down(tmp_path)
    next(half_sealed(desk, Consent))

    change(desk, side, "say")

    asked = desk.ask()
    assert isinstance(asked, Ask)
    assert isinstance(asked.turn, Handover | Consent)
    turn = asked.turn.to if isinstance(asked.turn, Handover) else asked.turn
    assert turn.holder == other(side)
    assert asked.again
    assert not asked.can_reopen


@given(
    exercise=exercises(),
    answers=st.sampled_from(ANSWERS),
    seed=st.integers(0, 1000),
)
@examples(8)
def test_changing_how_they_answer_anywhere_is_mirrored_and_never_lets_one_type_what_the_other_seals(
    exercise: Exercise, answers: BySide[Answers], seed: int
) -> None:
    with TemporaryDirectory() as folder:
        library, workshop = MadeUp([exercise]), workshop_of([exercise.id], answers=answers)
        here = begin(Path(folder) / "here" / "us", workshop, library)
        there = begin(Path(folder) / "there" / "us", mirrored(workshop), library)
        couple, chance = by_chance(seed), Random(seed)

        while not isinstance(asked := here.ask(), Farewell):
            written = files(here.path)
            assert there.ask() == mirrored(asked, codes_of(written))
            assert files(there.path) == mirrored_files(written)
            if isinstance(asked, Ask) and isinstance(asked.turn, WriteSealed | CirclesSealed):
                assert asked.typist == asked.turn.holder
            now = here._workshop.saved.answers
            side = chance.choice(SIDES)
            ways: list[Answers] = ["type", "say", "paper"]
            if chance.random() < 0.1:
                way = chance.choice([way for way in ways if way != now[side]])
                change(here, side, way)
                change(there, other(side), way)
            else:
                answer(here, couple)
                answer(there, couple)
        here.stop()
        there.stop()


@pytest.mark.parametrize("answers", ANSWERS, ids=how)
def test_nobody_types_what_the_other_seals(tmp_path: Path, answers: BySide[Answers]) -> None:
    for asked in asks(sit_down(tmp_path, answers), by_chance(9)):
        if isinstance(asked, Ask) and isinstance(asked.turn, WriteSealed | CirclesSealed):
            assert asked.typist == asked.turn.holder
            assert answers == TYPING
