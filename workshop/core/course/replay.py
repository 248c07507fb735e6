"""A course is replayed from its entries: the next turn falls out, and there is no other state."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Protocol

from workshop.core.course.scene import Given, Result, Scene
from workshop.core.course.step import Step
from workshop.core.people import Pair
from workshop.core.turns import AnyTurn, Speak, Turn
from workshop.core.turns.reply import Entry, MoreTime, Stored
from workshop.values import dataclass
from workshop.words import _

if TYPE_CHECKING:
    from workshop.core.agreement.effect import Effect

MORE_TIMES = 2
"""How often more time may be asked for at one turn."""
MORE_SECONDS = 60
"""How many seconds are added each time, for both."""


class Script(Protocol):
    """Anything made of steps: an exercise, the opening or the close of an evening."""

    @property
    def id(self) -> str:
        """What it is called in files."""

    @property
    def steps(self) -> Sequence[Step]:
        """Its steps, in order."""


@dataclass(frozen=True)
class Progress:
    """Where a course stands after some entries.

    Attributes:
        turn: the next turn; None when the course is over.
        turns: for each entry that fits, the turn that it answers.
        step: the number of the step under way, from 1; the number of steps when it is over.
        results: what the finished steps left.
        effects: what the entries changed beyond the notes, in order; origins are turn ids.
        used: how many entries fit. Fewer than there are means that the author changed the exercise.
        asked: how often more time was asked for at this turn.
    """

    turn: AnyTurn | None
    turns: tuple[AnyTurn, ...]
    step: int
    results: Mapping[str, Result]
    effects: "tuple[Effect, ...]"
    used: int
    asked: int = 0


def replay(script: Script, pair: Pair, given: Given, entries: Sequence[Entry]) -> Progress:
    """Return where `script` stands once `entries` were given.

    Stops at the first entry that does not fit: `used` says how many did. Effects carry their turn's
    id as origin; `Session.effects` puts the run before it.
    """
    return _Replay(script, pair, given, entries).progress()


def visible(step: Step, results: Mapping[str, Result]) -> Mapping[str, Result]:
    """Return what `step` may see of the `results` of earlier steps: of those it refers to."""
    return {id: results[id] for id in step.refers_to if id in results}


class _Stopped(Exception):
    """The entries are used up, or the next one does not fit."""

    def __init__(self, turn: AnyTurn, asked: int) -> None:
        self.turn = turn
        self.asked = asked


class _Replay:
    """One pass over the entries."""

    def __init__(self, script: Script, pair: Pair, given: Given, entries: Sequence[Entry]) -> None:
        self.script, self.pair, self.given, self.entries = script, pair, given, entries
        self.turns: list[AnyTurn] = []
        self.effects: list[Effect] = []
        self.more: dict[str, int] = {}  # turn id -> seconds granted because the other got them
        self.spoken: dict[str, Speak] = {}

    def progress(self) -> Progress:
        results: dict[str, Result] = {}
        quoted = frozenset(id for step in self.script.steps for id in step.refers_to)
        alone = pages = number = 0
        turn: AnyTurn | None = None
        asked = 0
        try:
            for number, step in enumerate(self.script.steps, start=1):  # noqa: B007  told after
                seen = visible(step, results)
                scene = Scene(self.script.id, self.pair, self.given, seen, alone, pages, quoted)
                results[step.id] = self._step(step, scene)
                alone, pages = alone + step.alone, pages + step.pages
        except _Stopped as stopped:
            turn, asked = stopped.turn, stopped.asked
        return Progress(
            turn, tuple(self.turns), number, results, tuple(self.effects), len(self.turns), asked
        )

    def _step(self, step: Step, scene: Scene) -> Result:
        course = step.turns(scene)
        try:
            turn = next(course)
            while True:
                reply, extra = self._answered(turn)
                if extra is not None:
                    self._answered(extra)
                turn = course.send(reply)
        except StopIteration as over:
            result: Result = over.value
            return result

    def _answered(self, turn: AnyTurn) -> tuple[Stored, Speak | None]:
        """Take the entries of one turn. Returns its reply, and the extra turn it owes the other."""
        granted = self.more.get(turn.id, 0)
        asked = 0
        while True:
            current = replace(turn, seconds=turn.seconds + granted) if granted else turn
            if len(self.turns) == len(self.entries):
                raise _Stopped(current, asked)
            entry = self.entries[len(self.turns)]
            if entry.turn != turn.id:
                raise _Stopped(current, asked)
            if isinstance(entry.reply, MoreTime):
                if not may_have_more(turn, asked):
                    raise _Stopped(current, asked)
                asked += 1
                granted += MORE_SECONDS
                self.turns.append(current)
                continue
            if not current.fits(entry.reply):
                raise _Stopped(current, asked)
            self.turns.append(current)
            self.effects.extend(current.effects(entry.reply))
            return entry.reply, self._owed(current, asked)

    def _owed(self, turn: AnyTurn, asked: int) -> Speak | None:
        """Give the counterpart the same time: in its own turn, or at once if that is over."""
        if not isinstance(turn, Speak):
            return None
        self.spoken[turn.id] = turn
        if not asked or turn.counterpart is None:
            return None
        seconds = asked * MORE_SECONDS
        before = self.spoken.get(turn.counterpart)
        if before is None:
            self.more[turn.counterpart] = self.more.get(turn.counterpart, 0) + seconds
            return None
        why = _("The other had more time, so there is as much for you. Add what you like.")
        prompt = f"{why}\n{before.prompt}"
        return replace(
            before,
            id=before.id / "extra",
            prompt=prompt,
            seconds=seconds,
            next="",
            counterpart=None,
        )


def may_have_more(turn: Turn, asked: int) -> bool:
    """Whether more time may still be asked for at `turn`, after `asked` times."""
    return isinstance(turn, Speak) and turn.counterpart is not None and asked < MORE_TIMES
