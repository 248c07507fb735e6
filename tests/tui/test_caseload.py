"""The caseload on the screen: found as one types, opened apart, and nobody's name in between."""

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from support.evening import StillClock

from workshop.desk.guides.caseload import Caseload
from workshop.store.folder import Folder
from workshop.tui import caseload
from workshop.tui.app import EqualSay
from workshop.tui.caseload import CaseloadApp, keep

from .support import Seats, files, kept, plan, workshops

pytestmark = pytest.mark.usefixtures("undrawn")

COUPLES = ("José Álvarez [/]"[:14], "couple 9", "couple 10", "x" * 99)


@pytest.fixture
def couples(tmp_path: Path) -> Path:
    """A data folder with some couples; the first one was here last."""
    for age, label in enumerate(COUPLES):
        clock = StillClock(StillClock().day - timedelta(days=age))
        names = (f"[/] {age}", "李")
        desks = workshops(tmp_path, clock=clock)
        desks.begin(replace(plan(names=names), label=label)).let_go()
    return tmp_path


def opened(seats: Seats) -> Path | None:
    assert isinstance(seats.app, CaseloadApp)
    return seats.app.opened


@pytest.mark.parametrize("size", [(80, 24), (40, 12), (120, 40)])
async def test_one_is_found_as_one_types_and_opened(couples: Path, size: tuple[int, int]) -> None:
    async with kept(couples, size=size) as seats:
        assert "4 workshops" in seats.text

        await seats.type("couple [/]")
        assert "2 of 4 workshops" in seats.text
        await seats.press("down", "enter")
        assert "[/] 2 and 李 (couple 10)" in seats.words
        await seats.press("enter")

        assert opened(seats) == couples / "couple 10"


async def test_the_arrows_lead_through_the_list_and_back_from_one_to_it(couples: Path) -> None:
    async with kept(couples) as seats:
        await seats.press("down", "down", "down", "down", "up", "enter")
        await seats.push("Back to the list")

        marked = [row for row in seats.rows if "›" in row]
        await seats.press("ctrl+home", "pagedown", "enter")

        assert [row.split()[1] for row in marked] == ["couple"]
        assert "x" * 60 in seats.text


async def test_one_is_archived_and_the_key_that_takes_back_brings_it_back(couples: Path) -> None:
    before = files(couples)
    async with kept(couples) as seats:
        await seats.type("couple 9")
        await seats.press("enter")
        await seats.push("Archive it")
        assert "couple 9 is archived." in seats.text
        assert Folder(couples / "couple 9").workshop().archived

        await seats.press("ctrl+r")

        assert "couple 9 is not archived any more." in seats.text
    assert {name: it for name, it in files(couples).items() if ".bak" not in name} == before


@pytest.mark.parametrize("size", [(80, 24), (40, 12), (120, 40)])
async def test_with_something_to_take_back_all_that_can_be_done_is_in_sight(
    couples: Path, size: tuple[int, int]
) -> None:
    async with kept(couples, size=size) as seats:
        await seats.press("enter")
        await seats.push("Archive it")

        for label in ("By next day", "Due this week", "Archived too", "Take that back", "Close"):
            assert label in seats.text

        await seats.press("ctrl+r")
        assert "Take that back" in seats.text  # what was taken back can be done again
        await seats.push("Due this week")
        await seats.push("Close")


async def test_what_is_pressed_below_the_list_arranges_it(couples: Path) -> None:
    async with kept(couples) as seats:
        await seats.push("Due this week")
        assert "Nothing is due." in seats.text
        await seats.push("Due this month")
        await seats.push("Due or not")

        assert "4 workshops, by last day" in seats.text


async def test_one_that_cannot_be_read_stops_nothing(couples: Path) -> None:
    (couples / "couple 9" / "workshop.toml").write_text("Dear diary,", "utf-8")

    async with kept(couples) as seats:
        assert "4 workshops" in seats.text
        await seats.press("enter")

        assert "cannot be read" in seats.text
        assert "Open it" not in seats.buttons


