"""Whatever ends the program: a half sentence is there afterwards, unless it was sealed."""

import errno
import os
import re
import signal
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from support.disks import Full

from workshop.core.course.session import Ask
from workshop.core.turns.reply import Circled
from workshop.errors import NotSaved
from workshop.system import System
from workshop.tui.app import EqualSay
from workshop.tui.run import held
from workshop.tui.screens.turn import TurnScreen
from workshop.tui.turns.saved_draft import SavedDraft
from workshop.tui.widgets.writing import Writing

from .couple import people
from .support import at, desk_at, files, plan, resumed, workshops

if sys.platform == "win32":
    pytest.skip("there are no ptys", allow_module_level=True)

from .window import Window

pytestmark = [pytest.mark.usefixtures("undrawn"), pytest.mark.every(5)]

HALF = "The bus was la"
CODES = {"closed": 129, "SIGHUP": 129, "SIGINT": 130, "SIGTERM": 143, "ctrl+o": 0}
"""How it may end, and the exit code."""
CRASH = """
from workshop.errors import NotSaved
from workshop.system import System
from workshop.tui.app import EqualSay
from workshop.tui.run import held
from workshop.tui.screens.turn import TurnScreen
from workshop.tui.turns.saved_draft import SavedDraft
def go_on(self):
    text = self.query("Writing").first().text
    raise ValueError(text)
TurnScreen.go_on = go_on
"""
"""A mistake of ours with their words in its message, behind ctrl+n."""
NOT_SOON = """
from workshop.tui.turns import saved_draft
saved_draft.PAUSE = saved_draft.MOST = 3600
"""
"""Nothing is saved by itself while they type, so that what the end saves is the end's."""

Open = Callable[..., Window]


@pytest.fixture
def windows() -> Iterator[list[Window]]:
    opened: list[Window] = []
    yield opened
    for window in opened:
        if not window.child.closed:
            window.child.close(force=True)


@pytest.fixture
def window(tmp_path: Path, windows: list[Window]) -> Open:
    """Open a window on a workshop that was left where `name` is asked."""

    def opened(name: str, exercise: str, more: str) -> Window:
        desk_at(workshops(tmp_path), name, people, plan(exercise)).stop()
        window = Window(tmp_path, ["resume", "us"], more)
        windows.append(window)
        window.wait("Before you begin")
        window.press("\r", "What would you like?")
        window.press("\t\r", "I have the keyboard")
        return window

    return opened


def typed_open(window: Open, more: str = "") -> Window:
    at_topic = window("topic/1", "active-listening", more)
    at_topic.press("\r", "Open: SAM sees this too.")
    at_topic.press(HALF, HALF)
    return at_topic


def typed_sealed(window: Open, more: str = "") -> Window:
    at_circles = window("circles/1", "compromise", more)
    at_circles.press("\r", "Later you both open, or neither does.")
    at_circles.press(HALF, HALF)
    return at_circles


def ends(window: Window, how: str) -> int:
    match how:
        case "closed":
            return window.hang_up()
        case "SIGHUP" | "SIGINT" | "SIGTERM":
            window.child.kill(getattr(signal, how))
        case "ctrl+o":
            window.child.send("\x0f")
    return window.ended()


@pytest.mark.parametrize("how", CODES)
def test_a_half_typed_open_answer_is_there_on_resume(
    tmp_path: Path, window: Open, how: str
) -> None:
    typed = typed_open(window, NOT_SOON)

    assert ends(typed, how) == CODES[how]

    desks = workshops(tmp_path)
    desk = desk_at(desks, "topic/1", people, plan(), desks.resume(tmp_path / "us"))
    asked = desk.ask()
    desk.let_go()
    assert isinstance(asked, Ask)
    assert asked.draft == HALF
    if how != "closed":
        assert typed.is_restored
        assert typed.afterwards_in_words == ""
    assert "Traceback" not in typed.stream
    assert "crash.log" not in files(tmp_path)


@pytest.mark.parametrize("how", ["closed", "SIGTERM", "ctrl+o"])
def test_a_half_typed_sealed_answer_is_in_no_file(tmp_path: Path, window: Open, how: str) -> None:
    typed = typed_sealed(window)

    assert ends(typed, how) == CODES[how]

    assert HALF.encode() not in b"".join(files(tmp_path).values())
    assert how == "closed" or typed.is_restored
    assert how == "closed" or typed.afterwards_in_words == ""


