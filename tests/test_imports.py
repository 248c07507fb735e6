"""What is imported when: no screen below the screen, and no network anywhere."""

import ast
import os
import socket
import subprocess
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path
from random import Random

import pytest
from support.evening import SHIPPED, StillClock

import workshop
from workshop.desk.workshops import Plan, Workshops

PACKAGE = Path(workshop.__file__).parent
NETWORK = {
    "aiohttp",
    "ftplib",
    "http",
    "httpx",
    "imaplib",
    "poplib",
    "requests",
    "select",
    "selectors",
    "smtplib",
    "socket",
    "socketserver",
    "ssl",
    "urllib",
    "urllib3",
    "webbrowser",
    "xmlrpc",
}
CONNECTING = {
    "create_connection",
    "create_datagram_endpoint",
    "create_server",
    "open_connection",
    "start_server",
}
"""What asyncio, which the screen needs for its signals, calls reaching a network."""
FORBIDDEN_IN_CORE = {
    *("os", "io", "pathlib", "subprocess", "random", "secrets", "time", "tomllib", "tomli_w"),
    *("textual", "rich", "filelock", "platformdirs", "asyncio"),
}


def modules(folder: Path) -> list[Path]:
    return sorted(folder.rglob("*.py"))


def imported(file: Path) -> Iterator[str]:
    """Yield the full name of whatever a file imports, at its top or later."""
    for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
        match node:
            case ast.Import(names=names):
                yield from (name.name for name in names)
            case ast.ImportFrom(module=str(module), level=0):
                yield module


def called(file: Path) -> set[str]:
    """Return the name of whatever a file asks of something else."""
    tree = ast.parse(file.read_text(encoding="utf-8"))
    return {node.attr for node in ast.walk(tree) if isinstance(node, ast.Attribute)}


def of(names: Iterator[str], forbidden: set[str]) -> list[str]:
    return [name for name in names if name.partition(".")[0] in forbidden]


def run(code: str, data: Path) -> subprocess.CompletedProcess[str]:
    """Run `code` in a fresh process, with nothing imported yet."""
    return subprocess.run(
        [sys.executable, "-c", code, str(data)], capture_output=True, text=True, timeout=120
    )


@pytest.mark.parametrize("file", modules(PACKAGE), ids=lambda file: str(file.relative_to(PACKAGE)))
def test_no_module_imports_anything_that_reaches_a_network(file: Path) -> None:
    assert of(imported(file), NETWORK) == []
    assert called(file) & CONNECTING == set()


@pytest.mark.parametrize("file", modules(PACKAGE / "core"), ids=lambda file: file.stem)
def test_the_core_knows_no_disk_no_clock_no_chance_and_no_screen(file: Path) -> None:
    assert of(imported(file), FORBIDDEN_IN_CORE) == []


def test_the_source_check_sees_an_import_inside_a_function(tmp_path: Path) -> None:
    file = tmp_path / "sly.py"
    file.write_text("def ask():\n    from urllib.request import urlopen\n    import os, socket\n")

    assert of(imported(file), NETWORK) == ["urllib.request", "socket"]


def test_the_core_is_imported_without_a_screen_or_a_file_format(tmp_path: Path) -> None:
    names = [
        ".".join(("workshop", *file.relative_to(PACKAGE).with_suffix("").parts))
        for file in modules(PACKAGE / "core")
        if file.stem != "__init__"
    ]
    code = f"import sys, {', '.join(names)}\nprint(*sorted(sys.modules))"

    ran = run(code, tmp_path)

    loaded = set(ran.stdout.split())
    assert ran.returncode == 0, ran.stderr
    assert "workshop.core.course.session" in loaded
    assert not loaded & {"textual", "rich", "filelock", "platformdirs", "tomli_w", "workshop.store"}


