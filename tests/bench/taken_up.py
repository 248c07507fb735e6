"""An evening taken up: what many entries cost somebody who goes on, beside a few."""

from collections.abc import Callable, Iterator
from datetime import date
from functools import partial
from pathlib import Path

from workshop.content.library import Library
from workshop.core.course.session import Session, ask, record
from workshop.core.people import Pair
from workshop.core.proof.robot import answering
from workshop.core.turns.reply import Entry
from workshop.store.documents import Notes
from workshop.store.folder import Folder
from workshop.store.workshop import Partner, Workshop

from .measure import Row

DAY = date(2026, 11, 23)
PAIR = Pair(left="ALEX", right="SAM", first="left")
LONG = """format = 1
id = "long-talk"
title = "A long talk"
theme = "overcoming"
minutes = 90
aim = "Long enough to have a hundred entries."
sources = ["Nobody."]
[facilitator]
before = "Nothing."
watch = ["Nothing."]
"""
FLOOR = """
[[steps]]
kind = "listen"
id = "floor-{number}"
rounds = 2
seconds = 60
prompt = "Say how it was for you."
mirror = "Say back what you heard."
check = "Is that it?"
"""


def taken_up(
    where: Path, took: Callable[[list[str], Path], float], workshop: list[str]
) -> Iterator[Row]:
    """Yield the row of an evening taken up; `took` runs a program, `workshop` is how it begins."""
    own, data = where / "own", where / "taken-up"
    own.mkdir()
    (own / "long-talk.toml").write_text(LONG + "".join(map(_floor, range(1, 11))), "utf-8")
    for count in (5, 100):
        _left_after(count, data / f"after-{count}", Library(own))

    def resume(label: str) -> Callable[[], float]:
        argv = [*workshop, "--exercises", str(own), "--plain", "resume", label]
        return partial(took, argv, data)

    yield Row("resume, 100 entries", "5 entries", 1.3, resume("after-100"), resume("after-5"))


def _floor(number: int) -> str:
    return FLOOR.format(number=number)


def _left_after(count: int, path: Path, library: Library) -> None:
    """Make a workshop whose exercise was left after so many entries."""
    folder = Folder(path)
    folder.create(
        Workshop(
            id="0123456789abcdef",
            created=DAY,
            left=Partner(name="ALEX"),
            right=Partner(name="SAM"),
            coin="left",
            path=("long-talk",),
        )
    )
    exercise = library.exercise("long-talk")
    session = Session(exercise, PAIR, run=1)
    while len(session.entries) < count:
        asked = ask(session)
        assert asked is not None
        session = record(session, answering(asked.turn), 30, DAY)
    entries: tuple[Entry, ...] = session.entries
    notes = Notes(
        exercise=exercise.id, digest=exercise.digest, first="left", began=DAY, entries=entries
    )
    folder.save_notes(1, notes)
    folder.close()
