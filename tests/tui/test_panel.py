"""The guide's panel on the screen: a page, or a column of its own where the terminal is wide."""

from dataclasses import replace
from pathlib import Path

import pytest

from workshop.cards.panel import (
    EndKindly,
    GuideDeed,
    Offered,
    Panel,
    SkipStep,
    Spent,
    StepAgain,
    TimeForBoth,
)
from workshop.desk.desk import Desk
from workshop.errors import Refused
from workshop.tui.screens.turn import TurnScreen
from workshop.tui.widgets.choices import Choices
from workshop.tui.widgets.panel import Panel as PanelPart
from workshop.tui.widgets.panel import QuietLines

from .couple import people
from .support import SIZE, Seats, at, plan

pytestmark = pytest.mark.every(5)

GUIDED = replace(plan(), guided=True)
WIDE = (120, 40)
SMALL = [(40, 12), (60, 20), (80, 24)]


def guided(path: Path, turn: str = "floor/1/say", size: tuple[int, int] = SIZE):
    return at(path, turn, people, GUIDED, size)


@pytest.fixture
def done(monkeypatch: pytest.MonkeyPatch) -> list[GuideDeed]:
    """Let much be offered, and return what was done of it; it changes nothing else."""
    done: list[GuideDeed] = []
    offered = (
        Offered(SkipStep()),
        Offered(StepAgain("topic"), "What it is about"),
        Offered(StepAgain("light"), "Something light"),
        Offered(TimeForBoth(), why_not="Twice is the most."),
        Offered(EndKindly()),
    )
    hour = Spent("This session", 12, 50)
    panel = Panel(hour, Spent("Say it, hear it", 6, 15), None, 725, ("Step 5",), offered)
    monkeypatch.setattr(Desk, "panel", lambda _desk: panel)
    monkeypatch.setattr(Desk, "guide", lambda _desk, deed: done.append(deed))
    return done


def cursor(seats: Seats) -> str:
    """Return what the cursor of the list is on."""
    rows = seats.rows[1:]
    return next((row.split("› ", 1)[1].rstrip(" ▁▂▃▄▅▆▇█") for row in rows if "› " in row), "")


def tick(seats: Seats) -> None:
    """Let the panel and the lines on top look anew, as they do every few seconds."""
    for panel in seats.app.screen.query(PanelPart):
        panel.show()
    for lines in seats.app.screen.query(QuietLines):
        lines.look()


@pytest.mark.parametrize("size", SMALL)
async def test_where_it_is_narrow_it_is_a_page_over_the_turn(
    tmp_path: Path, size: tuple[int, int]
) -> None:
    async with guided(tmp_path, size=size) as seats:
        before = seats.rows

        await seats.press("ctrl+f")
        assert "What do you want to do?" in seats.all_words
        assert seats.focused == "panel-choices"

        await seats.press("ctrl+f")
        assert seats.rows == before


@pytest.mark.parametrize("size", [SIZE, WIDE])
async def test_a_step_that_is_skipped_is_told_and_the_next_is_asked(
    tmp_path: Path, size: tuple[int, int]
) -> None:
    async with guided(tmp_path, size=size) as seats:
        await seats.press("ctrl+f", "1", "enter", "1", "enter")

        assert "This step is skipped, for both." in seats.words
        assert seats.asked.turn.id.step != "floor"


async def test_what_one_had_is_owed_to_the_other_and_says_so(tmp_path: Path) -> None:
    async with guided(tmp_path) as seats:
        await seats.push("ALEX is done")
        await seats.press("ctrl+f", "1", "enter", "1", "enter")

        assert seats.asked.turn.id == "floor/2/say"
        assert "SAM speaks" in seats.words
        assert "the other has too" in seats.words


@pytest.mark.parametrize("close", ["escape", "ctrl+f"])
async def test_it_leaves_what_was_typed_below_it(tmp_path: Path, close: str) -> None:
    async with guided(tmp_path, "topic/1") as seats:
        await seats.write("The bus was late")

        await seats.press("ctrl+f", close)

        assert "The bus was late" in seats.text
        assert seats.focused == "writing"


