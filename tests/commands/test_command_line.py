"""What holds for every command: options, wrong use, our own mistakes, and pipes that close."""

import errno
import os
import shlex
import subprocess
import sys
from collections.abc import Callable
from importlib.metadata import distribution, version
from pathlib import Path

import pytest
from plain.support import Couple, Lines, Program, command, environment
from support.disks import CALLS

from workshop.content.library import Library
from workshop.desk.desk import Desk
from workshop.plain.telling import Telling
from workshop.plain.terminal import Terminal
from workshop.system import System

pytestmark = pytest.mark.every(5)

MARKER = "nobody-else-may-read-this"


def test_the_version(program: Program) -> None:
    ran = program("--version")

    assert (ran.code, ran.out) == (0, f"workshop {version('equal-say')}\n")


def test_the_name_of_the_distribution_is_a_command_too() -> None:
    scripts = {script.name: script.value for script in distribution("equal-say").entry_points}

    assert scripts["equal-say"] == scripts["workshop"]


@pytest.mark.parametrize("argv", [("--help",), ("start", "--help"), ("verify", "-h")])
def test_the_help_names_the_options(program: Program, argv: tuple[str, ...]) -> None:
    ran = program(*argv)

    assert (ran.code, ran.err) == (0, "")
    assert "--data DIR" in ran.out


def test_the_help_names_the_exit_codes(program: Program) -> None:
    helps = [" ".join(program(*words, "--help").out.split()) for words in ((), ("verify",))]

    assert "Exit codes: 0 done; 1 something was found wrong" in helps[0]
    assert "`verify` has 3 where there is nothing to compare" in helps[0]
    assert (
        "Exit codes: 0 the same; 1 changed, or another one; 3 it is not there, or cannot be read."
        in helps[1]
    )


@pytest.mark.parametrize(
    "argv",
    [
        ("nonsense",),
        ("--nonsense",),
        ("start", "--name", "ALEX", "SAM"),
        ("list", "--js"),
        ("start", "--names", "ALEX"),
        ("start", "--names", "ALEX", "SAM", "KIM"),
        ("start", "--begins", "alex"),
        ("start", "--exercise", "compromise", "--programme", "essentials"),
        ("start", "--names", "ALEX", "SAM", "--label", "../us"),
        ("start", "--names", "ALEX", "SAM", "--label", ""),
        ("start", "--names", "ALEX", "SAM", "--label", ".us"),
        ("start", "--names", "ALEX", "SAM", "--label", "a/b"),
        ("start", "--names", "ALEX", "SAM", "--label", "\x1b[31m"),
        ("start", "--names", "ALEX", "SAM", "--label", "x" * 101),
        ("start", "--names", "ALEX", "SAM", "--label=-us"),
        ("start", "--names", "ALEX", "SAM", "--label", "settings.toml"),
        ("start", "--names", "ALEX", "SAM", "--label", "Crash.log"),
        ("start", "--names", "ALEX", "SAM", "--label", "\u3164"),
        ("start", "--names", "ALEX", "\u3164\u2800"),
        ("start", "--names", "ALEX", "Alex\ufe0f\u3164"),
        ("start", "--programme", ""),
        ("--data", "", "list"),
        ("--exercises", "", "exercises"),
        ("list", "\x1b[31mred"),
        ("start", "--names", "ALEX", "ALEX"),
        ("verify",),
        ("check",),
        ("forget",),
        ("--data",),
    ],
    ids=" ".join,
)
def test_wrong_use_is_exit_2_and_leaves_nothing(program: Program, argv: tuple[str, ...]) -> None:
    ran = program(*argv)

    assert (ran.code, ran.out) == (2, "")
    assert ran.err
    assert "Traceback" not in ran.err
    assert not program.data.exists()


@pytest.mark.parametrize("words", [(), ("list",), ("verify",)])
def test_help_and_version_are_taken_as_commands_too(
    program: Program, words: tuple[str, ...]
) -> None:
    assert program("help", *words) == program(*words, "--help")
    assert program("version") == program("--version")


