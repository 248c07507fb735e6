"""What is tried, and what came of it: a row for each kind of blow, with the seed that draws it."""

from collections import Counter
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from random import Random

from support.couple import deciding, keeping
from tui.couple import at_the_table

from workshop.store import atomic

from .ends import Ends
from .faces import FACES, locked, nothing
from .naive import naive_save
from .reading import in_plain, unlocked
from .seam import CODES, SILENT, Blow
from .sitting import Instant, Outcome, Sitting, Stretch

COUPLE = keeping(deciding())
AT_AN_INSTANT = 5
"""Of so many kills one comes at any instant, and the others at a call that is drawn."""
PAST_THE_END = 1.1
"""Until when an instant may be: some come while the next answer is waited for."""


@dataclass
class Row:
    """What was tried of one kind.

    Attributes:
        what: what happened, and where.
        tried: how often.
        told: how often the two were told.
        wrong: what was not as it was promised, each time.
        calls: how often each call was struck, by its name.
        must_fail: whether it is the control, of which something must go wrong.
    """

    what: str
    tried: int = 0
    told: int = 0
    wrong: list[str] = field(default_factory=list)
    calls: Counter[str] = field(default_factory=Counter)
    must_fail: bool = False

    def count(self, outcome: Outcome) -> None:
        """Count what came of one blow, unless it hit nothing."""
        if not (outcome.call or outcome.killed or outcome.wrong):
            return
        self.tried += 1
        self.told += outcome.told
        self.calls[outcome.call or "any instant"] += 1
        if outcome.wrong:
            self.wrong.append(f"{outcome.stretch} {outcome.call}: {outcome.wrong}")


def kills_of(
    stretches: Sequence[Stretch], count: int, chance: Random
) -> Iterator[tuple[int, Blow | Instant]]:
    """Draw kills: most at a call, or in the middle of a write; some at any instant."""
    places = [
        (number, Blow(call, way))
        for number, stretch in enumerate(stretches)
        for call, name in enumerate(stretch.calls, 1)
        for way in (("kill", "kill halfway") if name == "write" else ("kill",))
    ]
    for number in range(count):
        if number % AT_AN_INSTANT == 0:
            yield chance.randrange(len(stretches)), Instant(chance.random() * PAST_THE_END)
        else:
            yield chance.choice(places)


def faults_of(
    stretches: Sequence[Stretch], count: int, chance: Random
) -> Iterator[tuple[int, Blow]]:
    """Draw faults, no place and way twice before each had its turn."""
    places = [
        (number, call, way)
        for number, stretch in enumerate(stretches)
        for call, name in enumerate(stretch.calls, 1)
        if name not in SILENT
        for way in ("fail once", "fail until it is mended")
    ]
    while count > 0:
        for number, call, way in chance.sample(places, min(count, len(places))):
            yield number, Blow(call, way, chance.choice(CODES))  # type: ignore[arg-type]
        count -= len(places)


def evening(
    face: str, folder: Path, kills: int, faults: int, seed: int, *, is_locked: bool = False
) -> Sequence[Row]:
    """Let kills and faults fall upon one evening in one face."""
    chance, place = Random(f"{seed} {face}"), folder / "evenings"
    read, before = (unlocked, locked) if is_locked else (in_plain, nothing)
    sitting = Sitting(FACES[face], place, at_the_table(COUPLE), read, before)
    stretches = sitting.undisturbed()
    blows: dict[int, list[Blow | Instant]] = {}
    for drawn in (kills_of(stretches, kills, chance), faults_of(stretches, faults, chance)):
        for number, blow in drawn:
            blows.setdefault(number, []).append(blow)
    outcomes = sitting.struck(blows)
    ends = Ends(folder / "ends", COUPLE, sitting.after, read)
    where = f"{face}, locked" if is_locked else face
    killed, failed = Row(f"kill -9, {where}"), Row(f"a call fails, {where}")
    for outcome in outcomes:
        (killed if outcome.killed else failed).count(ends.checked(outcome))
    return [row for row in (killed, failed) if row.tried]


def control(folder: Path, kills: int, faults: int, seed: int) -> Sequence[Row]:
    """Let the same fall upon an evening that is saved by opening a file and writing into it."""
    with writing_in_place():
        rows = evening("line by line", folder, kills, faults, seed)
    for row in rows:
        row.what = f"{row.what.partition(',')[0]}, the control: a writer in place"
        row.must_fail = True
    return rows


@contextmanager
def writing_in_place() -> Iterator[None]:
    """Save as a program does that knows no better."""
    really = atomic.save
    atomic.save = naive_save
    try:
        yield
    finally:
        atomic.save = really
