"""A course is its entries: taken up again before any ask, from a file, it asks the same."""

from dataclasses import replace
from itertools import takewhile

import pytest
from hypothesis import given
from hypothesis import strategies as st
from support.couple import Couple, answering, by_chance, deciding, passing
from support.effort import every, examples
from support.evening import A_DAY, ANSWERS, how
from support.exercises import EVERYTHING, SHORT, by_id, every_exercise, exercises, ways_for
from support.taken_up import at_hand, beginning_of, through_a_file

from workshop.core.course.session import Session, ask, draft, record, taken_up
from workshop.core.exercise import Exercise
from workshop.core.people import Answers, BySide, Pair
from workshop.core.turns import (
    CirclesOpen,
    Compound,
    Draft,
    Sealed,
    Unseal,
    Write,
)
from workshop.core.turns.reply import Circled

pytestmark = pytest.mark.every(5)

PAIR = Pair(left="ALEX", right="SAM", first="right")

COUPLES = {
    "all answer": answering,
    "all pass": passing,
    "other words": deciding(consents=("other words", "other words")),
    "anything": by_chance(3),
}


def check_resume(session: Session, couple: Couple) -> None:
    """Walk through, and take up again before every ask."""
    while (asked := ask(session)) is not None:
        session_again = through_a_file(session)
        again = ask(session_again)
        assert again is not None
        turn = session.progress.turn
        if isinstance(turn, Compound):
            assert at_hand(again) == beginning_of(turn, session.answers)
            assert again.again
        else:
            assert at_hand(again) == at_hand(asked)
            assert not again.again
        assert (again.step, again.steps) == (asked.step, asked.steps)
        assert again.draft == asked.draft
        assert again.circled == asked.circled
        assert again.more == asked.more
        assert session_again.effects == session.effects
        if isinstance(asked.turn, Write | Draft) and not asked.draft:
            session = draft(session, "Not yet an answer.\n")
            continue
        if isinstance(asked.turn, CirclesOpen) and not asked.circled:
            session = draft(session, Circled(inner=("Not yet an answer.",)))
            continue
        session = record(session, couple(asked, session.pair), 7, A_DAY)
    assert ask(through_a_file(session)) is None


@pytest.mark.parametrize(
    ("exercise", "couple"),
    [
        (exercise, couple)
        for exercise in every_exercise()
        for couple in ways_for(exercise, list(COUPLES), len(COUPLES))
    ],
    ids=by_id,
)
def test_an_exercise_taken_up_from_its_notes_asks_the_same(exercise: Exercise, couple: str) -> None:
    check_resume(Session(exercise, PAIR, run=1), COUPLES[couple])


@pytest.mark.parametrize("answers", ANSWERS[:: every(3)], ids=how)
def test_however_the_two_answer_they_are_asked_the_same_again(answers: BySide[Answers]) -> None:
    check_resume(Session(EVERYTHING, PAIR, run=1, answers=answers), by_chance(8))


@given(exercise=exercises(), seed=st.integers(0, 1000))
@examples(25)
def test_any_exercise_answered_in_any_way_can_be_taken_up_again(
    exercise: Exercise, seed: int
) -> None:
    check_resume(Session(exercise, PAIR, run=1), by_chance(seed))


@given(exercise=exercises(), seed=st.integers(0, 1000))
@examples(25)
def test_what_is_asked_follows_from_the_entries_alone(exercise: Exercise, seed: int) -> None:
    session = Session(exercise, PAIR, run=1)
    couple = by_chance(seed)

    while (asked := ask(session)) is not None:
        same = Session(exercise, PAIR, entries=session.entries, run=1, pending=session.pending)
        assert ask(same) == asked
        assert same.progress.used == len(session.entries)
        session = record(session, couple(asked, session.pair), 0, A_DAY)


def test_an_exercise_that_its_author_shortened_goes_on_where_the_answers_still_fit() -> None:
    session = Session(EVERYTHING, PAIR, run=1)
    while (asked := ask(session)) is not None:
        session = record(session, answering(asked, PAIR), 0, A_DAY)
    kept = tuple(step for step in EVERYTHING.steps if step.id != "each")
    shorter = EVERYTHING.model_copy(update={"steps": kept})

    again = taken_up(replace(session, script=shorter))

    before = tuple(takewhile(lambda entry: not entry.turn.startswith("each/"), session.entries))
    assert before
    assert again.entries == before
    asked = ask(again)
    assert asked is not None
    assert asked.turn.id.startswith("sealed/")


def test_that_both_answer_again_is_not_said_any_more_once_both_did() -> None:
    session = taken_up(Session(SHORT, PAIR, run=1))
    while not isinstance(session.progress.turn, Sealed):
        asked = ask(session)
        assert asked is not None
        session = record(session, answering(asked, PAIR), 0, A_DAY)
    session = taken_up(session)
    while (asked := ask(session)) is not None and not isinstance(asked.turn, Unseal):
        assert asked.again
        session = record(session, answering(asked, PAIR), 0, A_DAY)

    assert asked is not None
    assert not asked.again
