"""A list that both add to says once why it goes to and fro as it does."""

from support.evening import A_DAY
from support.exercises import exercise_of

from workshop.core.people import Pair
from workshop.core.reply import Done, Words
from workshop.core.session import Session, ask, record
from workshop.core.steps.gather import Gather
from workshop.core.turn import Add, Handover

PAIR = Pair(left="ALEX", right="SAM", first="right")
ORDER = "The order is SAM, ALEX, then ALEX, SAM: so neither of you always goes first."


def notes(rounds: int) -> list[str]:
    """Return what each turn of a list says about the order."""
    gather = Gather(id="list", prompt="One thing.", rounds=rounds)
    session = Session(exercise_of([gather]), PAIR)
    said: list[str] = []
    while (asked := ask(session)) is not None:
        if isinstance(asked.turn, Add):
            said.append(asked.turn.note)
        reply = Done() if isinstance(asked.turn, Handover) else Words(text="a thing")
        session = record(session, reply, 1, A_DAY)
    return said


def test_the_first_turn_says_who_goes_when() -> None:
    assert notes(2) == [ORDER, "", "", ""]


def test_nothing_is_said_where_each_goes_once() -> None:
    assert notes(1) == ["", ""]
