"""Every sentence of the line mode and of the commands is said in the language of the reader."""

import re
import shutil
from datetime import timedelta
from html import unescape
from pathlib import Path
from random import Random
from typing import get_args

import pytest
from plain.support import Program
from support.effort import LONG
from support.evening import SHIPPED

from workshop.command_words import commands
from workshop.core.theme import Theme

from .conftest import in_the_language
from .greeks import NAMES, Greeks
from .made_up import BUILTIN, LANGUAGE
from .reading import glued, nested, unspoken
from .whole import is_whole

pytestmark = pytest.mark.every(5)

SEEDS = range(4 if LONG else 1)
EXERCISES = (
    SHIPPED.exercise_ids()
    if LONG
    else ["the-balance", "common-ground", "who-carries-it", "free-time", "compromise", "boundaries"]
)
"""All of them where there is time, else some in which every kind of step is."""
THE_SAME_IN_EVERY_LANGUAGE = re.compile(
    r"https?://\S+"  # where a service is
    r"|\b[0-9A-Z]{4}(?:-[0-9A-Z]{4}){5}\b"  # an agreement code
    r"|(?<=: ):[a-z]{2,12}$"  # a command that may have been meant
    r"|^workshop(?=: )"  # the program, where it complains
    r"|^workshop guide [a-z]+$"  # a command, by itself
    r"|^us(?=  )|^none\.toml|\b(?:quitt|pass|stop)\b"  # what was typed
    r"|\bc[0-9]+(?= ·|  )"  # what a clause is called in the file
    rf"|^(?:{'|'.join(get_args(Theme))})(?=:$)",  # a theme, as it is written in files
    re.MULTILINE,
)


def not_said(text: str, program: Program) -> list[str]:
    """Return what in `text` no catalogue was asked for, or what is joined from pieces."""
    text = re.sub(rf"{re.escape(str(program.data.parent))}[^\s⟧]*", "", text)
    text = THE_SAME_IN_EVERY_LANGUAGE.sub("", text)
    within = [f"{inner} in: {outer}" for outer, inner in nested(text) if not is_whole(inner)]
    return [*unspoken(text), *glued(text), *within]


@pytest.mark.parametrize("seed", SEEDS)
@pytest.mark.parametrize("exercise", EXERCISES)
def test_an_evening_is_held_in_the_language(tongue: Program, exercise: str, seed: int) -> None:
    program = tongue
    words = ("start", "--plain", "--exercise", exercise, "--names", *NAMES, "--label", "1")

    told = [program(*words, reply=Greeks(Random(f"{exercise} {seed}"), program.clock, 0.05))]
    for strays in (0.1, 0.4):
        program.clock.day += timedelta(days=35)
        again = Greeks(Random(f"{exercise} {seed} {strays}"), program.clock, strays)
        told.append(program("resume", "1", "--plain", reply=again))

    assert [found for ran in told for found in not_said(ran.out + ran.err, program)] == []


@pytest.mark.parametrize("seed", SEEDS)
def test_so_is_whatever_is_done_from_the_first_page(tongue: Program, seed: int) -> None:
    for visit in range(4):
        ran = tongue("--plain", reply=Greeks(Random(10 * seed + visit), tongue.clock, 0.5))
        tongue.clock.day += timedelta(days=10)

        assert not_said(ran.out + ran.err, tongue) == []


