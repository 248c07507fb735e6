"""Every command in odd surroundings: one sentence, the right exit code, never a crash."""

import io
import os
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from random import Random
from typing import Any, TextIO

import pytest
from plain.support import Program, Ran, acting
from support.calls import ASKING, COMMANDS, ON_A_SCREEN
from support.effort import every

from workshop.cli import main
from workshop.command_words import commands

FULL = Path("/dev/full")
"""Standard output or error on a disk without room."""
CLOSED = None
"""Standard output or error that was closed before we began."""


@pytest.fixture(params=COMMANDS)
def words(request: pytest.FixtureRequest, us: Path, tmp_path: Path) -> tuple[str, ...]:
    """The words of one command, for a workshop of its own."""
    command: str = request.param
    return tuple(word.format(us=us, new=tmp_path / "new") for word in COMMANDS[command])


Run = Callable[..., Ran]


@pytest.fixture
def run(tmp_path: Path, program: Program, monkeypatch: pytest.MonkeyPatch) -> Run:
    """Run one command with nothing to read, and its output and errors in these files."""

    def ran(
        words: Sequence[str],
        out: Path | None = tmp_path / "out",
        err: Path | None = tmp_path / "err",
        data: Path | str = program.data,
        *,
        at_once: bool = False,
    ) -> Ran:
        with monkeypatch.context() as patch:
            for name, mode, file in (
                ("stdin", "r", Path(os.devnull)),
                ("stdout", "w", out),
                ("stderr", "w", err),
            ):
                patch.setattr(sys, name, file and opened(file, mode, at_once))
            patch.setenv("WORKSHOP_DATA", str(data))
            code = main(words, program.clock, Random(7))
            for stream in (sys.stdin, sys.stdout, sys.stderr):
                stream.close()
        assert not (program.data / "crash.log").exists()
        read = [file.read_text("utf-8") if file and file.is_file() else "" for file in (out, err)]
        return Ran(code, *read)

    return ran


def opened(file: Path, mode: str, at_once: bool) -> TextIO:
    """Open a file as a stream; `at_once` as by PYTHONUNBUFFERED, where each write may fail."""
    if not at_once or mode == "r":
        return file.open(mode, encoding="utf-8")
    unbuffered: Any = file.open("wb", buffering=0)
    return io.TextIOWrapper(unbuffered, encoding="utf-8", write_through=True)


def usual(words: Sequence[str]) -> int:
    """Return the exit code of one of these commands where nothing is odd."""
    return 1 if "forget" in words else 0  # nobody types the label


def test_every_command_is_here() -> None:
    assert COMMANDS.keys() - {"", "--help", "--version"} == commands().keys() - ASKING - ON_A_SCREEN


def test_where_nothing_is_odd_it_ends_well(run: Run, words: Sequence[str]) -> None:
    ended = run(words)

    assert (ended.code, ended.err) == (usual(words), "")
    assert ended.out


@pytest.mark.parametrize("at_once", [False, True])
def test_a_full_disk_is_told(run: Run, words: Sequence[str], at_once: bool) -> None:
    ended = run(words, out=FULL, at_once=at_once)

    assert ended.code == (3 if "verify" in words else 1)  # there 1 is a change
    assert ended.err == "workshop: Not all of it could be printed: No space left on device.\n"


def test_an_output_that_is_closed_is_told(run: Run, words: Sequence[str]) -> None:
    ended = run(words, out=CLOSED)

    assert ended.code == (3 if "verify" in words else 1)
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
    assert run(words, out=nowhere, err=nowhere).code == (3 if "verify" in words else 1)


