"""One's own last answer can be taken back until the other goes on; no other's, and no consent."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from support.couple import by_chance
from support.effort import examples
from support.evening import A_DAY
from support.exercises import exercise_of, exercises

from workshop.core.course.session import Session, ask, record, reopen, taken_up
from workshop.core.exercise import Exercise
from workshop.core.people import Pair
from workshop.core.steps import AnyStep
from workshop.core.steps.agree import Agree
from workshop.core.steps.breathe import Breathe
from workshop.core.steps.speak import Speak
from workshop.core.steps.write import Write
from workshop.core.turns import Breathe as BreatheTurn
from workshop.core.turns import Handover, Unseal
from workshop.core.turns import Speak as SpeakTurn
from workshop.core.turns.reply import CLOSED, DONE, EMPTY, YES, Drafted, MoreTime, Reply, Words
from workshop.errors import Refused

PAIR = Pair(left="ALEX", right="SAM", first="left")
EACH = Write(id="each", prompt="One line, {me}.")
SEALED = Write(id="sealed", privacy="sealed", prompt="For yourself first, {me}.")
AGREE = Agree(id="words", prompt="Put it into words.")
TALK = Speak(id="talk", prompt="How was it, {me}?")
BREATH = Breathe(id="breath", prompt="Breathe.")
WORDS = Words(text="We walk on Sundays.")


def after(*replies: Reply, steps: tuple[AnyStep, ...]) -> Session:
    """Return a session of these steps after `replies`; whoever is handed the keyboard takes it."""
    session = Session(exercise_of(steps), PAIR)
    for reply in replies:
        while (now := ask(session)) is not None and isinstance(now.turn, Handover):
            session = record(session, DONE, 1, A_DAY)
        session = record(session, reply, 1, A_DAY)
    return session


def refused(session: Session) -> bool:
    """Whether nothing can be taken back here, and nothing offers it."""
    now = ask(session)
    assert now is not None
    with pytest.raises(Refused):
        reopen(session)
    return not now.can_reopen


def test_an_open_answer_comes_back_with_its_words() -> None:
    back = reopen(after(WORDS, steps=(EACH, BREATH)))

    now = ask(back)
    assert now is not None
    assert (now.turn.id, now.draft) == ("each/1", WORDS.text)
    assert back.entries == ()


def test_nobody_takes_back_what_the_other_wrote() -> None:
    session = after(WORDS, steps=(EACH, BREATH))
    taken_over = record(session, DONE, 1, A_DAY)

    assert refused(taken_over)


def test_a_sealed_answer_comes_back_empty_and_only_its_own() -> None:
    session = after(WORDS, Words(text="And by the sea."), steps=(SEALED, BREATH))
    now = ask(session)
    assert now is not None
    assert isinstance(now.turn, Unseal)

    back = reopen(session)

    assert set(back.pending.held) == {"left"}
    again = ask(record(back, DONE, 1, A_DAY))
    assert again is not None
    assert (again.turn.holder, again.draft) == ("right", "")


def test_nothing_is_taken_back_once_both_have_opened() -> None:
    opened = after(WORDS, WORDS, DONE, steps=(SEALED, BREATH))

    assert refused(opened)
    assert refused(record(opened, DONE, 1, A_DAY))


def test_no_consent_is_taken_back_once_its_result_shows() -> None:
    agreed = after(Drafted(text="We walk.", weeks=None), YES, YES, steps=(AGREE, BREATH))

    assert refused(agreed)
    assert refused(record(agreed, DONE, 1, A_DAY))


@pytest.mark.parametrize("then", [EACH, SEALED, AGREE], ids=lambda step: step.id)
def test_a_turn_to_speak_passed_over_comes_back_whoever_types_next(then: AnyStep) -> None:
    session = after(DONE, DONE, steps=(TALK, BREATH, then))
    taken_over = record(after(DONE, DONE, steps=(TALK, then)), DONE, 1, A_DAY)

    for passed_over in (session, after(DONE, DONE, steps=(TALK, then)), taken_over):
        now = ask(reopen(passed_over))

        assert now is not None
        assert now.turn.id == "talk/2"
        assert now.turn.holder == "right"


def test_it_is_not_taken_back_once_anything_else_was_answered() -> None:
    sealed = after(DONE, DONE, WORDS, steps=(TALK, SEALED))
    assert set(reopen(sealed).pending.held) == set()  # that is what was answered last

    assert refused(record(sealed, DONE, 1, A_DAY))
    once = reopen(after(DONE, DONE, steps=(TALK, BREATH)))
    assert refused(once)  # of two that were passed over, the first belongs to the other


def test_more_time_that_was_asked_for_stays_when_the_turn_comes_back() -> None:
    session = after(MoreTime(), DONE, DONE, steps=(TALK, EACH))

    back = reopen(session)

    now = ask(back)
    assert now is not None
    assert (now.turn.id, now.turn.seconds) == ("talk/2", TALK.seconds + 60)
    assert record(back, DONE, 1, A_DAY).entries == session.entries


@given(exercises(), st.integers(0, 2**16), st.sampled_from(["left", "right"]))
@examples(60)
def test_what_was_taken_back_and_answered_again_leaves_no_trace(
    exercise: Exercise, seed: int, first: str
) -> None:
    """Whatever was answered: the same turns follow, the same record, also after a stop between."""
    pair = PAIR.model_copy(update={"first": first})
    couple, session = by_chance(seed), Session(exercise, pair)
    while (now := ask(session)) is not None:
        before, reply = session, couple(now, pair)
        session = record(session, reply, 5, A_DAY)
        next_one = ask(session)
        if next_one is None or isinstance(reply, MoreTime):
            continue
        if isinstance(now.turn, SpeakTurn | BreatheTurn):
            assert next_one.can_reopen
        if not next_one.can_reopen or len(session.entries) == len(before.entries):
            continue
        back = reopen(session)
        asked = ask(back)
        assert asked is not None
        assert back.entries == before.entries
        assert asked.turn == now.turn
        stopped, never = ask(taken_up(back)), ask(taken_up(before))
        assert stopped is not None
        assert never is not None
        assert stopped.turn == never.turn
        again = record(back, reply, 5, A_DAY)
        assert again.entries == session.entries
        assert again.progress.turn == session.progress.turn
        session = again


@pytest.mark.parametrize("replies", [(EMPTY, WORDS), (WORDS, EMPTY), (EMPTY, EMPTY)])
def test_that_nothing_can_be_opened_is_known_beforehand_and_not_whose_it_is(
    replies: tuple[Reply, Reply],
) -> None:
    session = after(*replies, steps=(SEALED, BREATH))

    now = ask(session)
    assert now is not None
    assert isinstance(now.turn, Unseal)
    assert now.turn.closed
    assert now.can_reopen
    assert record(session, DONE, 1, A_DAY).entries[-1].reply == CLOSED