@pytest.mark.parametrize("typed", [typed_open, typed_sealed])
def test_a_crash_ends_calmly_and_shows_nothing_of_theirs(
    tmp_path: Path, window: Open, typed: Callable[[Open, str], Window]
) -> None:
    crashing = typed(window, CRASH)

    crashing.child.send("\x0e")

    assert crashing.ended() == 70
    assert crashing.is_restored
    assert "The program made a mistake and stopped." in crashing.afterwards_in_words
    assert "Traceback" not in crashing.stream
    assert HALF not in crashing.afterwards_in_words
    log = (tmp_path / "crash.log").read_text(encoding="utf-8")
    assert HALF not in log
    assert "ValueError" in log
    kept = HALF.encode() in b"".join(files(tmp_path / "us").values())
    assert kept == (typed is typed_open)


def test_nothing_of_theirs_acts_on_the_terminal(tmp_path: Path, windows: list[Window]) -> None:
    names = ("\x1b]0;owned\x07\x1b[31mA", "\u202e[/]B")
    window = Window(tmp_path, ["start", "--names", *names, "--label", "us"])
    windows.append(window)

    window.wait("Before you begin")
    window.press("\x1b[F", "Go on")  # the end of the page
    window.press("\r", "Sealed: ")
    window.press("\x07", "Tab goes from one thing")  # ctrl+g: help
    window.press("\r", "Sealed: ")
    assert ends(window, "ctrl+o") == 0

    assert "owned" not in window.text
    assert "\x1b]0;owned" not in window.stream
    assert not re.search("[\u0080-\u009f\u202e]", window.stream)


async def test_open_text_is_saved_soon_after_the_last_key(tmp_path: Path) -> None:
    async with at(tmp_path, "topic/1", people, plan()) as seats:
        await seats.write(HALF)
        screen = seats.app.screen
        draft = screen._draft  # type: ignore[attr-defined]
        timers = [draft._soon, draft._latest]
        assert [timer._interval for timer in timers] == [0.5, 1.0]

        screen.save_draft()  # type: ignore[attr-defined]

        assert HALF.encode() in b"".join(files(tmp_path).values())


class Sluggish:
    """A screen on a machine so busy that no timer ever comes to its turn."""

    def set_timer(self, *_timer: object) -> "Sluggish":
        return self

    def stop(self) -> None:
        pass


def test_on_a_busy_machine_open_text_is_never_older_than_a_second(tmp_path: Path) -> None:
    desk = desk_at(workshops(tmp_path), "topic/1", people, plan())
    asked, times = desk.ask(), iter([0.0, 0.4, 0.8, 1.1, 1.3, 2.0, 2.4])
    assert isinstance(asked, Ask)
    draft = SavedDraft(Sluggish(), desk, asked, lambda: next(times))  # type: ignore[arg-type]
    saved: list[int] = []

    def save(key: int) -> None:
        saved.append(key)
        draft.save(None)

    for key in range(7):
        draft.soon(lambda key=key: save(key))

    assert saved == [3, 6]
    desk.let_go()


async def test_a_draft_comes_back_into_the_place_to_type(tmp_path: Path) -> None:
    async with at(tmp_path, "topic/1", people, plan()) as seats:
        await seats.write(HALF)
        await seats.press("ctrl+o")

    async with resumed(tmp_path) as seats:
        await seats.push("Go on")
        await seats.press("enter")
        assert HALF in seats.text
        await seats.type("te")
        await seats.push("Done")

    assert b"The bus was late" in b"".join(files(tmp_path).values())


PAPER = plan("compromise", answers=("paper", "paper"))
FROM_PAPER = "circles/paper/1"


async def test_half_typed_circles_from_paper_come_back(tmp_path: Path) -> None:
    async with at(tmp_path, FROM_PAPER, people, PAPER) as seats:
        await seats.write("An hour alone", "inner")
        await seats.write("Which day\nWho coo", "outer")
        await seats.press("ctrl+o")

    async with resumed(tmp_path) as seats:
        await seats.push("Go on")
        await seats.press("enter")
        assert seats.asked.turn.id == FROM_PAPER
        circled = seats.asked.circled
        await seats.push("Done")

    assert circled == Circled(inner=("An hour alone",), outer=("Which day", "Who coo"))
    assert b"Who coo" in b"".join(files(tmp_path).values())


