"""Home: drawn before anything is read, and where an evening leads back to."""

import errno
import os
import threading
from collections.abc import Iterator
from concurrent.futures import Future
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from random import Random
from typing import NoReturn

import pytest
from support.evening import SHIPPED, StillClock

from workshop.desk.guides.home import Home as Shown
from workshop.desk.workshops import Saved, Workshops
from workshop.errors import Trouble
from workshop.system import System
from workshop.tui.app import EqualSay
from workshop.tui.screens import home
from workshop.tui.widgets.lines import Lines

from .couple import people
from .support import at, at_home, files, plan, room, words_of, workshops

pytestmark = pytest.mark.usefixtures("undrawn")


class Slow(Workshops):
    """Workshops that take long to read: they are there once Home was drawn without them."""

    def __init__(self, data: Path) -> None:
        super().__init__(data, SHIPPED, StillClock(), Random(7))
        self.app: EqualSay | None = None
        self.drawn = threading.Event()

    def note_drawn(self) -> None:
        assert self.app is not None
        if "One moment." in (words := words_of(self.app.screen)) and "Quit" not in words:
            self.drawn.set()

    def saved(self) -> Iterator[Saved]:
        if threading.current_thread() is not threading.main_thread():
            assert self.drawn.wait(60)
        return super().saved()


async def test_home_is_drawn_before_workshops_that_take_long_to_read(tmp_path: Path) -> None:
    desks = Slow(tmp_path)
    desks.begin(plan()).let_go()

    async with room(desks) as seats:
        desks.app = seats.app
        seats.app.post_display_hook = desks.note_drawn  # type: ignore[method-assign]
        await seats.read_on()

        assert desks.drawn.is_set()
        assert "One moment." not in seats.text
        assert "Welcome back." in seats.text


