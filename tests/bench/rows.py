"""Everything that has a goal: commands, the first page and Home, a save, an evening taken up."""

import os
import subprocess
import sys
from collections.abc import Callable, Iterator, Mapping
from datetime import date
from functools import partial
from itertools import count
from pathlib import Path
from time import perf_counter

from workshop.core.agreement.agreement import Agreement
from workshop.core.agreement.effect import ClauseAgreed
from workshop.core.agreement.settling import settle
from workshop.core.steps import KINDS
from workshop.store import locking
from workshop.store.folder import Folder
from workshop.store.outside import outside_of
from workshop.store.vault import Vault
from workshop.store.workshop import Partner, Workshop

from .measure import Row
from .taken_up import taken_up
from .terminal import Shown, until

PYTHON = sys.executable
DAY = date(2026, 11, 23)
WORKSHOP = [PYTHON, "-m", "workshop"]
BARE = """
from textual.app import App
from textual.widgets import Static
class Bare(App):
    def compose(self):
        yield Static("It stands here.")
Bare().run()
"""
BARE_TWICE = """
from textual.app import App
from textual.screen import Screen
from textual.widgets import Static
class There(Screen):
    def compose(self):
        yield Static("And it stands there.")
class Bare(App):
    BINDINGS = [("enter", "go_on")]
    def compose(self):
        yield Static("It stands here.")
    def action_go_on(self):
        self.push_screen(There())
Bare().run()
"""
BARE_WRITING = """
from textual.app import App
from textual.widgets import TextArea
class Bare(App):
    def compose(self):
        yield TextArea("word " * 792)
    def on_mount(self):
        area = self.query_one(TextArea)
        area.move_cursor(area.document.end)
        area.focus()
Bare().run()
"""
SWITCHING = """
from textual.app import App
from textual.screen import Screen
from textual.widgets import Static
class Numbered(Screen):
    BINDINGS = [("enter", "go_on")]
    def __init__(self, number):
        super().__init__()
        self.number = number
    def compose(self):
        yield Static(f"Screen {self.number}.")
    def action_go_on(self):
        self.app.switch_screen(Numbered(self.number + 1))
class Bare(App):
    def on_mount(self):
        self.push_screen(Numbered(1))
Bare().run()
"""
ONE_MODEL = """
import tomllib
from pydantic import BaseModel, Field, TypeAdapter
class Step(BaseModel):
    prompt: str
"""
PARSED = """
import sys, tomllib
from pathlib import Path
for folder in sorted(Path(sys.argv[1]).iterdir()):
    for name in ("workshop.toml", "agreement.toml"):
        tomllib.loads((folder / name).read_text("utf-8"))
"""


def environment(data: Path) -> Mapping[str, str]:
    """Return what a program is started with: none of one's own settings."""
    kept = {name: os.environ[name] for name in ("PATH", "HOME") if name in os.environ}
    return {**kept, "WORKSHOP_DATA": str(data), "LANG": "C.UTF-8", "TEXTUAL_ANIMATIONS": "none"}


def filled(data: Path, count: int) -> Path:
    """Return a data folder with so many workshops, each with an agreement."""
    for number in range(count):
        workshop = Workshop(
            id=f"{number:016x}",
            created=DAY,
            left=Partner(name="ALEX"),
            right=Partner(name="SAM"),
            coin="left",
            path=("appreciation", "compromise"),
        )
        folder = Folder(data / f"{number:04}")
        folder.create(workshop)
        agreed = ClauseAgreed(
            origin="1/clause/consent/1",
            kind="agreement",
            text="We eat out on Fridays.",
            exercise="compromise",
            on=DAY,
            weeks=2,
        )
        empty = Agreement(partners=("ALEX", "SAM"))
        folder.save_agreement(settle(empty, [agreed], DAY))
        folder.close()
    return data


def took(argv: list[str], data: Path, code: int = 0) -> float:
    """Return how many seconds a program takes to its end, which is to be with this exit code."""
    began = perf_counter()
    ran = subprocess.run(argv, env=environment(data), capture_output=True, stdin=subprocess.DEVNULL)
    seconds = perf_counter() - began
    assert ran.returncode == code, ran.stderr.decode()
    return seconds


def rows(where: Path) -> Iterator[Row]:
    """Yield every row; what they need is made in `where`."""
    none = where / "none"
    none.mkdir()
    twenty, thousand = filled(where / "20", 20), filled(where / "1000", 1000)
    yield from _words(none)
    yield from _screens(none, twenty, thousand)
    yield from _commands(twenty, thousand)
    yield from _saves(where)
    yield from taken_up(where, took, WORKSHOP)