async def test_circles_from_paper_that_are_opened_again_hold_what_was_typed(tmp_path: Path) -> None:
    async with at(tmp_path, FROM_PAPER, people, PAPER) as seats:
        await seats.write("An hour alone", "inner")
        await seats.push("Done")
        await seats.press("ctrl+r")

        assert seats.asked.turn.id == FROM_PAPER
        assert "An hour alone" in seats.all_words


async def test_going_back_asks_before_it_drops_what_is_typed(tmp_path: Path) -> None:
    async with at(tmp_path, "issue", people, plan("compromise")) as seats:
        await seats.write("Who cooks?")
        await seats.press("ctrl+r")
        assert seats.asked.turn.id == "issue"
        assert "go back and drop what is here" in " ".join(seats.text.split())
        await seats.press("x", "ctrl+r")  # any other key stays, and it is asked anew
        assert seats.asked.turn.id == "issue"
        await seats.press("ctrl+r")

        assert seats.asked.turn.id != "issue"


def test_after_a_rest_what_is_sealed_is_covered_and_kept(window: Open) -> None:
    opened = window("circles/1", "compromise", "")
    opened.press("\r", "only you see this now.")
    opened.press("What nobody else reads", "What nobody else reads")

    opened.child.kill(signal.SIGTSTP)
    os.waitid(os.P_PID, opened.child.pid, os.WSTOPPED)
    shown = len(opened.stream)
    opened.child.kill(signal.SIGCONT)
    opened.wait("Nobody else can see")

    assert "please look away" in opened.text
    assert "nobody else reads" not in opened.stream[shown:].partition("\x1b[?1049h")[2]
    opened.press("\r", "What nobody else reads")


async def test_too_many_points_are_told_and_none_is_dropped(tmp_path: Path) -> None:
    many = "\n".join(f"p{number}" for number in range(31))
    async with at(tmp_path, FROM_PAPER, people, PAPER) as seats:
        await seats.write(many, "outer")
        await seats.push("Done")

        assert "A circle holds up to 30 points" in seats.text
        assert seats.app.screen.query_one("#outer", Writing).text == many


async def _crashes(data: Path) -> None:
    async with at(data, "topic/1", people, plan()) as seats:
        seats.app.call_later(lambda: 1 / 0)
        await seats.settle()


async def test_where_there_is_no_screen_a_crash_is_told_as_usual(tmp_path: Path) -> None:
    with pytest.raises(ZeroDivisionError):
        await _crashes(tmp_path)


async def test_the_last_keys_are_saved_though_nobody_was_told_of_them_yet(tmp_path: Path) -> None:
    async with at(tmp_path, "topic/1", people, plan()) as seats:
        seats.app.screen.query_one("#writing", Writing).insert(HALF)

        seats.app.save_draft()

        assert HALF.encode() in b"".join(files(tmp_path).values())


async def test_a_signal_that_finds_something_unsaved_says_so_and_is_exit_1(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def gone(*asked: object) -> None:
        raise OSError(errno.EIO, os.strerror(errno.EIO))

    async with at(tmp_path, "topic/1", people, plan()) as seats:
        await seats.write(HALF)
        monkeypatch.setattr(System, "stat", gone)
        seats.app._stop(143)
    monkeypatch.setattr(EqualSay, "run", lambda _app, **_: None)

    with pytest.raises(NotSaved, match="could not be saved"):
        held(seats.app)


async def test_a_draft_is_never_saved_for_another_turn(tmp_path: Path) -> None:
    async with at(tmp_path, "topic/1", people, plan()) as seats:
        await seats.write("A late bus")
        screen = seats.app.screen
        assert isinstance(screen, TurnScreen)
        await seats.push("Done")
        await seats.press("enter")
        assert seats.asked.turn.id == "topic/2"

        screen.save_draft()

        assert seats.asked.draft == ""


@pytest.mark.parametrize("moment", ["while they type", "at Done"])
async def test_a_full_disk_is_told_and_what_was_typed_waits(tmp_path: Path, moment: str) -> None:
    disk = Full()
    async with at(tmp_path, "topic/1", people, plan()) as seats:
        disk.holds(seats.desk._workshop.folder)
        disk.below = tmp_path
        await seats.write(HALF)
        if moment == "at Done":
            await seats.push("Done")
        else:
            seats.app.screen._save_and_tell()  # type: ignore[attr-defined]
            await seats.settle()

        assert "This is not saved yet." in seats.text
        disk.below = None
        await seats.push("Try again")
        assert seats.asked.turn.id == "topic/1"
        assert HALF in seats.text
        await seats.push("Done")

    assert HALF.encode() in b"".join(files(tmp_path).values())