SCREEN = {"textual", "rich", "asyncio"}
PYDANTIC = {"pydantic", "pydantic_core", "workshop.core.model"}
MODELS = {"pydantic", "pydantic_core", "tomllib", "tomli_w", "json", "hashlib"}
WORDS_ALONE = {
    *("workshop", "workshop.cli", "workshop.command_line", "workshop.command_words"),
    *("workshop.doors", "workshop.errors", "workshop.version", "workshop.words"),
}
"""All of ours that it takes to read the command line."""
EXERCISES = {"workshop.core.exercise", "workshop.core.steps", "workshop.core.turns"}
NOTES = {"workshop.store.documents", "workshop.core.turns.reply", "workshop.core.course.session"}
DESK = {"workshop.desk.desk", "workshop.desk.workshops", "workshop.cards.cards"}
FACES = {"workshop.plain", "workshop.tui"}
BUDGETS: Mapping[str, tuple[list[str], set[str]]] = {
    "list": (
        ["list"],
        SCREEN
        | PYDANTIC
        | EXERCISES
        | NOTES
        | DESK
        | FACES
        | {"json", "workshop.store.lock", "workshop.store.forgetting"},
    ),
    "where": (["where"], SCREEN | EXERCISES | NOTES | DESK | FACES),
    "recover": (["recover", "us"], SCREEN | EXERCISES | NOTES | DESK | FACES),
    "show": (["show"], SCREEN | EXERCISES | NOTES | DESK | FACES | {"icalendar"}),
    "verify": (["verify", "none.toml", "X"], SCREEN | EXERCISES | NOTES | DESK | FACES),
    "before": (["before"], SCREEN | EXERCISES | NOTES | DESK | FACES | {"workshop.store"}),
    "guide": (
        ["guide", "authors"],
        SCREEN | MODELS | EXERCISES | NOTES | DESK | FACES | {"workshop.store"},
    ),
    "help-lines": (["help-lines"], SCREEN | EXERCISES | NOTES | DESK | FACES | {"pycountry"}),
    "new-exercise": (
        ["new-exercise", "a-day.toml"],
        SCREEN | MODELS | DESK | {"workshop.core.model"},
    ),
    "summary": (["summary"], SCREEN | DESK | FACES | {"icalendar", "markdown_it"}),
    "prepare": (
        ["prepare", "money"],
        SCREEN | DESK | FACES | {"workshop.store", "workshop.store.lock", "icalendar"},
    ),
    "handout": (
        ["handout", "money"],
        SCREEN
        | DESK
        | FACES
        | {"workshop.store", "workshop.store.lock", "icalendar", "markdown_it"},
    ),
    "export": (["export", "--to", "md"], SCREEN | EXERCISES | DESK | FACES | {"icalendar"}),
    "completion": (
        ["completion", "--words=labels,exercises", "--begun=m"],
        SCREEN | EXERCISES | NOTES | DESK | FACES | {"shtab"},
    ),
    "new-programme": (
        ["new-programme", "a-path.toml"],
        SCREEN | MODELS | DESK | {"workshop.core.model"},
    ),
    "exercises": (["exercises"], SCREEN | DESK | FACES | {"workshop.store", "pyphen"}),
    "programmes": (["programmes"], SCREEN | DESK | FACES | {"workshop.store", "pyphen"}),
    "check": (
        ["check", str(PACKAGE.parent / "exercises" / "money.toml")],
        SCREEN | DESK | FACES | {"workshop.store", "workshop.core.evening", "workshop.store.lock"},
    ),
}
"""What a command does not use, and so may not load."""


def loaded_by(command: list[str], folder: Path) -> set[str]:
    """Return every module that a fresh process has loaded once `command` is done."""
    code = (
        "import sys\n"
        "from workshop.cli import main\n"
        f"main({command!r})\n"
        "print('loaded:', *sys.modules)\n"
    )
    ran = subprocess.run(
        [sys.executable, "-c", code],
        capture_output=True,
        text=True,
        timeout=120,
        cwd=folder,
        env={**os.environ, "WORKSHOP_DATA": str(folder / "data")},
    )
    assert ran.returncode == 0, ran.stderr
    return set(ran.stdout.splitlines()[-1].split()[1:])


@pytest.mark.parametrize("words", [["--version"], ["--help"], ["list", "--help"], ["nonsense"]])
def test_the_command_line_is_read_without_any_model(tmp_path: Path, words: list[str]) -> None:
    loaded = loaded_by(words, tmp_path)

    assert {name for name in loaded if name.startswith("workshop")} == WORDS_ALONE
    assert not loaded & (SCREEN | MODELS | {"typing", "dataclasses", "pathlib", "random"})
    assert "importlib.metadata" not in loaded


def test_a_list_of_workshops_is_read_without_their_models(tmp_path: Path) -> None:
    desks = Workshops(tmp_path / "data", SHIPPED, StillClock(), Random(7))
    desks.begin(Plan(("ALEX", "SAM"), ("appreciation",))).let_go()

    loaded = loaded_by(["list"], tmp_path)

    assert "workshop.store.glance" in loaded
    assert not loaded & (PYDANTIC | {"workshop.store.lock", "workshop.store.folder"})


