"""Nothing by accident: Enter alone, keys typed too early, and clicks that were not meant."""

from pathlib import Path
from typing import get_args

import pytest
from support.couple import answering
from support.evening import MadeUp, chosen
from support.exercises import EVERYTHING
from textual import events
from textual.app import ComposeResult
from textual.geometry import Offset
from textual.widget import Widget
from textual.widgets import Button, Input

from workshop.cards.choice import Choice, Chosen
from workshop.core.course.session import Ask
from workshop.core.turns import Consent, Handover, SealedPart, Unseal
from workshop.core.turns.reply import Reply, Words
from workshop.desk.desk import Desk
from workshop.tui.screens import turn
from workshop.tui.turns.view import View

from .couple import people
from .support import Seats, at, at_home, plan, room, workshops
from .window import Window

pytestmark = [pytest.mark.usefixtures("undrawn"), pytest.mark.every(5)]

DECIDES = {
    "opening/tonight/1": "compromise",
    "circles/1": "compromise",
    "circles/2": "compromise",
    "circles/open": "compromise",
    "trial/consent/1/1": "compromise",
    "trial/consent/1/2": "compromise",
    "own/1/write-down/1": "boundaries",
    "closing/notes/1": "compromise",
}
"""A consent, a seal, an opening of every kind, and the exercise it is in."""
MANY = 6


@pytest.mark.parametrize("name", DECIDES)
async def test_enter_alone_decides_nothing(tmp_path: Path, name: str) -> None:
    async with at(tmp_path, name, people, plan(DECIDES[name])) as seats:
        await seats.press("enter")  # the handover that may come first
        asked = seats.asked
        for _press in range(MANY):
            await seats.press("enter")

        assert seats.asked.turn == asked.turn


class Line(View):
    """A line to type on, as a new kind of view may have one; it can be taken at any time."""

    def compose(self) -> ComposeResult:
        yield Input(id="line", compact=True)

    def first(self) -> Input:
        return self.query_one(Input)

    @property
    def would_be_gone(self) -> bool:
        return bool(self.first().value)

    def reply(self, place: int) -> Reply:  # noqa: ARG002  only one button takes it
        return Words(text=self.first().value)


def usual(asked: Ask | Choice, desk: Desk) -> Reply | Chosen:
    return chosen(asked) if isinstance(asked, Choice) else answering(asked, desk.pair)


async def test_enter_on_a_line_seals_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    usually = turn.view_of
    monkeypatch.setattr(
        turn,
        "view_of",
        lambda ask, typing: Line() if ask.turn.id == "sealed/2" else usually(ask, typing),
    )
    desks = workshops(tmp_path, MadeUp([EVERYTHING]))
    async with at(tmp_path, "sealed/2", usual, plan(EVERYTHING.id), desks=desks) as seats:
        await seats.press("a", "enter", "enter")

        assert seats.asked.turn.id == "sealed/2"
        assert seats.focused == "line"
        await seats.push("Seal it")
        assert seats.asked.turn.id == "sealed/1/handover"


async def test_enter_where_it_begins_answers_no_sealed_turn_of_any_kind(tmp_path: Path) -> None:
    desks = workshops(tmp_path, MadeUp([EVERYTHING]))
    desk = desks.begin(plan(EVERYTHING.id))
    left = {*get_args(SealedPart), Consent}
    while left:
        asked = desk.ask()
        assert isinstance(asked, Ask | Choice), f"the evening is over before {left}"
        kind = type(asked.turn) if isinstance(asked, Ask) else None
        if kind in left and isinstance(asked, Ask) and asked.turn.privacy == "sealed":
            left.remove(kind)
            async with room(desks, lambda app, at=desk: app.sit_down(lambda: at)) as seats:
                for _press in range(MANY):
                    await seats.press("enter")
                now = desk.ask()
                assert isinstance(now, Ask)
                assert now.turn == asked.turn
            desk = desks.resume(tmp_path / "us")
        else:
            desk.reply(usual(asked, desk))


@pytest.mark.parametrize("key", ["ctrl+l", "ctrl+g"])
@pytest.mark.parametrize("leaves", ["escape", "enter"])
async def test_a_second_press_that_is_on_its_way_does_nothing_more(
    tmp_path: Path, key: str, leaves: str
) -> None:
    async with at(tmp_path, "opening/tonight/1", people, plan()) as seats:
        before = seats.rows
        await seats.press(key)
        for _press in range(3):
            seats._send(leaves)
        await seats.settle()

        assert seats.rows == before


