"""The line of keys: a click presses one, the mouse tells what it does, the wheel shows the rest."""

from pathlib import Path

import pytest
from textual import events

from workshop.tui.widgets.keys import Keys

from .couple import people
from .support import Seats, at, at_home, plan, room, workshops

pytestmark = pytest.mark.usefixtures("undrawn")
NARROW = (40, 20)


def last_row(seats: Seats) -> str:
    """Return the line of keys as it is drawn."""
    return seats.rows[-1]


async def test_a_click_on_a_key_does_what_the_key_does(tmp_path: Path) -> None:
    async with at_home(workshops(tmp_path)) as seats:
        await seats.press("ctrl+g")
        by_key = seats.rows
    async with at_home(workshops(tmp_path)) as seats:
        await seats._pilot.click("Keys", offset=(last_row(seats).index("^g Help"), 0))
        await seats.settle()

        assert seats.rows == by_key


async def test_a_click_between_two_keys_does_nothing(tmp_path: Path) -> None:
    async with at_home(workshops(tmp_path)) as seats:
        before = seats.rows
        await seats._pilot.click("Keys", offset=(last_row(seats).index("  ^g Help"), 0))
        await seats.settle()

        assert seats.rows == before


async def test_the_mouse_on_a_key_tells_what_it_does(tmp_path: Path) -> None:
    async with at_home(workshops(tmp_path)) as seats:
        line = seats.app.screen.query_one("Keys")
        said = []
        for words in ("^t Pause", "^o Hide", "^g Help"):
            await seats._pilot.hover("Keys", offset=(last_row(seats).index(words), 0))
            said.append(line.tooltip)

        assert said == ["Stop the clock", "Clear the screen and end", None]


async def test_where_it_is_longer_than_the_screen_the_wheel_shows_the_rest(tmp_path: Path) -> None:
    async with room(workshops(tmp_path), size=NARROW) as seats:
        line = seats.app.screen.query_one("Keys")
        assert "^t Pause" in last_row(seats)
        assert "^p Everything" not in last_row(seats)

        for _turn in range(12):
            await seats._pilot._post_mouse_events([events.MouseScrollDown], line, button=0)
        await seats.settle()

        assert last_row(seats).endswith("^p Everything")
        assert "^t Pause" not in last_row(seats)


@pytest.mark.parametrize("size", [(60, 20), (80, 24)])
async def test_every_key_is_in_sight_where_there_are_sixty_columns(
    tmp_path: Path, size: tuple[int, int]
) -> None:
    async with at(tmp_path, "floor/1/mirror/1", people, plan(), size) as seats:
        said = last_row(seats)
        keys = seats.app.screen.query_one("Keys", Keys)

        assert said.rstrip().endswith("^r Back")
        assert keys._columns <= size[0]
        assert (" Help lines" in said) == (size[0] >= 80)
