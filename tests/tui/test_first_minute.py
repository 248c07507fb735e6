"""The first minute: few keys and few screens from nothing to the first turn of an exercise."""

from pathlib import Path

import pytest
from textual.widgets import Input

from workshop.core.course.session import Ask
from workshop.tui.screens.room import Room

from .support import Seats, plan, room, workshops

pytestmark = pytest.mark.usefixtures("undrawn")


class Counting:
    """Somebody whose keys and screens are counted.

    A screen is what has another question on it than the one before. Letters of names count apart.

    Attributes:
        keys: how many were pressed, without the letters of names.
        letters: those.
        screens: each screen, in order, or the turn that it asked.
    """

    def __init__(self, seats: Seats) -> None:
        self._seats = seats
        self.keys = self.letters = 0
        self.screens: list[object] = []
        self._look()

    async def press(self, *keys: str) -> None:
        """Press keys, one at a time."""
        for key in keys:
            assert isinstance(self._seats.app.screen, Room)
            await self._seats.press(key)
            self.keys += 1
            self._look()

    async def name(self, name: str) -> None:
        """Type a name where one is asked for, and press Enter."""
        assert isinstance(self._seats.app.focused, Input)
        await self._seats.type(name)
        self.letters += len(name)
        await self.press("enter")

    def _look(self) -> None:
        """Count the screen, unless it is the same that was there."""
        seats = self._seats
        asked = seats.desk.ask() if seats.app.desk is not None else None
        screen = asked.turn.id if isinstance(asked, Ask) else seats.app.screen
        if screen not in self.screens:
            self.screens.append(screen)

    async def say_tonight(self) -> None:
        """Say yes, each with the keyboard."""
        await self.press("tab", "enter")  # tonight, of whom the coin names
        await self.press("enter")  # the other has the keyboard
        await self.press("tab", "enter")

    @property
    def before_the_first_turn(self) -> int:
        """How many screens came before the one that is there now."""
        return len(self.screens) - 1


async def test_two_who_know_nothing_come_to_the_first_turn_of_a_first_evening(
    tmp_path: Path,
) -> None:
    async with room(workshops(tmp_path)) as seats:
        two = Counting(seats)
        await two.press("enter")  # before you begin
        await two.name("ALEX")
        await two.name("SAM")
        await two.press("enter")  # go on
        await two.press("down", "enter")  # a first evening stands first
        await two.press("enter")  # begin with this
        await two.say_tonight()

        assert seats.desk.title == "Thanks, so that it lands"
        assert two.keys <= 20
        assert two.before_the_first_turn <= 7, two.screens
        assert two.letters == len("ALEXSAM")


async def test_who_names_themselves_and_an_exercise_needs_six_keys(tmp_path: Path) -> None:
    begin = workshops(tmp_path)
    async with room(begin, starts=plan()) as seats:
        two = Counting(seats)
        await two.press("enter")
        await two.say_tonight()

        assert seats.desk.title == "Say it, hear it"
        assert two.keys <= 6
        assert two.before_the_first_turn <= 4, two.screens
