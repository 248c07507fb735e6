"""On the screen: an agreement that is not what both have seen is marked, and asked about first."""

from pathlib import Path

import pytest
from support.evening import drop, resume
from support.page import page_of
from support.work import a_page, agreement_in, to_the_map

from .support import at_home, workshops

pytestmark = pytest.mark.usefixtures("undrawn")


async def test_home_marks_it_and_the_good_copy_is_put_back_before_the_evening_opens(
    tmp_path: Path,
) -> None:
    us = a_page(tmp_path / "us")
    drop(to_the_map(resume(us)))
    (us / "agreement.toml").unlink()

    async with at_home(workshops(tmp_path)) as seats:
        assert "Go on: ALEX and SAM, agreement missing, 0 of 2 done (us)" in seats.buttons
        await seats.push("Go on")
        assert "The agreement that was seen here is missing." in seats.words
        assert "it says nothing about anybody" in seats.words
        assert [button for button in seats.buttons if "it" in button.split()] == [
            "Go on without it"
        ]

        await seats.push("Put that copy in its place")

        assert "missing" not in seats.words
        assert agreement_in(us) == page_of()


async def test_its_page_says_so_where_nobody_sits_down(tmp_path: Path) -> None:
    us = a_page(tmp_path / "us")
    drop(to_the_map(resume(us)))
    (us / "agreement.toml").unlink()

    async with at_home(workshops(tmp_path)) as seats:
        await seats.push("Agreement")

        assert "The agreement that was seen here is missing." in seats.words
