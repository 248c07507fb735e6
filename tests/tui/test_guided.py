"""A guided session on the screen: whose machine it is comes first, and no name stays at the end."""

import re
import tomllib
from dataclasses import replace
from pathlib import Path

import pytest
from support.couple import answering

from workshop.tui.pages import titled

from .couple import at_the_table, people
from .support import Seats, at, at_home, plan, room, seated, workshops

GUIDED = replace(plan(), guided=True)
OF_AN_EVENING = re.compile(r"tonight|evening", re.IGNORECASE)


def is_guided(data: Path) -> bool:
    (file,) = data.glob("*/workshop.toml")
    return bool(tomllib.loads(file.read_text(encoding="utf-8")).get("guided"))


async def set_up(seats: Seats, label: str) -> None:
    """Fill in Setup, with this answer to whether somebody guides them."""
    await seats.write("ALEX", "name-left")
    await seats.write("SAM", "name-right")
    await seats.choose(label, "guided")
    await seats.push("Go on")


async def test_at_home_it_is_asked_whether_somebody_guides_them(tmp_path: Path) -> None:
    async with at_home(workshops(tmp_path)) as seats:
        await seats.push("Begin")
        assert "Does somebody guide you, in the room?" in seats.words
        await set_up(seats, "Yes")
        assert "Whose machine this is" in seats.top
        await seats.read_on()
        assert "What would you like to do?" in seats.words
        await seats.push("The essentials: 2 sessions")
        await seats.push("Begin with this")

        assert is_guided(tmp_path)
        assert "Is now good" in seats.words


async def test_the_guide_may_type_where_setup_itself_asks_whether_there_is_one(
    tmp_path: Path,
) -> None:
    async with at_home(workshops(tmp_path)) as seats:
        await seats.push("Begin")
        assert "the guide types" not in seats.all_words
        await seats.choose("Yes", "guided")
        assert seats.all_words.count("I say it, the guide types") == 2
        await seats.choose("I say it, the guide types", "answers-left")
        await seats.choose("I say it, the guide types", "answers-right")

        await seats.choose("No", "guided")
        assert "the guide types" not in seats.all_words
        await seats.choose("Yes", "guided")
        await seats.choose("I say it, the guide types", "answers-right")
        await set_up(seats, "Yes")
        await seats.read_on()
        await seats.push("The essentials: 2 sessions")
        await seats.push("Begin with this")

        (file,) = tmp_path.glob("*/workshop.toml")
        saved = tomllib.loads(file.read_text(encoding="utf-8"))
        assert (saved["left"]["answers"], saved["right"]["answers"]) == ("type", "guide types")


async def test_nobody_guides_those_who_say_nothing(tmp_path: Path) -> None:
    async with at_home(workshops(tmp_path)) as seats:
        await seats.push("Begin")
        await set_up(seats, "No")
        await seats.push("The essentials: 2 evenings")
        await seats.push("Begin with this")

        assert not is_guided(tmp_path)


async def test_back_from_what_to_do_is_where_the_names_are(tmp_path: Path) -> None:
    async with at_home(workshops(tmp_path)) as seats:
        await seats.push("Begin")
        await set_up(seats, "Yes")
        await seats.read_on()

        await seats.push("Back")

        assert "Who sits where" in seats.words
        assert "ALEX" in seats.words


async def test_with_the_flag_only_names_are_asked(tmp_path: Path) -> None:
    nameless = replace(GUIDED, names=("", ""))
    async with room(workshops(tmp_path), lambda app: app.ask_names(nameless)) as seats:
        assert "Does somebody guide you" not in seats.words
        await seats.write("ALEX", "name-left")
        await seats.write("SAM", "name-right")
        await seats.push("Begin")

        assert "Is now good" in seats.words
        assert is_guided(tmp_path)


async def test_with_the_flag_each_may_let_the_guide_type(tmp_path: Path) -> None:
    nameless = replace(GUIDED, names=("", ""))
    async with room(workshops(tmp_path), lambda app: app.ask_names(nameless)) as seats:
        await seats.write("ALEX", "name-left")
        await seats.write("SAM", "name-right")
        await seats.choose("I say it, the guide types", "answers-left")
        await seats.push("Begin")

        (file,) = tmp_path.glob("*/workshop.toml")
        saved = tomllib.loads(file.read_text(encoding="utf-8"))
        assert saved["left"]["answers"] == "guide types"
        assert saved["right"]["answers"] == "type"


async def test_one_that_is_taken_up_at_home_begins_with_that_page(tmp_path: Path) -> None:
    desks = workshops(tmp_path)
    desks.begin(GUIDED).let_go()
    async with at_home(desks) as seats:
        await seats.push("Go on")
        assert "Whose machine this is" in seats.top
        await seats.read_on()

        assert "Is now good" in seats.words


def test_whoever_is_new_reads_the_page_though_others_were_here_before(tmp_path: Path) -> None:
    desks = workshops(tmp_path)
    desks.begin(GUIDED).let_go()

    titles = [[titled(page)[0] for page in desks.pages_guided(new=new)] for new in (True, False)]

    whose, before = "Whose machine this is", "Before you begin"
    assert titles == [[whose, before], [whose]]


@pytest.mark.usefixtures("undrawn")
async def test_a_whole_session_says_nothing_of_an_evening(tmp_path: Path) -> None:
    guided = replace(plan("appreciation"), guided=True)
    found: list[str] = []
    async with seated(tmp_path, guided) as seats:
        give = at_the_table(answering)

        async def look() -> None:
            found.extend(OF_AN_EVENING.findall(seats.all_words))

        for key in ("ctrl+p", "ctrl+g", "ctrl+t", "ctrl+s"):
            await seats.press(key)
            await look()
            await seats.press("escape")
        for _screen in seats.while_(lambda: seats.app.desk is not None):
            await look()
            await seats.give(give(seats.desk.ask(), seats.desk))  # type: ignore[arg-type]
        await look()

        assert found == []
        assert "The session is finished." in seats.words


async def test_what_is_read_last_is_of_nobody(tmp_path: Path) -> None:
    async with at(tmp_path, "opening/now", people, GUIDED) as seats:
        await seats.press("ctrl+s")
        await seats.push("Stop here, keep our place")

        assert "names nobody" in seats.words
        assert seats.buttons == ["Close the window"]
        assert not [
            word for word in ("ALEX", "SAM", "us", str(tmp_path)) if word in seats.words.split()
        ]
