"""One evening of the essentials, by keyboard alone, that several tests look at."""

from pathlib import Path

import pytest
from textual._compositor import Compositor

from .couple import people
from .sharing import once
from .support import room, workshops
from .walk import Course, walk


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
    """
    return once(tmp_path_factory, _essentials)


async def _essentials() -> Course:
    async with room(workshops(Path("data"))) as seats:
        seats.by_keys = True
        other = {"before": seats.rows}
        await seats.read_on()
        other["home empty"] = seats.rows
        await seats.press("enter")
        other["setup"] = seats.rows
        await seats.type("ALEX")
        await seats.write("SAM", "name-right")
        other["setup filled"] = seats.rows
        await seats.push("Go on")
        other["how long"] = seats.rows
        await seats.push("It does not matter")
        other["what to do"] = seats.rows
        await seats.push("The essentials")
        course = await walk(seats, people)
        await seats.press("enter")
    assert seats.app.return_code == 0
    course.other.update(other)
    return course
