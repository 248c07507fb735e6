"""Every command in odd surroundings: one sentence, the right exit code, never a crash."""

import os
import sys
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from random import Random

import pytest
from plain.support import Program

from workshop.cli import main
from workshop.command_line import _commands

EXERCISES = Path(__file__).parents[2] / "exercises"
COMMANDS: Mapping[str, tuple[str, ...]] = {
    "": (),
    "--help": ("--help",),
    "--version": ("--version",),
    "start": ("start", "--names", "ALEX", "SAM"),
    "resume": ("resume", "us"),
    "list": ("list",),
    "exercises": ("exercises", "money"),
    "programmes": ("programmes",),
    "before": ("before",),
    "show": ("show", "us"),
    "verify": ("verify", "{us}/agreement.toml"),
    "export": ("export", "us", "--to", "md", "-o", "{new}.md"),
    "summary": ("summary", "us"),
    "prepare": ("prepare", "money"),
    "handout": ("handout", "money", "--to", "html"),
    "check": ("check", str(EXERCISES / "money.toml")),
    "schema": ("schema", "programme"),
    "new-exercise": ("new-exercise", "{new}.toml"),
    "new-programme": ("new-programme", "{new}.toml"),
    "preview": ("preview", str(EXERCISES / "money.toml")),
    "guide": ("guide",),
    "help-lines": ("help-lines", "Germany"),
    "where": ("where",),
    "forget": ("forget", "us"),
}
"""A call of each command that prints something and ends well; it is given no line to read."""
FULL = Path("/dev/full")
"""Standard output or error on a disk without room."""
CLOSED = None
"""Standard output or error that was closed before we began."""


@pytest.fixture(params=COMMANDS)
def words(request: pytest.FixtureRequest, us: Path, tmp_path: Path) -> tuple[str, ...]:
    """The words of one command, for a workshop of its own."""
    command: str = request.param
    return tuple(word.format(us=us, new=tmp_path / "new") for word in COMMANDS[command])


@dataclass(frozen=True)
class Ended:
    """How a command ended.

    Attributes:
        code: its exit code.
        out: what it printed.
        err: what it complained about.
    """

    code: int
    out: str
    err: str


Run = Callable[..., Ended]


@pytest.fixture
def run(tmp_path: Path, program: Program, monkeypatch: pytest.MonkeyPatch) -> Run:
    """Run one command with nothing to read, and its output and errors in these files."""

    def ran(
        words: Sequence[str],
        out: Path | None = tmp_path / "out",
        err: Path | None = tmp_path / "err",
    ) -> Ended:
        with monkeypatch.context() as patch:
            for name, mode, file in (
                ("stdin", "r", Path(os.devnull)),
                ("stdout", "w", out),
                ("stderr", "w", err),
            ):
                patch.setattr(sys, name, file and file.open(mode, encoding="utf-8"))
            patch.setenv("WORKSHOP_DATA", str(program.data))
            code = main(words, program.clock, Random(7))
            for stream in (sys.stdin, sys.stdout, sys.stderr):
                stream.close()
        assert not (program.data / "crash.log").exists()
        read = [file.read_text("utf-8") if file and file.is_file() else "" for file in (out, err)]
        return Ended(code, *read)

    return ran


def usual(words: Sequence[str]) -> int:
    """Return the exit code of one of these commands where nothing is odd."""
    return 1 if "forget" in words else 0  # nobody types the label


def test_every_command_is_here() -> None:
    assert COMMANDS.keys() - {"", "--help", "--version"} == _commands().keys()


def test_where_nothing_is_odd_it_ends_well(run: Run, words: Sequence[str]) -> None:
    ended = run(words)

    assert (ended.code, ended.err) == (usual(words), "")
    assert ended.out


def test_a_full_disk_is_told(run: Run, words: Sequence[str]) -> None:
    ended = run(words, out=FULL)

    assert ended.code == 1
    assert ended.err == "workshop: Not all of it could be printed: No space left on device.\n"


def test_an_output_that_is_closed_is_told(run: Run, words: Sequence[str]) -> None:
    ended = run(words, out=CLOSED)

    assert ended.code == 1
    assert ended.err == "workshop: Not all of it could be printed: standard output is closed.\n"


@pytest.mark.parametrize("nowhere", [FULL, CLOSED], ids=["full", "closed"])
def test_where_nothing_can_be_complained_about_the_rest_is_as_ever(
    run: Run, words: Sequence[str], nowhere: Path | None
) -> None:
    ended = run(words, err=nowhere)

    assert ended.code == usual(words)
    assert ended.out


@pytest.mark.parametrize("nowhere", [FULL, CLOSED], ids=["full", "closed"])
def test_where_nothing_can_be_said_at_all_the_exit_code_says_it(
    run: Run, words: Sequence[str], nowhere: Path | None
) -> None:
    assert run(words, out=nowhere, err=nowhere).code == 1


def test_a_folder_that_is_gone_is_in_the_way_of_nothing_that_is_named_in_full(
    run: Run, words: Sequence[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    gone = tmp_path / "gone"
    gone.mkdir()
    monkeypatch.chdir(gone)
    gone.rmdir()

    assert run(words).code == usual(words)


def test_whose_home_is_unknown_does_everything_in_a_folder_that_is_named(
    run: Run, words: Sequence[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("HOME")

    assert run(words).code == usual(words)
