"""What is shared out is moved by rows; the words follow, and both say yes to the same ones."""

from dataclasses import replace

import pytest
from support.evening import A_DAY, SHIPPED
from support.exercises import exercise_of
from support.taken_up import through_a_file

from workshop.core.agreement.effect import ClauseAgreed
from workshop.core.course.session import Ask, Session, ask, draft, record, reopen, taken_up
from workshop.core.people import Pair, Side
from workshop.core.proof.robot import answering
from workshop.core.steps import AnyStep
from workshop.core.steps.agree import Agree
from workshop.core.steps.divide import Divide
from workshop.core.steps.move import Move
from workshop.core.turns import Consent, Draft, Moving
from workshop.core.turns.moving import Whose
from workshop.core.turns.reply import CLOSED, EMPTY, Drafted, Entry, Moved, Reply, Words
from workshop.errors import Refused

TASKS = ("Dishes [/]", "李", "Bills", "Plants; and the cat")
MOVE = Move(id="moved", prompt="{me}, move them.", **{"from": "split"})
AGREE = Agree(id="both", prompt="One text, {me}.", **{"from": "moved"})


def steps(tasks: tuple[str, ...] = TASKS) -> list[AnyStep]:
    return [Divide(id="split", prompt="Weigh.", of="burdens", options=tasks), MOVE, AGREE]


def at(kind: type, session: Session, **replies: Reply) -> tuple[Session, Ask]:
    """Go on to the next turn of a kind; `replies` are given to the turns of that name before it."""
    while True:
        asked = ask(session)
        assert asked is not None
        if isinstance(asked.turn, kind):
            return session, asked
        reply = replies.get(type(asked.turn).__name__, answering(asked.turn))
        session = record(session, reply, 0, A_DAY)


def begun(tasks: tuple[str, ...] = TASKS, first: Side = "left", **replies: Reply) -> Session:
    pair = Pair(left="ALEX", right="SAM", first=first)
    return at(Moving, Session(exercise_of(steps(tasks)), pair), **replies)[0]


def moving(session: Session) -> Moving:
    turn = session.progress.turn
    assert isinstance(turn, Moving)
    return turn


def drafted(session: Session, reply: Reply) -> Draft:
    """Return what is drafted once `reply` was given to the rows."""
    turn = at(Draft, record(session, reply, 0, A_DAY))[1].turn
    assert isinstance(turn, Draft)
    return turn


def test_each_task_is_a_row_whose_it_is_as_proposed() -> None:
    session = begun()

    assert [row.item for row in moving(session).rows] == list(TASKS)
    assert {row.whose for row in moving(session).rows} == {"first", "second"}


@pytest.mark.parametrize("first", ["left", "right"])
@pytest.mark.parametrize("number", [2, 30])
def test_the_words_are_made_of_the_rows(first: Side, number: int) -> None:
    tasks = tuple(f"Task {n} [/]" for n in range(1, number + 1))
    session = begun(tasks, first)
    whose: tuple[Whose, ...] = ("second", *("first",) * (number - 2), "both")
    names = ("ALEX", "SAM") if first == "left" else ("SAM", "ALEX")

    start = drafted(session, Moved(whose=whose)).start

    mine = [f"{names[0]} takes care of: {'; '.join(tasks[1:-1])}."] if number > 2 else []
    last = f"{tasks[-1]}, by turns; how often, you two settle."
    assert start.split("\n") == [*mine, f"{names[1]} takes care of: {tasks[0]}.", last]


def test_to_pass_moves_nothing() -> None:
    session = begun()

    assert drafted(session, EMPTY).start == drafted(session, moving(session).proposed).start


def test_what_is_nobody_s_yet_does_not_stand_in_the_words() -> None:
    session = begun(Sealed=CLOSED, Unseal=EMPTY)
    assert {row.whose for row in moving(session).rows} == {"nobody"}

    start = drafted(session, Moved(whose=("first", "nobody", "nobody", "second"))).start

    assert start == f"ALEX takes care of: {TASKS[0]}.\nSAM takes care of: {TASKS[3]}."
    assert drafted(session, EMPTY).start == ""
    assert drafted(session, EMPTY).note


def test_both_say_yes_to_the_words_that_were_made() -> None:
    session = begun()
    words = drafted(session, Moved(whose=("both", "second", "first", "first"))).start
    session = record(session, Moved(whose=("both", "second", "first", "first")), 0, A_DAY)

    session, _asked = at(Consent, session, Draft=Drafted(text=words, weeks=None))
    while ask(session) is not None:
        now = ask(session)
        assert now is not None
        if isinstance(now.turn, Consent):
            assert now.turn.words == words
        session = record(session, answering(now.turn), 0, A_DAY)

    (effect,) = session.effects
    assert isinstance(effect, ClauseAgreed)
    assert effect.text == words


def test_rows_that_are_none_of_these_are_refused() -> None:
    session = begun()
    for reply in (Moved(whose=("first",)), Words(text="I take it all.")):
        with pytest.raises(Refused):
            record(session, reply, 0, A_DAY)


def test_what_was_moved_so_far_is_kept_and_comes_back() -> None:
    moved = Moved(whose=("first", "first", "second", "both"))
    again = through_a_file(draft(begun(), moved))

    asked = at(Moving, again)[1]

    assert asked.moved == moved
    assert draft(begun(), moving(begun()).proposed).draft is None
    assert at(Moving, draft(begun(), Moved(whose=("first",))))[1].moved is None


def test_what_was_moved_can_be_opened_again() -> None:
    moved = Moved(whose=("first", "first", "second", "both"))
    session = record(begun(), moved, 0, A_DAY)

    assert at(Moving, reopen(session))[1].moved == moved


def test_an_evening_from_before_there_were_rows_goes_on_with_its_sentence() -> None:
    exercise = SHIPPED.exercise("who-carries-it")
    pair = Pair(left="ALEX", right="SAM", first="left")
    session = at(Moving, Session(exercise, pair, run=1))[0]
    old = Entry(turn="swapped", reply=Words(text="SAM takes the bins."))
    older = replace(session, entries=(*session.entries, old))

    again = taken_up(older)

    assert again.entries == older.entries
    turn = at(Draft, again)[1].turn
    assert isinstance(turn, Draft)
    assert turn.start.endswith("\nSAM takes the bins.")
    assert "takes care of:" in turn.start
