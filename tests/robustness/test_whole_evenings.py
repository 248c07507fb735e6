"""One call to the disk fails in a whole evening, once or until somebody mends it, each in its turn.

Not only what writes: whatever is asked of the disk, as whether a folder is there. At each answer
what is on the disk is what it would be on a sound one, or it is told that it is not, and then each
file is the old one or the new one. Trying again is enough to end the evening as it would have been.
"""

import errno
import os
from collections.abc import Callable
from itertools import count
from pathlib import Path

import pytest
from support.choosing import moment
from support.couple import deciding, keeping
from support.disks import CALLS
from support.effort import LONG, every
from support.evening import (
    MadeUp,
    StillClock,
    Unsynced,
    answer,
    documents,
    files,
    sit_through,
    workshop_of,
)
from support.exercises import SHORT

from workshop.cards.choice import Choice, Chosen, Farewell
from workshop.cards.deeds import Back, Retry, SaveElsewhere
from workshop.desk.desk import Desk
from workshop.errors import Trouble
from workshop.store.folder import Folder

COUPLE = keeping(deciding(consents=("other words", "yes")))
LIBRARY = MadeUp([SHORT])
CODES = ("EIO", "EACCES", "ESTALE", "ENOSPC", "EROFS", "EDQUOT")
Files = dict[str, bytes]


class Wrong(Unsynced):
    """A disk whose call number `nth` fails, and, where that lasts, each one until it is mended.

    Attributes:
        failed: what failed, in order.
    """

    syncs_folders = True

    def __init__(self, nth: int, code: str, *, lasts: bool) -> None:
        self._left, self._code, self._lasts = nth, getattr(errno, code), lasts
        self._is_wrong = False
        self.failed: list[str] = []

    def mend(self) -> None:
        self._is_wrong = False

    def ask(self, name: str, *args: object) -> object:
        if name in ("close", "real_path"):  # of which the system tells nothing
            return getattr(Unsynced, name)(self, *args)
        self._left -= 1
        if self._left == 0:
            self._is_wrong = self._lasts
        if self._left == 0 or self._is_wrong:
            self.failed.append(name)
            raise OSError(self._code, os.strerror(self._code))
        return getattr(Unsynced, name)(self, *args)


def _asking(name: str) -> Callable[..., object]:
    return lambda self, *args: self.ask(name, *args)


for _name in CALLS:
    setattr(Wrong, _name, _asking(_name))


def saved(path: Path) -> Files:
    """Return the documents there; what a save left behind that could not even tidy up is none."""
    return {name: data for name, data in files(path).items() if not name.endswith(".tmp")}


def begun(path: Path, disk: Unsynced) -> Desk:
    folder = Folder(path, disk)
    folder.create(workshop_of([SHORT.id]))
    return Desk(folder, LIBRARY, StillClock())


def states(path: Path) -> list[Files]:
    """Return what is on a sound disk after each answer of an evening."""
    desk = begun(path, Unsynced())
    found = [saved(path)]
    while not isinstance(desk.ask(), Farewell):
        answer(desk, COUPLE)
        found.append(saved(path))
    desk.stop()
    return found


def check(path: Path, disk: Wrong, sound: list[Files]) -> bool:
    """Sit through an evening on a disk that goes wrong; return whether it was told."""
    try:
        desk = begun(path, disk)
    except Trouble:
        documents(path)
        return True
    told = False
    for now in sound:
        if moment(asked := desk.ask()) == "unsaved":
            told = True
            documents(path)
            disk.mend()
            desk.reply(Chosen(Retry()))
            asked = desk.ask()
        if moment(asked) == "leave":  # no lock could be had: that is said
            desk.reply(Chosen(Back()))
            asked = desk.ask()
        assert moment(asked) != "unsaved"
        assert saved(path) == now, f"{disk.failed[:1]} went wrong unsaid"
        if not isinstance(asked, Farewell):
            answer(desk, COUPLE)
    assert isinstance(desk.ask(), Farewell)
    assert desk.stop().saved
    return told


STEP = 9 if LONG else 233
"""At how many calls of an evening something fails, to be sat through to its end."""


