"""Before both have opened: nothing that can be pressed shows one what the other wrote."""

from collections.abc import Awaitable, Callable
from pathlib import Path

import pytest
from textual.command import CommandPalette
from textual.screen import Screen
from textual.widgets import TextArea

from workshop.cards.choice import Choice, Chosen
from workshop.core.course.session import Ask
from workshop.core.turns import CirclesSealed, Consent, Handover
from workshop.core.turns.reply import Circled, OtherWords, Reply
from workshop.desk.desk import Desk

from .couple import people
from .support import Seats, at, files, plan

pytestmark = [pytest.mark.usefixtures("undrawn"), pytest.mark.every(5)]

SECRET = "kestrel"
"""A word that only the first one writes."""


def secretive(asked: Ask | Choice, desk: Desk) -> Reply | Chosen:
    if isinstance(asked, Ask) and isinstance(asked.turn, CirclesSealed):
        return Circled(inner=(SECRET,), outer=(f"{SECRET} too",))
    return people(asked, desk)


async def palette(seats: Seats) -> None:
    """Run through every command that the palette has, without choosing one."""
    await seats.press("ctrl+p")
    assert isinstance(seats.app.screen, CommandPalette)
    assert "creenshot" not in seats.text
    await seats.press("escape")


async def help_and_back(seats: Seats) -> None:
    await seats.press("ctrl+g", "enter", "ctrl+l", "enter")


async def pause_and_back(seats: Seats) -> None:
    await seats.press("ctrl+t")
    assert SECRET not in seats.text
    await seats.push("Go on")


async def leave_and_back(seats: Seats) -> None:
    await seats.press("ctrl+s")
    assert SECRET not in seats.text
    await seats.push("Back")


async def smaller_and_back(seats: Seats) -> None:
    for size in ((40, 12), (120, 40), (80, 24)):
        await seats._pilot.resize_terminal(*size)
        await seats.settle()
        assert SECRET not in seats.text


async def undo_and_paste(seats: Seats) -> None:
    await seats.press("ctrl+z", "ctrl+z", "ctrl+v", "ctrl+y")


async def another_look(seats: Seats) -> None:
    seats.app.action_look("morning")
    await seats.settle()


PRESSES: list[Callable[[Seats], Awaitable[None]]] = [
    palette,
    help_and_back,
    pause_and_back,
    leave_and_back,
    smaller_and_back,
    undo_and_paste,
    another_look,
]


@pytest.mark.parametrize("name", ["circles/2/handover", "circles/2", "circles/open"])
async def test_nothing_that_is_pressed_shows_the_first_one_s_circles(
    tmp_path: Path, name: str
) -> None:
    async with at(tmp_path, name, secretive, plan("compromise")) as seats:
        for press in PRESSES:
            await press(seats)
            assert SECRET not in seats.text, press.__name__
            assert SECRET not in seats.all_words, press.__name__
            assert SECRET not in str(seats.app.clipboard), press.__name__
        assert seats.asked.turn.id == name

        assert not any(SECRET.encode() in data for data in files(tmp_path).values())


async def test_sealing_leaves_nothing_on_the_screen_nor_in_what_lies_below(tmp_path: Path) -> None:
    async with at(tmp_path, "circles/1", people, plan("compromise")) as seats:
        await seats.write(SECRET, "inner")
        await seats.press("ctrl+a", "ctrl+c", "f7", "ctrl+c", "ctrl+x")
        assert SECRET not in str(seats.app.clipboard)
        await seats.push("Seal it")

        everything = [
            words for screen in seats.app.screen_stack for words in (*_texts(screen), str(screen))
        ]
        assert SECRET not in " ".join(everything)
        await seats.press("enter")
        await seats.press("ctrl+v", "ctrl+z")
        assert SECRET not in seats.text


def _texts(screen: Screen[object]) -> list[str]:
    return [area.text for area in screen.query(TextArea)]


async def test_reopen_gives_one_s_own_back_empty_and_never_the_other_s(tmp_path: Path) -> None:
    async with at(tmp_path, "circles/1/handover", secretive, plan("compromise")) as seats:
        await seats.press("ctrl+r")
        assert seats.asked.turn.id == "circles/2/handover"  # the other looks away again
        await seats.press("enter")
        assert seats.asked.turn.id == "circles/2"
        assert SECRET not in seats.all_words
        await seats.push("Seal it")
        await seats.press("enter")
        assert seats.asked.turn.id == "circles/1"

        await seats.press("ctrl+r")

        assert seats.asked.turn.id == "circles/1"
        assert "Only your own last answer" in seats.words


async def test_after_the_reveal_nothing_is_opened_again(tmp_path: Path) -> None:
    async with at(tmp_path, "circles/reveal", secretive, plan("compromise")) as seats:
        assert SECRET in seats.text

        await seats.press("ctrl+r")

        assert seats.asked.turn.id == "circles/reveal"