@pytest.fixture(scope="session")
def agreed(made_up: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A data folder after an evening in which both said yes to something."""
    data = tmp_path_factory.mktemp("agreed") / "data"
    with pytest.MonkeyPatch.context() as patch:
        program = Program(data, patch)
        reply = Greeks(Random(3), program.clock, 0.0)
        with in_the_language(made_up, patch):
            program("start", "--plain", *EVENING, "--begins", "left", reply=reply)
    assert (data / "us" / "agreement.toml").is_file()
    return data


@pytest.fixture
def after(tongue: Program, agreed: Path) -> Program:
    """The program after that evening."""
    shutil.copytree(agreed, tongue.data)
    return tongue


EVENING = ("--exercise", "compromise", "--names", *NAMES, "--label", "us")
COMMANDS = {
    "saved workshops": ["list"],
    "where they are": ["where"],
    "the agreement": ["show"],
    "a wrong code": ["verify", "us/agreement.toml", "AAAA"],
    "another code": ["verify", "us/agreement.toml", "0000-0000-0000-0000-0000-0000"],
    "no code": ["verify", "us/agreement.toml"],
    "Markdown": ["export", "--to", "md"],
    "a copy": ["export", "--to", "html", "-o", "copy.html"],
    "the page before": ["before"],
    "help lines": ["help-lines"],
    "help lines of a country": ["help-lines", "⟪France⟫"],
    "no country": ["help-lines", "Atlantis"],
    "exercises": ["exercises"],
    "no exercise": ["exercises", "none"],
    "begin with none": ["start", "--plain", "--exercise", "none"],
    "no programme": ["start", "--plain", "--programme", "none"],
    "a label that is none": ["start", "--plain", "--label", "a/b"],
    "a label that is taken": ["start", "--plain", "--label", "us"],
    "the same name twice": ["start", "--plain", "--names", "Σ", "Σ"],
    "no workshop": ["resume", "--plain", "none"],
    "forget": ["forget", "us"],
    "forget what is old": ["forget", "--older-than", "1d"],
    "forget what is archived": ["forget", "--archived"],
    "forget neither": ["forget"],
    "forget since when": ["forget", "--older-than", "soon"],
    "guides": ["guide"],
    "nothing to check": ["check", "none.toml"],
    "a folder of nothing": ["check", "."],
    "a file that is right": ["check", "us/workshop.toml"],
}


@pytest.mark.parametrize("name", COMMANDS)
def test_so_is_what_a_command_prints(
    after: Program, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    monkeypatch.chdir(after.data)

    ran = after(*COMMANDS[name])

    assert ran.out + ran.err
    assert not_said(ran.out + ran.err, after) == []


WRONG_USE = {
    "help": ["--help"],
    "help of a command": ["export", "--help"],
    "no command": ["nonsense"],
    "what is missing": ["verify"],
    "a choice that is none": ["schema", "x"],
    "two that exclude each other": ["start", "--programme", "a", "--exercise", "b"],
    "nothing after it": ["start", "--label"],
    "a word too many": ["before", "me"],
    "one word for two": ["start", "--e", "x"],
}
OF_THE_COMMAND_LINE = re.compile(
    r"--?[a-z-]+|\{[^}]*\}|\b[A-Z]{2,}\b"  # options, choices, and what is filled in
    rf"|\b(?:workshop|{'|'.join(commands())})\b"
)


@pytest.mark.parametrize("name", WRONG_USE)
def test_so_is_what_the_command_line_says_of_itself(tongue: Program, name: str) -> None:
    ran = tongue(*WRONG_USE[name])

    said = ran.out + ran.err
    assert "⟦usage:⟧" in said
    assert list(unspoken(OF_THE_COMMAND_LINE.sub("", said))) == []


BROKEN = """\
format = 1
id = "other"
title = ""
theme = "power"
minutes = "ten"
aim = "{him}"
sourcs = []
facilitator = { before = "Κάτι", watch = ["Κάτι"] }

[[steps]]
kind = "listn"
id = "one"

[[steps]]
kynd = "write"
id = "one"

[[steps]]
kind = "write"
id = "two"
who = "each"
about = "three"
prompt = "You always hit {you}, he said, {me}, and you are afraid. %s"

[[steps]]
kind = "rate"
id = "Three!"
prompt = "Κάτι"
items = ["Your friends", "", 5]
scales = []

[[steps]]
kind = "boundary"
id = "one"
seconds = 1
"""


def test_so_is_what_is_wrong_in_a_file(tongue: Program, tmp_path: Path) -> None:
    folder = tmp_path / "own"
    (folder / "readings").mkdir(parents=True)
    shipped = (BUILTIN / "active-listening.toml").read_text(encoding="utf-8")
    lopsided = shipped.replace("minutes = ", "minutes = 9 # ").replace(
        'who = "each"', 'who = "one"'
    )
    for name, text in {
        "broken.toml": BROKEN % ("Κάτι " * 100),
        "active-listening.toml": lopsided,
        "no.toml": "= 5",
        "agreement.toml": 'format = 1\npartners = ["Σ", "Σ"]\nid = 5\n',
        "workshop.toml": 'format = 99\ncoin = "x"\n',
        "readings/one.md": "Κάτι\n[Κάτι](nowhere.md)\n[Κάτι](../none.toml)[Κάτι](x)\n",
    }.items():
        (folder / name).write_text(text, encoding="utf-8")

    ran = tongue("check", str(folder))

    assert ran.out.count("\n") > 20
    assert not_said(AS_IN_THE_FILE.sub("", ran.out), tongue) == []


AS_IN_THE_FILE = re.compile(r"(?<= )(?:\"[^\"]*\"|id)(?=: )|\"[^\"]*\" \([a-z]+\)(?= +\d+:)")
"""Names that an author wrote, and keys, where they say which part of a file is meant."""


def test_so_is_what_a_calendar_shows(after: Program) -> None:
    ran = after("export", "--to", "ics", "--with-text")

    shown = [line for line in ran.out.splitlines() if line.startswith(("SUMMARY", "DESCRIPTION"))]
    assert shown
    text = "\n".join(line.partition(":")[2].replace("\\n", "\n") for line in shown)
    assert not_said(text, after) == []


def test_so_is_what_a_page_shows(after: Program) -> None:
    page = after("export", "--to", "html").out

    shown = re.sub(r"<style>.*?</style>|<[^>]*>", "", page, flags=re.DOTALL)
    assert f'<html lang="{LANGUAGE}">' in page
    assert not_said(unescape(shown), after) == []