def _words(none: Path) -> Iterator[Row]:
    for words in ("--version", "--help", "nonsense"):
        yield Row(
            f"workshop {words}",
            'python -c "import argparse"',
            1.5,
            partial(took, [*WORKSHOP, words], none, 2 if words == "nonsense" else 0),
            partial(took, [PYTHON, "-c", "import argparse"], none),
        )


def _screens(none: Path, twenty: Path, thousand: Path) -> Iterator[Row]:
    def shows(data: Path, text: str, *argv: str) -> Callable[[], float]:
        return lambda: until([*WORKSHOP, *argv], text, environment(data)).seconds

    def bare() -> float:
        return until([PYTHON, "-c", BARE], "It stands here.", environment(none)).seconds

    def home(data: Path) -> Shown:
        return until(WORKSHOP, page, environment(data), "Welcome back.")

    def bare_twice() -> Shown:
        there = "And it stands there."
        return until([PYTHON, "-c", BARE_TWICE], "It stands here.", environment(none), there)

    page = "Before you begin"
    beside = "a bare Textual app with one Static"
    twice = "the same, and Enter to a second screen"
    yield Row("the first page", beside, 1.4, shows(none, page), bare)
    yield Row("the first page, 20 saved", beside, 1.4, shows(twenty, page), bare)
    yield Row(
        "the first page, 1,000 saved", "20 saved", 1.1, shows(thousand, page), shows(twenty, page)
    )
    yield Row(
        "Home, 20 saved", twice, 1.4, lambda: home(twenty).seconds, lambda: bare_twice().seconds
    )
    yield Row(
        "Home, 1,000 saved",
        "20 saved",
        1.1,
        lambda: home(thousand).seconds,
        lambda: home(twenty).seconds,
    )
    yield Row("its peak memory", twice, 1.4, lambda: home(twenty).peak, lambda: bare_twice().peak)


def _commands(twenty: Path, thousand: Path) -> Iterator[Row]:
    def imports(*names: str) -> Callable[[], float]:
        return partial(took, [PYTHON, "-c", f"import {', '.join(names)}"], twenty)

    agreement = (
        "pydantic",
        "tomllib",
        "argparse",
        "workshop.core.agreement.page",
        "workshop.store.workshop",
    )
    steps = [f"workshop.core.steps.{kind}" for kind in KINDS]  # which come with a step of theirs
    yield Row(
        "list, 1,000 saved",
        "reading and parsing the 2,000 files",
        1.5,
        partial(took, [*WORKSHOP, "list"], thousand),
        partial(took, [PYTHON, "-c", PARSED, str(thousand)], thousand),
    )
    yield Row(
        "exercises",
        "importing the exercises' models",
        1.3,
        partial(took, [*WORKSHOP, "exercises"], twenty),
        imports("pydantic", "tomllib", "argparse", "workshop.core.exercise", *steps),
    )
    for command, target in (("show", "0001"), ("verify", str(twenty / "0001" / "agreement.toml"))):
        yield Row(
            command,
            "importing the agreement's models",
            1.3,
            partial(took, [*WORKSHOP, command, target], twenty),
            imports(*agreement),
        )
    yield Row(
        "help-lines",
        "importing their models",
        1.3,
        partial(took, [*WORKSHOP, "help-lines"], twenty),
        imports("pydantic", "tomllib", "argparse", "workshop.content.help_lines"),
    )
    exercise = Path(__file__).parents[2] / "exercises" / "money.toml"
    yield Row(
        "check, one file",
        "importing pydantic and tomllib, with one model",
        1.4,
        partial(took, [*WORKSHOP, "check", str(exercise)], twenty),
        partial(took, [PYTHON, "-c", ONE_MODEL], twenty),
    )


def _saves(where: Path) -> Iterator[Row]:
    folder = Folder(filled(where / "saves", 1) / "0000")
    folder.open()
    workshop = folder.workshop()
    data = (folder.path / "workshop.toml").read_bytes()
    numbers = count(1)

    def saving(folder: Folder) -> float:
        changed = workshop.model_copy(update={"seen": next(numbers)})
        began = perf_counter()
        folder.save_workshop(changed)
        return perf_counter() - began

    save = partial(saving, folder)

    def write() -> float:
        part, path = where / "part.tmp", where / "whole.toml"
        began = perf_counter()
        with part.open("wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        part.replace(path)
        return perf_counter() - began

    yield Row("a save", "writing, syncing and renaming the same bytes", 3.0, save, write)
    behind = _locked(filled(where / "locked", 1) / "0000")
    yield Row("a locked save", "a plain one", 2.0, partial(saving, behind), save)


def _locked(path: Path) -> Folder:
    """Return a workshop that is open, and behind a lock of which nobody has a passphrase."""
    vault, folder = Vault.new(), Folder(path)
    folder.open()
    locking.lock(path, outside_of(folder.workshop()), vault, {})
    folder.close()
    opened = Folder(path, vault=vault)
    opened.open()
    return opened
