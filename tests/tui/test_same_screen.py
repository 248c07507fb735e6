"""The next turn on the screen of the one before: it looks as one made anew does."""

from pathlib import Path

import pytest

from workshop.core.course.session import Ask
from workshop.tui.screens.turn import TurnScreen
from workshop.tui.turns.shown import around
from workshop.tui.widgets.answers import Answers
from workshop.tui.widgets.button import Button

from .couple import people
from .support import Seats, at, desk_at, plan, workshops

TALK = "active-listening"
MANY = 3
"""So many turns are looked at that need no screen of their own."""


def seen(seats: Seats) -> list[str]:
    """Return what is on the screen, row by row, with its colours, and what has the focus."""
    strips = seats.app.screen._compositor.render_strips()
    rows = ["".join(f"{part.style}|{part.text}|" for part in strip) for strip in strips]
    return [*rows, seats.focused]


@pytest.mark.parametrize("size", [(80, 24), (40, 14)])
async def test_a_turn_looks_as_it_does_on_a_screen_of_its_own(
    tmp_path: Path, size: tuple[int, int]
) -> None:
    stayed: list[str] = []
    async with at(tmp_path, "floor/1/say", people, plan(TALK), size) as seats:
        for _turn in seats.while_(lambda: len(stayed) < MANY):
            before = seats.app.screen
            await seats.give(people(seats.asked, seats.desk))
            if seats.app.screen is before:
                stayed.append(seats.asked.turn.id)
                here = seen(seats)
                seats.app.show(TurnScreen(seats.desk, seats.asked))
                await seats.settle()
                assert here == seen(seats)


async def test_a_press_that_is_on_its_way_does_not_answer_the_next_turn(tmp_path: Path) -> None:
    async with at(tmp_path, "floor/1/say", people, plan(TALK)) as seats:
        before, button = seats.app.screen, seats.app.screen.query_one("#answer-0", Button)
        late = Button.Pressed(button)
        await seats.press("enter")
        asked = seats.asked
        assert seats.app.screen is before
        before.query_one(Answers).post_message(late)
        await seats.settle()

        assert seats.asked == asked


async def test_the_first_button_can_be_pressed_at_once_where_it_stays(tmp_path: Path) -> None:
    async with at(tmp_path, "floor/1/say", people, plan(TALK)) as seats:
        seats._send("enter")
        await seats.settle()
        asked = seats.asked
        seats._send("enter")
        await seats.settle()

        assert seats.asked != asked


async def test_the_first_button_has_the_focus_again_where_another_was_pressed(
    tmp_path: Path,
) -> None:
    async with at(tmp_path, "floor/1/say", people, plan(TALK)) as seats:
        before = seats.app.screen
        await seats.push("More time")
        await seats.push("More time")  # as often as there is any

        assert seats.app.screen is before
        assert seats.buttons == ["ALEX is done", "Pass"]
        assert seats.focused == "ALEX is done"


def test_the_parts_of_a_reveal_can_be_had_before_they_stand_anywhere(tmp_path: Path) -> None:
    desk = desk_at(workshops(tmp_path), "circles/reveal", people, plan("compromise"))
    asked = desk.ask()
    assert isinstance(asked, Ask)

    parts = list(around(desk.card(asked), asked, desk.pair))
    desk.let_go()

    assert [part.id for part in parts] == ["prompt", "sides"]
