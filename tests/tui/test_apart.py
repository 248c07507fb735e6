"""On the screen: who opens one workshop sees nothing of another couple until the program ends."""

import sys
from collections.abc import AsyncIterator, Callable, Sequence
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from pathlib import Path
from random import Random

import pytest
from support.choosing import moment
from support.couple import answering
from support.couples import NUMBERS, is_guided, label, whose
from support.effort import LONG
from support.evening import StillClock

from workshop import cli
from workshop.cards.choice import Choice, Farewell
from workshop.commands import evening
from workshop.core.course.session import Ask
from workshop.desk.workshops import Workshops
from workshop.doors import CLEAR
from workshop.store.lock import WriterLock
from workshop.tui import caseload, run
from workshop.tui.app import EqualSay
from workshop.tui.caseload import CaseloadApp
from workshop.tui.messages import ResumeWanted
from workshop.tui.pages import Titled

from .couple import at_the_table
from .support import Seats, workshops
from .walk import show
from .window import LEFT, Window

pytestmark = [pytest.mark.usefixtures("undrawn"), pytest.mark.every(5)]

GUIDED, ALONE = 10, 11
"""A couple that somebody guides, and one that nobody does."""
SOME: Sequence[int] = (ALONE, *NUMBERS[::9]) if LONG else (GUIDED, ALONE)
LOOKED_AT = {"opening/homework/1", "opening/due", "half done", "line/2", "map", "closing/small/2"}
"""What is looked at where there is no time to look at all of it."""

Open = Callable[..., AbstractAsyncContextManager[Seats]]


@pytest.fixture
def door(fifty_couples: Path, monkeypatch: pytest.MonkeyPatch) -> Open:
    """Return what opens the room by a command, where fifty couples have been."""
    monkeypatch.setattr(evening, "keep_memory_off_disk", lambda: None)
    monkeypatch.setattr(evening, "_is_plain", lambda _context: False)

    @asynccontextmanager
    async def opened(*argv: str) -> AsyncIterator[Seats]:
        apps: list[tuple[EqualSay, Workshops]] = []

        def begin(
            desks: Workshops,
            begin: Callable[[EqualSay], None] | None = None,
            first: Sequence[Titled] = (),
        ) -> int:
            apps.append((EqualSay(desks, begin, first), desks))
            return 0

        monkeypatch.setattr(run, "run", begin)
        assert cli.main(["--data", str(fifty_couples), *argv], StillClock(), Random(7)) == 0
        ((app, desks),) = apps
        app.animation_level = "none"
        async with app.run_test(size=(80, 24), tooltips=True) as pilot:
            seats = Seats(app, pilot, desks)
            await seats.settle()
            yield seats
        if app.desk is not None:
            app.desk.let_go()

    return opened


def seen(seats: Seats) -> set[int]:
    """Return of whom anything is on the screen, in a title, or in the list of everything."""
    app = seats.app
    titles = [app.title, app.sub_title, *(str(screen.title) for screen in app.screen_stack)]
    commands = [f"{it.title} {it.help}" for it in app.get_system_commands(app.screen)]
    return whose(" ".join([seats.all_words, seats.text, *titles, *commands]))


async def look_around(seats: Seats) -> set[int]:
    """Open all that lies over a turn, and go back; return of whom anything was there."""
    found = seen(seats)
    for key in ("ctrl+p", "ctrl+g", "ctrl+l", "ctrl+f"):
        await seats.press(key)
        found |= seen(seats)
        await seats.press("escape")
    for aside, back in (
        (seats.app.action_agreement, "Back"),
        (seats.app.action_readings, "Back"),
        (seats.app.action_pause, "Go on"),
    ):
        aside()
        await seats.settle()
        found |= seen(seats)
        await seats.push(back)
    return found


async def sit_through(seats: Seats) -> set[int]:
    """Answer everything until the evening is over; return of whom anything was on a screen."""
    found, give = set[int](), at_the_table(answering)
    while not isinstance(asked := seats.desk.ask(), Farewell):
        name = asked.turn.id if isinstance(asked, Ask) else moment(asked)
        if LONG or name in LOOKED_AT:
            await show(seats)
            found |= seen(seats)
        seats.desk.reply(give(asked, seats.desk))
    await show(seats)
    return found


async def read_until(seats: Seats, title: str) -> None:
    """Press Enter until the page of that title is there."""
    for _page in seats.while_(lambda: title not in seats.top):
        await seats.press("enter")


@pytest.mark.parametrize("number", SOME)
async def test_opened_by_its_label_one_couple_is_alone_on_every_screen(
    door: Open, number: int
) -> None:
    async with door("resume", label(number)) as seats:
        assert seen(seats) == set()
        await seats.read_on()
        assert isinstance(seats.desk.ask(), Ask | Choice)

        found = await look_around(seats) | await sit_through(seats)

        assert found == {number}
        last = seen(seats)
        assert last == (set() if is_guided(number) else {number})