@pytest.mark.parametrize("lasts", [False, True], ids=["once", "until it is mended"])
@pytest.mark.parametrize("code", CODES if LONG else CODES[:1])
def test_whatever_fails_is_told_and_trying_again_ends_the_evening_as_it_would_have(
    tmp_path: Path, code: str, lasts: bool
) -> None:
    sound = states(tmp_path / "sound")
    step = STEP if code == CODES[0] else 5 * STEP
    for nth in range(1 if LONG else 7, 100_000, step):
        disk = Wrong(nth, code, lasts=lasts)
        check(tmp_path / str(nth), disk, sound)
        if not disk.failed:
            break
    assert nth > 600


class PulledOut(Unsynced):
    """A stick that was pulled out: whatever is asked of what is below it is not answered.

    Attributes:
        below: where it was; None while it is there.
    """

    def __init__(self) -> None:
        self.below: Path | None = None

    def ask(self, name: str, *args: object) -> object:
        asked = (Path(arg) for arg in args if isinstance(arg, Path | str))
        if self.below is not None and any(path.is_relative_to(self.below) for path in asked):
            raise OSError(errno.EIO, os.strerror(errno.EIO))
        return getattr(Unsynced, name)(self, *args)


for _name in CALLS:
    if _name not in ("close", "real_path"):
        setattr(PulledOut, _name, _asking(_name))


@pytest.mark.parametrize("nth", range(2, 60, every(19)))
def test_a_stick_that_is_pulled_out_takes_nothing_with_it_that_another_folder_is_given(
    tmp_path: Path, nth: int
) -> None:
    disk, place = PulledOut(), tmp_path / "elsewhere"
    sound = states(tmp_path / "sound")
    desk = begun(tmp_path / "us", disk)
    for _answer in range(nth):
        answer(desk, COUPLE)

    disk.below = tmp_path / "us"
    while moment(desk.ask()) != "unsaved":
        answer(desk, COUPLE)
    desk.reply(Chosen(SaveElsewhere(), str(place)))
    sit_through(desk, COUPLE)

    assert saved(place) == sound[-1]


LOOKS: dict[str, Callable[[Desk], object]] = {
    "the agreement": Desk.agreement,
    "readings": Desk.read,
    "a pause": Desk.pause,
    "to leave": Desk.leave,
    "to write": lambda desk: desk.draft("NOTE"),
}


@pytest.mark.parametrize("look", LOOKS)
def test_whatever_is_wished_while_a_stick_is_pulled_out_nothing_stops_unexpectedly(
    tmp_path: Path, look: str
) -> None:
    disk = PulledOut()
    desk = begun(tmp_path / "us", disk)
    for number in count():
        if isinstance(desk.ask(), Farewell):
            break
        if number % every(7) == 0:
            disk.below = tmp_path / "us"
            LOOKS[look](desk)
            over = desk.ask()
            disk.below = None
            if moment(over) == "unsaved":
                desk.reply(Chosen(Retry()))
            elif isinstance(over, Choice) and moment(over) != "map":
                desk.reply(Chosen(Back()))
        answer(desk, COUPLE)

    assert desk.stop().saved


@pytest.mark.parametrize("guided", [False, True], ids=["alone", "guided"])
def test_the_map_that_cannot_be_drawn_asks_what_to_do_and_is_drawn_after_that(
    tmp_path: Path, guided: bool
) -> None:
    disk = PulledOut()
    folder = Folder(tmp_path / "us", disk)
    folder.create(workshop_of([SHORT.id, SHORT.id], guided=guided))
    desk = Desk(folder, LIBRARY, StillClock())
    while moment(desk.ask()) != "map":
        answer(desk, COUPLE)

    disk.below = tmp_path / "us"
    asked = desk.ask()
    assert isinstance(asked, Choice)
    assert "does not answer" in asked.lines[0] or "cannot be opened" in asked.lines[0]
    assert desk.mark is None
    disk.below = None
    desk.reply(Chosen(Retry()))

    assert moment(desk.ask()) == "map"
