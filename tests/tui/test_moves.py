"""Rows of what is shared out: by arrows, a key or a click, in the smallest terminal too."""

from dataclasses import replace
from pathlib import Path

import pytest
from support.evening import MadeUp
from support.exercises import exercise_of

from workshop.core.steps.divide import Divide
from workshop.core.steps.move import Move
from workshop.core.steps.write import Write
from workshop.tui.widgets.rows import Row, Rows

from .marks import given
from .support import Seats, at, plan, workshops

pytestmark = pytest.mark.usefixtures("undrawn")

TASKS = ("Dishes [/]", *(f"Task {n}, called as long as such a task may be" for n in range(2, 31)))
EXERCISE = exercise_of(
    [
        Divide(id="split", prompt="Weigh.", of="burdens", options=TASKS),
        Move(id="moved", prompt="{me}, move them.", **{"from": "split"}),
        Write(id="even", who="one", prompt="And you, {me}?"),
    ]
)
NAMES = ("José [/]", "李")
SMALL = (40, 12)


def words(seats: Seats) -> str:
    """Return the words that are made of the rows."""
    return " ".join(str(seats.app.screen.query_one("#words-of-rows").render()).split())


async def test_keys_and_clicks_move_a_row_which_stays_in_sight_and_the_words_follow(
    tmp_path: Path,
) -> None:
    how, desks = replace(plan(EXERCISE.id), names=NAMES), workshops(tmp_path, MadeUp([EXERCISE]))
    async with at(tmp_path, "moved", given, how, SMALL, desks) as seats:
        await seats.press("left")
        assert "José [/] takes care of: Dishes [/]" in words(seats)
        await seats.press("right")
        assert "李 takes care of: Dishes [/]" in words(seats)
        await seats.press("space")
        assert "Dishes [/], by turns" in words(seats)

        await seats.press("end", "b")
        rows = seats.app.screen.query_one(Rows)
        assert rows.at == len(TASKS) - 1
        assert "› Task 30" in seats.text
        assert "both, by turns" in seats.text
        assert f"{TASKS[-1]}, by turns" in words(seats)

        row = list(seats.app.screen.query(Row))[-1]
        await seats._pilot.click(row)
        await seats.settle()
        assert f"{TASKS[-1]}, by turns" not in words(seats)
        assert rows.at == len(TASKS) - 1

        await seats.push("Done")
        assert seats.asked.turn.id == "even/handover"
