"""Fifty couples in one data folder, each with a word and years that nobody else has.

Whatever is shown, saved or handed out for one of them can be searched for all the others.
"""

import re
from datetime import date
from pathlib import Path

from support.evening import UNSYNCED
from workshop import toml
from workshop.core.agreement.agreement import Agreement
from workshop.core.agreement.effect import ClauseAgreed
from workshop.core.agreement.settling import settle
from workshop.core.course.session import Begun
from workshop.core.exercise import Exercise
from workshop.core.small_thing import SmallThing
from workshop.core.turns.reply import Entry, Words
from workshop.store.documents import Kept, KeptAnswer, Notes
from workshop.store.folder import Folder
from workshop.store.workshop import Finished, Partner, Workshop

NUMBERS = range(10, 60)
"""What each couple is known by: two digits."""
_OF_SOMEBODY = re.compile(r"zq(\d\d)|\b(?:19|21)([1-5]\d)\b", re.IGNORECASE)
"""What only one couple has: its word, and the years of its days."""


def word(number: int) -> str:
    """Return what stands in everything that couple `number` has."""
    return f"Zq{number}"


def label(number: int) -> str:
    """Return what the workshop of couple `number` is called."""
    return f"{word(number)}-door"


def is_guided(number: int) -> bool:
    """Whether somebody guides couple `number`: every second one."""
    return number % 2 == 0


def whose(text: str) -> set[int]:
    """Return the numbers of the couples of whom something stands in `text`."""
    return {int(one or other) for one, other in _OF_SOMEBODY.findall(text)}


def fifty(data: Path) -> Path:
    """Have fifty couples in the data folder, and their own exercises beside it; return it."""
    for number in NUMBERS:
        _write(data, number)
    return data


def _write(data: Path, number: int) -> None:
    """Write the files of a couple: one exercise done and kept, one half done, two clauses."""
    mine, was, will = word(number), date(1900 + number, 3, 4), date(2100 + number, 5, 6)
    names = (f"{mine}ann", f"{mine}bo")
    own = data.parent / "own" / f"{mine}-folder"
    folder = Folder(data / label(number), UNSYNCED)
    folder.create(
        Workshop(
            id=f"{number:016x}",
            created=was,
            left=Partner(name=names[0]),
            right=Partner(name=names[1]),
            coin="left",
            guided=is_guided(number),
            path=("active-listening", f"{mine.lower()}-own", "appreciation"),
            done=(Finished(run=1, exercise="active-listening", on=was, minutes=9),),
            ground_rules=(f"One {mine} at a time.",),
            seen=2,
            next_evening=will,
            homework=(
                SmallThing(side="left", text=f"Buy {mine} bread", by=will),
                SmallThing(side="right", text=f"Mend the {mine} lamp", by=was),
            ),
            copies=(f"/elsewhere/{mine}.html",),
            own=str(own),
        )
    )
    folder.save_agreement(_agreement(names, mine, was))
    kept = KeptAnswer(prompt=f"What is {mine} like?", who=names[0], text=f"Like {mine} itself.")
    folder.save_kept(1, Kept(exercise="active-listening", title="Say it", on=was, answers=(kept,)))
    exercise = toml.as_model(Exercise, _own_exercise(mine), "own")
    folder.save_notes(2, _half_done(exercise, mine, was))
    folder.close()
    own.mkdir(parents=True)
    (own / f"{exercise.id}.toml").write_bytes(toml.write_table(_own_exercise(mine)))


def _agreement(names: tuple[str, str], mine: str, was: date) -> Agreement:
    """Return an agreement with one clause that is due, and one that will be."""
    agreed = [
        ClauseAgreed(
            origin=f"1/clause/consent/{place}",
            kind="agreement",
            text=f"We {mine} {words}.",
            exercise="appreciation",
            on=was,
            weeks=2,
        )
        for place, words in enumerate(("eat out", "dance"), start=1)
    ]
    return settle(Agreement(partners=names), agreed, was)


def _half_done(exercise: Exercise, mine: str, was: date) -> Notes:
    """Return what one of them has written, and what the other has begun to write."""
    return Notes(
        exercise=exercise.id,
        digest=exercise.digest,
        first="left",
        began=was,
        entries=(Entry(turn="line/1", reply=Words(text=f"Said by {mine}"), seconds=5),),
        draft=Begun(turn="line/2", text=f"Begun by {mine}"),
    )


def _own_exercise(mine: str) -> toml.Table:
    return {
        "format": 1,
        "id": f"{mine.lower()}-own",
        "title": f"Of {mine} alone",
        "theme": "building",
        "minutes": 4,
        "aim": f"Something of {mine}.",
        "sources": ["widely taught"],
        "facilitator": {"before": f"Sit with {mine}.", "watch": ["Nothing."]},
        "steps": [
            {
                "kind": "write",
                "id": "line",
                "who": "each",
                "prompt": f"One line of {mine}, {{me}}.",
            },
            {"kind": "speak", "id": "say", "prompt": f"Say {mine}, {{me}}.", "about": "line"},
        ],
    }
