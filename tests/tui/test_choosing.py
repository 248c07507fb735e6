"""What to do is chosen by whoever does not hold the keyboard: a programme, or one exercise."""

from pathlib import Path

import pytest
from support.evening import documents

from workshop.core.course.session import Ask
from workshop.core.turns import Consent
from workshop.core.turns.reply import Yes
from workshop.store.workshop import Workshop

from .couple import people
from .support import Seats, at, at_home, plan, workshops

pytestmark = pytest.mark.usefixtures("undrawn")


async def to_the_map(seats: Seats, *content: str) -> None:
    await seats.press("enter")
    await seats.type("ALEX")
    await seats.write("SAM", "name-right")
    await seats.push("Go on")
    for label in content:
        await seats.push(label)
    for _ask in seats.while_(lambda: isinstance(seats.desk.ask(), Ask)):
        yes = isinstance(seats.asked.turn, Consent)
        await (seats.give(Yes()) if yes else seats.press("enter"))


async def test_one_exercise_is_chosen_on_the_map_and_the_evening_closes_after_it(
    tmp_path: Path,
) -> None:
    async with at_home(workshops(tmp_path)) as seats:
        await to_the_map(seats, "One exercise")
        assert seats.buttons == [
            "Another exercise",
            "The agreement: add something by hand",
            "Read something first",
            "Finish the evening",
        ]

        await seats.push("Another exercise")
        await seats.push("It does not matter")
        assert "Which one would you like?" in seats.words
        assert any(label.startswith("Two views of the balance (20") for label in seats.buttons)
        await seats.push("Back")
        await seats.push("Another exercise")
        await seats.push("Up to 20 minutes")
        assert not any(label.startswith("Two views") for label in seats.buttons)
        await seats.push("Thanks, so that it lands")
        assert seats.desk.title == "Thanks, so that it lands"

        for _ask in seats.while_(lambda: seats.desk.title == "Thanks, so that it lands"):
            await seats.press("enter")

        assert seats.desk.title == "The evening ends"
    (workshop,) = [w for w in documents(seats.desk.path).values() if isinstance(w, Workshop)]
    assert workshop.path == ()
    assert [done.exercise for done in workshop.done] == ["appreciation"]


async def test_a_programme_shows_its_own_path(tmp_path: Path) -> None:
    async with at_home(workshops(tmp_path)) as seats:
        await to_the_map(seats, "A first evening", "Begin with this")

        assert seats.buttons[0].startswith("Common ground (12 minutes)")
        assert len(seats.buttons) == 8
        assert "done: Thanks, so that it lands, 6 minutes" in seats.words
        assert "to do: One small promise each, 10 minutes" in seats.words
        assert "A first evening: Begin with something good, and end with" in seats.words


async def test_a_programme_is_read_first_and_escape_leads_back_to_what_there_is(
    tmp_path: Path,
) -> None:
    async with at_home(workshops(tmp_path)) as seats:
        await seats.press("enter")
        await seats.type("ALEX")
        await seats.write("SAM", "name-right")
        await seats.push("Go on")
        await seats.push("Only what fits the time we have")
        await seats.push("Up to 60 minutes")
        await seats.push("The essentials")
        assert "Evening 2 of 2, 36 minutes: What each of you needs to keep" in seats.all_words
        await seats.press("escape")

        assert "What would you like to do?" in seats.words


async def test_going_back_from_what_to_do_leaves_the_names_as_they_were(tmp_path: Path) -> None:
    async with at_home(workshops(tmp_path)) as seats:
        await seats.press("enter")
        await seats.type("[/]")
        await seats.write("李", "name-right")
        await seats.push("Go on")
        await seats.push("Only what fits the time we have")
        await seats.push("Back")
        await seats.press("escape")

        assert "Who sits where" in seats.words
        assert "[/]" in seats.words
        assert "李" in seats.words


async def test_a_reading_leads_to_its_exercise_and_back_and_the_exercise_can_be_begun(
    tmp_path: Path,
) -> None:
    async with at_home(workshops(tmp_path)) as seats:
        await seats.push("Readings")
        await seats.push("Signs: Signs that couples notice")
        assert "Resentment has a long memory" in seats.all_words
        await seats.push("Exercise: Two views of the balance")
        assert "30 minutes with opening and close" in seats.all_words
        await seats.push("Signs: Signs that couples notice")
        await seats.press("escape")
        assert seats.buttons[0] == "Begin it"
        await seats.push("Begin it")
        await seats.type("ALEX")
        await seats.write("SAM", "name-right")
        await seats.push("Begin")

        assert seats.asked.turn.id == "opening/tonight/1"
    (workshop,) = [w for w in documents(seats.desk.path).values() if isinstance(w, Workshop)]
    assert workshop.path == ("the-balance",)


async def test_a_word_is_looked_for(tmp_path: Path) -> None:
    async with at_home(workshops(tmp_path)) as seats:
        await seats.push("Readings")
        await seats.push("Look for a word")
        await seats.press("enter")
        assert "Type a word to look for." in seats.words
        await seats.type("RESENTMENT")
        await seats.press("enter")

        assert seats.buttons == ["Signs: Signs that couples notice", "Back"]


async def test_readings_lie_over_a_turn_which_keeps_what_was_typed(tmp_path: Path) -> None:
    async with at(tmp_path, "topic/1", people, plan()) as seats:
        await seats.write("half a sent")
        seats.app.action_readings()
        await seats.settle()
        assert "Begin it" not in seats.buttons
        assert seats.buttons[0] == "Exercise: Say it, hear it, 15 minutes"
        await seats.push("Exercise: Say it, hear it, 15 minutes")
        assert "Begin it" not in seats.buttons
        await seats.press("escape", "escape")

        assert seats.asked.turn.id == "topic/1"
        assert "half a sent" in seats.text


async def test_help_lines_by_country_lie_over_anything_and_lead_back(tmp_path: Path) -> None:
    async with at(tmp_path, "topic/1", people, plan()) as seats:
        await seats.write("half a sent")
        await seats.press("ctrl+l", "ctrl+l")
        await seats.push("Services by country")
        await seats.push("Germany")
        assert "116 016" in seats.all_words
        await seats.press("escape", "escape", "escape")

        assert seats.asked.turn.id == "topic/1"
        assert "half a sent" in seats.text
        assert len(seats.app.screen_stack) == 1


async def test_help_lines_over_a_pause_lead_back_to_the_pause(tmp_path: Path) -> None:
    async with at(tmp_path, "topic/1", people, plan()) as seats:
        await seats.press("ctrl+t", "ctrl+l", "escape")

        assert "Five minutes, or enough for tonight?" in seats.words
        await seats.push("Go on")
        assert seats.asked.turn.id == "topic/1"


async def test_a_pause_over_help_lines_leads_back_to_the_turn_and_to_nothing_else(
    tmp_path: Path,
) -> None:
    async with at(tmp_path, "topic/1", people, plan()) as seats:
        await seats.press("ctrl+l", "ctrl+t")
        await seats.push("Go on")

        assert seats.asked.turn.id == "topic/1"
        assert len(seats.app.screen_stack) == 1
        assert "In danger now" not in seats.words
