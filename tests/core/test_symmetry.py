"""Nothing knows which partner is which: two people who change places see a mirrored exercise."""

from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st
from support.couple import any_of, possible
from support.effort import examples
from support.evening import A_DAY, ANSWERS
from support.exercises import answered_by, by_id, exercises
from support.mirror import mirrored

from workshop.core.course.session import Session, ask, draft, record, reopen
from workshop.core.evening import evening
from workshop.core.exercise import Exercise
from workshop.core.fairness.order import turn_order
from workshop.core.people import Answers, BySide, Pair, Side, other

PAIR = Pair(left="ALEX", right="SAM", first="left")


def check_mirrored(
    exercise: Exercise, first: Side, answers: BySide[Answers], chance: Random
) -> None:
    """Walk through, and through its mirror, with the same people: they see the same, mirrored."""
    pair = PAIR.model_copy(update={"first": first})
    here = Session(exercise, pair, run=3, answers=answers)
    there = Session(exercise, mirrored(pair), run=3, answers=mirrored(answers))
    reopened = 0
    while (asked := ask(here)) is not None:
        assert ask(there) == mirrored(asked)
        assert there.entries[-1:] == mirrored(here.entries[-1:])
        assert len(there.effects) == len(here.effects)
        assert there.draft == here.draft
        if asked.can_reopen and reopened < 5 and chance.random() < 0.2:
            reopened += 1
            here, there = reopen(here), reopen(there)
        elif chance.random() < 0.1:
            here, there = draft(here, "Begun."), draft(there, "Begun.")
        else:
            reply = any_of(possible(asked, here.pair), chance)
            here, there = (record(each, reply, 3, A_DAY) for each in (here, there))
    assert ask(there) is None
    assert there.entries == mirrored(here.entries)
    assert there.effects == mirrored(here.effects)
    assert there.progress.results == mirrored(here.progress.results)


@pytest.mark.parametrize(("exercise", "answers"), answered_by(ANSWERS), ids=by_id)
def test_whoever_sits_where_the_exercise_is_the_same(
    exercise: Exercise, answers: BySide[Answers]
) -> None:
    firsts: tuple[Side, ...] = ("left", "right")  # each is compared with its mirror
    for seed, first in enumerate(firsts):
        check_mirrored(exercise, first, answers, Random(seed))


@given(
    exercise=exercises(),
    first=st.sampled_from(["left", "right"]),
    answers=st.sampled_from(ANSWERS),
    seed=st.integers(0, 1000),
)
@examples(60)
def test_any_exercise_that_an_author_could_write_is_mirrored(
    exercise: Exercise, first: Side, answers: BySide[Answers], seed: int
) -> None:
    check_mirrored(exercise, first, answers, Random(seed))


@pytest.mark.parametrize("run", range(1, 40))
def test_the_other_side_of_the_coin_lets_the_other_one_begin(run: int) -> None:
    assert evening.who_begins(run, "right") == other(evening.who_begins(run, "left"))


@given(turns=st.integers(0, 500))
def test_turns_in_balanced_order_are_mirrored_and_never_more_than_one_apart(turns: int) -> None:
    order = turn_order(turns, "left")

    assert turn_order(turns, "right") == tuple(other(side) for side in order)
    assert abs(order.count("left") - order.count("right")) <= turns % 2


@given(powers=st.integers(0, 8))
def test_balanced_order_gives_both_equal_sums_of_powers_of_their_places(powers: int) -> None:
    order = turn_order(2**powers, "left")
    for power in range(powers):
        sums = {
            side: sum(place**power for place, holder in enumerate(order) if holder == side)
            for side in ("left", "right")
        }
        assert sums["left"] == sums["right"]
