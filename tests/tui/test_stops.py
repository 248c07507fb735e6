"""Pause, leave, hide, pass and not now at every kind of turn: calm, and what was typed stays."""

from pathlib import Path

import pytest
from support.effort import LONG
from support.evening import documents

from workshop.core.turns import Consent
from workshop.store.documents import Notes

from .couple import people
from .support import Seats, at, desk_at, files, plan, resumed, workshops

pytestmark = [pytest.mark.usefixtures("undrawn"), pytest.mark.every(5)]

KINDS = {
    "opening/tonight/1": "active-listening",
    "how-it-goes": "active-listening",
    "floor/1/say": "active-listening",
    "floor/1/check/1": "active-listening",
    "topic/1": "active-listening",
    "topic/2/handover": "active-listening",
    "own/1/draft": "boundaries",
    "own/1/heard": "boundaries",
    "circles/1": "compromise",
    "circles/open": "compromise",
    "circles/reveal": "compromise",
    "trial/consent/1/1": "compromise",
    "closing/next": "compromise",
    "thanks": "compromise",
}
"""A turn of every kind, and the exercise it is in."""
TYPED = {"topic/1": "writing", "own/1/draft": "writing", "circles/1": "inner"}
"""Where something is typed, and the place."""


STOPPED = ("opening/tonight/1", "floor/1/say", "topic/1", "circles/1", "trial/consent/1/1")
"""Where it is stopped where there is little time: at any ask, see desk/test_interrupted."""


def nobody_named(seats: Seats) -> bool:
    return "ALEX" not in seats.text and "SAM" not in seats.text


@pytest.mark.parametrize("name", KINDS if LONG else STOPPED)
async def test_pause_and_leave_come_back_to_the_same_turn_and_quitting_goes_on_there(
    tmp_path: Path, name: str
) -> None:
    async with at(tmp_path, name, people, plan(KINDS[name])) as seats:
        if name in TYPED:
            await seats.write("A half sentence", TYPED[name])
        before = seats.rows

        await seats.press("ctrl+t")
        assert "Five minutes, or enough for tonight?" in seats.text
        assert nobody_named(seats)
        await seats.push("Go on")
        assert seats.asked.turn.id == name

        await seats.press("ctrl+s")
        assert "What would you like?" in seats.text
        assert nobody_named(seats)
        await seats.push("Back")
        assert seats.asked.turn.id == name
        assert seats.rows == before

        await seats.press("ctrl+q")
        await seats.push("Stop here, keep our place")
        assert "workshop resume us" in seats.words
        await seats.press("enter")
    assert seats.app.return_code == 0
    saved = b"".join(files(tmp_path).values())
    assert (b"A half sentence" in saved) == (name in ("topic/1", "own/1/draft"))
    again = workshops(tmp_path)
    desk = desk_at(again, _beginning(name), people, plan(), again.resume(tmp_path / "us"))
    desk.let_go()


def _beginning(name: str) -> str:
    """Return where a turn begins again after a stop: a sealed one at its first handover."""
    begins = {
        "topic/1": "topic/1/handover",
        "own/1/draft": "own/1/draft/handover",
        "circles/1": "circles/1/handover",
        "circles/open": "circles/1/handover",
        "trial/consent/1/1": "trial/consent/1/1/handover",
    }
    return begins.get(name, name)


@pytest.mark.parametrize("name", ["topic/1", "circles/1", "trial/consent/1/1"])
async def test_hide_ends_at_once_with_nothing_said(tmp_path: Path, name: str) -> None:
    async with at(tmp_path, name, people, plan(KINDS[name])) as seats:
        if name in TYPED:
            await seats.write("A half sentence", TYPED[name])
        await seats.press("ctrl+o")
    assert seats.app.return_code == 0
    assert (b"A half sentence" in b"".join(files(tmp_path).values())) == (name == "topic/1")
    workshops(tmp_path).resume(tmp_path / "us").let_go()  # nobody else has it open


async def test_a_second_pause_offers_the_kind_ending_first(tmp_path: Path) -> None:
    async with at(tmp_path, "floor/1/say", people, plan()) as seats:
        await seats.press("ctrl+t")
        first = seats.buttons
        await seats.push("Go on")
        await seats.press("ctrl+t")

        assert seats.buttons[:2] == [first[1], first[0]]
        await seats.push("Stop here, keep our place")
        assert "What would you like?" in seats.text


async def test_pausing_twice_in_a_row_is_one_pause(tmp_path: Path) -> None:
    async with at(tmp_path, "floor/1/say", people, plan()) as seats:
        await seats.press("ctrl+t", "ctrl+t", "ctrl+g", "ctrl+t")
        await seats.push("Go on")

        assert seats.asked.turn.id == "floor/1/say"
        assert len(seats.app.screen_stack) == 1


