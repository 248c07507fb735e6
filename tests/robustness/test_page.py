"""What `docs/reliability.md` names: each command can be given, and each test is there."""

import re
import shlex
from pathlib import Path

import pytest

from .said import parser

ROOT = Path(__file__).parents[2]
PAGE = (ROOT / "docs/reliability.md").read_text(encoding="utf-8")
COMMAND = re.compile(r"\.venv/bin/python -m tests\.robustness( [^`\n]*)?$", re.MULTILINE)
NAMED = re.compile(r"`(tests/[\w/]+\.py)`")
ROW = re.compile(r"^\| (?:kill -9|a call fails)[^|]*\|", re.MULTILINE)


def test_each_command_on_the_page_can_be_given() -> None:
    given = [parser().parse_args(shlex.split(words)) for words in COMMAND.findall(PAGE)]

    assert {(said.kills > 0, said.locked, said.commands) for said in given} == {
        (True, False, False),
        (True, True, False),
        (False, False, True),
    }


def test_a_command_that_is_none_is_seen() -> None:
    with pytest.raises(SystemExit):
        parser().parse_args(["--power"])


def test_each_test_on_the_page_is_there() -> None:
    assert len(set(NAMED.findall(PAGE))) > 20
    assert [name for name in NAMED.findall(PAGE) if not (ROOT / name).exists()] == []


def test_every_test_of_kills_faults_and_power_cuts_is_on_the_page() -> None:
    tests = {f"tests/robustness/{file.name}" for file in Path(__file__).parent.glob("test_*.py")}

    assert tests - set(NAMED.findall(PAGE)) == {"tests/robustness/test_page.py"}


def test_there_is_a_figure_for_each_face_and_for_the_control() -> None:
    rows = "\n".join(ROW.findall(PAGE))

    assert all(name in rows for name in ("line by line", "on the screen", "locked", "control"))
