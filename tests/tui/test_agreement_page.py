"""The page of the agreement on the screen and line by line: what both do there, and copies."""

from pathlib import Path

import pytest
from plain.support import Program
from support.choosing import moment
from support.effort import LONG
from support.evening import StillClock, answer, begin, resume, workshop_of
from support.page import BOUNDARY, page_of
from support.work import a_page, agreement_in, drafting, edit, from_the_page, to_the_map

from workshop.cards.agreement_deeds import (
    AddClause,
    Clauses,
    Kinds,
    Names,
    OneClause,
    RenewPage,
    SetOut,
)
from workshop.cards.choice import Choice, Chosen, Deed
from workshop.cards.deeds import Back, GoTo, LookAtAgreement
from workshop.core.turns.reply import Reply
from workshop.desk.desk import Desk

from .support import Seats, files, room, workshops

pytestmark = pytest.mark.usefixtures("undrawn")

NASTY = "[/] 李 [b]José[/b] {me}"
DEEDS = {
    "a clause is added": [GoTo(Kinds()), AddClause("agreement")],
    "a boundary is changed": [GoTo(Clauses()), GoTo(OneClause("c4")), SetOut("change", "c4")],
    "what was changed by hand is agreed on": [
        GoTo(Clauses()),
        GoTo(OneClause("c1")),
        SetOut("by hand", "c1"),
    ],
    "a fresh page": [RenewPage()],
}


SIZES = ((80, 24), (40, 12))


def changed(us: Path) -> Path:
    edit(us, lambda text: "# ours\n" + text.replace("first and sleep", "first, and sleep", 1))
    return us


def a_desk(us: Path) -> Desk:
    return to_the_map(resume(us, clock=StillClock()))


async def on_the_screen(seats: Seats, deeds: list[Deed]) -> None:
    """Do on the page `deeds`, with every answer given as people give it."""
    for deed in (LookAtAgreement(), *deeds):
        asked = seats.desk.ask()
        assert isinstance(asked, Choice)
        option = asked.option(deed)
        assert option is not None
        await seats.push(option.label)
    for _ask in seats.while_(lambda: not isinstance(seats.desk.ask(), Choice)):
        reply: Reply = drafting(NASTY)(seats.asked, seats.desk.pair)
        await seats.give(reply)
    while moment(seats.desk.ask()) != "map":
        await seats.press("escape")


@pytest.mark.parametrize(
    ("name", "size"),
    [
        (name, size)
        for number, name in enumerate(DEEDS)
        for size in SIZES
        if LONG or (number < len(SIZES) and size == SIZES[number])
    ],
    ids=str,
)
async def test_what_takes_two_is_done_on_the_screen_and_leaves_the_same_files(
    tmp_path: Path, name: str, size: tuple[int, int]
) -> None:
    data = tmp_path / "screen"
    us = changed(a_page(data / "us"))
    there = changed(a_page(tmp_path / "desk" / "us"))

    desk = a_desk(us)
    async with room(workshops(data), lambda app: app.sit_down(lambda: desk), size) as seats:
        await on_the_screen(seats, DEEDS[name])
        assert seats.desk.title == "This evening"
    other = a_desk(there)
    for deed in (LookAtAgreement(), *DEEDS[name]):
        other.reply(Chosen(deed))
    while not isinstance(other.ask(), Choice):
        answer(other, drafting(NASTY))
    from_the_page(other)

    written, expected = files(data), files(tmp_path / "desk")
    assert {key for key in written if not key.endswith(".bak")} == {
        key for key in expected if not key.endswith(".bak")
    }
    assert written["us/agreement.toml"] == expected["us/agreement.toml"]
    assert written["us/workshop.toml"] == expected["us/workshop.toml"]


async def test_a_copy_is_saved_where_they_say_and_named_by_where(tmp_path: Path) -> None:
    us = a_page(tmp_path / "data" / "us")
    desk = a_desk(us)
    place = tmp_path / "for us.html"
    async with room(workshops(tmp_path / "data"), lambda app: app.sit_down(lambda: desk)) as seats:
        await seats.push("The agreement")
        await seats.push("A copy to print")
        await seats.write(str(place), "for-0")
        await seats.push("Save a page to print")
        assert "Saved as" in seats.all_words
        await seats.write(str(place), "for-0")
        await seats.push("Save a page to print")
        assert "is there already, and is left as it is" in seats.all_words
        await seats.push("Back")
        await seats.push("The code, to note")
        assert "workshop verify" in seats.all_words

    assert BOUNDARY in place.read_text("utf-8")
    assert str(place) in (us / "workshop.toml").read_text("utf-8")


async def test_a_boundary_is_written_by_its_owner_alone(tmp_path: Path) -> None:
    us = a_page(tmp_path / "us")
    desk = a_desk(us)
    async with room(workshops(tmp_path), lambda app: app.sit_down(lambda: desk)) as seats:
        for label in ("The agreement", "A clause", "Boundary of SAM", "Change its words (SAM"):
            await seats.push(label)

        assert "SAM takes the keyboard" in seats.words
        await seats.press("enter")
        assert "SAM writes, open" in seats.words


def test_line_by_line_a_clause_is_added_and_a_copy_is_made(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    program = Program(tmp_path / "data", monkeypatch)
    us = a_page(tmp_path / "data" / "us", page_of())
    to_the_map(resume(us, clock=StillClock()))._workshop.folder.close()
    place = tmp_path / "for us.md"
    lines = [
        *["2", "2"],  # what is sealed is typed all the same
        *["4", "2", "1"],  # go on with the evening: the map; its agreement; add; for both
        *[NASTY, ".", "1", "", "1", "", "1", ""],
        *["8", "4", "2", str(place), "4", "7"],
        ":quit",
        "1",
    ]
    said = program("resume", "us", "--plain", reply="\n".join(lines) + "\n")

    assert said.err == ""
    assert agreement_in(us).clauses[-1].text == NASTY, said.out
    assert NASTY.split()[1] in place.read_text("utf-8"), said.out


def test_before_there_is_an_agreement_the_page_says_what_will_stand_there(tmp_path: Path) -> None:
    desk = to_the_map(begin(tmp_path / "us", workshop_of(["appreciation", "compromise"])))
    desk.reply(Chosen(LookAtAgreement()))

    asked = desk.ask()
    assert isinstance(asked, Choice)
    assert [option.does for option in asked.options] == [GoTo(Kinds()), GoTo(Names()), Back()]
    assert any("Nothing is written here yet" in paragraph for paragraph in asked.page)


async def test_after_a_clause_was_ended_or_changed_the_cursor_is_at_it(tmp_path: Path) -> None:
    us = a_page(tmp_path / "us")
    desk = a_desk(us)
    async with room(workshops(tmp_path), lambda app: app.sit_down(lambda: desk)) as seats:
        for label in (
            "The agreement",
            "A clause",
            "Promise of ALEX",
            "Pause it",
            "Pause it, really",
        ):
            await seats.push(label)
        assert "That is paused now." in seats.words
        assert seats.focused.startswith("Promise of ALEX, paused: ")

        for label in ("Boundary of SAM", "Change its words (SAM"):
            await seats.push(label)
        for _ask in seats.while_(lambda: not isinstance(seats.desk.ask(), Choice)):
            await seats.give(drafting("I go for a walk.")(seats.asked, seats.desk.pair))
        assert seats.focused == "Boundary of SAM: I go for a walk."

        await seats.press("escape")
        assert seats.focused.startswith("A clause: its history")
