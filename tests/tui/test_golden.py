"""Every screen at 80x24, as rows of text in `golden/`.

To renew them after a change that was meant, and read the difference afterwards:

    EQUAL_SAY_GOLDEN=renew pytest tests/tui/test_golden.py
"""

import os
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import pytest
from support.disks import Full
from support.evening import MadeUp
from support.exercises import exercise_of

from workshop.cards.choice import Farewell
from workshop.core.course.session import Ask
from workshop.core.steps.speak import Speak
from workshop.core.turns import Marking
from workshop.desk.guides.caseload import Caseload
from workshop.tui.messages import Answered

from .couple import people
from .looked_at import WALKED
from .marks import MARKS, SEVEN, given, room_at
from .sharing import once
from .support import at, at_home, desk_at, kept, keys_for, plan, room, seated, workshops
from .walk import Course

GOLDEN = Path(__file__).parent / "golden"
RENEW = os.environ.get("EQUAL_SAY_GOLDEN") == "renew"

BESIDE = (
    *("before", "home empty", "setup", "setup filled", "how long", "what to do", "a programme"),
    "ended",
)
"""Screens before and after it."""
MORE = (
    "before again",
    "home with one",
    "half done",
    "pause",
    "pause again",
    "answers",
    "leave",
    "help",
    "help lines",
    "countries",
    "readings",
    "a reading",
    "an exercise to read about",
    "agreement",
    "other words begun",
    "paper",
    "refused",
    "notes",
    "unsaved",
    "palette",
    "narrow circles",
    "this did not work",
    "whose machine",
    "panel",
    "panel once more",
    "panel beside",
    "told quietly",
    "last page of a session",
    "caseload",
    "one of a caseload",
    "between two couples",
)
"""Screens that are visited for this."""
MARKED = {
    "rating": "balance/2",
    "picture": "balance/reveal",
    "gather": "list/3",
    "ticks": "rules/1",
    "ticks revealed": "rules/reveal",
    "order": "order/2",
    "order revealed": "order/reveal",
    "points": "goods/2",
    "points revealed": "goods/reveal",
    "weights": "tasks/1",
    "weights revealed": "tasks/reveal",
    "draft of what was met": "met/draft",
    "rows that are moved": "moved",
    "draft of an own part": "carried/1/draft",
    "how the time went": "closing/wishes/result",
}
"""Screens of an evening in which lists are marked, and what is asked there."""


@pytest.fixture(scope="module")
def more(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Sequence[str]]:
    return once(tmp_path_factory, _beside)


async def _beside() -> dict[str, Sequence[str]]:
    shown: dict[str, Sequence[str]] = {}
    await _beside_a_turn(shown)
    await _coming_back(shown)
    await _sealed(shown)
    await _not_saved(shown)
    await _guided(shown)
    await _many(shown)
    return shown


async def _beside_a_turn(shown: dict[str, Sequence[str]]) -> None:
    data = Path("data")
    async with at(data, "floor/1/say", people, plan()) as seats:
        await seats.press("ctrl+t")
        shown["pause"] = seats.rows
        await seats.push("Change how each of you answers")
        shown["answers"] = seats.rows
        await seats.push("That is all")
        await seats.press("ctrl+t")
        shown["pause again"] = seats.rows
        await seats.push("Go on")
        await seats.press("ctrl+s")
        shown["leave"] = seats.rows
        await seats.push("Back")
        await seats.press("ctrl+g")
        shown["help"] = seats.rows
        await seats.press("enter", "ctrl+l")
        shown["help lines"] = seats.rows
        await seats.push("Services by country")
        shown["countries"] = seats.rows
        await seats.press("escape")
        await seats.press("enter", "ctrl+p")
        shown["palette"] = seats.rows
        await seats.press("escape", "ctrl+o")


async def _coming_back(shown: dict[str, Sequence[str]]) -> None:
    data = Path("data")
    async with room(workshops(data)) as seats:
        shown["before again"] = seats.rows
        await seats.read_on()
        shown["home with one"] = seats.rows
        await seats.push("Readings")
        shown["readings"] = seats.rows
        await seats.push("Signs: Not the same")
        shown["a reading"] = seats.rows
        await seats.push("Exercise")
        shown["an exercise to read about"] = seats.rows
        await seats.press("escape", "escape", "escape")
        await seats.push("Agreement")
        shown["agreement"] = seats.rows
        await seats.press("enter")
        await seats.push("Go on")
        shown["half done"] = seats.rows
        async with at_home(workshops(data)) as others:
            await others.push("Go on")
            shown["this did not work"] = others.rows


async def _sealed(shown: dict[str, Sequence[str]]) -> None:
    compromise = plan("compromise")
    async with at(Path("paper"), "circles/2/handover", people, compromise) as seats:
        await seats.push("Both on paper instead")
        shown["paper"] = seats.rows
    async with at(Path("narrow"), "circles/2", people, compromise, size=(40, 12)) as seats:
        shown["narrow circles"] = seats.rows
    async with at(Path("consent"), "trial/consent/1/1", people, compromise) as seats:
        await seats.push("Other words")
        shown["other words begun"] = seats.rows
        await seats.push("Send these words")
        shown["refused"] = seats.rows
    async with at(Path("notes"), "closing/notes/1", people, compromise) as seats:
        shown["notes"] = seats.rows


