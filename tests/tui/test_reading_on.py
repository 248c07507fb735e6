"""A page that is longer than the screen is read to its end before Enter leaves it."""

from contextlib import AbstractAsyncContextManager
from pathlib import Path

import pytest
from support.evening import SHIPPED

from workshop.tui.screens.page import Page

from .couple import people
from .marks import MARKS, room_at
from .support import SIZE, Seats, at, plan, room, words_of, workshops

SCROLLBAR = dict.fromkeys(map(ord, "▁▂▃▄▅▆▇█"))


def long_page(data: Path, size: tuple[int, int] = SIZE) -> AbstractAsyncContextManager[Seats]:
    """Open the room on a page that is longer than most screens."""
    return room(workshops(data), size=size, first=(SHIPPED.page("before-you-begin"),))


async def test_one_enter_does_not_leave_a_page_that_goes_on_below(tmp_path: Path) -> None:
    async with long_page(tmp_path) as seats:
        before = seats.rows
        await seats.press("enter")

        assert isinstance(seats.app.screen, Page)
        assert seats.rows != before


@pytest.mark.parametrize("size", [(80, 24), (40, 12), (120, 40)])
async def test_each_row_of_a_long_page_is_seen_before_it_goes_on(
    tmp_path: Path, size: tuple[int, int]
) -> None:
    async with long_page(tmp_path, size) as seats:
        whole = words_of(seats.app.screen.query_one("#body")).split()
        seen: set[str] = set()
        for _screen in seats.while_(lambda: isinstance(seats.app.screen, Page)):
            going_on = seats.buttons[0] == "Go on"
            assert seats.buttons[0] in seats.text
            seen |= set(seats.words.translate(SCROLLBAR).split())
            await seats.press("enter")
            assert going_on != isinstance(seats.app.screen, Page)

        assert set(whole) <= seen


async def test_a_page_that_is_all_in_sight_is_left_at_once(tmp_path: Path) -> None:
    async with long_page(tmp_path, (80, 100)) as seats:
        assert seats.buttons[0] == "Go on"
        await seats.press("enter")

        assert not isinstance(seats.app.screen, Page)


async def test_who_scrolls_to_the_end_has_read_it_too(tmp_path: Path) -> None:
    async with long_page(tmp_path) as seats:
        await seats.press("end")
        assert seats.buttons[0] == "Go on"
        await seats.press("home", "enter")

        assert not isinstance(seats.app.screen, Page)


async def test_help_can_be_left_at_once(tmp_path: Path) -> None:
    async with room(workshops(tmp_path)) as seats:
        await seats.read_on()
        await seats.press("ctrl+g")
        assert seats.buttons == ["Back"]
        await seats.press("enter")

        assert not isinstance(seats.app.screen, Page)


@pytest.mark.parametrize("key", ["tab", "shift+tab"])
async def test_enter_goes_on_wherever_tab_went_on_a_page_with_one_button(
    tmp_path: Path, key: str
) -> None:
    pages = (SHIPPED.page("before-you-begin-guided"), SHIPPED.page("before-you-begin-in-short"))
    async with room(workshops(tmp_path), size=(80, 100), first=pages) as seats:
        await seats.press(key, "enter")

        assert "Before you begin" in seats.top
        assert "Whose machine" not in seats.top


async def test_enter_answers_nothing_for_anybody_while_the_words_have_the_focus(
    tmp_path: Path,
) -> None:
    async with at(tmp_path, "trial/consent/1/1", people, plan("compromise")) as seats:
        seats.app.screen.query_one("#body").focus()
        await seats.press("enter")

        assert seats.asked.turn.id == "trial/consent/1/1"


async def test_what_was_opened_is_read_to_its_end_before_enter_leaves_it(tmp_path: Path) -> None:
    async with room_at(tmp_path, "goods/reveal", MARKS, size=(40, 12)) as seats:
        whole = words_of(seats.app.screen.query_one("#body")).split()
        seen: set[str] = set()
        for _screen in range(10):
            if seats.asked.turn.id != "goods/reveal":
                break
            seen |= set(seats.words.translate(SCROLLBAR).split())
            await seats.press("enter")

        assert seats.asked.turn.id != "goods/reveal"
        assert set(whole) - {"Show", "sums"} <= seen


async def test_the_first_page_is_all_in_sight_and_the_whole_one_is_one_key_away(
    tmp_path: Path,
) -> None:
    async with room(workshops(tmp_path)) as seats:
        assert seats.buttons == ["Go on", "The whole page"]
        before = seats.rows
        await seats.press("tab", "enter")
        assert "Imbalance and abuse are different things" in seats.all_words

        await seats.press("escape")
        assert seats.rows[:-1] == before[:-1]
