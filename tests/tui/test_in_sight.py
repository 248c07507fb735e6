"""Nobody's words are out of sight: what was said, and what is listed, is seen or announced."""

import re
from pathlib import Path

import pytest
from support.effort import LONG
from support.evening import MadeUp, resume
from support.exercises import EVERYTHING
from support.work import a_page, to_the_map
from textual.widget import Widget

from workshop.cards.agreement_deeds import Copies
from workshop.cards.choice import Choice, Chosen, Farewell
from workshop.cards.deeds import GoTo, LookAtAgreement
from workshop.core.course.session import Ask
from workshop.core.turns.reply import Circled, Drafted, Reply, Words
from workshop.desk.desk import Desk
from workshop.tui.screens.body import row_of
from workshop.tui.widgets.rows import Row
from workshop.tui.widgets.said import Quote
from workshop.tui.widgets.time import Time
from workshop.tui.widgets.writing import Writing

from .couple import at_the_table, people
from .support import Seats, at, at_home, drawn, plan, room, seated, workshops
from .walk import show

SIZES = [(80, 24), (60, 20), (40, 12)]
LONGER = (
    " Nobody keeps an answer to a line: what moves them takes three of these, and some of a fourth."
)


def talkative(asked: Ask | Choice, desk: Desk) -> Reply | Chosen:
    """Answer as people do who have much to say."""
    given = at_the_table()(asked, desk)
    match given:
        case Words(text=text) if text and "list" not in text:
            return Words(text=text + 2 * LONGER)
        case Drafted(text=text, weeks=weeks):
            return Drafted(text=text + LONGER, weeks=weeks)
        case Circled(inner=inner, outer=outer):
            return Circled(inner=tuple(one + LONGER for one in inner), outer=outer)
        case _:
            return given


def announced(rows: str, way: str) -> int:
    """Return how many things the screen says are in that direction."""
    found = re.search(rf"(\d+) more {way}", rows)
    return int(found[1]) if found else 0


def look(seats: Seats) -> bool:
    """Find out that each thing is in sight or announced; return whether there was any."""
    screen = seats.app.screen
    body = screen.query_one("#body")
    parts: list[Widget] = [*screen.query(Quote), *screen.query(Row)]
    begins = [row_of(part, body) for part in parts if part.display]
    height = body.scrollable_content_region.height
    above = sum(row < body.scroll_y for row in begins)
    below = sum(row >= body.scroll_y + height for row in begins)
    rows = "\n".join(drawn(screen))

    assert (announced(rows, "above"), announced(rows, "below")) == (above, below), rows
    return bool(begins)


@pytest.mark.parametrize("size", SIZES if LONG else SIZES[:1])
async def test_on_every_screen_each_quotation_and_row_is_in_sight_or_announced(
    tmp_path: Path, size: tuple[int, int]
) -> None:
    looked: set[object] = set()
    library = MadeUp([EVERYTHING])
    async with seated(tmp_path, plan(EVERYTHING.id), size=size, library=library) as seats:
        while not isinstance(asked := seats.desk.ask(), Farewell):
            if isinstance(asked, Ask):
                card = seats.desk.card(asked)
                kind = (type(asked.turn), len(card.said), card.typing is None)
                if LONG or (kind not in looked and (card.said or card.typing)):
                    await show(seats)
                    look(seats)
                    looked.add(kind)
            seats.desk.reply(talkative(asked, seats.desk))

    assert len(looked) > 20


async def test_where_both_have_said_something_it_stands_above_the_box(tmp_path: Path) -> None:
    async with at(tmp_path, "overlap", people, plan("compromise")) as seats:
        assert "An hour alone" in seats.text
        assert "Breakfast together" in seats.text
        assert seats.app.screen.query_one(Writing).size.height >= 5


@pytest.mark.parametrize("turn", ["topic/1", "trial/draft", "own/1/draft"])
async def test_the_box_has_five_rows_at_least_and_its_buttons_are_below_it(
    tmp_path: Path, turn: str
) -> None:
    exercise = {"trial/draft": "compromise", "own/1/draft": "boundaries"}.get(turn)
    async with at(tmp_path, turn, people, plan(*[exercise] if exercise else [])) as seats:
        assert seats.app.screen.query_one(Writing).size.height >= 5
        assert all(label in seats.text for label in seats.buttons)
        assert "Enter: a new line" in seats.text


async def test_typing_goes_on_at_the_end_of_what_stands_there(tmp_path: Path) -> None:
    async with at(tmp_path, "trial/draft", people, plan("compromise")) as seats:
        there = seats.app.screen.query_one(Writing).text
        await seats.type(" and more")

        assert seats.app.screen.query_one(Writing).text == there + " and more"


async def test_page_up_shows_what_is_above_and_a_letter_comes_back_to_the_box(
    tmp_path: Path,
) -> None:
    async with at(tmp_path, "overlap", talkative, plan("compromise"), (60, 16)) as seats:
        body = seats.app.screen.query_one("#body")
        before = body.scroll_y
        assert announced(seats.text, "above")
        await seats.press("pageup", "pageup", "pageup")
        assert body.scroll_y == 0
        assert not announced(seats.text, "above")

        await seats.type("x")

        assert body.scroll_y == before
        assert seats.app.screen.query_one(Writing).text == "x"


async def test_where_several_lines_can_be_typed_on_all_can_be_pressed_too(tmp_path: Path) -> None:
    us = a_page(tmp_path / "us")
    desk = to_the_map(resume(us))
    for deed in (LookAtAgreement(), GoTo(Copies())):
        desk.reply(Chosen(deed))
    async with room(workshops(tmp_path), lambda app: app.sit_down(lambda: desk)) as seats:
        assert len(seats.buttons) == 4
        assert all(label in seats.text for label in seats.buttons)
        assert "Enter: Save a page to print" in seats.text


async def test_a_name_that_is_too_long_is_told_and_not_cut(tmp_path: Path) -> None:
    async with at_home(workshops(tmp_path)) as seats:
        await seats.press("enter")
        await seats.paste("Maximiliana Wilhelmine Sophie von Hohenfels-Auenwald")
        await seats.write("SAM", "name-right")
        await seats.push("Go on")

        assert "On the left: A name may have up to 40 characters; that has 52." in seats.words


async def test_the_clock_says_once_that_time_is_up_and_nothing_else_happens(
    tmp_path: Path,
) -> None:
    async with at(tmp_path, "floor/1/say", people, plan()) as seats:
        assert "Time is up" not in seats.text
        seats.clock.now += 600
        seats.app.screen.query_one(Time).tick()
        await seats.settle()

        assert seats.text.count("Time is up; no hurry.") == 1
        assert seats.asked.turn.id == "floor/1/say"
