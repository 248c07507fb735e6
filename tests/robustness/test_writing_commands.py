"""Each command that writes, killed or let fail at each of its calls: given once more, it ends well.

What a kill or a fault leaves is old or new, file by file; a fault is told; and none is a crash.
"""

import argparse
import io
import os
import shutil
import sys
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from random import Random
from typing import NoReturn

import pytest
from plain.support import StillClock
from support.calls import ASKING, COMMANDS
from support.effort import LONG

from workshop.cli import main
from workshop.command_words import commands

from .commands import Struck, rows_of
from .fork import Other, forked
from .reading import unlocked
from .starts import starts
from .writing import WRITING, Start, Writing

TO_WRITE = os.O_WRONLY | os.O_RDWR | os.O_CREAT
STEP = 9 if LONG else 25
"""At how many of its calls: `python -m tests.robustness --commands` takes them all."""
WRITES = {"os.mkdir", "os.remove", "os.rename", "os.rmdir", "os.truncate", "os.link", "os.symlink"}
"""What Python tells of before it is done, where that changes what is on the disk."""


@pytest.fixture(scope="session")
def prepared(tmp_path_factory: pytest.TempPathFactory) -> Mapping[Start, Path]:
    return starts(tmp_path_factory.mktemp("starts"))


@pytest.mark.every(9)
@pytest.mark.parametrize("writing", WRITING, ids=lambda writing: writing.name)
def test_whatever_stops_a_command_that_writes_it_is_told_and_ends_well_when_given_once_more(
    tmp_path: Path,
    prepared: Mapping[Start, Path],
    tally: Callable[[str, int], None],
    writing: Writing,
) -> None:
    struck = Struck(writing, prepared[writing.start], tmp_path / "here", unlocked)
    killed, failed = rows_of(writing, struck, STEP)

    assert (killed.wrong, failed.wrong) == ([], [])
    tally("kill -9 at each call, commands that write", killed.tried)
    tally("each call fails, commands that write", failed.tried)


TABLE = {writing.command for writing in WRITING}


def takes_a_place(command: str) -> bool:
    """Whether a command can be told where to write."""
    parser = argparse.ArgumentParser()
    commands()[command][2](parser)
    return "-o" in parser.format_usage()


def writes(words: Sequence[str], place: Path) -> bool:
    """Whether a command changes anything in a folder, or makes something there."""
    other = forked()
    if isinstance(other, Other):
        _tell_what_is_written(other, words, place)
    return bool(other.told)


def _tell_what_is_written(other: Other, words: Sequence[str], place: Path) -> NoReturn:
    found: list[str] = []

    def hear(event: str, args: tuple[object, ...]) -> None:
        made = event == "open" and isinstance(args[2], int) and args[2] & TO_WRITE
        if (made or event in WRITES) and str(args[0]).startswith(str(place)):
            found.append(event)

    sys.stdin, sys.stdout, sys.stderr = io.StringIO("\n"), io.StringIO(), io.StringIO()
    os.environ["WORKSHOP_DATA"] = str(place / "data")
    sys.addaudithook(hear)
    main(words, StillClock(), Random(7))
    other.tell(found[:5])


@pytest.mark.every(5)
@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_that_writes_is_tried(
    tmp_path: Path, prepared: Mapping[Start, Path], command: str
) -> None:
    place = Path(shutil.copytree(prepared["a workshop"], tmp_path / "here"))
    us, new = place / "data" / "us", place / "own" / "new"
    words = [word.format(us=us, new=new) for word in COMMANDS[command]]

    can_write = command in commands() and takes_a_place(command)
    assert command in TABLE or not (can_write or writes(words, place))


def test_a_command_that_asks_for_passphrases_is_taken_for_one_that_writes() -> None:
    assert ASKING <= TABLE


def test_it_is_seen_that_a_command_writes(tmp_path: Path, prepared: Mapping[Start, Path]) -> None:
    place = Path(shutil.copytree(prepared["a workshop"], tmp_path / "here"))

    assert writes(["rename", "us", "we"], place)
    assert not writes(["show", "us"], place)
