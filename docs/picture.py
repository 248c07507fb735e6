"""Makes the README's picture by driving the real screen: `python docs/picture.py`.

Two made-up partners are in the middle of "Say it, hear it". Nothing is kept.
"""

import asyncio
import re
import tempfile
from datetime import date
from pathlib import Path
from random import Random

from workshop import paths
from workshop.content.library import Library
from workshop.core.course.session import Ask
from workshop.core.proof.robot import answering
from workshop.core.turns import Speak, Write
from workshop.core.turns.reply import Done, Words
from workshop.desk.desk import Desk
from workshop.desk.workshops import Plan, Workshops
from workshop.tui.app import EqualSay
from workshop.tui.screens.page import Page

PICTURE = Path(__file__).parent / "turn.svg"
TOPICS = iter(("Sunday at my mother's", "The phone at dinner"))


class StillClock:
    """A clock in which a minute has gone by at every turn."""

    def __init__(self) -> None:
        self._now = 0.0

    def today(self) -> date:
        """Return a day."""
        return date(2026, 11, 23)

    def seconds(self) -> float:
        """Return a little more at each look."""
        self._now += 35
        return self._now


def until_somebody_speaks(desk: Desk) -> None:
    """Answer for both, up to the first floor."""
    while isinstance(asked := desk.ask(), Ask):
        if isinstance(asked.turn, Speak) and asked.turn.id.startswith("floor"):
            return
        if isinstance(asked.turn, Write):
            desk.reply(Words(text=next(TOPICS)))
        else:
            desk.reply(Done() if isinstance(asked.turn, Speak) else answering(asked.turn))


async def main() -> None:
    """Drive the screen, and write its picture without the font host that the export names."""
    with tempfile.TemporaryDirectory() as folder:
        library = Library(paths.builtin_content())
        workshops = Workshops(Path(folder), library, StillClock(), Random(1))

        def take_up() -> Desk:
            desk = workshops.begin(Plan(("Alex", "Sam"), ("active-listening",), "left"))
            until_somebody_speaks(desk)
            return desk

        app = EqualSay(workshops, lambda app: app.sit_down(take_up))
        async with app.run_test(size=(80, 24)) as pilot:
            while isinstance(app.screen, Page):  # what they read first
                await pilot.press("enter")
                await pilot.pause()
            svg = app.export_screenshot(title="Equal Say")
    svg = re.sub(r"@font-face\s*{[^}]*}", "", svg)
    PICTURE.write_text(svg, encoding="utf-8")


if __name__ == "__main__":
    asyncio.run(main())
