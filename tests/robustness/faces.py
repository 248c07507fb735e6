"""The two faces, each holding an evening with answers that are given as people give them."""

import asyncio
import io
from collections import deque
from collections.abc import Callable
from pathlib import Path
from random import Random

import pytest
from support.choosing import moment
from support.evening import MOST_ASKS, SHIPPED, StillClock
from support.locks import lock, vault_of
from tui.support import plan, room, workshops
from tui.walk import Watched, lines_for

from workshop import paths
from workshop.cards.choice import Choice, Farewell
from workshop.core.course.session import Ask
from workshop.desk.desk import Desk
from workshop.desk.workshops import Workshops
from workshop.errors import Trouble
from workshop.plain.face import Face as LineFace
from workshop.plain.signals import Signals
from workshop.plain.terminal import Terminal

from .sitting import Answering, Face

EXERCISE = "compromise"
LABEL = "us"


class Typing(io.TextIOBase):
    """Standard input, of two who answer what is asked.

    Where a disk fails in the middle of their lines they answer that, and type on.
    """

    def __init__(self, desks: Watched, couple: Answering) -> None:
        self._desks, self._couple = desks, couple
        self._lines: deque[str] = deque()

    def readline(self, size: int | None = -1) -> str:  # type: ignore[override]  # noqa: ARG002
        desk = self._desks.desk
        assert desk is not None
        if not self._lines or desk._aside._saving.trouble is not None:
            asked = desk.ask()
            assert isinstance(asked, Ask | Choice)
            self._lines.extendleft(reversed(lines_for(asked, desk, self._couple(asked, desk))))
        return self._lines.popleft() + "\n"


def in_lines(data: Path, couple: Answering, told: Callable[[str], None] = pytest.fail) -> None:
    """Hold it line by line."""
    desks = Watched(data, SHIPPED, StillClock(), Random(7))
    try:
        desks.desk = _seat(desks)()
    except Trouble as trouble:  # which the command prints
        told(trouble.sentence)
        return
    terminal = Terminal(Typing(desks, couple), io.StringIO(), {}, Signals())
    assert LineFace(desks.desk, terminal).run() == 0
    desks.desk.let_go()


def on_screen(data: Path, couple: Answering, told: Callable[[str], None]) -> None:
    """Hold it by keys on the screen."""
    asyncio.run(_on_screen(data, couple, told))


async def _on_screen(data: Path, couple: Answering, told: Callable[[str], None]) -> None:
    desks = workshops(data)
    async with room(desks, lambda app: app.sit_down(_seat(desks))) as seats:
        if seats.app.desk is None and "This did not work" in seats.words:
            told(seats.words)
        for _number in range(MOST_ASKS):
            if seats.app.desk is None:
                return
            asked = seats.desk.ask()
            if isinstance(asked, Farewell):
                await seats.settle()  # it goes in a moment
                continue
            try:
                await seats.give(couple(asked, seats.desk))
            except AssertionError:
                if moment(asked) == "unsaved" or moment(seats.desk.ask()) != "unsaved":
                    raise  # else a disk failed while they typed: they answer that, and type again


def _seat(desks: Workshops) -> Callable[[], Desk]:
    """Return what begins the evening; or goes on with a locked one, whose key is typed before."""
    us = desks.data / LABEL
    if not (us / paths.key_name("left")).exists():
        return lambda: desks.begin(plan(EXERCISE))
    desks.keys.keep(us, vault_of(us))
    return lambda: desks.resume(us)


def nothing(data: Path) -> None:
    """Have no workshop yet."""


def locked(data: Path) -> None:
    """Have a workshop that was begun, left at once and locked."""
    desks = Watched(data, SHIPPED, StillClock(), Random(7))
    desks.begin(plan(EXERCISE)).let_go()
    lock(data / LABEL)


FACES: dict[str, Face] = {"line by line": in_lines, "on the screen": on_screen}
"""How an evening is held."""
