"""The room at one turn, as a program of its own: `python -m tests.bench.room KIND ENTRIES DATA`.

An exercise of many short steps is answered until its notes have so many entries and a turn of that
kind is asked. The page before you begin is passed over: it is measured apart.
"""

import sys
from datetime import date
from pathlib import Path
from random import Random

sys.path.insert(0, str(Path(__file__).parents[1]))  # where what tests share is found

from support.couple import answering
from support.evening import chosen
from textual.screen import Screen

from workshop import paths
from workshop.content.library import Library
from workshop.core.course.session import Ask
from workshop.core.turns import Shown, Speak, Write
from workshop.desk.desk import Desk
from workshop.desk.workshops import Plan, Workshops
from workshop.tui.app import EqualSay

STEPS = 32
"""How many steps it has, four entries each but for the last."""
HEAD = """format = 1
id = "many"
title = "Many turns"
theme = "overcoming"
minutes = 60
aim = "To be measured."
sources = ["none"]

[facilitator]
before = "Nothing."
watch = ["Nothing."]
"""
LONG = ("word " * 792).strip() + " "
"""What is there already where somebody writes: nearly 4,000 characters."""


class StillClock:
    """A clock that stands still: what is measured is measured elsewhere."""

    def today(self) -> date:
        """Return one and the same day."""
        return date(2026, 11, 23)

    def seconds(self) -> float:
        """Return no time at all."""
        return 0.0


class Straight(EqualSay):
    """The room as it is once the page before you begin is read."""

    def first_page(self) -> Screen[None]:
        """Return an empty screen in place of the first page, and go on from there."""
        assert self._begin is not None
        self.call_later(self._begin, self)
        return Screen[None]()


def workshops(data: Path) -> Workshops:
    """Return the workshops of `data`, with the exercise beside the built-in ones."""
    own = data / "own"
    own.mkdir(parents=True, exist_ok=True)
    steps = []
    for n in range(STEPS):
        kind = 'kind = "write"\nwho = "each"' if n == STEPS - 1 else 'kind = "speak"'
        more = "" if n == STEPS - 1 else f'answer = "Number {n} again for {{me}}."\n'
        steps.append(f'[[steps]]\n{kind}\nid = "s{n}"\nprompt = "Number {n} for {{me}}."\n{more}')
    (own / "many.toml").write_text(HEAD + "\n".join(steps), encoding="utf-8")
    return Workshops(data, Library(paths.builtin_content(), own), StillClock(), Random(7))


def desk_at(desks: Workshops, kind: str, entries: int, label: str = "us") -> Desk:
    """Return a desk at which a turn of this kind is asked, after so many entries or more."""
    desk = desks.begin(Plan(("ALEX", "SAM"), ("many",), "left", label))
    for _ask in range(1000):
        asked = desk.ask()
        if not isinstance(asked, Ask):
            desk.reply(chosen(asked))
        elif is_it(asked.turn, kind) and len(asked_before(desk)) >= entries:
            return desk
        else:
            desk.reply(answering(asked, desk.pair))
    raise AssertionError("it never comes there")


def is_it(turn: Shown, kind: str) -> bool:
    """Whether `turn` is one of ours, of this kind."""
    return isinstance(turn, {"speak": Speak, "write": Write}[kind]) and "Number" in turn.prompt


def asked_before(desk: Desk) -> tuple[object, ...]:
    """Return the entries of the exercise under way."""
    exercise = desk._evening.exercise
    return exercise.entries if exercise is not None else ()


def main() -> None:
    """Open the room at a turn."""
    kind, entries, data = sys.argv[1], int(sys.argv[2]), Path(sys.argv[3])
    desks = workshops(data)
    desk = desk_at(desks, kind, entries)
    if kind == "write":
        desk.draft(LONG)
    Straight(desks, lambda app: app.sit_down(lambda: desk)).run()
    desk.let_go()


if __name__ == "__main__":
    main()