@pytest.mark.parametrize("command", BUDGETS)
def test_a_command_loads_nothing_that_it_does_not_use(tmp_path: Path, command: str) -> None:
    words, unused = BUDGETS[command]

    assert loaded_by(words, tmp_path) & unused == set()


@pytest.mark.parametrize("family", [socket.AF_INET, socket.AF_INET6])
def test_no_test_can_reach_a_network(family: int) -> None:
    with pytest.raises(AssertionError, match="never uses the network"):
        socket.socket(family, socket.SOCK_STREAM)
    with pytest.raises(AssertionError, match="never uses the network"):
        socket.create_connection(("192.0.2.1", 80))


CASELOAD = """
import asyncio, sys
from random import Random
from types import SimpleNamespace
from workshop.commands.clock import SystemClock
from workshop.commands.context import Context
from workshop.tui.ahead import Ahead
from workshop.tui.caseload import CaseloadApp

async def look() -> None:
    said = SimpleNamespace(data=sys.argv[1], own=None, plain=False)
    app = CaseloadApp(Context(said, SystemClock(), Random(7), {}).workshops)
    async with app.run_test() as pilot:
        await pilot.pause()
        await app.workers.wait_for_complete()
        await pilot.pause()
        assert "1 workshop" in str(app.screen.query_one("#heading").render())
        print(*sys.modules)
        app.exit()

Ahead.get_ready = lambda ahead: None
asyncio.run(look())
"""


def test_the_caseload_is_drawn_without_any_model(tmp_path: Path) -> None:
    desks = Workshops(tmp_path / "data", SHIPPED, StillClock(), Random(7))
    desks.begin(Plan(("ALEX", "SAM"), ("appreciation",))).let_go()

    ran = run(CASELOAD, tmp_path / "data")

    assert ran.returncode == 0, ran.stderr
    unused = PYDANTIC | EXERCISES | NOTES | {"workshop.desk.desk", "workshop.cards.cards"}
    assert not set(ran.stdout.split()) & (unused | {"argparse", "filelock"})


FIRST_PAGE = """
import asyncio, sys
from random import Random
from types import SimpleNamespace
from workshop.commands.clock import SystemClock
from workshop.commands.context import Context
from workshop.desk.workshops import Plan
from workshop.tui.ahead import Ahead
from workshop.tui.app import EqualSay

async def look() -> None:
    said = SimpleNamespace(data=sys.argv[1], own=None, plain=False)
    workshops = Context(said, SystemClock(), Random(7), {}).workshops
    app = EqualSay(workshops)
    async with app.run_test() as pilot:
        await pilot.pause()
        assert "Before you begin" in str(app.screen.query_one("#top").render())
        print(*sys.modules)
        app.show_home()
        await app.workers.wait_for_complete()
        await pilot.pause()
        print(*sys.modules)
        app.ahead.finish()
        print(*sys.modules)
        plan = Plan(("ALEX", "SAM"), ("appreciation",))
        app.sit_down(lambda: workshops.begin(plan))
        await pilot.pause()
        print(*sys.modules)
        app.exit()

Ahead.warm_up = lambda ahead: None
asyncio.run(look())
"""


def test_the_first_page_and_home_are_drawn_without_any_model(tmp_path: Path) -> None:
    desks = Workshops(tmp_path / "data", SHIPPED, StillClock(), Random(7))
    desks.begin(Plan(("ALEX", "SAM"), ("appreciation",))).let_go()

    ran = run(FIRST_PAGE, tmp_path / "data")

    assert ran.returncode == 0, ran.stderr
    page, home, ready, seated = (set(line.split()) for line in ran.stdout.splitlines())
    unused = PYDANTIC | EXERCISES | NOTES | {"workshop.desk.desk", "workshop.cards.cards"}
    assert not page & (
        unused | {"argparse", "tomllib", "workshop.store.lock", "importlib.metadata"}
    )
    unused |= {"workshop.store.lock", "workshop.store.folder", "workshop.store.outside"}
    assert not home & (unused | {"textual.widgets._text_area", "workshop.cards.place_told"})
    assert unused <= ready
    assert not {name for name in seated - ready if name.startswith("workshop.")}, "imported late"
