"""What was typed or marked is gone only after a second press; an empty answer needs none."""

from pathlib import Path

import pytest

from workshop.core.turn_id import TurnId

from .couple import at_the_table, people
from .marks import MARKS, room_at
from .support import Seats, at, plan

pytestmark = [pytest.mark.usefixtures("undrawn"), pytest.mark.every(5)]

REALLY = "Throw it away, really"


async def begun(seats: Seats) -> None:
    await seats.write("An hour alone", "inner")
    await seats.push("Throw it away")


async def test_the_first_press_asks_and_the_second_one_does_it(tmp_path: Path) -> None:
    async with at(tmp_path, "circles/2", people, plan("compromise")) as seats:
        await begun(seats)
        assert REALLY in seats.text
        assert seats.asked.turn.id == "circles/2"
        await seats.press("enter")

        assert seats.asked.turn.id == "circles/1/handover"


@pytest.mark.parametrize("key", ["tab", "shift+tab", "up", "x"])
async def test_any_other_key_takes_the_first_press_back(tmp_path: Path, key: str) -> None:
    async with at(tmp_path, "circles/2", people, plan("compromise")) as seats:
        await begun(seats)
        await seats.press(key)
        assert REALLY not in seats.text
        await seats.push("Throw it away")

        assert REALLY in seats.text
        assert seats.asked.turn.id == "circles/2"
        assert "An hour alone" in seats.all_words


async def test_where_nothing_is_typed_once_is_enough(tmp_path: Path) -> None:
    async with at(tmp_path, "circles/2", people, plan("compromise")) as seats:
        await seats.write(" \n", "outer")
        await seats.push("Throw it away")

        assert seats.asked.turn.id == "circles/1/handover"


@pytest.mark.parametrize(
    ("turn", "keys"),
    [
        ("balance/1", ["2"]),
        ("rules/1", ["space"]),
        ("order/1", ["space"]),
        ("goods/1", ["5"]),
        ("tasks/1", ["0"]),
    ],
)
async def test_what_was_marked_is_not_gone_at_once(
    tmp_path: Path, turn: str, keys: list[str]
) -> None:
    async with room_at(tmp_path, turn, MARKS) as seats:
        await seats.press(*keys)
        await seats.push("Throw it away")
        assert seats.asked.turn.id == turn
        await seats.press("enter")

        assert seats.asked.turn.id != turn
        assert seats.asked.turn.id.step == TurnId(turn).step  # on to the other, or both are in


async def test_open_text_is_passed_by_a_second_press(tmp_path: Path) -> None:
    async with at(tmp_path, "topic/1", people, plan()) as seats:
        await seats.write("The bus was late")
        await seats.push("Pass")
        assert "Pass, and drop what is here" in seats.text
        assert seats.asked.turn.id == "topic/1"
        await seats.press("enter")

        assert seats.asked.turn.id == "topic/2/handover"


async def test_words_that_stood_there_are_passed_by_one_press(tmp_path: Path) -> None:
    async with at(tmp_path, "plan/draft", at_the_table(), plan("time-out-plan")) as seats:
        await seats.push("Pass")

        assert seats.asked.turn.id != "plan/draft"


async def test_paper_instead_does_not_drop_at_once_what_was_typed(tmp_path: Path) -> None:
    async with at(tmp_path, "circles/2", people, plan("compromise")) as seats:
        await seats.write("An hour alone", "inner")
        await seats.push("Both on paper instead")
        assert "Both on paper, and drop what is here" in seats.all_words
        assert seats.asked.turn.id == "circles/2"
        await seats.press("enter")

        assert seats.asked.turn.id == "circles/on-paper"


@pytest.mark.parametrize(
    ("turn", "exercise"), [("topic/1", "active-listening"), ("promise/1/draft", "small-promises")]
)
async def test_done_with_nothing_typed_openly_is_no_pass(
    tmp_path: Path, turn: str, exercise: str
) -> None:
    async with at(tmp_path, turn, people, plan(exercise)) as seats:
        await seats.push("Done")

        assert seats.asked.turn.id == turn
        assert "Nothing is typed yet." in seats.words


async def test_a_day_can_be_typed_at_once(tmp_path: Path) -> None:
    async with at(tmp_path, "closing/next", people, plan()) as seats:
        await seats.type("7 dec")

        assert "Monday, 7 December 2026" in seats.text


async def test_words_that_stand_there_are_shown_from_their_beginning(tmp_path: Path) -> None:
    async with at(tmp_path, "plan/draft", at_the_table(), plan("time-out-plan")) as seats:
        assert "Either of us can call a break" in seats.text
        assert "Our sign:" in seats.text
        assert "Done" in seats.text