async def test_what_can_be_done_about_it_is_asked_and_enter_alone_does_nothing(
    couples: Path,
) -> None:
    file = couples / "couple 9" / "workshop.toml"
    good = file.read_bytes()
    file.with_name("workshop.toml.bak").write_bytes(good)
    file.write_text("Dear diary,", "utf-8")

    async with kept(couples) as seats:
        await seats.press("enter")
        await seats.push("See what can be done")
        await seats.push("See what can be done, one at a time")
        await seats.press("enter", "enter")
        assert file.read_text("utf-8") == "Dear diary,"
        await seats.push("Put this copy in its place")

        assert file.read_bytes() == good
        assert "It opens" in seats.all_words


async def test_where_there_is_none_it_is_said_how_one_is_begun(tmp_path: Path) -> None:
    async with kept(tmp_path) as seats:
        await seats.press("enter")

        assert "There is no workshop yet. `workshop start --guided` begins one." in seats.words


async def test_between_two_couples_nobody_is_named_and_enter_alone_leads_nowhere(
    couples: Path,
) -> None:
    async with kept(couples, before=Caseload(workshops(couples))) as seats:
        await seats.press("enter", "enter", "escape")
        assert "This session has ended." in seats.text
        commands = " ".join(it.title for it in seats.app.get_system_commands(seats.app.screen))
        assert not any(label in seats.text + commands for label in COUPLES)

        await seats.push("To the list of workshops")

        assert "4 workshops" in seats.text


async def test_after_a_session_the_list_is_as_it_was_and_begins_at_that_couple(
    couples: Path,
) -> None:
    async with kept(couples) as seats:
        await seats.push("By next day")
        await seats.type("couple")
        await seats.press("down", "enter", "enter")
        assert isinstance(seats.app, CaseloadApp)
        before, at = seats.app.list, seats.app.opened

    async with kept(couples, before=before) as seats:
        await seats.push("To the list of workshops")

        assert "2 of 4 workshops, by next day" in seats.text
        assert at is not None
        assert any("›" in row and at.name in row for row in seats.rows)


async def test_the_help_and_the_list_of_everything_say_what_can_be_done_here(
    couples: Path,
) -> None:
    async with kept(couples) as seats:
        titles = [it.title for it in seats.app.get_system_commands(seats.app.screen)]
        await seats.press("ctrl+g")

        assert titles[:3] == ["By next day", "Due this week", "Archived too"]
        assert "Pause" not in titles
        assert "take back what was done last" in seats.text


class Held:
    """Stands in for the terminal: notes each program, and does in it what a person would."""

    def __init__(self, *does: Callable[[EqualSay], int]) -> None:
        self._does = iter(does)
        self.apps: list[EqualSay] = []

    def __call__(self, app: EqualSay) -> int:
        self.apps.append(app)
        return next(self._does)(app)


def choosing(path: Path) -> Callable[[EqualSay], int]:
    def choose(app: EqualSay) -> int:
        assert isinstance(app, CaseloadApp)
        app.opened = path
        return 0

    return choose


def hiding(app: EqualSay) -> int:
    app.is_hidden = True
    return 0


@pytest.mark.parametrize(
    ("leaves", "programs"), [(lambda _app: 0, 3), (lambda _app: 1, 3), (lambda _app: 143, 2)]
)
def test_who_is_opened_has_a_program_apart_and_then_comes_a_page_between(
    couples: Path,
    monkeypatch: pytest.MonkeyPatch,
    leaves: Callable[[EqualSay], int],
    programs: int,
) -> None:
    held = Held(choosing(couples / COUPLES[1]), leaves, lambda _app: 0)
    monkeypatch.setattr(caseload, "held", held)

    keep(workshops(couples), lambda: workshops(couples))

    assert len(held.apps) == programs
    room = held.apps[1]
    assert not isinstance(room, CaseloadApp)
    assert room.keeps_to_one
    assert all(isinstance(app, CaseloadApp) for app in held.apps[::2])


def test_after_it_was_hidden_nothing_comes(couples: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    held = Held(choosing(couples / COUPLES[1]), hiding)
    monkeypatch.setattr(caseload, "held", held)

    assert keep(workshops(couples), lambda: workshops(couples)) == 0

    assert len(held.apps) == 2
