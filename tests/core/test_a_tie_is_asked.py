"""Where two orders meet at two places at once, the pair says which it is; no order of one does."""

from fractions import Fraction
from itertools import permutations
from random import Random

import pytest
from support.evening import A_DAY
from support.exercises import exercise_of

from workshop.core.course.session import Session, ask, record
from workshop.core.people import SIDES, Pair, Side, other
from workshop.core.steps.choose import Choose
from workshop.core.steps.divide import Divide
from workshop.core.turns import Handover, Rank, Reveal, Tie, Unseal
from workshop.core.turns.reply import DONE, EMPTY, Ranked, Reply, Taken

OPTIONS = ("a", "b", "c", "d")
KEEP = len(OPTIONS) + 1
ORDER = Choose(id="order", options=OPTIONS, prompt="Which first?")
SHARE = Choose(id="share", parts=("1/2", "1/3"), prompt="Which part, {me}?")
CARRY = Divide(
    id="carry", of="burdens", options=("cook", "wash"), target="share", prompt="How heavy?"
)


def opened(
    orders: dict[Side, tuple[int, ...]], first: Side, steps: tuple[Choose | Divide, ...] = (ORDER,)
) -> Session:
    """Return a session in which both have ranked, opened, and seen what came of it."""
    session = Session(exercise_of(steps), Pair(left="ALEX", right="SAM", first=first))
    while (now := ask(session)) is not None:
        turn = now.turn
        if isinstance(turn, Rank):
            assert turn.holder is not None
            session = record(session, Ranked(order=orders[turn.holder]), 0, A_DAY)
            continue
        if not isinstance(turn, Handover | Unseal | Reveal):
            return session
        session = record(session, DONE, 0, A_DAY)
        if isinstance(turn, Reveal):
            return session
    return session


def tie_of(session: Session) -> Tie | None:
    now = ask(session)
    return now.turn if now is not None and isinstance(now.turn, Tie) else None


def came_of(session: Session, reply: Reply) -> tuple[str, ...]:
    return record(session, reply, 0, A_DAY).progress.results["order"].items


def test_a_tie_leads_to_a_question_in_the_words_of_the_list_whoever_is_first() -> None:
    chance = Random(4)
    orders = [(*order, KEEP) for order in permutations(range(1, KEEP))]
    ties = 0
    for _pair in range(150):
        mine, theirs = chance.choice(orders), chance.choice(orders)
        found = []
        for first in SIDES:
            for sides in ({"left": mine, "right": theirs}, {"left": theirs, "right": mine}):
                session = opened(sides, first)
                tie = tie_of(session)
                found.append(tie.options if tie else session.progress.results["order"].items)
                assert (len(found[0]) == 2) == (tie is not None)

        assert len(set(found)) == 1  # swapped, and with the other first: the same
        assert found[0] == tuple(sorted(found[0]))
        ties += len(found[0]) == 2
    assert ties > 20


@pytest.mark.parametrize(
    ("reply", "taken"),
    [
        (Taken(places=(1,)), ("a",)),
        (Taken(places=(2,)), ("b",)),
        (Taken(places=(1, 2)), ("a", "b")),
        (EMPTY, ()),
    ],
)
def test_what_they_say_is_what_comes_of_it(reply: Reply, taken: tuple[str, ...]) -> None:
    session = opened({"left": (1, 2, 3, 4, KEEP), "right": (2, 1, 3, 4, KEEP)}, "left")

    assert came_of(session, reply) == taken


@pytest.mark.parametrize("first", SIDES)
def test_a_share_of_the_load_is_nobody_s_first_one(first: Side) -> None:
    # Each prefers to carry a third, and would rather carry two thirds than half.
    mine, theirs = (2, 3, 1, 4), (3, 2, 1, 4)
    session = opened({first: mine, other(first): theirs}, first, (SHARE, CARRY))

    tie = tie_of(session)

    assert tie is not None
    assert not tie.all
    parts = [
        record(session, Taken(places=(place,)), 0, A_DAY).progress.results["share"].part
        for place in (1, 2)
    ]
    assert parts == [Fraction(1, 3), Fraction(2, 3)]
    assert record(session, EMPTY, 0, A_DAY).progress.results["share"].part is None


def test_nothing_that_is_not_there_can_be_taken() -> None:
    session = opened({"left": (1, 2, 3, 4, KEEP), "right": (2, 1, 3, 4, KEEP)}, "left")
    tie = tie_of(session)

    assert tie is not None
    assert not tie.fits(Taken(places=(3,)))
    assert not tie.fits(DONE)
