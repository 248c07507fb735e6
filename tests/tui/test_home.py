"""Home: drawn before anything is read, and where an evening leads back to."""

import threading
from collections.abc import Iterator
from pathlib import Path
from random import Random

import pytest
from support.evening import SHIPPED, StillClock

from workshop.desk.workshops import Saved, Workshops
from workshop.tui.app import EqualSay

from .couple import people
from .support import at, files, plan, room, words_of

pytestmark = pytest.mark.usefixtures("undrawn")


class Watching(Workshops):
    """A workshops that notes what the screen showed when the workshops were read for Home."""

    app: EqualSay | None = None
    shown = ""

    def saved(self) -> Iterator[Saved]:
        if threading.current_thread() is not threading.main_thread():
            assert self.app is not None
            self.shown = words_of(self.app.screen)
        return super().saved()


async def test_home_is_drawn_before_the_workshops_are_read(tmp_path: Path) -> None:
    desks = Watching(tmp_path, SHIPPED, StillClock(), Random(7))
    desks.begin(plan()).let_go()

    async with room(desks) as seats:
        desks.app = seats.app
        await seats.read_on()

        assert "One moment." in desks.shown
        assert "Quit" not in desks.shown
        assert "Welcome back." in seats.text


async def test_an_evening_that_ended_leads_back_to_home(tmp_path: Path) -> None:
    async with at(tmp_path, "opening/tonight/1", people, plan()) as seats:
        await seats.press("ctrl+s")
        await seats.push("Done for tonight")
        assert "Close the window" in seats.buttons

        await seats.push("To the first page")

        assert "ALEX and SAM" in seats.text
        assert seats.app.desk is None
        await seats.push("Go on")
        assert seats.app.desk is not None
        assert files(tmp_path)
