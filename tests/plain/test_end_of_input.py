"""The end of input, anywhere: saved, said where, and gone on with later."""

import errno
import io
import os
import tomllib
from pathlib import Path
from random import Random

import pytest
from support.couple import answering
from support.evening import SHIPPED, StillClock, chosen

from workshop.cards.choice import Choice
from workshop.core.course.session import Ask
from workshop.core.turns import CirclesOpen
from workshop.desk.workshops import Plan, Workshops
from workshop.plain.face import Face
from workshop.plain.signals import Signals, Stopped
from workshop.plain.terminal import Terminal
from workshop.system import System

from .support import Asked, Choose, Couple, Lines, Program, joined, piped

pytestmark = pytest.mark.every(5)

LINES = piped("evening.txt").splitlines()
FIRST_SEALED, LAST_SEALED = (
    LINES.index("An evening without the phone"),
    LINES.index("Who shops") + 2,
)
"""From the first sealed line to the one that seals the last; the line after opens both."""
SEALED = [line for line in LINES[FIRST_SEALED:LAST_SEALED] if len(line) > 1]

FINISHING = {
    "What you typed so far is kept.": ".",
    "There is this already:": Choose("Take it as"),
    "Type now.": ["And more.", "."],
    "You stopped in the middle": Choose("Go on"),
}


@pytest.mark.parametrize("count", range(1, len(LINES)))
def test_the_end_of_input_after_any_line_saves_and_says_where(program: Program, count: int) -> None:
    ran = program.start(joined(LINES[:count]))

    assert (ran.code, ran.err) == (0, "")
    said = " ".join(ran.out.split())
    assert f"Your files are in {program.us}" in said
    assert said.endswith("Next time: workshop resume us --plain")


@pytest.mark.parametrize("count", range(1, len(LINES), 3))
def test_after_any_line_it_can_be_gone_on_with(program: Program, count: int) -> None:
    program.start(joined(LINES[:count]))

    resumed = program.resume(Couple(says=dict(FINISHING)))

    assert resumed.code == 0
    assert "The evening is finished." in resumed.out


@pytest.mark.parametrize("count", range(FIRST_SEALED, LAST_SEALED + 2))
def test_sealed_lines_are_nowhere_on_disk_until_both_open(program: Program, count: int) -> None:
    program.start(joined(LINES[:count]))

    everything = b"".join(program.files().values()).decode()
    assert not any(line in everything for line in SEALED)


def test_once_both_opened_the_lines_are_saved(program: Program) -> None:
    program.start(joined(LINES[: LAST_SEALED + 2]))

    everything = b"".join(program.files().values()).decode()
    assert all(line in everything for line in SEALED)


def test_the_end_of_input_on_the_first_page_leaves_nothing(program: Program) -> None:
    ran = program.start("")

    assert (ran.code, ran.err) == (0, "")
    assert not program.data.exists()


@pytest.mark.parametrize(
    ("moment", "turn"),
    [
        ("Pick one thing you see", "issue"),
        ("Talk, both of you: what could bend", "overlap"),
        ("Type now.", "trial"),
        ("One small thing you would like", "closing"),
    ],
)
def test_an_open_text_that_was_begun_is_offered_again(
    program: Program, moment: str, turn: str
) -> None:
    ended: list[Lines] = [["The first half", "and the second"], None]

    def reply(text: str) -> Lines:
        if len(ended) == 2 and moment in text:
            return ended.pop(0)
        return anew(text) if len(ended) == 2 else None

    anew = Couple(says={"There is this already:": Choose("Write it anew")})
    program.start(reply)
    saved = b"".join(program.files().values()).decode()
    again = Couple(says={**FINISHING, "Something else": "."})
    ran = program.resume(again)

    assert "The first half\nand the second" in saved
    assert f'turn = "{turn}' in saved
    assert "There is this already:\n  | The first half\n  | and the second\n" in ran.out