async def test_a_consent_shows_nothing_of_the_first_answer(tmp_path: Path) -> None:
    async def shown(answer: str) -> list[str]:
        folder = tmp_path / answer
        async with at(folder, "trial/consent/1/2", people, plan("compromise")) as seats:
            await seats.push(answer)
            await seats.press("enter")
            assert isinstance(seats.asked.turn, Consent)
            assert seats.asked.turn.id == "trial/consent/1/1"
            return seats.rows

    assert await shown("Yes, these words") == await shown("No") == await shown("Not now")


async def test_other_words_that_were_begun_do_not_show_to_the_other(tmp_path: Path) -> None:
    async with at(tmp_path, "trial/consent/1/2", people, plan("compromise")) as seats:
        await seats.push("Other words")
        await seats.write(SECRET)
        await seats.push("Back to the answers")
        await seats.push("Yes, these words")
        await seats.press("enter")

        await seats.push("Other words")

        assert SECRET not in seats.all_words
        assert not any(SECRET.encode() in data for data in files(tmp_path).values())


async def test_beside_changed_words_no_button_answers_to_the_words_that_were_asked(
    tmp_path: Path,
) -> None:
    async with at(tmp_path, "trial/consent/1/2", people, plan("compromise")) as seats:
        await seats.push("Other words")
        await seats.write("We eat at seven")
        assert seats.buttons == ["Send these words", "Back to the answers"]
        await seats.push("Back to the answers")
        assert "Yes, these words" in seats.buttons
        assert "We eat at seven" not in seats.all_words
        await seats.push("Other words")
        await seats.write("We eat at eight")
        await seats.push("Send these words")

        assert seats.desk._evening.exercise is not None
        held = seats.desk._evening.exercise.pending.held
        assert OtherWords(text="We eat at eight") in held.values()


async def test_the_app_takes_no_screenshots(tmp_path: Path) -> None:
    async with at(tmp_path, "circles/1", people, plan("compromise")) as seats:
        names = [command.title for command in seats.app.get_system_commands(seats.app.screen)]

        assert not [name for name in names if "shot" in name.lower()]
        bound = [binding.action for binding in seats.app._bindings.key_to_bindings["ctrl+q"]]
        assert bound == ["leave"]


async def test_what_is_copied_from_an_open_answer_can_be_pasted(tmp_path: Path) -> None:
    async with at(tmp_path, "topic/1", people, plan()) as seats:
        await seats.write("late bus")
        await seats.press("f7", "ctrl+c", "end")
        await seats.press("ctrl+v")

        assert "late buslate bus" in seats.text


async def test_a_sealed_answer_that_is_typed_waits_through_pause_help_and_leave(
    tmp_path: Path,
) -> None:
    async with at(tmp_path, "circles/1", people, plan("compromise")) as seats:
        await seats.write(SECRET, "inner")
        for press in (pause_and_typed, help_and_back, leave_and_typed):
            await press(seats)
            assert seats.asked.turn.id == "circles/1"
            assert SECRET in seats.text, press.__name__

        assert not any(SECRET.encode() in data for data in files(tmp_path).values())


async def pause_and_typed(seats: Seats) -> None:
    await seats.press("ctrl+t")
    await seats.push("Go on")


async def leave_and_typed(seats: Seats) -> None:
    await seats.press("ctrl+q")
    await seats.push("Back")


async def test_either_can_still_leave_both_closed_when_both_are_in(tmp_path: Path) -> None:
    async with at(tmp_path, "circles/open", people, plan("compromise")) as seats:
        assert seats.buttons == ["Open both", "Leave both closed"]
        await seats.push("Leave both closed")
        await seats.press("tab")
        assert seats.buttons == ["Open both", "Leave both closed"]  # anything else takes it back
        await seats.push("Leave both closed")
        assert seats.buttons == ["Open both", "Leave both closed, really"]
        await seats.press("enter")

        assert "These answers stay closed, and are gone now." in seats.words
        assert not any(b"An hour alone" in data for data in files(tmp_path).values())


@pytest.mark.parametrize("over", ["ctrl+g", "ctrl+l"])
async def test_after_a_rest_what_lies_below_a_page_is_covered_too(
    tmp_path: Path, over: str
) -> None:
    async with at(tmp_path, "circles/1", people, plan("compromise")) as seats:
        await seats.write("An hour alone", "inner")
        await seats.press(over)

        seats.app.rested()
        await seats.settle()

        assert isinstance(seats.asked.turn, Handover)
        assert "An hour alone" not in seats.text
        await seats.press("enter")
        assert "An hour alone" in seats.text
