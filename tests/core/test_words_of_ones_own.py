"""A law: no reply of the other changes the words of what is one's own, in any exercise."""

from collections.abc import Callable
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st
from support.couple import any_of, possible
from support.effort import examples
from support.evening import A_DAY
from support.exercises import by_id, every_exercise, exercises

from workshop.core.agreement.effect import ClauseAgreed, ClauseEvent
from workshop.core.course.session import Session, ask, record
from workshop.core.exercise import Exercise
from workshop.core.people import Pair, Side
from workshop.core.proof.robot import example_of
from workshop.core.turns import Consent, Joint
from workshop.core.turns.reply import Changed, Drafted, Entry, OtherWords, Reply
from workshop.errors import Refused

PAIR = Pair(left="ALEX", right="SAM", first="left")
Choosing = Callable[[list[Reply]], Reply]


def meddled(exercise: Exercise, chance: Random) -> tuple[Session, dict[Side, set[str]]]:
    """Walk through by chance; each tries to word whatever is the other's.

    Returns the course when it is over, and what each of the two typed for a clause.
    """
    session = Session(exercise, PAIR, example_of(exercise), run=1)
    typed: dict[Side, set[str]] = {"left": set(), "right": set()}
    while (asked := ask(session)) is not None:
        turn = asked.turn
        if isinstance(turn, Consent) and turn.owner not in (None, turn.holder):
            with pytest.raises(Refused):
                record(session, OtherWords(text="Text me every hour."), 0, A_DAY)
        reply = any_of(possible(asked, PAIR), chance)
        if turn.holder is not None and isinstance(reply, Drafted | OtherWords):
            typed[turn.holder].add(reply.text)
        session = record(session, reply, 0, A_DAY)
    return session, typed


def check(exercise: Exercise, chance: Random) -> None:
    session, typed = meddled(exercise, chance)
    owners = {one.id: one.owner for one in session.given.clauses}
    for effect in session.effects:
        match effect:
            case ClauseAgreed(owner=owner, text=text) if owner is not None:
                assert text in typed[owner]
            case ClauseEvent(event="changed", clause=id, text=text):
                owner = owners[id]
                assert owner is None or text in typed[owner]


@pytest.mark.parametrize("exercise", every_exercise(), ids=by_id)
def test_in_every_exercise_there_is(exercise: Exercise) -> None:
    for seed in range(5):
        check(exercise, Random(seed))


@given(exercise=exercises(), chance=st.randoms(use_true_random=False))
@examples(40)
def test_in_any_exercise_that_an_author_could_write(exercise: Exercise, chance: Random) -> None:
    check(exercise, chance)


@pytest.mark.parametrize("exercise", every_exercise(), ids=by_id)
def test_notes_that_hold_more_rewordings_than_there_are_owners_do_not_fit(
    exercise: Exercise,
) -> None:
    session, _typed = meddled(exercise, Random(1))
    turns = zip(session.progress.turns, session.entries, strict=True)
    for place, (turn, _entry) in enumerate(turns):
        if not isinstance(turn, Joint) or turn.parts.left.owner is None:
            continue
        more = Entry(turn=turn.id, reply=Changed(words=("Mine.", "And yours.")))
        forged = (*session.entries[:place], more)

        replayed = Session(exercise, PAIR, session.given, forged, run=1)

        assert replayed.progress.used == place