async def test_the_clock_stands_while_they_pause(tmp_path: Path) -> None:
    async with at(tmp_path, "floor/1/say", people, plan()) as seats:
        seats.clock.now += 30
        await seats.press("ctrl+t")
        seats.clock.now += 600
        await seats.push("Go on")
        seats.clock.now += 5
        await seats.push("SAM is done" if "SAM is done" in seats.buttons else "ALEX is done")

    notes = documents(tmp_path / "us")["notes/1.toml"]
    assert isinstance(notes, Notes)
    assert notes.entries[-1].seconds == 35


async def test_throwing_the_notes_away_leaves_none_of_them(tmp_path: Path) -> None:
    async with at(tmp_path, "floor/1/say", people, plan()) as seats:
        assert b"The bus" in b"".join(files(tmp_path).values())
        await seats.press("ctrl+s")
        await seats.push("Throw these notes away")
        assert "Throw them away, really" in seats.buttons
        assert b"The bus" in b"".join(files(tmp_path).values())

        await seats.press("enter")

        assert b"The bus" not in b"".join(files(tmp_path).values())
        assert "What would you like?" in seats.text


async def test_closing_the_evening_from_leave_begins_the_close(tmp_path: Path) -> None:
    async with at(tmp_path, "floor/1/say", people, plan()) as seats:
        await seats.press("ctrl+s")
        await seats.push("Finish the evening")

        assert "The evening ends" in seats.text


@pytest.mark.parametrize(
    ("name", "button"),
    [
        ("floor/1/say", "Pass"),
        ("topic/1", "Pass"),
        ("own/1/draft", "Pass"),
        ("floor/1/check/1", "Pass"),
        ("trial/consent/1/1", "Not now"),
        ("closing/next", "No day for now"),
    ],
)
async def test_a_pass_is_one_press_and_asks_nothing_back(
    tmp_path: Path, name: str, button: str
) -> None:
    async with at(tmp_path, name, people, plan(KINDS[name])) as seats:
        await seats.push(button)

        assert seats.asked.turn.id != name
        assert "sure" not in seats.text


@pytest.mark.parametrize(("name", "place"), [("topic/1", "writing"), ("own/1/draft", "writing")])
async def test_what_was_passed_after_all_is_in_no_file(
    tmp_path: Path, name: str, place: str
) -> None:
    async with at(tmp_path, name, people, plan(KINDS[name])) as seats:
        await seats.write("A half sentence", place)

        await seats.push("Pass")
        await seats.press("enter")

        assert seats.asked.turn.id != name
        assert b"A half sentence" not in b"".join(files(tmp_path).values())


async def test_nobody_can_tell_who_said_not_now(tmp_path: Path) -> None:
    shown = []
    for who in ("1", "2"):
        folder = tmp_path / who
        async with at(folder, "trial/consent/1/2", people, plan("compromise")) as seats:
            for place in ("2", "1"):
                assert isinstance(seats.asked.turn, Consent)
                await seats.push("Not now" if place == who else "Yes, these words")
                if place == "2":
                    await seats.press("enter")
            shown.append((seats.rows, files(folder)))

    assert shown[0] == shown[1]
    assert "Not today." in "\n".join(shown[0][0])


async def test_an_answer_is_opened_again_until_the_other_has_taken_over(tmp_path: Path) -> None:
    async with at(tmp_path, "topic/1", people, plan()) as seats:
        await seats.write("A late bus")
        await seats.push("Done")

        await seats.press("ctrl+r")

        assert seats.asked.turn.id == "topic/1"
        assert "A late bus" in seats.text


async def test_a_turn_to_speak_comes_back_by_a_key_that_stands_in_the_last_line(
    tmp_path: Path,
) -> None:
    async with at(tmp_path, "floor/1/say", people, plan()) as seats:
        await seats.press("enter")
        assert "^r Back" in seats.rows[-1]

        await seats.press("ctrl+r")

        assert seats.asked.turn.id == "floor/1/say"


async def test_where_nothing_can_be_taken_back_no_key_says_so(tmp_path: Path) -> None:
    async with at(tmp_path, "circles/reveal", people, plan("compromise")) as seats:
        assert "^r Back" not in seats.rows[-1]


async def test_resuming_asks_how_to_go_on_and_each_way_works(tmp_path: Path) -> None:
    async with at(tmp_path, "floor/1/say", people, plan()) as seats:
        await seats.press("ctrl+o")
    for button, asked in (("Go on", "floor/1/say"), ("Start this", "how-it-goes")):
        async with resumed(tmp_path) as seats:
            assert "You stopped in the middle of this." in seats.text
            await seats.push(button)
            if button != "Go on":
                assert "Start again, really, and throw its notes away" in seats.buttons
                await seats.press("enter")
            assert seats.asked.turn.id == asked
            await seats.give(people(seats.asked, seats.desk))
            await seats.press("ctrl+o")
