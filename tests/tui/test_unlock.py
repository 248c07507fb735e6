"""A locked workshop on the screen: a passphrase is typed, and the screen goes on meanwhile."""

import asyncio
import threading
from pathlib import Path
from random import Random

import pytest
from store.test_locked import everything, make
from support.evening import SHIPPED, StillClock
from support.locks import HERS, HIS, QUICK, Quick, lock

from workshop import paths
from workshop.desk.workshops import Workshops
from workshop.store.keyring import Keyring
from workshop.tui.screens.home import Home
from workshop.tui.screens.unlock import Passphrase, Unlock

from .support import Seats, at_home, kept, room

pytestmark = pytest.mark.usefixtures("undrawn")


class Waiting(Quick):
    """Opens a key once somebody lets it."""

    def __init__(self) -> None:
        self.go_on = threading.Event()

    def unwrap(self, file: bytes, passphrase: str, name: str) -> bytes | None:
        assert self.go_on.wait(60)
        return super().unwrap(file, passphrase, name)


@pytest.fixture
def us(tmp_path: Path) -> Path:
    us = make(tmp_path / "data" / "us")
    lock(us)
    return us


def over(us: Path, scrypt: Quick = QUICK) -> Workshops:
    return Workshops(us.parent, SHIPPED, StillClock(), Random(7), keys=Keyring(scrypt))


async def opened(seats: Seats) -> None:
    """Wait until the key was opened, or was not."""
    screen = seats.app.screen
    if isinstance(screen, Unlock):  # else it was quicker than we looked
        assert screen.opening is not None
        await asyncio.to_thread(screen.opening.join)
        await seats.settle()


async def test_home_says_that_it_is_locked_and_no_name(us: Path) -> None:
    async with at_home(over(us)) as seats:
        assert "Go on: locked (us)" in seats.all_words
        assert "ALEX" not in seats.all_words


@pytest.mark.parametrize("passphrase", [HERS, HIS])
async def test_either_opens_it_from_home_and_goes_on(us: Path, passphrase: str) -> None:
    async with at_home(over(us)) as seats:
        await seats.push("Go on")
        assert "us is locked" in seats.text
        assert seats.focused == "passphrase"

        await seats.type(passphrase)
        assert passphrase not in seats.text
        assert "•" * len(passphrase) in seats.text
        await seats.press("enter")
        await opened(seats)

        assert "ALEX" in seats.top
        assert seats.app.desk is not None


async def test_where_somebody_guides_them_whose_machine_it_is_comes_after_the_key(
    tmp_path: Path,
) -> None:
    us = make(tmp_path / "data" / "us", guided=True)
    lock(us)
    async with at_home(over(us)) as seats:
        await seats.push("Go on")
        await seats.type(HERS)
        await seats.press("enter")
        await opened(seats)

        assert "machine" in seats.all_words
        await seats.read_on()
        assert seats.desk.guided


async def test_a_wrong_one_is_told_and_asked_for_again(us: Path) -> None:
    before = everything(us)
    async with at_home(over(us)) as seats:
        await seats.push("Go on")
        await seats.type("something else")
        await seats.press("enter")
        await opened(seats)

        assert "That passphrase opens nothing here." in seats.words
        assert "•" not in seats.text
        assert seats.focused == "passphrase"
        assert everything(us) == before
        await seats.push("Back")
        assert isinstance(seats.app.screen, Home)


async def test_nothing_typed_is_told(us: Path) -> None:
    async with at_home(over(us)) as seats:
        await seats.push("Go on")
        await seats.press("enter")

        assert "Type a passphrase first." in seats.text


async def test_the_screen_goes_on_while_the_key_is_opened(us: Path) -> None:
    waiting = Waiting()
    async with at_home(over(us, waiting)) as seats:
        await seats.push("Go on")
        await seats.type(HERS)
        await seats.press("enter")

        assert "Unlocking: this takes a few seconds." in seats.text
        await seats.press("enter", "x")  # asks for nothing more, and is no part of the next one
        assert seats.app.screen.query_one(Passphrase).value == HERS
        await seats.push("Back")
        assert isinstance(seats.app.screen, Home)
        waiting.go_on.set()


async def test_its_agreement_is_read_once_it_is_open(us: Path) -> None:
    async with at_home(over(us)) as seats:
        await seats.push("Agreement: locked (us)")
        await seats.type(HIS)
        await seats.press("enter")
        await opened(seats)

        assert "ALEX" in seats.all_words
        await seats.push("Back")
        assert isinstance(seats.app.screen, Home)


async def test_who_came_for_that_one_alone_has_a_way_out(us: Path) -> None:
    desks = over(us)
    desks.keep_to_one()
    async with room(desks, lambda app: app.go_on(us)) as seats:
        await seats.read_on()

        assert seats.buttons == ["Open it", "Close the window"]
        await seats.push("Close the window")
        assert seats.app.return_code == 0


async def test_what_is_typed_is_handed_to_no_clipboard(us: Path) -> None:
    async with at_home(over(us)) as seats:
        await seats.push("Go on")
        await seats.type(HERS)
        await seats.press("ctrl+shift+a", "ctrl+c", "ctrl+x")

        assert seats.app.clipboard == ""


async def test_a_key_file_that_is_gone_is_told(us: Path) -> None:
    for name in ("left", "right"):
        (us / paths.key_name(name)).unlink()
    async with at_home(over(us)) as seats:
        await seats.push("Go on")
        assert "Missing here: key-left.age, key-right.age." in seats.words
        await seats.type(HERS)
        await seats.press("enter")
        await opened(seats)

        assert "there is no key file" in seats.words


async def test_the_caseload_shows_its_label_and_days_archives_it_and_renames_no_partner(
    us: Path,
) -> None:
    (us / "agreement.toml.conflict.age").unlink()  # else that is told first
    async with kept(us.parent) as seats:
        (row,) = [row for row in seats.rows if "us" in row.split()]
        assert row.replace("›", "").split() == ["us", "locked", "2026-11-23", "2026-11-23"]

        await seats.press("enter")
        assert "Locked: a passphrase opens it." in seats.text
        assert "Give it another label" in seats.buttons
        assert not [
            said for said in seats.buttons if said.startswith("Give ") and "label" not in said
        ]
        await seats.push("Archive it")
        assert "us is archived." in seats.words
        assert "Take that back" in seats.buttons