def test_a_folder_that_is_gone_is_in_the_way_of_nothing_that_is_named_in_full(
    run: Run, words: Sequence[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    gone = tmp_path / "gone"
    gone.mkdir()
    monkeypatch.chdir(gone)
    gone.rmdir()

    assert run(words).code == usual(words)


FROM_HERE = {
    "data": ("--data", "data", "list"),
    "own exercises": ("--exercises", "own", "exercises"),
    "show": ("show", "agreement.toml"),
    "verify": ("verify", "agreement.toml"),
    "export": ("export", "us", "--to", "md", "-o", "us.md"),
    "export of a file": ("export", "agreement.toml", "--to", "md"),
    "handout": ("handout", "money", "-o", "money.txt"),
    "check": ("check", "money.toml"),
    "check all": ("check", "."),
    "new-exercise": ("new-exercise", "mine.toml"),
    "new-programme": ("new-programme", "programmes/mine.toml"),
    "preview": ("preview", "money.toml"),
}
"""Calls that name something from where they are given."""


@pytest.mark.parametrize("words", FROM_HERE.values(), ids=FROM_HERE)
def test_in_a_folder_that_is_gone_what_is_named_from_there_is_told(
    run: Run, us: Path, words: Sequence[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    gone = tmp_path / "gone"
    gone.mkdir()
    monkeypatch.chdir(gone)
    gone.rmdir()

    ended = run(words)

    assert ended.code == (3 if words == FROM_HERE["verify"] else 1)
    assert (ended.err or ended.out).count("\n") == (1 if ended.err else 2)  # `check` counts files
    assert us.exists()


@pytest.mark.parametrize("where", ["~nobody-of-that-name", "~nobody-of-that-name/x"])
@pytest.mark.parametrize(
    "words",
    [
        ("--data", "{}", "start", "--names", "ALEX", "SAM"),
        ("--data", "{}", "list"),
        ("--exercises", "{}", "exercises"),
        ("export", "us", "--to", "md", "-o", "{}"),
        ("handout", "money", "-o", "{}"),
    ],
    ids=" ".join,
)
def test_the_home_of_nobody_is_told(run: Run, us: Path, words: Sequence[str], where: str) -> None:
    ended = run([word.format(where) for word in words])

    assert (ended.code, ended.out) == (1, "")
    assert ended.err == "workshop: There is no such home folder. Name another.\n"
    assert not [path for path in Path.cwd().iterdir() if "~" in path.name]


def test_whose_home_is_unknown_is_asked_where_workshops_are_kept(
    run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as patch:
        patch.delenv("XDG_DATA_HOME")
        patch.setattr("os.path.expanduser", lambda path: path)  # as where nobody is called so
        ended = run(["list"], data="")

    assert (ended.code, ended.out) == (1, "")
    assert ended.err.startswith("workshop: There is no telling where your home folder is")
    assert ended.err.count("\n") == 1


WORDS = {
    "empty": "",
    "blank": " ",
    "acting": "\x1b[31mred\x1b]0;title\x07",
    "an option that acts": "--\x1b[31mred",
    "hiding": "a\u202eb\u3164",
    "lines": "a\nworkshop: b",
    "no text": "\udcff",
    "gaps": "%s {x} {0} %(x)s",
    "of nobody": "~nobody-of-that-name",
    "up": "../..",
    "long": "x" * 5000,
}
"""Words that make no sense anywhere, or act where they are printed as they are."""
PLACES: Sequence[tuple[str, ...]] = (
    ("{}",),
    ("{}", "list"),
    ("list", "{}"),
    ("--data", "{}", "list"),
    ("--exercises", "{}", "exercises"),
    ("start", "--names", "{}", "SAM"),
    ("start", "--names", "SAM", "{}"),
    ("start", "--names", "ALEX", "SAM", "--label", "{}"),
    ("start", "--names", "ALEX", "SAM", "--programme", "{}"),
    ("start", "--names", "ALEX", "SAM", "--exercise", "{}"),
    ("start", "--begins", "{}"),
    ("resume", "{}"),
    ("exercises", "{}"),
    ("show", "{}"),
    ("verify", "{}"),
    ("verify", "{us}/agreement.toml", "{}"),
    ("export", "{}", "--to", "md"),
    ("export", "us", "--to", "{}"),
    ("export", "us", "--to", "md", "-o", "{}"),
    ("summary", "{}"),
    ("summary", "us", "--on", "{}"),
    ("prepare", "{}"),
    ("handout", "{}"),
    ("handout", "money", "--names", "{}", "SAM"),
    ("check", "{}"),
    ("schema", "{}"),
    ("new-exercise", "{}"),
    ("new-programme", "{}"),
    ("preview", "{}"),
    ("rename", "{}", "we"),
    ("rename", "us", "{}"),
    ("rename", "us", "--partner", "ALEX", "--to", "{}"),
    ("guide", "{}"),
    ("completion", "{}"),
    ("completion", "--words=labels", "--begun={}"),
    ("help-lines", "{}"),
    ("where", "{}"),
    ("recover", "{}"),
    ("forget", "{}"),
)
"""Every place of a word that somebody makes up."""


@pytest.mark.parametrize(
    ("first", "place"), list(enumerate(PLACES)), ids=[" ".join(place) for place in PLACES]
)
def test_no_word_acts_or_crashes_anywhere(
    run: Run, us: Path, first: int, place: Sequence[str]
) -> None:
    step = every(4)
    for name, word in list(WORDS.items())[first % step :: step]:
        ended = run([part.format(word, us=us) for part in place])

        assert ended.code in (0, 1, 2, 3), name
        assert acting(ended.out + ended.err) == set(), name
        if ended.code in (1, 3) and "check" not in place:
            assert ended.err.startswith("workshop: "), name
            assert ended.err.count("\n") == 1, name


def test_whose_home_is_unknown_does_everything_in_a_folder_that_is_named(
    run: Run, words: Sequence[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("HOME")

    assert run(words).code == usual(words)