@pytest.mark.parametrize(
    ("argv", "said"),
    [
        ("verify", "the following arguments are required: LABEL|FILE\n"),
        ("list --js", "there is no option --js; options are written out. Did you mean --json?"),
        ("list --jsno", "there is no option --jsno; options are written out. Did you mean --json?"),
        ("start --name ALEX SAM", "Did you mean --names?"),
        ("start --label=x --nam=ALEX", "there is no option --nam; options are written out."),
        ("export --to ics --with", "Did you mean --with-text, --with-label?"),
        ("forget us --older 2y", "Did you mean --older-than?"),
        ("list --dat x", "Did you mean --data?"),
        ("lst", "there is no command lst. Did you mean list?"),
        ("--plain --data x exprot us", "there is no command exprot. Did you mean export?"),
        ("--pla list", "Did you mean --plain?"),
        ("list us", "unrecognized arguments: us"),
    ],
)
def test_of_what_is_mistyped_the_whole_word_is_told(program: Program, argv: str, said: str) -> None:
    ran = program(*argv.split())

    command = next(
        (word for word in argv.split() if word in ("list", "start", "export", "verify")), ""
    )
    assert (ran.code, ran.out) == (2, "")
    assert said in " ".join(ran.err.split()) or ran.err.endswith(said)
    assert command in ran.err.splitlines()[0] or argv.startswith("--pla")  # whose usage it is


@pytest.mark.parametrize("before", [True, False])
def test_the_data_folder_can_be_named_before_and_after_the_command(
    program: Program, us: Path, tmp_path: Path, before: bool
) -> None:
    other = ("--data", str(tmp_path / "other"))

    ran = program(*other, "list") if before else program("list", *other)

    assert "There is no workshop in" in ran.out
    assert str(tmp_path / "other") in ran.out


@pytest.mark.parametrize("before", [True, False])
def test_own_exercises_can_be_named_before_and_after_the_command(
    program: Program, tmp_path: Path, before: bool
) -> None:
    (tmp_path / "mine.toml").write_text("Dear diary,")
    own = ("--exercises", str(tmp_path))

    ran = program(*own, "exercises") if before else program("exercises", *own)

    assert ran.code == 1
    assert "mine.toml" in ran.err


def test_a_label_that_is_taken_is_told(program: Program, us: Path) -> None:
    before = program.files()

    ran = program.start(Couple())

    assert (ran.code, ran.out) == (1, "")
    assert "The label us is not free." in ran.err
    assert program.files() == before


def test_without_a_label_it_is_called_by_the_day_and_a_number(program: Program) -> None:
    for _ in range(3):
        program("start", "--names", "ALEX", "SAM", reply="\n")

    assert sorted(path.name for path in program.data.iterdir()) == [
        "2026-11-23",
        "2026-11-23-2",
        "2026-11-23-3",
    ]


@pytest.mark.parametrize(
    "label", ["Anna & Ben", "Müller", "李", "2026", "a.b", "🙂", "it's", "$HOME", "x" * 100]
)
def test_a_label_of_ones_own_can_be_resumed(program: Program, label: str) -> None:
    begun = program.start("\n", label=label)
    resumed = program.resume("", label)

    assert (begun.code, resumed.code) == (0, 0)
    assert (program.data / label / "workshop.toml").is_file()
    said = " ".join(begun.out.split()).rpartition("Next time: ")[2]
    assert shlex.split(said) == ["workshop", "resume", label, "--plain"]


@pytest.mark.parametrize("error", [RuntimeError, ValueError, KeyError, OSError, AssertionError])
def test_a_mistake_of_ours_is_exit_70_and_quotes_nobody(
    program: Program, monkeypatch: pytest.MonkeyPatch, error: Callable[[str], Exception]
) -> None:
    def broken(desk: Desk, reply: object) -> None:
        if "Words" in type(reply).__name__:
            try:
                raise error(MARKER)
            except Exception as first:
                raise TypeError(f"{MARKER} {reply}") from first

    reply = Desk.reply
    monkeypatch.setattr(Desk, "reply", lambda desk, said: (broken(desk, said), reply(desk, said)))

    ran = program.start(Couple(says={"Pick one thing you see": [MARKER, "."]}))

    log = (program.data / "crash.log").read_text()
    assert ran.code == 70
    assert ran.err.count("\n") == 1
    assert MARKER not in ran.out + ran.err + log
    assert "Traceback" not in ran.out + ran.err
    assert "builtins.TypeError" in log
    assert (program.data / "crash.log").stat().st_mode & 0o777 == 0o600


def test_a_mistake_where_the_disk_is_gone_is_told_all_the_same(
    program: Program, monkeypatch: pytest.MonkeyPatch
) -> None:
    def gone(*asked: object) -> None:
        raise OSError(errno.EIO, os.strerror(errno.EIO))

    def broken(desk: Desk, text: str) -> None:
        for call in CALLS:
            monkeypatch.setattr(System, call, gone)
        raise RuntimeError(MARKER)

    monkeypatch.setattr(Desk, "draft", broken)

    ran = program.start(Couple())

    assert ran.code == 70
    assert ran.err.count("\n") == 1
    assert "is asked again" in ran.err
    assert "crash.log" not in ran.err


