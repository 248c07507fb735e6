"""Whole evenings at a Desk over a folder of their own, with a clock that stands still."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import get_args

from support.choosing import moment
from support.couple import Couple, answering
from support.effort import LONG
from workshop import paths
from workshop.cards.choice import Choice, Chosen, Farewell
from workshop.cards.deeds import Back, Begin, CloseEvening, Retry, TakeUp
from workshop.content.library import Library
from workshop.core.agreement.agreement import Agreement
from workshop.core.course.session import TYPING, Ask
from workshop.core.exercise import Exercise
from workshop.core.model import Frozen
from workshop.core.people import Answers, BySide, Pair, Side
from workshop.core.turns import Consent
from workshop.core.turns.reply import NotNow, Reply
from workshop.desk.desk import Desk
from workshop.errors import NotFound
from workshop.store import formats
from workshop.store.documents import EveningNotes, Kept, Notes
from workshop.store.folder import Folder
from workshop.store.workshop import Partner, Workshop
from workshop.system import System

A_DAY = date(2026, 11, 23)
"""The day of every evening here, unless it is told otherwise."""
SHIPPED = Library(paths.builtin_content())
"""What people read, as it came with the program."""
ANSWERS: list[BySide[Answers]] = [
    BySide(left, right)
    for left in get_args(Answers)
    for right in get_args(Answers)
    if LONG or "guide types" not in (left, right) or {left, right} <= {"guide types", "type"}
]
"""The ways in which two can answer: all where there is time, else each, with one who types too."""
MOST_ASKS = 3000
"""More asks than any evening here has."""


@dataclass
class StillClock:
    """A clock that goes on only when it is told to.

    Attributes:
        day: today.
        now: seconds gone by.
    """

    day: date = A_DAY
    now: float = 0.0

    def today(self) -> date:
        return self.day

    def seconds(self) -> float:
        return self.now


class MadeUp(Library):
    """The built-in library, with made-up exercises instead of its own."""

    def __init__(self, exercises: Iterable[Exercise]) -> None:
        super().__init__(paths.builtin_content())
        self._made_up = {exercise.id: exercise for exercise in exercises}

    def exercise(self, id: str) -> Exercise:
        if id not in self._made_up:
            raise NotFound("There is none.")
        return self._made_up[id]

    def exercise_ids(self) -> list[str]:
        return sorted(self._made_up)

    def exercises(self) -> Iterator[Exercise]:
        yield from self._made_up.values()


class Unsynced(System):
    """Saves without waiting for the disk: many evenings in a short time."""

    syncs_folders = False
    full_fsync_command = None

    def fsync(self, descriptor: int) -> None:
        pass


UNSYNCED = Unsynced()


def shipped_exercises() -> list[Exercise]:
    """Return every exercise that comes with the program."""
    return [SHIPPED.exercise(id) for id in SHIPPED.exercise_ids()]


def workshop_of(
    path: Iterable[str],
    coin: Side = "left",
    answers: BySide[Answers] = TYPING,
    *,
    guided: bool = False,
) -> Workshop:
    """Return a new workshop of ALEX and SAM, always with the same id."""
    return Workshop(
        id="0123456789abcdef",
        created=A_DAY,
        left=Partner(name="ALEX", answers=answers.left),
        right=Partner(name="SAM", answers=answers.right),
        coin=coin,
        guided=guided,
        path=tuple(path),
    )


def begin(
    path: Path,
    workshop: Workshop,
    library: Library = SHIPPED,
    clock: StillClock | None = None,
    system: System = UNSYNCED,
) -> Desk:
    """Begin a workshop in the folder `path`, and sit down."""
    folder = Folder(path, system)
    folder.create(workshop)
    return Desk(folder, library, clock or StillClock())


def resume(
    path: Path,
    library: Library = SHIPPED,
    clock: StillClock | None = None,
    system: System = UNSYNCED,
) -> Desk:
    """Go on with the workshop in the folder `path`."""
    folder = Folder(path, system)
    folder.open()
    return Desk(folder, library, clock or StillClock())


def drop(desk: Desk) -> None:
    """Leave `desk` as a killed program does: nothing is said to it, and its lock is gone."""
    desk._workshop.folder.close()


def chosen(choice: Choice) -> Chosen:
    """Go on with what there is to do, then close the evening."""
    match moment(choice):
        case "half done":
            return Chosen(TakeUp())
        case "map":
            to_do = any(line.startswith("to do:") for line in choice.lines)
            begins = [one.does for one in choice.options if isinstance(one.does, Begin)]
            return Chosen(begins[0] if to_do else CloseEvening())
        case "unsaved":
            return Chosen(Retry())
        case _:
            return Chosen(Back())


def answer(desk: Desk, couple: Couple) -> None:
    """Let `couple` answer what is asked."""
    asked = desk.ask()
    assert not isinstance(asked, Farewell)
    desk.reply(couple(asked, desk.pair) if isinstance(asked, Ask) else chosen(asked))


def asks(desk: Desk, couple: Couple = answering) -> Iterator[Ask | Choice]:
    """Yield what is asked until the sitting is over; `couple` answers it afterwards."""
    for _number in range(MOST_ASKS):
        asked = desk.ask()
        if isinstance(asked, Farewell):
            return
        yield asked
        answer(desk, couple)
    raise AssertionError("the evening never ends")


def sit_through(desk: Desk, couple: Couple = answering) -> Farewell:
    """Let `couple` answer everything until the sitting is over."""
    for _asked in asks(desk, couple):
        pass
    return desk.stop()


def end_it(desk: Desk, couple: Couple) -> None:
    """End an evening that was taken up again, if that is still to do."""
    opened_anew = desk._workshop.saved.done and not desk._workshop.folder.runs()
    if opened_anew and desk._evening.closing is None:
        couple = not_tonight
    sit_through(desk, couple)


def not_tonight(asked: Ask, pair: Pair) -> Reply:
    """Answer as two who do not want to do anything today."""
    return NotNow() if isinstance(asked.turn, Consent) else answering(asked, pair)


def files(path: Path, *, copies: bool = False) -> dict[str, bytes]:
    """Return every file of a workshop by its path there, without the lock.

    Args:
        path: the workshop's folder.
        copies: whether the copies of good files count, which opening makes.
    """
    found = {
        str(file.relative_to(path)): file.read_bytes()
        for file in sorted(path.rglob("*"))
        if file.is_file() and file.name != paths.LOCK
    }
    return {name: data for name, data in found.items() if copies or not name.endswith(paths.BACKUP)}


def kind_of(name: str) -> type[Frozen]:
    """Return what document the file called `name` is."""
    match name.removesuffix(paths.BACKUP).split("/"):
        case ["workshop.toml"]:
            return Workshop
        case [name] if name.startswith("agreement"):
            return Agreement
        case ["notes", "evening.toml"]:
            return EveningNotes
        case ["notes", _]:
            return Notes
        case ["kept", _]:
            return Kept
        case _:
            raise AssertionError(f"{name} does not belong here")


def documents(path: Path) -> dict[str, Frozen]:
    """Return every document of a workshop by its path there; what a kill left behind is none."""
    return {
        name: formats.read(kind_of(name), data, name)
        for name, data in files(path, copies=True).items()
        if not name.endswith(".tmp")
    }


def how(answers: BySide[Answers]) -> str:
    """Name how two answer in the title of a test."""
    return f"{answers.left} and {answers.right}"
