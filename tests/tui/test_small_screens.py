"""What is asked, and what can be pressed for it, is in sight: at 80x24, and mostly at 40x12."""

from pathlib import Path

import pytest

from .couple import people
from .marks import SEVEN, room_at
from .support import Seats, at, plan, words_of

SMALL = (40, 12)
HOW = "Enter: choose"


def in_sight(seats: Seats) -> str:
    """Return the words that are in sight, without what scrolls."""
    return " ".join(seats.words.translate(dict.fromkeys(map(ord, "▁▂▃▄▅▆▇█"))).split())


async def test_a_list_of_seven_is_all_in_sight_with_its_question_and_its_buttons(
    tmp_path: Path,
) -> None:
    async with room_at(tmp_path, "balance/1", SEVEN) as seats:
        assert "Who has the say, ALEX?" in seats.text
        assert seats.text.count("–") == 14
        assert all(label in seats.text for label in seats.buttons)


async def test_a_narrow_screen_has_room_for_the_title(tmp_path: Path) -> None:
    async with at(tmp_path, "floor/1/say", people, plan(), SMALL) as seats:
        assert seats.rows[0].split("  ")[0] == " Say it, hear it"
        assert seats.rows[0].endswith("4 of 6 · 10 min")


async def test_a_title_that_is_too_long_ends_in_dots(tmp_path: Path) -> None:
    async with at(tmp_path, "circles/1", people, plan("compromise"), SMALL) as seats:
        assert "…" in seats.rows[0]


async def test_on_a_small_screen_both_answers_to_tonight_are_in_sight(tmp_path: Path) -> None:
    async with at(tmp_path, "opening/tonight/1", people, plan(), SMALL) as seats:
        assert "Do you want to sit down tonight?" in in_sight(seats)
        assert seats.buttons == ["Tonight", "Not tonight"]
        assert all(label in seats.text for label in seats.buttons)


@pytest.mark.parametrize(
    ("turn", "exercise", "question"),
    [
        ("topic/1", "active-listening", "It need not be about SAM."),
        (
            "circles/1",
            "compromise",
            "What do you need here that you cannot give up? One or two lines",
        ),
    ],
)
async def test_on_a_small_screen_the_question_stands_above_where_it_is_typed(
    tmp_path: Path, turn: str, exercise: str, question: str
) -> None:
    async with at(tmp_path, turn, people, plan(exercise), SMALL) as seats:
        assert question in in_sight(seats)
        assert "Enter: " in in_sight(seats)


@pytest.mark.parametrize(
    ("turn", "tells"),
    [
        ("opening/tonight/2/handover", False),
        ("opening/tonight/1", True),
        ("floor/1/say", False),
        ("floor/1/check/1", True),
        ("closing/notes/1", True),
        ("closing/thanks", True),
    ],
)
async def test_where_enter_alone_does_nothing_it_says_how_to_choose(
    tmp_path: Path, turn: str, tells: bool
) -> None:
    async with at(tmp_path, turn, people, plan()) as seats:
        assert (HOW in words_of(seats.app.screen)) == tells


async def test_with_long_names_every_button_is_in_sight(tmp_path: Path) -> None:
    names = ("Maximiliana Wilhelmine von Hohenfels-Au", "李李李李李李李李李李李李李李李李李李")
    async with at(tmp_path, "floor/1/say", people, plan(names=names), (80, 30)) as seats:
        for words in seats.buttons:
            assert any(words in row for row in seats.rows), f"{words!r} is not in:\n{seats.text}"
        assert "Pass" in seats.buttons
