"""`workshop forget --older-than AGE --archived`: what is old or put aside goes, once it is said."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date, timedelta
from pathlib import Path

import pytest
from plain.support import TODAY, Program, acting
from support.evening import UNSYNCED, workshop_of

from workshop import paths
from workshop.store.documents import EveningNotes, Notes
from workshop.store.folder import Folder
from workshop.store.workshop import Workshop

OLD = TODAY - timedelta(days=1000)


def saved(program: Program, label: str, last: date, **more: object) -> Path:
    """Save a workshop that was last used on some day."""
    workshop = workshop_of(["talk"]).model_copy(update={"created": last, **more})
    folder = Folder(program.data / label, UNSYNCED)
    folder.create(Workshop.model_validate(workshop.model_dump()))
    folder.close()
    return folder.path


@contextmanager
def opened(path: Path) -> Iterator[Folder]:
    folder = Folder(path, UNSYNCED)
    folder.open()
    yield folder
    folder.close()


def labels(program: Program) -> set[str]:
    return {folder.name for folder in program.data.iterdir()}


@pytest.fixture
def four(program: Program) -> set[str]:
    """Four workshops: old or not, archived or not."""
    saved(program, "old", OLD)
    saved(program, "old-archived", OLD, archived=True)
    saved(program, "new", TODAY)
    saved(program, "new-archived", TODAY, archived=True)
    return labels(program)


@pytest.mark.parametrize(
    ("options", "goes"),
    [
        (("--older-than", "2y"), ["old", "old-archived"]),
        (("--archived",), ["old-archived", "new-archived"]),
        (("--older-than", "2y", "--archived"), ["old-archived"]),
        (("--older-than", "1000d"), []),
        (("--older-than", "999d", "--archived"), ["old-archived"]),
    ],
    ids=" ".join,
)
def test_what_is_meant_goes_and_nothing_else(
    program: Program, four: set[str], options: tuple[str, ...], goes: list[str]
) -> None:
    ran = program("forget", *options, reply=f"{len(goes)}\n")

    assert (ran.code, ran.err) == (0, "")
    assert labels(program) == four.difference(goes)
    assert {label for label in four if f"  {label}  ALEX and SAM" in ran.out} == set(goes)


@pytest.mark.parametrize("typed", ["", "\n", "y\n", "yes\n", "1\n", "3\n", "old\n", "2 1\n"])
def test_unless_their_number_is_typed_nothing_is_deleted(
    program: Program, four: set[str], typed: str
) -> None:
    before = program.files()

    ran = program("forget", "--older-than", "2y", reply=typed)

    assert ran.code == 1
    assert ran.out.endswith("Nothing was deleted.\n")
    assert program.files() == before


def test_when_a_file_was_written_says_nothing(program: Program) -> None:
    saved(program, "written-today", OLD)
    long_ago = saved(program, "used-today", TODAY) / paths.WORKSHOP
    os.utime(long_ago, (1, 1))

    program("forget", "--older-than", "1y", reply="1\n")

    assert labels(program) == {"used-today"}


def test_what_is_open_or_planned_is_left_alone_and_why_is_said(program: Program) -> None:
    saved(program, "planned", OLD, next_evening=TODAY)
    with opened(saved(program, "evening", OLD)) as evening:
        evening.save_evening(EveningNotes(first="left"))
    with opened(saved(program, "half", OLD)) as half:
        half.save_notes(1, Notes(exercise="talk", digest="0", first="left", began=OLD))
    (saved(program, "broken", OLD) / paths.WORKSHOP).write_text("Dear diary,\n")
    all_of_them = labels(program) | {"window"}

    with opened(saved(program, "window", OLD)):
        ran = program("forget", "--older-than", "1y")

    assert ran.code == 0
    assert "There is nothing to delete.\nLeft alone:\n" in ran.out
    for line in (
        "  planned: its next date is ahead\n",
        "  evening: what was begun in it last was not closed\n",
        "  half: an exercise is half done\n",
        "  broken: it cannot be read\n",
        "  window: it is open in another window\n",
    ):
        assert line in ran.out
    assert labels(program) == all_of_them


def test_it_says_what_it_cannot_reach_and_what_it_leaves(program: Program) -> None:
    saved(program, "one", OLD, copies=("/elsewhere/copy.md",))
    (saved(program, "two", OLD) / "mine\x1b[31m.txt").write_text("mine")
    (program.data / "two" / "photos").mkdir()

    ran = program("forget", "--older-than", "1y", reply="2\n")

    assert "These copies are left alone:\n  /elsewhere/copy.md\n" in ran.out
    assert "Not of this program, and left alone: two/mine.txt, two/photos/\n" in ran.out
    assert "It cannot reach backups, copies" in ran.out
    assert f"The folder {program.data / 'two'} stays" in ran.out
    assert acting(ran.out) == set()


def test_one_that_is_changed_meanwhile_is_left_alone(program: Program) -> None:
    saved(program, "one", OLD)
    two = saved(program, "two", OLD) / paths.WORKSHOP

    def reply(_text: str) -> list[str]:
        two.write_text(two.read_text().replace("archived = false", "archived = true"))
        return ["2"]

    ran = program("forget", "--older-than", "1y", reply=reply)

    assert ran.code == 1
    assert ran.err == "workshop: two: It was changed meanwhile, and is left alone.\n"
    assert ran.out.endswith("1 workshop was deleted.\n")
    assert labels(program) == {"two"}


@pytest.mark.parametrize("words", [(), ("us", "--archived"), ("us", "--older-than", "2y")])
def test_either_one_or_several_is_meant(
    program: Program, four: set[str], words: tuple[str, ...]
) -> None:
    ran = program("forget", *words)

    assert ran.code == 2
    assert ran.err.count("\n") == 1
    assert labels(program) == four


def test_an_age_that_is_none_is_told_in_a_sentence(program: Program, four: set[str]) -> None:
    ran = program("forget", "--older-than", "soon")

    assert ran.code == 1
    assert ran.err.startswith("workshop: That could not be read as an age. Write a number")
    assert labels(program) == four


@pytest.mark.parametrize("data", [None, "a file"])
def test_where_there_is_none_that_is_said(program: Program, data: str | None) -> None:
    if data is not None:
        program.data.write_text(data)

    ran = program("forget", "--archived")

    assert ran.code == (0 if data is None else 1)
    assert ran.out == ("None is archived.\n" if data is None else "")
