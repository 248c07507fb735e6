"""One's own last answer can be taken back until the other goes on; no other's, and no consent."""

import pytest
from support.evening import A_DAY
from support.exercises import exercise_of

from workshop.core.course.session import Session, ask, record, reopen
from workshop.core.people import Pair
from workshop.core.steps import AnyStep
from workshop.core.steps.agree import Agree
from workshop.core.steps.breathe import Breathe
from workshop.core.steps.write import Write
from workshop.core.turns import Handover, Unseal
from workshop.core.turns.reply import DONE, YES, Drafted, Reply, Words
from workshop.errors import Refused

PAIR = Pair(left="ALEX", right="SAM", first="left")
EACH = Write(id="each", prompt="One line, {me}.")
SEALED = Write(id="sealed", privacy="sealed", prompt="For yourself first, {me}.")
AGREE = Agree(id="words", prompt="Put it into words.")
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
