"""After "nearly" and after "not yet" whoever spoke speaks again, in their own turn."""

from typing import Literal

import pytest
from support.evening import A_DAY
from support.exercises import exercise_of

from workshop.core.course.session import Session, ask, record
from workshop.core.people import Pair
from workshop.core.steps.listen import Listen
from workshop.core.turns import Check, Speak
from workshop.core.turns.reply import DONE, Checked, Empty, Reply

FLOOR = Listen(id="floor", prompt="Say it.", mirror="Say it back, {me}.", check="Was that it?")
PAIR = Pair(left="ALEX", right="SAM", first="left")


def after(verdict: Literal["nearly", "not yet"], more: Reply = DONE) -> list[Speak]:
    """Return who is asked to speak once ALEX has said how near it was, until the next check."""
    session = Session(exercise_of([FLOOR]), PAIR)
    for _turn in range(3):
        session = record(session, told(session, verdict), 1, A_DAY)
    spoken: list[Speak] = []
    while (asked := ask(session)) is not None and isinstance(asked.turn, Speak):
        spoken.append(asked.turn)
        session = record(session, more if "/more/" in asked.turn.id else DONE, 1, A_DAY)
    return spoken


def told(session: Session, verdict: str) -> Reply:
    """Return `verdict` where it is asked for, and done for anything else."""
    asked = ask(session)
    is_check = asked is not None and isinstance(asked.turn, Check)
    return Checked.model_validate({"answer": verdict}) if is_check else DONE


def test_after_nearly_the_one_who_spoke_adds_what_was_missing_and_only_that_is_said_back() -> None:
    more, back = after("nearly")

    assert (more.holder, more.role, more.prompt) == (
        "left",
        "speaks",
        "What was missing, ALEX? Only that.",
    )
    assert more.next == "Say back only that."
    assert (back.holder, back.role, back.prompt) == ("right", "says it back", more.next)


def test_after_not_yet_it_is_said_once_more_and_all_of_it_said_back() -> None:
    more, back = after("not yet")

    assert more.prompt == "Say the main thing again, ALEX, in fewer words."
    assert (back.holder, back.prompt) == ("right", "Say it back, SAM.")


@pytest.mark.parametrize("verdict", ["nearly", "not yet"])
def test_when_nothing_is_added_the_floor_goes_on(verdict: Literal["nearly", "not yet"]) -> None:
    assert [turn.id for turn in after(verdict, Empty())] == [
        "floor/1/more/1",
        "floor/2/say",
        "floor/2/mirror/1",
    ]


@pytest.mark.parametrize(("verdict", "said"), [("nearly", True), ("not yet", True), ("yes", False)])
def test_a_word_is_said_where_not_all_of_it_arrived(verdict: str, said: bool) -> None:
    session = Session(exercise_of([FLOOR]), PAIR)
    asks: list[str] = []
    while (asked := ask(session)) is not None:
        asks.append(asked.turn.id)
        session = record(session, told(session, verdict), 1, A_DAY)

    assert [one for one in asks if one.endswith("/not-all")] == (
        ["floor/1/not-all", "floor/2/not-all"] if said else []
    )


def test_both_ask_the_same_of_the_same_for_as_long() -> None:
    nearly, not_yet = after("nearly"), after("not yet")

    assert [(one.id, one.holder, one.seconds) for one in nearly] == [
        (one.id, one.holder, one.seconds) for one in not_yet
    ]
