"""One evening of the essentials, by keyboard alone, that several tests look at."""

import asyncio
import contextlib
import os
import pickle
from pathlib import Path

import pytest
from filelock import FileLock

from .couple import people
from .support import reception, room
from .walk import Course, walk


@pytest.fixture(scope="session")
def essentials(tmp_path_factory: pytest.TempPathFactory) -> Course:
    """From the page before you begin to the last one, at 80x24, without a mouse.

    It takes a while; where tests run in several processes, the first one that needs it holds it.
    """
    folder = tmp_path_factory.mktemp("essentials")
    if "PYTEST_XDIST_WORKER" not in os.environ:
        return _held(folder)
    note = tmp_path_factory.getbasetemp().parent / "essentials.pickle"
    with FileLock(f"{note}.lock"):
        if not note.exists():
            note.write_bytes(pickle.dumps(_held(folder)))
        course = pickle.loads(note.read_bytes())
    assert isinstance(course, Course)
    return course


def _held(folder: Path) -> Course:
    with contextlib.chdir(folder):  # so that paths on the screen are short
        return asyncio.run(_essentials())


async def _essentials() -> Course:
    async with room(reception(Path("data"))) as seats:
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
