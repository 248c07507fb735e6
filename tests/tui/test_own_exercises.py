"""Own exercises on the screen: found on a second time, and said where their folder is gone."""

from pathlib import Path
from random import Random

import pytest
from support.evening import StillClock

from workshop import paths, toml
from workshop.content.library import Library
from workshop.desk.workshops import Plan, Workshops

from .couple import people
from .support import desk_at, resumed

pytestmark = pytest.mark.usefixtures("undrawn")

MINE = {
    "format": 1,
    "id": "mine",
    "title": "[/] 李",
    "theme": "building",
    "minutes": 4,
    "aim": "Something small.",
    "sources": ["widely taught"],
    "facilitator": {"before": "Sit.", "watch": ["Nothing."]},
    "steps": [
        {"kind": "write", "id": "topic", "who": "each", "prompt": "One line, {me}."},
        {"kind": "speak", "id": "say", "prompt": "Say it, {me}."},
    ],
}


@pytest.fixture
def own(tmp_path: Path) -> Path:
    """A folder of own exercises, in one of which the workshop called us was left."""
    folder = tmp_path / "[b] 李"
    folder.mkdir()
    (folder / "mine.toml").write_bytes(toml.write_table(MINE))
    library = Library(paths.builtin_content(), folder)
    desks = Workshops(tmp_path / "data", library, StillClock(), Random(7), own=folder)
    desk_at(desks, "topic/2", people, Plan(("ALEX", "SAM"), ("mine",), "left", "us")).let_go()
    return folder


async def test_the_screen_goes_on_without_a_folder_that_is_named(own: Path) -> None:
    async with resumed(own.parent / "data") as seats:
        assert "You stopped in the middle" in seats.text
        assert "[/] 李" in seats.text


async def test_a_folder_that_is_gone_is_said_on_the_screen_and_nothing_is_thrown_away(
    own: Path,
) -> None:
    own.rename(own.with_name("elsewhere"))

    async with resumed(own.parent / "data") as seats:
        assert "[b]李isnottherenow" in "".join(seats.text.split())  # a long path is cut anywhere
        assert "thrown away" not in seats.text
        await seats.press("ctrl+s")
        assert "Throw" not in seats.text

    assert (own.parent / "data" / "us" / "notes" / "1.toml").is_file()
