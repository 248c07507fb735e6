"""What would show somebody else what is typed: Textual's own doors, and pictures of the memory."""

import ast
import os
import resource
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from random import Random

import pytest
import rich
import textual
import textual.constants
from support.evening import SHIPPED, StillClock

from workshop import doors
from workshop.cli import main
from workshop.commands import evening
from workshop.desk.workshops import Plan, Workshops

SHUT = {
    "TEXTUAL",
    "TEXTUAL_ALLOW_SIGNALS",
    "TEXTUAL_ANIMATIONS",
    "TEXTUAL_COLOR_SYSTEM",
    "TEXTUAL_DEBUG",
    "TEXTUAL_DEVTOOLS_HOST",
    "TEXTUAL_DEVTOOLS_PORT",
    "TEXTUAL_DIM_FACTOR",
    "TEXTUAL_DRIVER",
    "TEXTUAL_FILTERS",
    "TEXTUAL_FPS",
    "TEXTUAL_LOG",
    "TEXTUAL_PRESS",
    "TEXTUAL_SCREENSHOT",
    "TEXTUAL_SCREENSHOT_FILENAME",
    "TEXTUAL_SCREENSHOT_LOCATION",
    "TEXTUAL_SHOW_RETURN",
    "TEXTUAL_SLOW_THRESHOLD",
    "TEXTUAL_SMOOTH_SCROLL",
    "TEXTUAL_SPEEDUPS",
    "TEXTUAL_THEME",
}
OPEN = {
    "TEXTUAL_DISABLE_KITTY_KEY": "keys are asked for in the old way",
    "COLORTERM": "how many colours there are",
    "COLUMNS": "how wide it is",
    "DATABRICKS_RUNTIME_VERSION": "a notebook, where we never are",
    "ESCDELAY": "how long the rest of a key is waited for",
    "FORCE_COLOR": "colours",
    "JUPYTER_COLUMNS": "a notebook, where we never are",
    "JUPYTER_LINES": "a notebook, where we never are",
    "LC_TERMINAL": "which terminal it is",
    "LINES": "how high it is",
    "NO_COLOR": "no colours",
    "ROWS": "how high a page on the web is, which we never are",
    "TERM": "which terminal it is",
    "TERM_PROGRAM": "which terminal it is",
    "TTY_COMPATIBLE": "that it is a terminal",
    "TTY_INTERACTIVE": "that somebody looks",
    "UNICODE_VERSION": "how wide letters are",
}
"""What Textual, and Rich below it, ask the environment for, and what it can do with it."""
ELSEWHERE = {"textual/demo", "rich/diagnose.py", "textual/widgets/_tree_sitter"}
"""Where nothing of ours comes by."""
ASKS = {"getenv", "get_environ", "_get_environ_bool", "_get_environ_int", "_get_environ_port"}
"""Functions that ask the environment for what their first word names."""


def sources() -> Iterator[Path]:
    for package in (textual, rich):
        folder = Path(package.__file__ or "").parent
        for file in sorted(folder.rglob("*.py")):
            name = str(file.relative_to(folder.parent))
            if not any(name.startswith(place) for place in ELSEWHERE):
                yield file


def is_environment(node: ast.expr) -> bool:
    match node:
        case ast.Attribute(attr=name) | ast.Name(id=name):
            return name.endswith("environ")
        case _:
            return False


def asked_of(source: str) -> Iterator[str]:
    """Yield the name of every variable that `source` asks for; its code, where none is named."""
    for node in ast.walk(ast.parse(source)):
        match node:
            case ast.Subscript(value=place, slice=named) if is_environment(place):
                pass
            case ast.Call(func=ast.Attribute(value=place), args=[named, *_]) if is_environment(
                place
            ):
                pass
            case ast.Compare(left=named, comparators=[place]) if is_environment(place):
                pass
            case ast.Call(func=ast.Attribute(attr=asks) | ast.Name(id=asks), args=[named, *_]) if (
                asks in ASKS
            ):
                pass
            case _:
                continue
        yield named.value if isinstance(named, ast.Constant) else ast.unparse(named)


