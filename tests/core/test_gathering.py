"""A list that both add to says once why it goes to and fro as it does."""

import pytest
from support.evening import A_DAY
from support.exercises import exercise_of

from workshop.core.course.session import Session, ask, record
from workshop.core.people import Pair
from workshop.core.steps.gather import Gather
from workshop.core.turns import Add, Handover
from workshop.core.turns.reply import Done, Empty, Reply, Words

PAIR = Pair(left="ALEX", right="SAM", first="right")
ORDER = "You take turns: SAM, ALEX, then ALEX, SAM. A pass is for this turn only."


def notes(rounds: int, *, adds: bool = True) -> list[str]:
    """Return what each turn of a list says about it; only `first` adds where not both do."""
    gather = Gather(id="list", prompt="One thing.", rounds=rounds)
    session = Session(exercise_of([gather]), PAIR)
    said: list[str] = []
    reply: Reply
    while (asked := ask(session)) is not None:
        if isinstance(asked.turn, Add):
            said.append(asked.turn.note)
        reply = Done() if isinstance(asked.turn, Handover) else Words(text="a thing")
        if not adds and asked.turn.holder == "left" and isinstance(asked.turn, Add):
            reply = Empty()
        session = record(session, reply, 1, A_DAY)
    return said


def test_the_first_turn_says_who_goes_when() -> None:
    assert notes(2)[:2] == [ORDER, ""]


def test_later_turns_say_where_what_was_added_is_and_that_this_is_for_another_thing() -> None:
    added = "“a thing” is on the list. Another thing, or a pass."

    assert notes(2)[2:] == [f"{added} This round ALEX begins.", added]
    assert notes(2, adds=False)[2:] == [
        "A second thing, or a pass: this round ALEX begins.",
        added,
    ]


@pytest.mark.parametrize(
    ("added", "turns"), [("", 2), ("1", 4), ("2", 4), ("12", 4), ("14", 6), ("3", 2), ("23", 6)]
)
def test_a_list_is_done_once_both_have_passed_a_round(added: str, turns: int) -> None:
    gather = Gather(id="list", prompt="One thing.", rounds=3)
    session = Session(exercise_of([gather]), PAIR)
    asked_of: list[str] = []
    while (asked := ask(session)) is not None:
        reply: Reply = Done()
        if isinstance(asked.turn, Add):
            asked_of.append(asked.turn.id)
            number = asked.turn.id.rpartition("/")[2]
            reply = Words(text=f"a thing {number}") if number in added else Empty()
        session = record(session, reply, 1, A_DAY)

    assert len(asked_of) == turns


def test_nothing_is_said_where_each_goes_once() -> None:
    assert notes(1) == ["", ""]