async def test_two_quick_clicks_beside_the_palette_close_that_alone(tmp_path: Path) -> None:
    async with at(tmp_path, "topic/1", people, plan()) as seats:
        await seats.press("enter")
        before = seats.rows
        await seats.press("ctrl+p")
        for _click in range(3):
            send_click(seats, Offset(2, 1), LONG_AFTER)
        await seats.settle()

        assert seats.rows == before


async def test_two_quick_presses_take_a_workshop_up_once(tmp_path: Path) -> None:
    async with at(tmp_path, "topic/1", people, plan()) as seats:
        await seats.press("ctrl+o")
    async with at_home(workshops(tmp_path)) as seats:
        assert seats.focused.startswith("Go on: ALEX and SAM")
        for _press in range(3):
            seats._send("enter")
        await seats.settle()

        assert "What would you like?" in seats.words


@pytest.mark.parametrize("key", ["ctrl+s", "ctrl+t"])
async def test_enter_alone_ends_and_throws_away_nothing(tmp_path: Path, key: str) -> None:
    async with at(tmp_path, "topic/1", people, plan()) as seats:
        await seats.press(key)
        shown = seats.rows
        for _press in range(MANY):
            await seats.press("enter")

        assert seats.rows == shown


async def test_next_seals_nothing(tmp_path: Path) -> None:
    async with at(tmp_path, "circles/1", people, plan("compromise")) as seats:
        await seats.press("enter")
        await seats.press("ctrl+n")

        assert seats.asked.turn.id == "circles/1"


# -- keys that came too early ----------------------------------------------------------------------


async def burst(seats: Seats, *keys: str) -> None:
    """Press keys faster than anything can be drawn."""
    for key in keys:
        seats._send(key)
    await seats.settle()


async def sealed(seats: Seats) -> None:
    """Go to the button that seals, with something typed."""
    await seats.press("enter")
    await seats.write("One thing", "inner")
    await seats.go_to(lambda on: isinstance(on, Button) and str(on.label) == "Seal it", "seal")


async def test_keys_behind_a_seal_skip_no_looking_away_and_open_nothing(tmp_path: Path) -> None:
    async with at(tmp_path, "circles/2", people, plan("compromise")) as seats:
        await sealed(seats)
        await burst(seats, *["enter"] * MANY)
        assert isinstance(seats.asked.turn, Handover)
        assert seats.asked.turn.to.id == "circles/1"

        await sealed(seats)
        await burst(seats, *["tab", "enter"] * MANY)
        assert isinstance(seats.asked.turn, Unseal)


async def test_keys_behind_a_choice_choose_nothing_more(tmp_path: Path) -> None:
    async with at(tmp_path, "topic/1", people, plan()) as seats:
        await burst(seats, "ctrl+s", "tab", "enter", "tab", "enter")

        assert "What would you like?" in seats.words


# -- clicks ----------------------------------------------------------------------------------------


