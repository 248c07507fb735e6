"""After "nearly" and after "not yet" something else is asked, in the same turns."""

from typing import Literal

import pytest
from support.evening import A_DAY
from support.exercises import exercise_of

from workshop.core.people import Pair
from workshop.core.reply import Checked, Done
from workshop.core.session import Session, ask, record
from workshop.core.steps.listen import Listen
from workshop.core.turn import Check, Shown, Speak

FLOOR = Listen(id="floor", prompt="Say it.", mirror="Say it back, {me}.", check="Was that it?")
PAIR = Pair(left="ALEX", right="SAM", first="left")


def second_try(verdict: Literal["nearly", "not yet"]) -> Shown:
    """Return what is asked of SAM once ALEX has said how near it was."""
    session = Session(exercise_of([FLOOR]), PAIR)
    for _turn in range(3):
        asked = ask(session)
        assert asked is not None
        reply = Checked(answer=verdict) if isinstance(asked.turn, Check) else Done()
        session = record(session, reply, 1, A_DAY)
    asked = ask(session)
    assert asked is not None
    return asked.turn


def test_after_nearly_only_what_was_missing_is_said_back() -> None:
    assert second_try("nearly").prompt == "ALEX, what was missing? SAM, say back only that."


def test_after_not_yet_it_is_said_once_more_in_other_words() -> None:
    assert second_try("not yet").prompt == (
        "ALEX, say it once more, in other words. Then, SAM:\nSay it back, SAM."
    )


@pytest.mark.parametrize(("verdict", "told"), [("nearly", True), ("not yet", True), ("yes", False)])
def test_a_word_is_said_where_not_all_of_it_arrived(verdict: str, told: bool) -> None:
    session = Session(exercise_of([FLOOR]), PAIR)
    asks: list[str] = []
    while (asked := ask(session)) is not None:
        asks.append(asked.turn.id)
        reply = (
            Checked.model_validate({"answer": verdict}) if isinstance(asked.turn, Check) else Done()
        )
        session = record(session, reply, 1, A_DAY)

    assert [one for one in asks if one.endswith("/not-all")] == (
        ["floor/1/not-all", "floor/2/not-all"] if told else []
    )


def test_both_ask_the_same_of_the_same_for_as_long() -> None:
    nearly, not_yet = second_try("nearly"), second_try("not yet")

    assert isinstance(nearly, Speak)
    assert (nearly.id, nearly.holder, nearly.seconds) == (
        not_yet.id,
        not_yet.holder,
        not_yet.seconds,
    )
