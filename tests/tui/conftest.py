"""What the tests of the room share: one evening of the essentials, and what saves them time."""

from pathlib import Path

import pytest
from support.effort import LONG
from textual._compositor import Compositor
from textual.css.model import RuleSet
from textual.css.stylesheet import Stylesheet

from .couple import people
from .looked_at import LOOKED_AT
from .sharing import once
from .support import room, workshops
from .walk import Course, glance, walk

parse = Stylesheet._parse_rules
parsed: dict[object, list[RuleSet]] = {}
"""What was read of the style sheets, for every app of this process: each has the same ones."""


def parse_once(sheet: Stylesheet, css: str, *where: object, **more: object) -> list[RuleSet]:
    """Return the rules of `css`, which a quarter of opening a room went into."""
    key = (css, where, tuple(sorted(more.items())), tuple(sorted(sheet._variables.items())))
    if key not in parsed:
        parsed[key] = parse(sheet, css, *where, **more)
    return parsed[key]


@pytest.fixture(autouse=True)
def _parsed_once(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Stylesheet, "_parse_rules", parse_once)


@pytest.fixture
def undrawn(monkeypatch: pytest.MonkeyPatch) -> None:
    """Paint nothing for a terminal that is not there: a third of the time of a walk goes into that.

    For tests of what happens: what a screen holds is drawn all the same when a test reads it. Tests
    of how screens look let everything be painted.
    """

    def nothing(compositor: Compositor, *_how: object, **_more: object) -> None:
        compositor._dirty_regions.clear()

    monkeypatch.setattr(Compositor, "render_update", nothing)


@pytest.fixture(scope="session")
def essentials(tmp_path_factory: pytest.TempPathFactory) -> Course:
    """From the page before you begin to the last one, at 80x24, without a mouse.

    It takes a while; where tests run in several processes, the first one that needs it holds it.
    Where there is little time its answers are given at the desk, and one screen of every kind is
    looked at.
    """
    return once(tmp_path_factory, _essentials)


async def _essentials() -> Course:
    async with room(workshops(Path("data"))) as seats:
        seats.by_keys = True
        other = {"before": seats.rows}
        await seats.read_on()
        other["setup"] = seats.rows
        await seats.push("Back")
        other["home empty"] = seats.rows
        await seats.press("enter")
        await seats.type("ALEX")
        await seats.write("SAM", "name-right")
        other["setup filled"] = seats.rows
        await seats.push("Go on")
        other["what to do"] = seats.rows
        await seats.push("Only what fits the time we have")
        other["how long"] = seats.rows
        await seats.push("It does not matter")
        await seats.push("The essentials")
        other["a programme"] = seats.rows
        await seats.push("Begin with this")
        course = await (walk(seats, people) if LONG else glance(seats, people, LOOKED_AT))
        await seats.press("enter")
    assert seats.app.return_code == 0
    course.other.update(other)
    return course
