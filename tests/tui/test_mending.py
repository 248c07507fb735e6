"""What cannot be taken is mended where one is: the next key goes into the box that was refused."""

from pathlib import Path

import pytest
from support.evening import resume
from support.work import a_page, to_the_map
from textual.widgets import Button, Input, TextArea

from workshop.core.turns.reply import POINTS_LIMIT

from .couple import people
from .marks import room_at
from .support import Seats, at, at_home, plan, room, workshops

pytestmark = [pytest.mark.usefixtures("undrawn"), pytest.mark.every(3)]


def stands_in(seats: Seats, box: str) -> str:
    """Return what is typed in a box."""
    found = seats.app.screen.query_one(f"#{box}")
    assert isinstance(found, TextArea | Input)
    return found.text if isinstance(found, TextArea) else found.value


async def push_what_takes_it(seats: Seats) -> None:
    """Press the button that takes what was typed or marked."""
    answers = seats.desk.card(seats.asked).answers
    await seats.push(next(answer.label for answer in answers if answer.reply is None))


@pytest.mark.parametrize(
    ("name", "exercise", "box"),
    [
        ("topic/1", "active-listening", "writing"),
        ("trial/draft", "compromise", "writing"),
        ("closing/next", "compromise", "day"),
    ],
)
async def test_what_is_typed_after_a_refusal_goes_into_the_box(
    tmp_path: Path, name: str, exercise: str, box: str
) -> None:
    async with at(tmp_path, name, people, plan(exercise)) as seats:
        await seats.write("", box)
        if name == "trial/draft":
            await seats.press("space")
        await push_what_takes_it(seats)

        await seats.press("a", "b")

        assert seats.asked.turn.id == name
        assert stands_in(seats, box).strip() == "ab"


async def test_other_words_that_are_none_are_mended_in_their_box(tmp_path: Path) -> None:
    async with at(tmp_path, "trial/consent/1/1", people, plan("compromise")) as seats:
        await seats.push("Other words")
        await seats.write("", "writing")
        await seats.push("Send these words")

        await seats.press("a")

        assert seats.asked.turn.id == "trial/consent/1/1"
        assert stands_in(seats, "writing") == "a"


async def test_of_two_circles_the_one_with_too_many_points_is_mended(tmp_path: Path) -> None:
    async with at(tmp_path, "circles/1", people, plan("compromise")) as seats:
        await seats.write("\n".join(["q"] * (POINTS_LIMIT + 1)), "outer")
        await push_what_takes_it(seats)

        await seats.press("z")

        assert stands_in(seats, "outer").endswith("qz")


@pytest.mark.parametrize(("name", "key"), [("tasks/1", "3"), ("order/1", "space")])
async def test_of_rows_the_first_that_misses_something_is_mended(
    tmp_path: Path, name: str, key: str
) -> None:
    async with room_at(tmp_path, name) as seats:
        await seats.press("down", "down")
        await push_what_takes_it(seats)
        told = seats.app.screen.query_one("#trouble")
        assert told.display

        await seats.press(key)

        first = seats.app.screen.query(".item").first()
        assert seats.asked.turn.id == name
        assert not told.display
        marked = seats.app.screen.query_one("Row")
        assert "–" not in " ".join(str(part.content) for part in marked.query("Static"))
        assert first.display


@pytest.mark.parametrize(
    ("left", "right", "where", "said"),
    [
        ("", "SAM", "left", "On the left: A name"),
        ("ALEX", "", "right", "On the right: A name"),
        ("ALEX", "alex", "right", "The two names are the same."),
    ],
)
async def test_which_name_cannot_be_taken_is_said_and_the_cursor_is_there(
    tmp_path: Path, left: str, right: str, where: str, said: str
) -> None:
    async with at_home(workshops(tmp_path)) as seats:
        await seats.push("Begin")
        await seats.write(left, "name-left")
        await seats.write(right, "name-right")
        await seats.push("Go on")

        assert said in seats.words
        await seats.press("x")
        assert stands_in(seats, f"name-{where}").endswith("x")


async def test_a_path_that_cannot_be_taken_is_mended_in_its_box(tmp_path: Path) -> None:
    desk = to_the_map(resume(a_page(tmp_path / "us")))
    async with room(workshops(tmp_path), lambda app: app.sit_down(lambda: desk)) as seats:
        await seats.push("The agreement")
        await seats.push("A copy to print")
        await seats.write(str(tmp_path / "us" / "agreement.toml"), "for-0")
        await seats.push("Save a page to print")

        await seats.press("x")

        assert stands_in(seats, "for-0").endswith("x")


async def test_what_is_typed_on_a_button_goes_into_the_box(tmp_path: Path) -> None:
    async with at(tmp_path, "topic/1", people, plan()) as seats:
        await seats.type("late")
        await seats.go_to(lambda on: isinstance(on, Button), "a button")

        await seats.type(" bus")  # Space is for buttons

        assert seats.focused == "writing"
        assert seats.app.screen.query_one(TextArea).text == "latebus"


async def test_what_is_typed_there_at_once_all_goes_to_one_name(tmp_path: Path) -> None:
    async with at_home(workshops(tmp_path)) as seats:
        await seats.press("enter")
        await seats.go_to(lambda on: isinstance(on, Button), "a button")

        await seats.type("[/]")

        assert seats.app.screen.query_one("#name-left", Input).value == "[/]"


async def test_what_is_typed_on_go_on_goes_to_the_name_beside_it(tmp_path: Path) -> None:
    async with at_home(workshops(tmp_path)) as seats:
        await seats.press("enter")
        for name in ("Alex", "Sam"):
            await seats.type(name)
            await seats.press("enter")
        assert seats.focused == "Go on"

        await seats.type("my")

        assert seats.app.screen.query_one("#name-right", Input).value == "Sammy"
