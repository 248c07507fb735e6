"""Every list of choices takes arrows, numbers, first letters, Home and End, and Enter."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import pytest

from workshop.cards.choice import Choice, Chosen, Deed, Option
from workshop.cards.deeds import Back
from workshop.errors import Refused
from workshop.tui.app import EqualSay
from workshop.tui.screens.choice import ChoiceScreen
from workshop.tui.widgets.choices import Choices
from workshop.tui.widgets.radio import Radios
from workshop.values import dataclass

from .couple import people
from .support import SIZE, Seats, at, plan, room, workshops

pytestmark = pytest.mark.usefixtures("undrawn")

WORDS = (
    *("Apples", "Bread", "Cheese", "Dates", "Eggs", "Figs", "Grapes", "Honey", "Ice", "Jam"),
    *("Apple juice", "[/] José", "李"),
)
FEW = 4


@dataclass(frozen=True)
class Eat(Deed):
    """Eat something."""

    what: str


def of(*words: str, surely: str = "", page: tuple[str, ...] = ()) -> Choice[Deed]:
    options = (Option[Deed](Eat(word), word, surely=surely) for word in words)
    return Choice("What would you like?", (), (*options, Option(Back(), "Back")), page=page)


@asynccontextmanager
async def asked(
    data: Path, choice: Choice[Deed], size: tuple[int, int] = SIZE
) -> AsyncIterator[tuple[Seats, list[Deed]]]:
    """Ask `choice`; yield what was chosen, too."""
    eaten: list[Deed] = []

    def take(chosen: Chosen) -> None:
        if chosen.does == Eat("Bread"):
            raise Refused("There is no bread.")
        eaten.append(chosen.does)

    def show(app: EqualSay) -> None:
        app.push_screen(ChoiceScreen(choice, "Lunch", take))

    async with room(workshops(data), show, size) as seats:
        yield seats, eaten


THERE = {
    "": "answers",
    "down": "Apples",
    "down down": "Bread",
    "down down up": "Apples",
    "up": "Back",
    "end down": "Back",
    "end home": "Apples",
    "3": "Cheese",
    "7": "answers",
    "c": "Cheese",
    "B b": "Back",
    "c h": "answers",
    "tab tab": "Bread",
    "end shift+tab": "Dates",
}


async def test_keys_go_to_an_option_and_choose_none(tmp_path: Path) -> None:
    async with asked(tmp_path, of(*WORDS[:FEW])) as (seats, eaten):
        for keys, there in THERE.items():
            seats.app.screen.query_one(Choices).highlighted = None
            await seats.press(*keys.split())
            assert seats.focused == there, keys

        assert eaten == []


async def test_enter_chooses_what_has_the_cursor_and_nothing_where_nothing_has(
    tmp_path: Path,
) -> None:
    async with asked(tmp_path, of(*WORDS[:FEW])) as (seats, eaten):
        await seats.press("enter", "enter")
        assert eaten == []

        await seats.press("3", "enter")
        assert eaten == [Eat("Cheese")]


async def test_what_is_refused_is_told_and_the_cursor_stays(tmp_path: Path) -> None:
    async with asked(tmp_path, of(*WORDS)) as (seats, _eaten):
        await seats.push("Bread")

        assert "There is no bread." in seats.words
        assert seats.focused == "Bread"


async def test_an_enter_that_is_held_chooses_once_and_says_not_really(tmp_path: Path) -> None:
    async with asked(tmp_path, of(*WORDS[:FEW], surely="Eat it, really")) as (seats, eaten):
        await seats.press("3")
        seats.app.screen.query_one(Choices).patience = 60  # however slow the machine is
        for _held in range(6):
            seats._send("enter")
        await seats.settle()
        assert eaten == []
        assert seats.focused == "Eat it, really"

        await seats.press("down")
        assert "Eat it, really" not in seats.words


async def test_more_than_nine_are_found_by_typing_and_escape_shows_all_again(
    tmp_path: Path,
) -> None:
    async with asked(tmp_path, of(*WORDS)) as (seats, eaten):
        await seats.type("APP")
        assert seats.buttons == ["Apples", "Apple juice", "Back"]
        assert "Find: APP 2 of 13." in seats.words

        await seats.type(" ju")
        assert seats.focused == "Apple juice"
        await seats.press("backspace", "backspace", "backspace", "escape")
        assert len(seats.buttons) == len(WORDS) + 1
        assert "Find" not in seats.words

        await seats.type("jose")
        await seats.press("enter")
        assert eaten == [Eat("[/] José")]


async def test_a_number_of_two_digits_goes_there(tmp_path: Path) -> None:
    async with asked(tmp_path, of(*WORDS)) as (seats, _eaten):
        await seats.type("13")

        assert seats.focused == "李"


async def test_nothing_found_is_said_and_enter_chooses_nothing(tmp_path: Path) -> None:
    async with asked(tmp_path, of(*WORDS), (40, 12)) as (seats, eaten):
        await seats.type("[b]")
        await seats.press("enter")

        assert "Find: [b] Nothing here holds that." in seats.words
        assert seats.buttons == ["Back"]
        assert eaten == []


async def test_escape_goes_back_once_nothing_is_looked_for(tmp_path: Path) -> None:
    async with asked(tmp_path, of(*WORDS)) as (seats, eaten):
        await seats.press("x", "escape")
        assert eaten == []

        await seats.press("escape")
        assert eaten == [Back()]


@pytest.mark.parametrize("size", [(80, 24), (40, 12)], ids=str)
async def test_the_cursor_is_in_sight_or_there_is_none(
    tmp_path: Path, size: tuple[int, int]
) -> None:
    async with asked(tmp_path, of(*WORDS, page=("A line to read.",) * 12), size) as (seats, _eaten):
        for key in ("end", "up", "pageup", "home", "down", "end", "pagedown", "e", "escape"):
            await seats.press(key)
            cursor = seats.app.screen.query_one(Choices).here
            label = [*WORDS, "Back"][cursor] if cursor is not None else ""
            assert cursor is None or f"› {cursor + 1:>2}  {label}" in seats.text, key
        assert cursor is not None


async def test_while_the_list_is_below_what_is_read_the_arrows_read_on(tmp_path: Path) -> None:
    async with asked(tmp_path, of(*WORDS, page=("A line to read.",) * 30)) as (seats, _eaten):
        before = seats.rows
        await seats.press("down")
        assert seats.focused == "answers"
        assert seats.rows != before

        await seats.press("up")
        assert seats.rows == before


async def test_beside_the_list_stands_what_has_the_cursor_where_there_is_room(
    tmp_path: Path,
) -> None:
    told = Choice[Deed](
        "Which?",
        (),
        (
            Option(Eat("Ice"), "Ice", under="Cold", line="It melts.", details=("- Somebody 1994",)),
            Option(Eat("Jam"), "Jam", under="Sweet", line="It does not melt, " + "ever, " * 30),
            *(Option(Eat(word), word) for word in WORDS),
            Option(Back(), "Back"),
        ),
    )
    async with asked(tmp_path, told, (120, 40)) as (seats, _eaten):
        assert "Somebody 1994" not in seats.words
        await seats.press("down")
        assert "Somebody 1994" in seats.words
        await seats.press("end")
        assert "Somebody 1994" not in seats.words

        row = next(row for row in seats.rows if "Jam. " in row)
        assert row.split("│")[0].rstrip().endswith("…")
    async with asked(tmp_path, told, (40, 24)) as (seats, _eaten):
        assert "It melts." not in seats.words
        await seats.press("down")
        assert "Ice. It melts." in seats.words
        assert "Somebody 1994" not in seats.words


BUTTONS = ("Yes, these words", "Other words", "No", "Not now")


ALONG = {
    "right": 0,
    "left": 3,
    "right right left": 0,
    "3": 2,
    "n n": 3,
    "o": 1,
    "o h": None,
    "y e s": None,
}


async def test_a_row_of_buttons_takes_them_too_and_nothing_is_answered(tmp_path: Path) -> None:
    async with at(tmp_path, "trial/consent/1/1", people, plan("compromise")) as seats:
        await seats.press("enter")
        asked = seats.asked
        for keys, there in ALONG.items():
            seats.app.screen.set_focus(None)
            await seats.press(*keys.split())
            assert seats.focused == ("" if there is None else BUTTONS[there]), keys

        await seats.press("enter")  # behind words that were typed
        assert seats.asked == asked


async def test_setup_goes_by_them_from_one_way_of_answering_to_another(tmp_path: Path) -> None:
    async with room(workshops(tmp_path), lambda app: app.ask_names(None)) as seats:
        ways = seats.app.screen.query_one("#answers-left", Radios)
        ways.focus()
        chosen: list[int] = []
        for key in ("3", "home", "o", "end", "4", "2"):
            await seats.press(key, "enter")
            chosen.append(ways.pressed_index)

        assert chosen == [2, 0, 2, 2, 2, 1]