async def test_home_is_drawn_once_where_the_workshops_are_there_at_once(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(home, "AT_ONCE", 60)  # however busy the machine is
    desks = workshops(tmp_path)
    desks.begin(plan()).let_go()
    seen: list[str] = []

    async with room(desks) as seats:
        seats.app.post_display_hook = lambda: seen.append(words_of(seats.app.screen))  # type: ignore[method-assign]
        await seats.read_on()

        assert "Welcome back." in seats.text
        assert not any("One moment." in words for words in seen)


class JustTooLate(Future[Shown]):
    """Workshops that are there the moment after nobody waits for them any more."""

    def result(self, timeout: float | None = None) -> Shown:
        if timeout is not None:
            raise TimeoutError
        return super().result()


async def test_workshops_that_are_there_while_home_is_put_together_are_shown(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    desks = workshops(tmp_path)
    desks.begin(plan()).let_go()
    reading = JustTooLate()
    reading.set_result(desks.home())
    monkeypatch.setattr(home.Home, "_reading", lambda _self: reading)

    async with at_home(desks) as seats:
        assert "Welcome back." in seats.text
        assert seats.focused.startswith("Go on: ALEX and SAM")


async def test_an_evening_that_ended_leads_back_to_home(tmp_path: Path) -> None:
    async with at(tmp_path, "opening/tonight/1", people, plan()) as seats:
        await seats.press("ctrl+s")
        await seats.push("Stop here, keep our place")
        assert "Close the window" in seats.buttons

        await seats.push("To the first page")

        assert "ALEX and SAM" in seats.text
        assert seats.app.desk is None
        await seats.push("Go on")
        assert seats.app.desk is not None
        assert files(tmp_path)


def begun(data: Path, *labels: str) -> Workshops:
    """Have workshops of these labels, begun on one day after the other; return all there are."""
    clock = StillClock()
    for label in labels:
        workshops(data, clock=clock).begin(replace(plan(), label=label)).let_go()
        clock.day += timedelta(days=1)
    return workshops(data)


async def test_the_newest_is_large_and_the_others_are_lines(tmp_path: Path) -> None:
    async with at_home(begun(tmp_path, "third", "second", "first")) as seats:
        assert "Go on: ALEX and SAM, 0 of 1 done (first)" in seats.buttons
        assert [said for said in seats.buttons if "SAM" in said] == [seats.focused]
        rows = [row.strip() for row in seats.rows if row.endswith(("(second)", "(third)"))]

        assert rows == ["ALEX and SAM, 0 of 1 done (second)", "ALEX and SAM, 0 of 1 done (third)"]


async def test_another_is_taken_up_by_the_arrows_and_enter(tmp_path: Path) -> None:
    async with at_home(begun(tmp_path, "third", "second", "first")) as seats:
        await seats.press("down", "down", "down", "up", "enter")

        assert seats.desk.path.name == "third"


async def test_another_is_taken_up_by_a_click(tmp_path: Path) -> None:
    async with at_home(begun(tmp_path, "third", "second", "first")) as seats:
        await seats._pilot.click("#workshops", offset=(3, 1))
        await seats.settle()

        assert seats.desk.path.name == "third"


async def test_of_several_it_is_asked_whose_agreement(tmp_path: Path) -> None:
    async with at_home(begun(tmp_path, "third", "second", "first")) as seats:
        home = seats.rows
        await seats.push("Agreement")
        assert "Whose agreement?" in seats.text
        await seats.push("Back")
        assert seats.rows == home

        await seats.push("Agreement")
        await seats.type("second")
        await seats.press("enter")

        assert "The agreement of ALEX and SAM" in seats.text
        assert seats.app.desk is None


MANY = [f"couple {number}" for number in range(12)]


async def test_of_many_ten_are_there_and_all_of_them_in_a_list(tmp_path: Path) -> None:
    async with at_home(begun(tmp_path, *MANY)) as seats:
        assert "couple 2" in seats.all_words
        assert "couple 1)" not in seats.all_words

        await seats.push("All of them")

        assert "12 workshops, by last day" in seats.text
        await seats.press(*["down"] * 20, "enter")
        assert seats.desk.path.name == "couple 0"


async def test_one_of_all_is_found_as_one_types(tmp_path: Path) -> None:
    async with at_home(begun(tmp_path, *MANY)) as seats:
        await seats.push("All of them")

        await seats.type("ALEX 7")

        assert "1 of 12 workshops" in seats.text
        assert "couple 11" not in seats.text
        await seats.press("enter")
        assert seats.desk.path.name == "couple 7"


async def test_where_nothing_is_found_that_is_said_and_escape_finds_all_again(
    tmp_path: Path,
) -> None:
    async with at_home(begun(tmp_path, *MANY)) as seats:
        home = seats.rows
        await seats.push("All of them")

        await seats.type("[/]")
        await seats.press("enter")

        assert "No label and no name has “[/]” in it." in seats.text
        await seats.press("escape")
        assert "12 workshops" in seats.text
        await seats.press("escape")
        assert seats.rows == home


async def test_a_list_is_sorted_by_its_button_and_typing_finds_wherever_the_focus_is(
    tmp_path: Path,
) -> None:
    async with at_home(begun(tmp_path, *MANY)) as seats:
        await seats.push("All of them")

        await seats.push("By next day")
        await seats.push("By label")
        rows = [row.strip("› ").split("  ")[0] for row in seats.rows if "ALEX" in row]
        await seats.type("couple 3")

        assert rows == sorted(MANY, key=lambda label: int(label.split()[1]))[: len(rows)]
        assert "1 of 12 workshops, by label" in seats.text


async def test_a_line_shows_a_label_as_it_is(tmp_path: Path) -> None:
    async with at_home(begun(tmp_path, "[red][@click=quit]x[", "first")) as seats:
        assert "done ([red][@click=quit]x[)" in seats.text


def unreadable(*asked: object) -> None:
    raise OSError(errno.EIO, os.strerror(errno.EIO))


async def test_a_folder_that_cannot_be_read_any_more_is_said_at_home(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    workshops(tmp_path).begin(plan()).let_go()

    async with room(workshops(tmp_path)) as seats:
        monkeypatch.setattr(System, "names", unreadable)
        await seats.read_on()

        assert "cannot be opened" in " ".join(seats.text.split())


def cannot_be_opened(guide: object) -> NoReturn:
    raise Trouble("us cannot be opened: Input/output error.")


async def test_an_agreement_that_cannot_be_read_any_more_is_said_and_home_is_still_there(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    workshops(tmp_path).begin(plan()).let_go()
    async with room(workshops(tmp_path)) as seats:
        await seats.read_on()
        pages = workshops(tmp_path).pages(tmp_path / "us")
        with monkeypatch.context() as patch:
            patch.setattr(type(pages), "choice", cannot_be_opened)
            seats.app.guides.ask(pages)
            await seats.settle()
        assert "cannot be opened" in seats.text
        await seats.push("Back")

        assert "Quit" in seats.text


async def test_arrows_numbers_and_letters_go_through_buttons_and_the_other_workshops(
    tmp_path: Path,
) -> None:
    for label in ("us", "them", "it"):
        workshops(tmp_path).begin(replace(plan(), label=label)).let_go()
    async with at_home(workshops(tmp_path)) as seats:
        went = []
        for key in ("down", "end", "home", "2", "down", "up", "b", "end", "3"):
            await seats.press(key)
            lines = seats.app.focused
            went.append(lines.at if isinstance(lines, Lines) else seats.focused.split(":")[0])

        assert went == [0, 1, 0, 1, "Begin", 1, 1, 1, 1]