async def test_where_it_is_wide_it_is_a_column_beside_the_turn(tmp_path: Path) -> None:
    async with guided(tmp_path, size=WIDE) as seats:
        await seats.press("ctrl+f")

        assert isinstance(seats.app.screen, TurnScreen)
        assert "What do you want to do?" in seats.text
        assert "is done" in seats.text
        assert seats.focused == "panel-choices"


async def test_the_two_go_on_with_their_own_keys_beside_it(tmp_path: Path) -> None:
    async with guided(tmp_path, size=WIDE) as seats:
        await seats.press("ctrl+f", "escape")
        assert seats.focused == "ALEX is done"

        await seats.press("enter")

        assert seats.asked.turn.id == "floor/1/mirror/1"
        assert "What do you want to do?" in seats.text
        assert seats.focused == "SAM is done"


async def test_a_column_says_how_to_leave_it_while_keys_act_there_and_nothing_moves(
    tmp_path: Path,
) -> None:
    async with guided(tmp_path, size=WIDE) as seats:
        await seats.press("ctrl+f")
        told = "Keys act here. Escape: back."
        assert told in seats.text
        at = next(row for row in seats.rows if "What do you want" in row)

        await seats.press("escape")

        assert told not in seats.text
        assert at in seats.rows


async def test_tab_never_leads_into_the_column(tmp_path: Path) -> None:
    async with guided(tmp_path, size=WIDE) as seats:
        await seats.press("ctrl+f", "escape")

        for _place in range(8):
            await seats.press("tab")
            assert not isinstance(seats.app.focused, Choices)


async def test_the_key_gives_it_the_keys_and_closes_it(tmp_path: Path) -> None:
    async with guided(tmp_path, size=WIDE) as seats:
        before = seats.rows
        await seats.press("ctrl+f", "escape", "ctrl+f")
        assert seats.focused == "panel-choices"

        await seats.press("ctrl+f")

        assert seats.rows == before


async def test_a_column_goes_where_there_is_no_room_for_it_any_more(tmp_path: Path) -> None:
    async with guided(tmp_path, size=WIDE) as seats:
        await seats.press("ctrl+f", "escape")

        await seats._pilot.resize_terminal(*SIZE)
        await seats.settle()
        assert "What do you want to do?" not in seats.text

        await seats.press("ctrl+f")
        assert "What do you want to do?" in seats.text


async def test_nothing_is_chosen_beforehand(tmp_path: Path) -> None:
    async with guided(tmp_path) as seats:
        await seats.press("ctrl+f")
        before = seats.rows

        await seats.press("enter", "enter")

        assert seats.rows == before
        assert cursor(seats) == ""


@pytest.mark.usefixtures("done")
async def test_arrows_digits_and_first_letters_go_to_an_option(tmp_path: Path) -> None:
    async with guided(tmp_path) as seats:
        await seats.press("ctrl+f", "down")
        assert cursor(seats) == "1  Skip this step"

        await seats.press("end")
        assert cursor(seats).endswith("Close it")
        await seats.press("home", "e")
        assert cursor(seats).endswith("End kindly")
        await seats.press("1")
        assert cursor(seats) == "1  Skip this step"


@pytest.mark.parametrize("size", [SIZE, WIDE])
async def test_what_drops_something_is_asked_once_more(
    tmp_path: Path, done: list[GuideDeed], size: tuple[int, int]
) -> None:
    async with guided(tmp_path, size=size) as seats:
        await seats.press("ctrl+f", "1", "enter")
        assert "Skip this step, for both?" in seats.words
        assert done == []

        await seats.press("1", "enter")

        assert done == [SkipStep()]
        assert isinstance(seats.app.screen, TurnScreen)
        assert seats.focused == "ALEX is done"


