"""Counts how often the keyboard changes hands, and what the fewest is: for a law, and as a table.

`PYTHONPATH=tests .venv/bin/python -m support.hands` prints the table.
"""

import sys
from collections.abc import Sequence
from typing import NamedTuple

from support.evening import A_DAY, shipped_exercises
from workshop.core.course.session import Session, ask, record
from workshop.core.exercise import Exercise
from workshop.core.people import SIDES, Pair, Side
from workshop.core.proof.robot import Policy, answering, example_of, rewording
from workshop.core.turns import Compound, Handover, Shown
from workshop.core.turns.reply import Reply


class Counted(NamedTuple):
    """How the keyboard went in one exercise.

    Attributes:
        typed: who typed, in order; None where both answer, in the order that suits.
        taken: how often somebody took the keyboard who had it not; the first time, too.
        begins: who began where both answer.
    """

    typed: tuple[Side | None, ...]
    taken: int
    begins: tuple[Side, ...]


def second_rewords(turn: Shown) -> Reply:
    """Answer everything; whoever is second offers other words as long as they are taken."""
    return (rewording if turn.holder == "right" else answering)(turn)


WAYS = {"all yes": answering, "both other words": rewording, "one other words": second_rewords}
"""How two may answer."""


def counted(exercise: Exercise, policy: Policy, first: Side = "left") -> Counted:
    """Walk through `exercise`, both typing."""
    pair = Pair(left="ALEX", right="SAM", first=first)
    session = Session(exercise, pair, example_of(exercise))
    typed: list[Side | None] = []
    begins: list[Side] = []
    taken = 0
    while (asked := ask(session)) is not None:
        turn = asked.turn
        if isinstance(turn, Handover):
            taken += not turn.keeps
        elif turn.typed and turn.holder:
            if not isinstance(session.progress.turn, Compound):
                typed.append(turn.holder)
            elif not session.pending.held:
                typed.append(None)
                begins.append(turn.holder)
        session = record(session, policy(turn), 0, A_DAY)
    return Counted(tuple(typed), taken, tuple(begins))


def fewest(typed: Sequence[Side | None], first: Side = "left") -> int:
    """Return how often the keyboard has to be taken at the least, in any order at what is both's.

    Args:
        typed: who types, in order; None where both do.
        first: who begins where both do, and nobody has it yet.
    """
    least: dict[Side, int] = {}  # by who has it then
    for who in typed:
        second, ways = _across(who or first), dict(least)
        if who is not None:
            before = min(ways[who], ways[second] + 1) if ways else 1
            least = {who: before, second: before + 1}
        elif not ways:
            least = {second: 2, first: 3}
        else:
            least = {side: 1 + min(ways[_across(side)], ways[side] + 1) for side in SIDES}
    return min(least.values(), default=0)


def _across(side: Side) -> Side:
    return SIDES[1 - SIDES.index(side)]


def table() -> str:
    """Return a table in Markdown: a row for each exercise that comes with the program."""
    rows = ["| exercise | " + " | ".join(WAYS) + " |", "|---" * (1 + len(WAYS)) + "|"]
    totals = [0] * len(WAYS)
    for exercise in shipped_exercises():
        taken = [counted(exercise, way).taken for way in WAYS.values()]
        totals = [so_far + one for so_far, one in zip(totals, taken, strict=True)]
        rows.append(f"| {exercise.id} | " + " | ".join(map(str, taken)) + " |")
    rows.append("| in all | " + " | ".join(map(str, totals)) + " |")
    return "\n".join(rows)


if __name__ == "__main__":
    sys.stdout.write(table() + "\n")
