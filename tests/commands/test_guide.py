"""`workshop guide`: which there are, one of them, and a page at a time on a screen."""

import fcntl
import os
import shlex
import struct
import sys
import termios
import tomllib
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

import pytest
from plain.support import Program

from workshop.cli import main
from workshop.commands.pager import shown_in_pages
from workshop.content.guides import FILES, GUIDES

HOUSE = Path(__file__).parents[2]
LONG = "".join(f"line {number}\n" for number in range(100))


def test_without_a_name_it_tells_which_there_are(program: Program) -> None:
    ran = program("guide")

    assert (ran.code, ran.err) == (0, "")
    assert ran.out.splitlines()[::2] == [f"workshop guide {guide}" for guide in GUIDES]


@pytest.mark.parametrize("guide", GUIDES)
def test_a_guide_is_printed_plainly_where_nobody_could_turn_pages(
    program: Program, guide: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PAGER", "false")

    ran = program("guide", guide)

    document = (HOUSE / "docs" / FILES[guide]).read_text(encoding="utf-8")  # type: ignore[index]  # a str
    assert (ran.code, ran.err) == (0, "")
    assert ran.out.splitlines()[0] == document.splitlines()[0].removeprefix("# ")
    assert not any(line.startswith(("## ", "```", "|")) for line in ran.out.splitlines())


def test_one_that_is_not_there_is_wrong_use(program: Program) -> None:
    assert program("guide", "nonsense").code == 2


@pytest.mark.parametrize("file", FILES.values())
def test_each_is_in_the_wheel(file: str) -> None:
    project = tomllib.loads((HOUSE / "pyproject.toml").read_text(encoding="utf-8"))
    wheel = project["tool"]["hatch"]["build"]["targets"]["wheel"]

    assert f"docs/{file}" in wheel["only-include"]
    assert wheel["sources"]["docs"] == "workshop/documents"


@contextmanager
def a_screen(columns: int = 80) -> Iterator[None]:
    """Let the program read from and write to a terminal of 24 lines."""
    ours, theirs = os.openpty()
    fcntl.ioctl(theirs, termios.TIOCSWINSZ, struct.pack("HHHH", 24, columns, 0, 0))
    # Not in a fixture: pytest has its own ways with both until the test itself begins.
    with (
        os.fdopen(theirs) as read,
        os.fdopen(os.dup(theirs), "w") as write,
        pytest.MonkeyPatch.context() as patch,
    ):
        patch.setattr(sys, "stdin", read)
        patch.setattr(sys, "stdout", write)
        yield
    os.close(ours)


def test_on_a_narrow_screen_its_lines_are_as_narrow(
    program: Program, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("TERM", "xterm")
    monkeypatch.setenv("PAGER", f"cat > {shlex.quote(str(tmp_path / 'shown'))}")

    with a_screen(columns=40):
        assert main(["guide", "therapists"]) == 0

    assert max(map(len, (tmp_path / "shown").read_text().splitlines())) <= 40


def pages_by(pager: str) -> Mapping[str, str]:
    return {**os.environ, "TERM": "xterm", "PAGER": pager}


def test_on_a_screen_the_pager_gets_all_of_it(tmp_path: Path) -> None:
    there = tmp_path / "there is room"

    with a_screen():
        assert shown_in_pages(LONG, pages_by(f"cat > {shlex.quote(str(there))}"))

    assert there.read_text() == LONG


def test_a_pager_that_is_left_early_is_no_trouble() -> None:
    with a_screen():
        assert shown_in_pages(LONG * 10_000, pages_by("true"))


@pytest.mark.parametrize("pager", ["", " ", "/no/such/pager 2> /dev/null"])
def test_without_a_pager_it_is_printed(pager: str) -> None:
    with a_screen():
        assert not shown_in_pages(LONG, pages_by(pager))


def test_what_fits_on_the_screen_needs_no_pager() -> None:
    with a_screen():
        assert not shown_in_pages("line\n" * 23, pages_by("true"))


def test_a_terminal_that_turns_no_pages_needs_none() -> None:
    with a_screen():
        assert not shown_in_pages(LONG, {**pages_by("true"), "TERM": "dumb"})
