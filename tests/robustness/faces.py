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
from tui.support import plan, seated
from tui.walk import Watched, lines_for

from workshop.cards.choice import Choice
from workshop.core.course.session import Ask
from workshop.errors import Trouble
from workshop.plain.face import Face as LineFace
from workshop.plain.signals import Signals
from workshop.plain.terminal import Terminal

from .sitting import Answering, Face

EXERCISE = "compromise"


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
    terminal = Terminal(Typing(desks, couple), io.StringIO(), {}, Signals())
    try:
        desk = desks.begin(plan(EXERCISE))
    except Trouble as trouble:  # which the command prints
        told(trouble.sentence)
        return
    assert LineFace(desk, terminal).run() == 0
    desk.let_go()


def on_screen(data: Path, couple: Answering, told: Callable[[str], None]) -> None:
    """Hold it by keys on the screen."""
    asyncio.run(_on_screen(data, couple, told))


async def _on_screen(data: Path, couple: Answering, told: Callable[[str], None]) -> None:
    async with seated(data, plan(EXERCISE)) as seats:
        if seats.app.desk is None and "This did not work" in seats.words:
            told(seats.words)
        for _number in range(MOST_ASKS):
            if seats.app.desk is None:
                return
            asked = seats.desk.ask()
            assert isinstance(asked, Ask | Choice)
            try:
                await seats.give(couple(asked, seats.desk))
            except AssertionError:
                if moment(asked) == "unsaved" or moment(seats.desk.ask()) != "unsaved":
                    raise  # else a disk failed while they typed: they answer that, and type again


FACES: dict[str, Face] = {"line by line": in_lines, "on the screen": on_screen}
"""How an evening is held."""
