"""A law: to go on decides nothing. Whatever opens, agrees or ends something is another answer."""

from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st
from support.couple import any_of, possible
from support.effort import examples
from support.evening import A_DAY
from support.exercises import by_id, every_exercise, exercises

from workshop.core.course.session import Session, ask, record
from workshop.core.exercise import Exercise
from workshop.core.people import Pair
from workshop.core.proof.robot import example_of
from workshop.core.turns import Handover, Joint, Sealed
from workshop.core.turns.reply import DONE

PAIR = Pair(left="ALEX", right="SAM", first="left")


def check(exercise: Exercise, chance: Random) -> None:
    session = Session(exercise, PAIR, example_of(exercise), run=1)
    while (asked := ask(session)) is not None:
        turn = asked.turn
        if turn.fits(DONE) and not turn.decides:
            after = record(session, DONE, 0, A_DAY)
            assert after.effects == session.effects
            assert after.pending.held == session.pending.held
            assert not any(isinstance(one, Sealed | Joint) for one in decided(session, after))
            assert turn.privacy == "open" or isinstance(turn, Handover)
        session = record(session, any_of(possible(asked, PAIR), chance), 0, A_DAY)


def decided(before: Session, after: Session) -> list[object]:
    """Return the turns that were settled in between."""
    return list(after.progress.turns[len(before.progress.turns) :])


@pytest.mark.parametrize("exercise", every_exercise(), ids=by_id)
def test_in_every_exercise_there_is(exercise: Exercise) -> None:
    for seed in range(3):
        check(exercise, Random(seed))


@given(exercise=exercises(), chance=st.randoms(use_true_random=False))
@examples(30)
def test_in_any_exercise_that_an_author_could_write(exercise: Exercise, chance: Random) -> None:
    check(exercise, chance)
