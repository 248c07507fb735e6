"""The keyboard changes hands as rarely as sealing allows; nobody sees a sealed answer for it."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from support.effort import examples
from support.evening import A_DAY
from support.exercises import by_id, every_exercise, exercise_of, exercises
from support.hands import WAYS, counted, fewest

from workshop.core.course.session import TYPING, Session, ask, record
from workshop.core.exercise import Exercise
from workshop.core.people import Answers, BySide, Pair, Side, other
from workshop.core.proof.robot import Policy, answering
from workshop.core.steps.agree import Agree
from workshop.core.steps.write import Write
from workshop.core.turns import Consent, Handover
from workshop.core.turns.reply import NOT_NOW, YES, OtherWords, Reply

PAIR = Pair(left="ALEX", right="SAM", first="left")
AGREE = Agree(id="agree", prompt="Words, {me}.")
EACH = Write(id="each", prompt="A line each, {me}.")
OTHERS = OtherWords(text="We walk on Saturdays.")


@pytest.mark.parametrize("way", WAYS.values(), ids=WAYS)
@pytest.mark.parametrize("exercise", every_exercise(), ids=by_id)
def test_in_no_exercise_is_it_handed_over_once_too_often(exercise: Exercise, way: Policy) -> None:
    hands = counted(exercise, way)

    assert hands.taken == fewest(hands.typed)


@given(
    exercise=exercises(),
    way=st.sampled_from(list(WAYS.values())),
    first=st.sampled_from(["left", "right"]),
)
@examples(10)
def test_nor_in_any_that_an_author_could_write(
    exercise: Exercise, way: Policy, first: Side
) -> None:
    hands = counted(exercise, way, first)

    assert hands.taken == fewest(hands.typed, first)


def asked_of(replies: list[Reply], answers: BySide[Answers] = TYPING) -> list[Side]:
    """Return who is asked for each consent; `replies` are given to them, in that order."""
    session = Session(exercise_of([EACH, AGREE]), PAIR, answers=answers)
    asked, left = [], iter(replies)
    while (now := ask(session)) is not None:
        reply: Reply = answering(now.turn)
        if isinstance(now.turn, Consent) and now.turn.holder:
            asked.append(now.turn.holder)
            reply = next(left)
        session = record(session, reply, 0, A_DAY)
    return asked


def test_who_drafted_has_the_keyboard_and_is_asked_first() -> None:
    assert asked_of([YES, YES]) == ["left", "right"]


def test_words_that_were_put_otherwise_are_asked_of_whoever_has_the_keyboard_first() -> None:
    assert asked_of([YES, OTHERS, YES, YES]) == ["left", "right", "right", "left"]


@pytest.mark.parametrize("replies", [[OTHERS, YES, YES, YES], [YES, OTHERS, YES, YES]])
def test_by_who_is_asked_first_nobody_can_tell_whose_other_words_they_are(
    replies: list[Reply],
) -> None:
    assert asked_of(replies) == ["left", "right", "right", "left"]


def test_however_one_answered_the_other_is_asked_the_same() -> None:
    assert asked_of([NOT_NOW, YES]) == asked_of([YES, YES]) == asked_of([YES, NOT_NOW])


@pytest.mark.parametrize("says", ["left", "right"])
def test_who_types_for_the_other_gives_own_consent_first_whoever_had_the_keyboard(
    says: Side,
) -> None:
    typist = other(says)

    assert asked_of([YES, OTHERS, YES, YES], BySide.of(says, "say", "type"))[::2] == [typist] * 2


def test_where_both_say_it_whoever_types_gives_own_consent_first() -> None:
    session = Session(exercise_of([EACH, AGREE]), PAIR, answers=BySide("say", "say"))
    while (now := ask(session)) is not None and not isinstance(now.turn, Consent):
        takes = isinstance(now.turn, Handover)
        assert not takes or now.typist == "left"
        session = record(session, answering(now.turn), 0, A_DAY)

    assert now is not None
    assert (now.typist, now.turn.holder) == ("left", "left")


@given(exercise=exercises(), first=st.sampled_from(["left", "right"]))
@examples(10)
def test_of_two_that_both_answer_one_after_the_other_each_begins_one(
    exercise: Exercise, first: Side
) -> None:
    hands = counted(exercise, answering, first)

    at_both = [n for n, who in enumerate(hands.typed) if who is None]
    following = zip(pairwise(at_both), pairwise(hands.begins), strict=True)
    for (one, two), (begins, then) in following:
        assert two > one + 1 or then == other(begins)