async def _not_saved(shown: dict[str, Sequence[str]]) -> None:
    disk = Full()
    async with at(Path("full"), "floor/1/say", people, plan()) as seats:
        disk.holds(seats.desk._workshop.folder)
        disk.below = Path("full").absolute()
        await seats.push("Pass")
        shown["unsaved"] = seats.rows


async def _guided(shown: dict[str, Sequence[str]]) -> None:
    guided = replace(plan("active-listening", "appreciation"), guided=True)
    desks = workshops(Path("guided"))
    desk = desk_at(desks, "floor/1/say", people, guided)
    desk.let_go()
    async with at_home(desks) as seats:
        await seats.push("Go on")
        shown["whose machine"] = seats.rows
    async with at(Path("panel"), "floor/1/say", people, guided) as seats:
        seats.clock.now += 67
        await seats.press("ctrl+f")
        shown["panel"] = seats.rows
        await seats.press("1", "enter")
        shown["panel once more"] = seats.rows
        await seats.press("1", "enter")
        shown["told quietly"] = seats.rows
        await seats.press("ctrl+s")
        await seats.push("Stop here, keep our place")
        shown["last page of a session"] = seats.rows
    async with at(Path("beside"), "floor/1/say", people, guided, (120, 40)) as seats:
        await seats.press("ctrl+f", "2")
        shown["panel beside"] = seats.rows


async def _many(shown: dict[str, Sequence[str]]) -> None:
    data = Path("many")
    for names, label in ((("José", "李"), "couple 9"), (("ALEX", "SAM"), "couple 10")):
        workshops(data).begin(replace(plan(names=names), label=label)).let_go()
    async with kept(data) as seats:
        shown["caseload"] = seats.rows
        await seats.press("down", "enter")
        shown["one of a caseload"] = seats.rows
    async with kept(data, before=Caseload(workshops(data))) as seats:
        shown["between two couples"] = seats.rows


@pytest.fixture(scope="module")
def marked(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Sequence[str]]:
    return once(tmp_path_factory, _marked)


async def _marked() -> dict[str, Sequence[str]]:
    shown: dict[str, Sequence[str]] = {}
    talked = exercise_of([*MARKS.steps, Speak(id="talk", prompt="Say one thing.")], id="marks")
    library = MadeUp([talked])
    async with seated(Path("data"), plan("marks"), library=library) as seats:
        while not isinstance(asked := seats.desk.ask(), Farewell):
            here = asked.turn.id if isinstance(asked, Ask) else ""
            for name in (name for name, turn in MARKED.items() if turn == here):
                seats.app.post_message(Answered())  # what came before was answered unseen
                await seats.settle()
                if isinstance(asked, Ask) and isinstance(asked.turn, Marking):
                    reply = given(asked, seats.desk)
                    await seats.press(*keys_for(reply)[:-2])  # type: ignore[arg-type]
                shown[name] = seats.rows
            seats.clock.now += 21 if here == "talk/1" else 7
            seats.desk.reply(given(asked, seats.desk))
    for name, turn, exercise in (
        ("narrow rating", "balance/1", SEVEN),
        ("narrow picture", "balance/reveal", SEVEN),
        ("seven rated", "balance/reveal", SEVEN),
    ):
        size = (40, 12) if name.startswith("narrow") else (80, 24)
        async with room_at(Path(name), turn, exercise, size) as seats:
            shown[name] = seats.rows
    return shown


def compared(name: str, rows: Sequence[str]) -> None:
    """Compare rows with the file called `name`, or write it."""
    file = GOLDEN / f"{name.replace(' ', '-')}.txt"
    text = "\n".join(rows).rstrip("\n") + "\n"
    if RENEW:
        file.write_text(text, encoding="utf-8")
    assert text == file.read_text(encoding="utf-8"), f"see the docstring to renew {file.name}"


@pytest.mark.parametrize("name", WALKED)
def test_a_screen_of_the_evening_is_as_it_was(essentials: Course, name: str) -> None:
    compared(name, essentials.at(WALKED[name]).rows)


@pytest.mark.parametrize("name", BESIDE)
def test_a_screen_before_and_after_it_is_as_it_was(essentials: Course, name: str) -> None:
    compared(name, essentials.other[name])


@pytest.mark.parametrize("name", MORE)
def test_another_screen_is_as_it_was(more: dict[str, Sequence[str]], name: str) -> None:
    compared(name, more[name])


@pytest.mark.parametrize("name", [*MARKED, "narrow rating", "narrow picture", "seven rated"])
def test_a_screen_where_a_list_is_marked_is_as_it_was(
    marked: dict[str, Sequence[str]], name: str
) -> None:
    compared(name, marked[name])


def test_every_golden_file_is_compared() -> None:
    if RENEW:
        pytest.skip("they are being written")
    names = {name.replace(" ", "-") for name in (*WALKED, *BESIDE, *MORE, *MARKED)}
    names |= {"narrow-rating", "narrow-picture", "seven-rated"}

    assert {file.stem for file in GOLDEN.glob("*.txt")} == names


def test_no_golden_file_has_a_path_of_a_machine() -> None:
    assert not [file for file in GOLDEN.glob("*.txt") if "/tmp" in file.read_text("utf-8")]
