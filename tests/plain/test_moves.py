"""Line by line, rows are moved by their numbers, and the words that come of it are read."""

import io
from pathlib import Path
from random import Random

from support.evening import MadeUp
from support.exercises import exercise_of

from workshop.core.course.session import Ask
from workshop.core.proof.robot import answering
from workshop.core.steps.divide import Divide
from workshop.core.steps.move import Move
from workshop.core.steps.write import Write
from workshop.core.turns.reply import Moved
from workshop.desk.workshops import Plan, Workshops
from workshop.plain.face import Face
from workshop.plain.signals import Signals
from workshop.plain.terminal import Terminal
from workshop.store.documents import Notes

from .support import StillClock
from .test_marks import documents

TASKS = ("Dishes", "Bills", "Plants [/]", "李", "Cleaning")
EXERCISE = exercise_of(
    [
        Divide(id="split", prompt="Weigh.", of="burdens", options=TASKS),
        Move(id="moved", prompt="{me}, move them.", **{"from": "split"}),
        Write(id="even", who="one", prompt="And you, {me}?"),
    ]
)


def talk(data: Path, *lines: str) -> tuple[str, Moved | None]:
    """Return what is said where the rows are asked about, and what was answered or begun."""
    desks = Workshops(data, MadeUp([EXERCISE]), StillClock(), Random(7))
    desk = desks.begin(Plan(("ALEX", "SAM"), (EXERCISE.id,), "left", "us", ("type", "type")))
    while isinstance(asked := desk.ask(), Ask) and asked.turn.id != "moved":
        desk.reply(answering(asked.turn))
    said = io.StringIO()
    source = io.StringIO("".join(f"{line}\n" for line in lines))
    assert Face(desk, Terminal(source, said, {}, Signals())).run() == 0
    desk.let_go()
    notes = documents(data / "us")["notes/1.toml"]
    assert isinstance(notes, Notes)
    given = [entry.reply for entry in notes.entries if entry.turn == "moved"]
    begun = notes.draft.moved if notes.draft else None
    return said.getvalue(), given[0] if given and isinstance(given[0], Moved) else begun


def whose(said: str, row: int) -> list[str]:
    """Return whose a row was said to be, each time."""
    begins = f"{row}: {TASKS[row - 1]}: "
    lines = [line.removeprefix("> ").strip() for line in said.splitlines()]
    return [line.removeprefix(begins) for line in lines if line.startswith(begins)]


def test_a_number_moves_its_row_and_two_move_two(tmp_path: Path) -> None:
    said, moved = talk(tmp_path, "3", "3 5", "", "1", ":quit", "1")

    names = ["ALEX", "SAM", "both, by turns"]
    third, fifth = whose(said, 3), whose(said, 5)
    before = names.index(third[0])
    assert third == [third[0], names[(before + 1) % 3], names[(before + 2) % 3]]
    assert fifth == [fifth[0], names[(names.index(fifth[0]) + 1) % 3]]
    assert len(whose(said, 1)) == 1
    assert moved is not None
    assert "The words that come of it:" in said
    assert "takes care of:" in said


def test_more_can_be_moved_after_the_words_were_read(tmp_path: Path) -> None:
    said, moved = talk(tmp_path, "4", "", "2", "4", "", "1", ":quit", "1")

    assert said.count("The words that come of it:") == 2
    assert moved is not None


def test_what_was_moved_is_kept_where_the_input_ends(tmp_path: Path) -> None:
    _said, moved = talk(tmp_path, "1", "x", "9")

    assert moved is not None
    assert len(moved.whose) == len(TASKS)


def test_what_was_moved_is_passed_only_when_that_is_meant(tmp_path: Path) -> None:
    said, _moved = talk(tmp_path, "1", ":pass", ":quit", "1")

    assert "`:pass` again" in said