def test_after_a_mistake_of_ours_what_was_saved_goes_on(
    program: Program, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(desk: Desk, text: str) -> None:
        raise RuntimeError(MARKER)

    with monkeypatch.context() as patch:
        patch.setattr(Desk, "draft", broken)
        assert program.start(Couple()).code == 70

    assert "The evening is finished." in program.resume(Couple()).out


def test_a_mistake_without_a_data_folder_leaves_none(
    program: Program, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(library: Library) -> None:
        raise RuntimeError(MARKER)

    monkeypatch.setattr(Library, "exercises", broken)

    ran = program("exercises")

    assert (ran.code, ran.out) == (70, "")
    assert MARKER not in ran.err
    assert not program.data.exists()


@pytest.mark.parametrize(
    "argv", [("exercises",), ("--help",), ("--version",), ("start", "--names", "A", "B")]
)
def test_a_pipe_that_nobody_reads_is_quiet(tmp_path: Path, argv: tuple[str, ...]) -> None:
    reading, writing = os.pipe()
    os.close(reading)

    ran = subprocess.run(
        command(*argv),
        stdin=subprocess.DEVNULL,
        stdout=writing,
        stderr=subprocess.PIPE,
        env=environment(tmp_path),
        timeout=120,
    )
    os.close(writing)

    assert (ran.returncode, ran.stderr) == (0, b"")


UNCAUGHT = """
import sys
from workshop import cli
from workshop.__main__ import run
class Falls:
    def __del__(self):
        raise ValueError("sesame")
def main():
    global held
    Falls()
    held = Falls()
    if sys.argv[1:] == ["raises"]:
        raise ValueError("sesame")
    return 0
cli.main = main
run()
"""


@pytest.mark.parametrize(("how", "code"), [("falls apart", 0), ("raises", 70)])
def test_what_nobody_catches_is_printed_by_nobody(how: str, code: int) -> None:
    ran = subprocess.run([sys.executable, "-c", UNCAUGHT, how], capture_output=True, timeout=120)

    assert (ran.returncode, ran.stdout, ran.stderr) == (code, b"", b"")


PLACES = {
    "what is asked": (Desk, "ask"),
    "what is told": (Telling, "tell"),
    "what is read": (Terminal, "line"),
    "what is taken": (Desk, "reply"),
    "the end": (Desk, "let_go"),
}


@pytest.mark.parametrize("place", PLACES)
def test_line_by_line_no_crash_quotes_what_is_sealed(
    program: Program, monkeypatch: pytest.MonkeyPatch, place: str
) -> None:
    kind, name = PLACES[place]

    def boom(*_words: object, **_more: object) -> None:
        raise ValueError(MARKER)

    def reply(text: str) -> Lines:
        if "What do you need here that you cannot give up?" in text:
            monkeypatch.setattr(kind, name, boom)
            return [MARKER, "."] if place != "the end" else None
        return Couple()(text)

    monkeypatch.setattr(Terminal, "clear", lambda terminal: terminal._put("[cleared]"))

    ran = program.start(reply)

    assert ran.code == 70
    assert MARKER not in ran.err + ran.out.rpartition("[cleared]")[2]
    assert "Traceback" not in ran.err
    assert (program.data / "crash.log").exists()
    assert MARKER.encode() not in b"".join(program.files().values())


NOT_PRINTED = b"workshop: Not all of it could be printed: standard output is closed.\n"


@pytest.mark.parametrize(
    ("closed", "ends"),
    [("<&-", (0, b"")), (">&-", (1, NOT_PRINTED)), ("2>&-", (0, b"")), ("<&- >&- 2>&-", (1, b""))],
)
def test_a_stream_that_is_closed_from_the_start_is_no_crash(
    tmp_path: Path, closed: str, ends: tuple[int, bytes]
) -> None:
    ran = subprocess.run(
        ["sh", "-c", f'"$@" {closed}', "sh", *command("start", "--names", "A", "B")],
        stdin=subprocess.DEVNULL,
        capture_output=True,
        env=environment(tmp_path / "data"),
        timeout=120,
    )

    assert (ran.returncode, ran.stderr) == ends


def test_the_way_back_names_a_data_folder_that_had_to_be_named(
    program: Program, tmp_path: Path
) -> None:
    elsewhere = tmp_path / "elsewhere"

    begun = program.start("\n", "--data", str(elsewhere))

    said = " ".join(begun.out.split())
    assert (elsewhere / "us" / "workshop.toml").is_file()
    assert said.endswith(f"Next time: workshop resume us --data {elsewhere} --plain")
