"""Yes takes two, no takes one: what is agreed, what is kept of it, and what nobody can tell."""

import pytest
from support.evening import A_DAY
from support.exercises import exercise_of

from workshop.core.agreement.effect import ClauseAgreed
from workshop.core.course.session import Session, ask, record
from workshop.core.people import Pair, Side
from workshop.core.steps.agree import Agree
from workshop.core.turns import Handover
from workshop.core.turns.reply import (
    DONE,
    EMPTY,
    NOT_NOW,
    YES,
    Agreed,
    Changed,
    Drafted,
    No,
    OtherWords,
    Reply,
)
from workshop.errors import Refused

AGREE = Agree(id="words", prompt="Put it into words, {me}.")
OWN = Agree(id="own", prompt="What do you promise, {me}?", each=True, clause="promise")
DRAFTED = Drafted(text="We walk on Sundays.")
OURS, THEIRS = OtherWords(text="We walk on Saturdays."), OtherWords(text="We walk by the sea.")


def after(*replies: Reply, step: Agree = AGREE, first: Side = "left") -> Session:
    """Return a session after `replies`, each given after half a minute."""
    session = Session(exercise_of([step]), Pair(left="ALEX", right="SAM", first=first), run=1)
    for reply in replies:
        while (now := ask(session)) is not None and isinstance(now.turn, Handover):
            session = record(session, DONE, 30, A_DAY)
        session = record(session, reply, 30, A_DAY)
    return session


def test_two_yeses_to_the_same_words_put_them_in_force() -> None:
    session = after(DRAFTED, YES, YES)

    assert session.entries[-1].reply == Agreed(on=A_DAY)
    (effect,) = session.effects
    assert isinstance(effect, ClauseAgreed)
    assert effect.text == DRAFTED.text


@pytest.mark.parametrize("other", [No(), NOT_NOW, EMPTY])
@pytest.mark.parametrize("mine", [YES, OURS])
def test_whatever_one_says_the_other_s_no_is_enough_and_looks_like_not_now(
    mine: Reply, other: Reply
) -> None:
    for session in (after(DRAFTED, mine, other), after(DRAFTED, other, mine)):
        assert session.entries[-1].reply == NOT_NOW
        assert session.effects == ()
        assert "Saturdays" not in repr(session.entries)


@pytest.mark.parametrize("first", ["left", "right"])
def test_of_two_other_wordings_first_s_is_asked_about_first(first: Side) -> None:
    session = after(DRAFTED, OURS, THEIRS, first=first)

    assert session.entries[-1].reply == Changed(words=(OURS.text, THEIRS.text))


def test_how_long_anybody_hesitated_before_an_answer_is_not_kept() -> None:
    session = after(DRAFTED, YES, YES)

    assert [entry.seconds for entry in session.entries] == [30, 0]


def test_what_is_one_s_own_nobody_else_words() -> None:
    asked = after(DRAFTED, OURS, step=OWN)

    now = ask(record(asked, DONE, 30, A_DAY))
    assert now is not None
    assert now.turn.holder == "right"
    with pytest.raises(Refused, match="The one it belongs to finds the words"):
        record(record(asked, DONE, 30, A_DAY), THEIRS, 30, A_DAY)
