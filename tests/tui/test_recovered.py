"""A file that cannot be read, on the screen: what can be done is asked where it is met."""

from pathlib import Path

import pytest

from workshop.tui.app import EqualSay

from .support import at_home, plan, room, workshops

pytestmark = pytest.mark.usefixtures("undrawn")
BROKEN = b"not = ["


@pytest.fixture
def us(tmp_path: Path) -> Path:
    """A workshop whose own file cannot be read, with a copy that can."""
    desks = workshops(tmp_path)
    desks.begin(plan()).let_go()
    desks.resume(tmp_path / "us").let_go()
    (tmp_path / "us" / "workshop.toml").write_bytes(BROKEN)
    return tmp_path / "us"


async def test_at_home_the_copy_is_put_back_and_the_evening_goes_on(us: Path) -> None:
    async with at_home(workshops(us.parent)) as seats:
        await seats.push("See what can be done about us")
        assert "workshop.toml: cannot be read" in seats.words
        await seats.push("See what can be done, one at a time")
        assert (us / "workshop.toml").read_bytes() == BROKEN
        await seats.push("Put this copy in its place")
        await seats.push("Go on with it")

        assert seats.buttons == ["Tonight", "Not tonight"]
    assert (us / "workshop.toml.broken").read_bytes() == BROKEN


async def test_home_says_afterwards_what_it_is_like_now(us: Path) -> None:
    async with at_home(workshops(us.parent)) as seats:
        await seats.push("See what can be done about us")
        await seats.push("See what can be done, one at a time")
        await seats.push("Put this copy in its place")
        await seats.push("Back")

        assert "cannot be read" not in seats.words
        assert "Go on: ALEX and SAM" in seats.words


async def test_whoever_came_for_that_one_is_asked_the_same_and_goes_back_to_no_other(
    us: Path,
) -> None:
    desks = workshops(us.parent)
    desks.keep_to_one()

    def resume(app: EqualSay) -> None:
        app.sit_down(lambda: desks.resume(us))

    async with room(desks, resume) as seats:
        await seats.push("See what can be done")
        await seats.push("Back")
        assert seats.buttons == ["Close the window", "See what can be done"]
        await seats.push("See what can be done")
        await seats.push("See what can be done, one at a time")
        await seats.push("Leave it as it is")
        assert (us / "workshop.toml").read_bytes() == BROKEN