async def test_of_several_one_is_chosen(tmp_path: Path, done: list[GuideDeed]) -> None:
    async with guided(tmp_path) as seats:
        await seats.press("ctrl+f", "2", "enter", "s", "enter")
        assert "Do this again, for both? Something light" in seats.words

        await seats.press("down", "enter")

        assert done == [StepAgain("light")]


async def test_going_back_from_what_is_asked_once_more_changes_nothing(
    tmp_path: Path, done: list[GuideDeed]
) -> None:
    async with guided(tmp_path) as seats:
        await seats.press("ctrl+f", "1", "enter", "escape")
        assert "What do you want to do?" in seats.words

        await seats.press("escape")

        assert done == []
        assert isinstance(seats.app.screen, TurnScreen)


@pytest.mark.usefixtures("done")
async def test_what_cannot_be_done_now_says_why(tmp_path: Path) -> None:
    async with guided(tmp_path) as seats:
        await seats.press("ctrl+f")
        assert "Not now: Twice is the most." in seats.words

        await seats.press("3", "enter")

        assert cursor(seats) == ""
        assert "What do you want to do?" in seats.words


async def test_what_cannot_be_done_after_all_says_why_and_the_list_stays(
    tmp_path: Path, done: list[GuideDeed], monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(_desk: Desk, _deed: GuideDeed) -> None:
        raise Refused("That step is over.")

    monkeypatch.setattr(Desk, "guide", refuse)
    async with guided(tmp_path) as seats:
        await seats.press("ctrl+f", "1", "enter", "1", "enter")

        assert "That step is over." in seats.words
        assert done == []


async def test_what_the_guide_did_is_told_to_both_in_a_quiet_line(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with guided(tmp_path) as seats:
        before = seats.rows
        monkeypatch.setattr(Desk, "told", "One step was left out, for both.")

        tick(seats)
        await seats.settle()

        assert [row for row in seats.rows if row not in before] == [
            "  One step was left out, for both."
        ]
        assert len(seats.rows) == len(before)


async def test_the_clock_moves_every_five_seconds_and_can_be_hidden(tmp_path: Path) -> None:
    async with guided(tmp_path) as seats:
        await seats.press("ctrl+f")
        seats.clock.now += 67
        tick(seats)
        await seats.settle()
        assert "The clock: 0:01:05" in seats.text

        await seats.press("h", "enter")
        assert "The clock" not in seats.text
        assert "Show the clock" in seats.all_words


async def test_a_mark_comes_where_there_was_air_and_moves_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with guided(tmp_path) as seats:
        before = seats.rows
        monkeypatch.setattr(Desk, "mark", 10)

        tick(seats)
        await seats.settle()

        assert [row for row in seats.rows if row not in before] == [
            "  There are about ten minutes of the hour left."
        ]
        assert len(seats.rows) == len(before)


@pytest.mark.parametrize("size", [SIZE, WIDE])
async def test_without_a_guide_there_is_no_panel(tmp_path: Path, size: tuple[int, int]) -> None:
    async with at(tmp_path, "floor/1/say", people, plan(), size) as seats:
        before = seats.rows
        assert "Guide" not in seats.text

        await seats.press("ctrl+f")

        assert seats.rows == before
        await seats.press("ctrl+p")
        await seats.type("guide")
        assert "The hour, and what can be done" not in seats.text


async def test_with_a_guide_the_keys_the_help_and_the_palette_name_it(tmp_path: Path) -> None:
    async with guided(tmp_path) as seats:
        assert "^f Guide" in seats.text

        await seats.press("ctrl+g")
        assert "for the guide" in seats.all_words
        await seats.press("escape", "ctrl+p")
        await seats.type("guide")

        assert "The hour, and what can be done" in seats.text


async def test_nothing_on_it_is_for_the_guides_eyes_alone(tmp_path: Path) -> None:
    async with guided(tmp_path, size=WIDE) as seats:
        await seats.press("ctrl+f")

        exercise = seats.desk.library.exercise("active-listening")
        notes = (exercise.facilitator.before, *exercise.facilitator.watch)
        assert not [note for note in notes if " ".join(note.split()) in seats.all_words]
