"""What holds for every test: no network, no settings of whoever runs it, and a clock of its own."""

import gc
import os
import shutil
import socket
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any
from zlib import crc32

import pytest
from hypothesis import HealthCheck, settings
from support.couples import fifty
from support.effort import LONG

SETTINGS = (
    "ACCESSIBLE",
    "COLUMNS",
    "LINES",
    "NO_COLOR",
    "FORCE_COLOR",
    "CLICOLOR_FORCE",
    "LANGUAGE",
    "LC_ALL",
    "LC_MESSAGES",
    "LANG",
)
IN_MEMORY = Path("/dev/shm")
"""Where a file costs no disk: thousands of evenings are saved, each answer of theirs at once."""
ROOM = 4 * 10**9
"""How many bytes must be free there."""
TALLY = "tally"
NETWORKS = {socket.AF_INET, socket.AF_INET6}

settings.register_profile(
    "short",
    deadline=None,
    print_blob=True,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.filter_too_much],
    max_examples=25,
)
settings.register_profile("long", settings.get_profile("short"), max_examples=100)
settings.load_profile("long" if LONG else "short")
if os.access(IN_MEMORY, os.W_OK) and shutil.disk_usage(IN_MEMORY).free > ROOM:
    os.environ.setdefault("PYTEST_DEBUG_TEMPROOT", str(IN_MEMORY))


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Of a test that is marked `every(n)` take the first case and one in n, where time is short.

    Which, their names decide: so it is the same for each process, and no parameter goes untried
    because it comes at each nth place.
    """
    if LONG:
        return
    taken: dict[bool, list[pytest.Item]] = {True: [], False: []}
    seen: set[str] = set()
    for item in items:
        test, _bracket, case = item.nodeid.partition("[")
        mark = item.get_closest_marker("every")
        is_first = test not in seen
        seen.add(test)
        taken[not mark or is_first or crc32(case.encode()) % mark.args[0] == 0].append(item)
    config.hook.pytest_deselected(items=taken[False])
    items[:] = taken[True]


def pytest_collection_finish() -> None:
    """Leave the thousands of tests out of what the garbage collector goes through, ever again.

    A screen makes and drops so many objects that it came by hundreds of times a second.
    """
    gc.collect()
    gc.freeze()
    gc.set_threshold(10_000, 20, 20)


Tally = Callable[[str, int], None]
"""Counts how often something was tried, by what it was."""


@pytest.fixture
def tally(record_property: Callable[[str, object], None]) -> Tally:
    """Count what is told once all tests have run."""
    return lambda what, times: record_property(TALLY, [what, times])


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Say how often each thing was tried that `docs/reliability.md` counts."""
    tried = Counter[str]()
    for report in terminalreporter.getreports("passed"):
        for name, counted in report.user_properties:
            if name == TALLY:
                tried[counted[0]] += counted[1]
    if tried:
        terminalreporter.section("how often it was tried")
    for what, times in sorted(tried.items()):
        terminalreporter.line(f"{times:6} {what}")


class NoNetwork(socket.socket):
    """A socket that reaches other processes here, and never a network."""

    def __init__(
        self, family: int = -1, type: int = -1, proto: int = -1, fileno: int | None = None
    ) -> None:
        if fileno is None and family in (-1, *NETWORKS):
            raise AssertionError("Equal Say never uses the network")
        super().__init__(family, type, proto, fileno)


def _never(*args: Any, **more: Any) -> None:
    raise AssertionError("Equal Say never uses the network")


@pytest.fixture(autouse=True)
def _no_network(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(socket, "socket", NoNetwork)
    for name in ("create_connection", "create_server", "getaddrinfo", "gethostbyname"):
        monkeypatch.setattr(socket, name, _never)


@pytest.fixture(autouse=True)
def _nobodys_settings(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in [*SETTINGS, *(name for name in os.environ if name.startswith("TEXTUAL"))]:
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("WORKSHOP_DATA", str(tmp_path / "no-workshops-of-yours"))
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "no-data-of-yours"))


@pytest.fixture(scope="session", autouse=True)
def _nobodys_folder(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """Let what is prepared once for several tests save nothing where the tests were started."""
    with pytest.MonkeyPatch.context() as patch:
        _move_to(tmp_path_factory.mktemp("somewhere"), patch)
        patch.setenv("TERM", "xterm-256color")  # on any machine the same: looks depend on colours
        patch.setenv("COLORTERM", "truecolor")
        patch.delenv("NO_COLOR", raising=False)
        yield


@pytest.fixture(autouse=True)
def _nobodys_files(
    tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Let what is saved at a place that somebody types, or at the usual one, be in nobody's way."""
    _move_to(tmp_path_factory.mktemp("somewhere"), monkeypatch)


def _move_to(somewhere: Path, patch: pytest.MonkeyPatch) -> None:
    patch.setenv("HOME", str(somewhere))
    patch.chdir(somewhere)


@pytest.fixture(scope="session")
def _fifty(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return fifty(tmp_path_factory.mktemp("fifty") / "data")


@pytest.fixture
def fifty_couples(_fifty: Path, tmp_path: Path) -> Path:
    """A data folder with fifty couples, a copy of its own."""
    return Path(shutil.copytree(_fifty, tmp_path / "data"))
