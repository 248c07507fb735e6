"""Both partners are given the same turns and the same time, of every kind, however they answer."""

from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st
from support.effort import examples
from support.evening import A_DAY
from support.exercises import by_id, every_exercise, exercise_of, exercises

from workshop.core.course.session import Session, ask, record
from workshop.core.exercise import Exercise
from workshop.core.people import BySide, Pair, Side
from workshop.core.proof.robot import EVEN_HANDED, SOMEBODY, Policy, answering, walk
from workshop.core.proof.walked import offered, walked_steps
from workshop.core.steps.write import Write
from workshop.core.turns import CirclesSealed, Consent, Handover, Speak, WriteSealed
from workshop.core.turns.reply import MoreTime


@pytest.mark.parametrize("policy", EVEN_HANDED.values(), ids=EVEN_HANDED)
@pytest.mark.parametrize("exercise", every_exercise(), ids=by_id)
def test_both_are_given_the_same_turns_and_seconds(exercise: Exercise, policy: Policy) -> None:
    counts = offered(exercise, policy)

    assert counts["left"] == counts["right"]
    assert counts["left"]


@given(exercise=exercises(), policy=st.sampled_from(list(EVEN_HANDED.values())))
@examples(100)
def test_both_are_given_the_same_in_any_exercise(exercise: Exercise, policy: Policy) -> None:
    counts = offered(exercise, policy)

    assert counts["left"] == counts["right"]


@given(
    exercise=st.sampled_from(every_exercise()) | exercises(),
    policy=st.sampled_from(list(EVEN_HANDED.values())),
)
@examples(100)
def test_steps_taken_from_another_walk_are_as_if_they_were_walked(
    exercise: Exercise, policy: Policy
) -> None:
    answered = walked_steps(exercise, answering)

    assert walked_steps(exercise, policy, answered) == walked_steps(exercise, policy)


@given(exercise=st.sampled_from(every_exercise()) | exercises())
@examples(40)
def test_both_are_given_the_same_when_what_is_sealed_is_on_paper(exercise: Exercise) -> None:
    session = Session(exercise, SOMEBODY, answers=BySide("paper", "paper"))

    counts: dict[Side, Counter[str]] = {"left": Counter(), "right": Counter()}
    for asked, _reply in walk(session, answering):
        turn = asked.turn
        assert not isinstance(turn, WriteSealed | CirclesSealed)
        if turn.holder and not isinstance(turn, Consent | Handover):
            kind = "one-person turn" if turn.alone else type(turn).__name__
            counts[turn.holder][kind] += 1
            counts[turn.holder]["seconds"] += turn.seconds
    assert counts["left"] == counts["right"]


def test_an_exercise_in_which_only_one_of_the_two_writes_is_seen_as_uneven() -> None:
    uneven = exercise_of([Write(id="one", who="one", prompt="Write.")])

    counts = offered(uneven, answering)

    assert counts["left"] != counts["right"]


def seconds_to_talk(session: Session) -> dict[Side, int]:
    """Return how long each was given where more time can be asked for, extra turns included."""
    longest: dict[str, tuple[Side, int]] = {}
    for turn in session.progress.turns:
        counts = isinstance(turn, Speak) and (turn.counterpart or turn.id.endswith("/extra"))
        if counts and turn.holder:
            longest[turn.id] = (turn.holder, turn.seconds)
    totals: dict[Side, int] = {"left": 0, "right": 0}
    for side, seconds in longest.values():
        totals[side] += seconds
    return totals


def talked(exercise: Exercise, first: Side, wants: list[bool]) -> Session:
    """Walk through; `wants` says at which of the chances somebody wants more time."""
    session = Session(exercise, Pair(left="ALEX", right="SAM", first=first))
    chances = iter(wants)
    while (asked := ask(session)) is not None:
        more = asked.more and next(chances, False)
        session = record(session, MoreTime() if more else answering(asked.turn), 0, A_DAY)
    return session


@given(
    exercise=st.sampled_from(every_exercise()) | exercises(),
    first=st.sampled_from(["left", "right"]),
    wants=st.lists(st.booleans(), max_size=40),
)
@examples(50)
def test_more_time_for_one_is_as_much_more_for_the_other(
    exercise: Exercise, first: Side, wants: list[bool]
) -> None:
    session = talked(exercise, first, wants)

    totals = seconds_to_talk(session)
    assert totals["left"] == totals["right"]


@pytest.mark.parametrize("exercise", every_exercise(), ids=by_id)
def test_all_the_more_time_there_is_adds_up_for_both(exercise: Exercise) -> None:
    usual = seconds_to_talk(talked(exercise, "left", []))

    longer = seconds_to_talk(talked(exercise, "left", [True] * 1000))

    assert longer["left"] == longer["right"] > usual["left"] == usual["right"]