@pytest.mark.parametrize("number", SOME)
async def test_opened_from_the_caseload_one_couple_is_alone_on_every_screen(
    fifty_couples: Path, monkeypatch: pytest.MonkeyPatch, number: int
) -> None:
    rooms: list[EqualSay] = []

    def held(app: EqualSay) -> int:
        if isinstance(app, CaseloadApp):
            app.opened = fifty_couples / label(number)
            return 0
        rooms.append(app)
        return 143

    monkeypatch.setattr(caseload, "held", held)
    apart = workshops(fifty_couples)
    assert caseload.keep(workshops(fifty_couples), lambda: apart) == 143
    (app,) = rooms
    app.animation_level = "none"
    async with app.run_test(size=(80, 24), tooltips=True) as pilot:
        seats = Seats(app, pilot, apart)
        await seats.settle()
        assert seen(seats) == set()
        await seats.read_on()

        found = await look_around(seats) | await sit_through(seats)

        assert found == {number}
        assert seen(seats) <= {number}
    if app.desk is not None:
        app.desk.let_go()


async def test_the_first_page_after_it_knows_that_one_alone(door: Open) -> None:
    async with door("resume", label(ALONE)) as seats:
        await seats.read_on()
        await seats.press("ctrl+s")
        await seats.push("Stop here, keep our place")

        await seats.push("To the first page")

        assert seen(seats) == {ALONE}
        assert "Earlier ones" not in seats.buttons
        await seats.push("Agreement")
        assert seen(seats) == {ALONE}


@pytest.mark.parametrize("more", [(), ("--guided",), ("--label", "ours")], ids=str)
async def test_who_begins_by_a_command_finds_nobody_behind_the_names(
    door: Open, more: Sequence[str]
) -> None:
    async with door("start", *more) as seats:
        await seats.read_on()

        await seats.push("Back")

        assert seen(seats) == set()


async def test_who_begins_by_a_command_is_alone_too(door: Open) -> None:
    async with door("start", "--names", "A", "B", "--label", "ours") as seats:
        await seats.read_on()
        await seats.press("ctrl+s")
        await seats.push("Stop here, keep our place")
        await seats.push("To the first page")

        assert "(ours)" in seats.words
        assert seen(seats) == set()


@pytest.mark.parametrize("number", [GUIDED, ALONE])
async def test_where_it_cannot_be_opened_that_is_said_and_it_ends(
    door: Open, fifty_couples: Path, number: int
) -> None:
    with WriterLock(fifty_couples / label(number)):
        async with door("resume", label(number)) as seats:
            await read_until(seats, "This did not work")
            assert "open in another window" in seats.words
            assert seen(seats) == set()

            assert seats.buttons == ["Close the window"]
            await seats.press("enter")

    assert seats.app.return_code == 1


async def test_from_home_a_guided_one_that_cannot_be_opened_leads_back_to_nobody(
    door: Open, fifty_couples: Path
) -> None:
    guided = fifty_couples / label(GUIDED)
    with WriterLock(guided):
        async with door() as seats:
            await seats.read_on()
            assert len(seen(seats)) > 1
            seats.app.post_message(ResumeWanted(guided))
            await seats.settle()
            await read_until(seats, "This did not work")

            assert seats.buttons == ["Close the window"]


async def test_one_that_cannot_be_read_is_not_told_to_another_couple(
    door: Open, fifty_couples: Path
) -> None:
    (fifty_couples / label(12) / "workshop.toml").write_text("format = 1\nid = ")
    async with door("resume", label(ALONE)) as seats:
        await seats.read_on()
        await seats.press("ctrl+s")
        await seats.push("Stop here, keep our place")
        await seats.push("To the first page")

        assert seen(seats) == {ALONE}


@pytest.mark.skipif(sys.platform == "win32", reason="there are no ptys")
def test_after_a_session_nothing_of_anybody_stays_on_the_terminal(fifty_couples: Path) -> None:
    listed = f"print({label(12)!r})"
    window = Window(fifty_couples, ["resume", label(GUIDED)], listed)
    try:
        window.wait("Whose machine this is")
        window.press("\x1b[F", "Go on")  # the end of the page
        window.press("\r", "Before you begin")
        window.press("\x1b[F", "Go on")
        window.press("\r", "The session begins")
        window.child.send("\x0f")  # ctrl+o: hide
        assert window.ended() == 0
    finally:
        window.child.close(force=True)

    afterwards = window.stream.rpartition(LEFT)[2]
    assert CLEAR in afterwards
    assert whose(afterwards.partition(CLEAR)[2]) == set()