def test_begin_with_nothing_takes_the_begun_text_away(program: Program) -> None:
    program.start(Couple(once={"Pick one thing you see": ["Begun", "and left"], "> > ": None}))

    def reply(text: str) -> Lines:
        if "There is this already:" in text:
            return Asked(text).choose("Write it anew")
        return None if "Type now." in text else Couple(says=dict(FINISHING))(text)

    program.resume(reply)

    assert b"Begun" not in program.files()["us/notes/1.toml"]


def test_sealed_answers_are_written_again_by_both_after_a_stop(program: Program) -> None:
    program.start(joined(LINES[: LAST_SEALED + 1]))

    ran = program.resume(Couple(says=dict(FINISHING), once={"Both are open now.": None}))

    assert "Nothing of them was saved, so both of you write again." in " ".join(ran.out.split())
    assert not any(line in ran.out for line in SEALED)
    assert ran.out.index("ALEX writes, sealed.") < ran.out.index("SAM writes, sealed.")


def test_the_end_of_input_while_asked_how_to_stop_saves_too(program: Program) -> None:
    ran = program.start(Couple(once={"Both are open now.": ":quit", "What would you like?": None}))

    assert ran.code == 0
    assert "It is saved." in ran.out


def test_a_last_line_without_its_end_is_taken_whole(program: Program) -> None:
    lines = [*LINES[: LINES.index("Who cooks on weekdays?")]]

    program.start(joined(lines) + "Who cooks")

    assert b'text = "Who cooks"' in program.files()["us/notes/1.toml"]


def test_circles_half_typed_from_paper_are_there_on_resume(tmp_path: Path) -> None:
    desks = Workshops(tmp_path, SHIPPED, StillClock(), Random(7))
    desk = desks.begin(Plan(("ALEX", "SAM"), ("compromise",), "left", "us", ("paper", "paper")))
    while not (isinstance(asked := desk.ask(), Ask) and isinstance(asked.turn, CirclesOpen)):
        assert isinstance(asked, Ask | Choice)
        desk.reply(chosen(asked) if isinstance(asked, Choice) else answering(asked, desk.pair))
    typed = io.StringIO("An hour alone\n.\nWhich day\nWho")

    Face(desk, Terminal(typed, io.StringIO(), {}, Signals())).run()
    desk.let_go()

    notes = tomllib.loads((tmp_path / "us" / "notes" / "1.toml").read_text("utf-8"))
    assert notes["draft"]["circled"]["inner"] == ["An hour alone"]
    assert notes["draft"]["circled"]["outer"] == ["Which day", "Who"]
    again = desks.resume(tmp_path / "us")
    said = io.StringIO()
    Face(again, Terminal(io.StringIO("1\n\n.\n.\n1\n"), said, {}, Signals())).run()
    again.let_go()
    assert "| An hour alone" in said.getvalue()
    kept = tomllib.loads((tmp_path / "us" / "notes" / "1.toml").read_text("utf-8"))["entries"][-1]
    assert kept["reply"]["outer"] == ["Which day", "Who"]


class Window(io.StringIO):
    """A terminal that is there until a line is asked for."""

    is_there = True

    def isatty(self) -> bool:
        return self.is_there

    def readline(self, size: int | None = -1) -> str:  # type: ignore[override]  # noqa: ARG002
        self.is_there = False
        return ""


def test_a_window_that_is_gone_before_its_signal_comes_is_a_closed_window() -> None:
    terminal = Terminal(Window(), io.StringIO(), {}, Signals())

    with pytest.raises(Stopped) as stopped:
        terminal.line()

    assert stopped.value.code == 129


def test_a_signal_that_finds_something_unsaved_says_so_and_is_exit_1(
    program: Program, monkeypatch: pytest.MonkeyPatch
) -> None:
    def gone(*asked: object) -> None:
        raise OSError(errno.EIO, os.strerror(errno.EIO))

    couple = Couple()

    def reply(text: str) -> Lines:
        if "What you answered is still here" in text:
            raise Stopped(143)
        if "Pick one thing" in text:
            monkeypatch.setattr(System, "stat", gone)
        return couple(text)

    ran = program.start(reply)

    assert ran.code == 1
    assert "The last answer could not be saved." in ran.err