def middle(widget: Widget) -> Offset:
    return widget.region.offset + Offset(widget.region.width // 2, 0)


def button(seats: Seats, label: str) -> Button:
    return next(one for one in seats.app.screen.query(Button) if str(one.label) == label)


LONG_AFTER = 1e12
"""A time long after anything was shown."""


async def click(seats: Seats, where: Offset, when: float, until: Offset | None = None) -> None:
    """Press a button of the mouse at `where`, and let it go there, or at `until`."""
    send_click(seats, where, when, until)
    await seats.settle()


def send_click(seats: Seats, where: Offset, when: float, until: Offset | None = None) -> None:
    for kind, place in ((events.MouseDown, where), (events.MouseUp, until or where)):
        event = kind(None, *place, 0, 0, 1, False, False, False, *place)
        event.time = when
        event.set_sender(seats.app)
        assert seats.app._driver is not None
        seats.app._driver.send_message(event)


async def window(seats: Seats, event: events.Event) -> float:
    """Let the window lose or get the focus. Returns when."""
    event.set_sender(seats.app)
    assert seats.app._driver is not None
    seats.app._driver.send_message(event)
    await seats.settle()
    return event.time


@pytest.mark.parametrize(("after", "chosen"), [(0.0, False), (0.3, False), (0.34, True)])
async def test_a_click_with_or_soon_after_the_focus_of_the_window_chooses_nothing(
    tmp_path: Path, after: float, chosen: bool
) -> None:
    async with at(tmp_path, "opening/tonight/1", people, plan()) as seats:
        await seats.press("enter")
        back = await window(seats, events.AppFocus())
        await click(seats, middle(button(seats, "Tonight")), back + after)

        assert (seats.asked.turn.id == "opening/tonight/1") != chosen


async def test_the_click_that_raises_the_window_chooses_nothing_whatever_comes_first(
    tmp_path: Path,
) -> None:
    async with at(tmp_path, "opening/tonight/1", people, plan()) as seats:
        await seats.press("enter")
        left = await window(seats, events.AppBlur())
        place = middle(button(seats, "Tonight"))
        await click(seats, place, left + 60)
        assert seats.asked.turn.id == "opening/tonight/1"

        await click(seats, place, left + 61)  # some terminals never tell that the focus is back
        assert seats.asked.turn.id != "opening/tonight/1"


async def test_a_click_is_pressed_and_let_go_on_the_same_button(tmp_path: Path) -> None:
    async with at(tmp_path, "trial/consent/1/1", people, plan("compromise")) as seats:
        await seats.press("enter")
        yes, no = (middle(button(seats, label)) for label in ("Yes, these words", "No"))
        later = seats.app.screen.readable_since + 1
        await click(seats, yes, later, until=no)
        await click(seats, no, later, until=yes)

        assert seats.asked.turn.id == "trial/consent/1/1"


async def test_a_click_that_came_before_the_question_chooses_nothing(tmp_path: Path) -> None:
    async with at(tmp_path, "opening/tonight/1", people, plan()) as seats:
        await seats.press("enter")
        early = seats.app.screen.readable_since - 0.01
        await click(seats, middle(button(seats, "Tonight")), early)

        assert seats.asked.turn.id == "opening/tonight/1"


@pytest.mark.parametrize("where", ["#prompt", "#notes", "#body", "#names", "#top"])
async def test_a_click_on_text_or_empty_ground_leaves_the_focus_where_it_is(
    tmp_path: Path, where: str
) -> None:
    async with at(tmp_path, "topic/1", people, plan()) as seats:
        await seats.press("enter")
        await seats.type("Before ")
        ground = seats.app.screen.query_one(where).region
        await click(
            seats, Offset(ground.right - 1, ground.bottom - 1), seats.app.screen.readable_since + 1
        )
        await seats.type("and after.")

        assert seats.focused == "writing"
        assert "Before and after." in seats.words


# -- bytes, and errors in threads ------------------------------------------------------------------

STRAY = b"\xff", b"\x1b[M !!", b"\x1b[M \xff\xfe", b"\xc3", b"\x1b[99999999999u", b"\x1b[12;"
FAILING = """
from workshop.tui.keyboard import Keyboard
_feed = Keyboard.feed
def feed(self, data, at):
    if b"!" in data:
        raise RuntimeError("what nobody may read")
    return _feed(self, data, at)
Keyboard.feed = feed
"""


def test_stray_bytes_are_read_as_nothing_and_the_evening_goes_on(tmp_path: Path) -> None:
    opened = Window(tmp_path, ["start", "--names", "A", "B", "--label", "us"])
    try:
        opened.wait("Before you begin")
        for data in STRAY:
            opened.child.ptyproc.write(data)
        opened.press("\x1b[F", "Go on")
        opened.press("\r", "Sealed: ")
        opened.press("\x13", "What would you like?")
        opened.child.send("\x0f")

        assert opened.ended() == 0
        assert "Traceback" not in opened.stream
    finally:
        opened.child.close(force=True)


def test_an_error_in_the_thread_that_reads_the_keys_ends_as_ours_do(tmp_path: Path) -> None:
    opened = Window(tmp_path, ["start", "--names", "A", "B", "--label", "us"], FAILING)
    try:
        opened.wait("Before you begin")
        opened.child.send("!")

        assert opened.ended() == 70
        assert "what nobody may read" not in opened.stream
        assert "Traceback" not in opened.stream
        assert "The program made a mistake and stopped." in opened.afterwards_in_words
    finally:
        opened.child.close(force=True)