def test_whatever_textual_asks_the_environment_for_is_known() -> None:
    asked = {
        name
        for file in sources()
        if "environ" in (source := file.read_text(encoding="utf-8")) or "getenv" in source
        for name in asked_of(source)
    }

    assert asked - {"name"} == SHUT | OPEN.keys(), (
        "Textual asks for something else than before: what does it do with it? Then it goes here, "
        "and what could show somebody what is typed is shut in workshop/doors.py"
    )


def test_the_search_sees_every_way_to_ask() -> None:
    source = """
os.environ["A"]; os.environ.get("B", 1); os.getenv("C"); "D" in os.environ; get_environ("E")
self._environ.get("F"); environ.pop("G", None); _get_environ_int("H", 1); os.environ[name]
"""

    assert sorted(asked_of(source)) == [*"ABCDEFGH", "name"]


def test_everything_that_shows_what_is_typed_is_taken_out() -> None:
    environment = dict.fromkeys([*SHUT, *OPEN, "PYTHONINSPECT", "TEXTUAL_OF_TOMORROW"], "1")

    doors.shut(environment)

    assert environment == {**dict.fromkeys(OPEN, "1"), "PYDANTIC_DISABLE_PLUGINS": "__all__"}


CONSTANTS = """
import workshop.tui.app, textual.constants, os
from textual.app import App
print({name: value for name, value in vars(textual.constants).items() if name.isupper()})
print(App().features, [name for name in os.environ if name.startswith("TEXTUAL")])
"""


def test_textual_is_imported_with_nothing_of_it_there(tmp_path: Path) -> None:
    """Whoever imports the screen, by whatever door, imports the package first."""
    usual = {name: value for name, value in vars(textual.constants).items() if name.isupper()}

    ran = subprocess.run(
        [sys.executable, "-c", CONSTANTS],
        env={**os.environ, **dict.fromkeys(SHUT, "7"), "TEXTUAL": "debug,devtools"},
        cwd=tmp_path,
        capture_output=True,
        text=True,
        timeout=120,
    )

    assert ran.stderr == ""
    assert ran.stdout.splitlines() == [str(usual), "frozenset() []"]
    assert list(tmp_path.iterdir()) == []


KEPT = """
import ctypes, resource
from workshop.doors import keep_memory_off_disk
keep_memory_off_disk()
print(resource.getrlimit(resource.RLIMIT_CORE)[0], ctypes.CDLL(None).prctl(3, 0, 0, 0, 0))
"""


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux tells")
def test_no_picture_of_the_memory_can_be_written() -> None:
    ran = subprocess.run([sys.executable, "-c", KEPT], capture_output=True, text=True, timeout=120)

    assert (ran.stdout, ran.stderr) == ("0 0\n", "")


def test_where_a_system_has_none_of_it_nothing_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    before = resource.getrlimit(resource.RLIMIT_CORE)
    monkeypatch.setattr(sys, "platform", "darwin")
    monkeypatch.setitem(sys.modules, "ctypes", None)
    try:
        doors.keep_memory_off_disk()
        assert resource.getrlimit(resource.RLIMIT_CORE)[0] == 0
        monkeypatch.setattr(sys, "platform", "linux")
        doors.keep_memory_off_disk()
    finally:
        resource.setrlimit(resource.RLIMIT_CORE, before)


EXERCISE = Path(evening.__file__).parents[2] / "exercises/appreciation.toml"
SITTING = {
    "home": [],
    "caseload": ["caseload"],
    "start": ["start", "--names", "A", "B"],
    "resume": ["resume"],
    "preview": ["preview", str(EXERCISE)],
}


@pytest.mark.parametrize("plain", [True, False], ids=["plain", "screen"])
@pytest.mark.parametrize("command", SITTING)
def test_every_command_that_somebody_types_in_does_so_first(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, command: str, plain: bool
) -> None:
    kept: list[str] = []

    def keep() -> None:
        kept.append(command)
        raise KeyboardInterrupt

    monkeypatch.setattr(evening, "keep_memory_off_disk", keep)
    monkeypatch.setattr(evening, "_is_plain", lambda _context: plain)
    desks = Workshops(tmp_path, SHIPPED, StillClock(), Random(7))
    desks.begin(Plan(("ALEX", "SAM"), ("appreciation",))).let_go()

    code = main(["--data", str(tmp_path), *SITTING[command]])

    assert (code, kept) == (130, [command])
