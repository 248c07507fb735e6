"""No sequence of replies makes a step longer than it says, nor an exercise than their sum."""

from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st
from support.couple import any_of, possible
from support.effort import LONG, examples
from support.evening import A_DAY, ANSWERS, SHIPPED
from support.exercises import answered_by, by_id, every_exercise, exercises

from workshop.core.course.progress import Script
from workshop.core.course.replay import MORE_TIMES
from workshop.core.course.scene import Promised
from workshop.core.course.session import TYPING, Session, ask, record, reopen
from workshop.core.evening.closing import Tonight
from workshop.core.evening.evening import closing, opening
from workshop.core.evening.opening import Known
from workshop.core.exercise import Exercise
from workshop.core.people import Answers, BySide, Pair
from workshop.core.proof.robot import EVEN_HANDED, Policy, example_of
from workshop.core.small_thing import SmallThing
from workshop.core.turns import SpeakingTime
from workshop.core.turns.reply import MoreTime

PAIR = Pair(left="ALEX", right="SAM", first="left")
REOPENS = 20


def bound(script: Script) -> int:
    return sum(step.at_most for step in script.steps)


def steps_beyond(script: Script, answered: set[str]) -> list[str]:
    """Return the ids of the steps of which more turns were answered than they say."""
    return [
        step.id
        for step in script.steps
        if len([turn for turn in answered if f"{turn}/".startswith(f"{step.id}/")]) > step.at_most
    ]


def walk_by_chance(script: Script, answers: BySide[Answers], chance: Random) -> set[str]:
    """Walk through, with a bounded number of answers taken back. Returns the turns answered.

    An answer that is taken back counts no more: another one in its place may lead elsewhere.
    """
    session = Session(script, PAIR, example_of(script), answers=answers)
    answered: set[str] = set()
    reopened = 0
    # Each turn is at most two handovers, two answers and an Enter; more time is asked for twice.
    for _reply in range((5 + MORE_TIMES) * (bound(script) + REOPENS + 1)):
        asked = ask(session)
        if asked is None:
            return answered
        if asked.can_reopen and reopened < REOPENS and chance.random() < 0.3:
            reopened += 1
            session = reopen(session)
            continue
        session = record(session, any_of(possible(asked, PAIR), chance), 0, A_DAY)
        answered = {entry.turn for entry in session.entries}
    raise AssertionError("it never ends")


@pytest.mark.parametrize(("exercise", "answers"), answered_by(ANSWERS), ids=by_id)
def test_an_exercise_ends_within_its_bound_whatever_is_answered(
    exercise: Exercise, answers: BySide[Answers]
) -> None:
    for seed in range(3 if LONG else 1):
        answered = walk_by_chance(exercise, answers, Random(seed))

        assert steps_beyond(exercise, answered) == []


@pytest.mark.parametrize("policy", EVEN_HANDED.values(), ids=EVEN_HANDED)
@pytest.mark.parametrize("exercise", every_exercise(), ids=by_id)
def test_asking_for_all_the_time_there_is_stays_within_the_bound(
    exercise: Exercise, policy: Policy
) -> None:
    session = Session(exercise, PAIR, example_of(exercise))
    while (asked := ask(session)) is not None:
        session = record(session, MoreTime() if asked.more else policy(asked.turn), 0, A_DAY)

    assert steps_beyond(exercise, {entry.turn for entry in session.entries}) == []


@given(
    exercise=exercises(), answers=st.sampled_from(ANSWERS), chance=st.randoms(use_true_random=False)
)
@examples(60)
def test_any_exercise_ends_within_its_bound(
    exercise: Exercise, answers: BySide[Answers], chance: Random
) -> None:
    assert steps_beyond(exercise, walk_by_chance(exercise, answers, chance)) == []


@pytest.mark.parametrize("script", ["opening", "closing"])
def test_the_opening_and_the_close_end_within_their_bound(script: str) -> None:
    words = SHIPPED.evening_words()
    things = tuple(
        SmallThing(side=side, text="Ask for a table.", by=A_DAY) for side in ("left", "right")
    )
    due = tuple(
        Promised(id=number, kind="promise", text="Call on Sundays.", owner=side)
        for number, side in (("c1", "left"), ("c2", "right"))
    )
    occasions = {
        "opening": opening(words, Known(changed=("It.",), homework=things, due=due)),
        "closing": closing(
            words,
            Tonight(
                on=A_DAY,
                clauses=("That.",),
                rested=("It ended.",),
                runs=(1,),
                code="0000",
                notes=True,
                spoken=(SpeakingTime(title="That", left=1, right=2),),
            ),
        ),
    }

    lengths = {len(walk_by_chance(occasions[script], TYPING, Random(seed))) for seed in range(30)}

    assert max(lengths) == bound(occasions[script])
