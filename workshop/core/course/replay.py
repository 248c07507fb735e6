"""A course is replayed from its entries: the next turn falls out, and there is no other state."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Protocol, assert_never

from workshop.core.course.left_out import Had, Ones, left_out
from workshop.core.course.scene import Given, Result, Scene
from workshop.core.course.step import Step
from workshop.core.people import Pair
from workshop.core.turns import AnyCompound, AnyTurn, Reveal, Speak, Turn
from workshop.core.turns.reply import (
    Entry,
    FinishedAloud,
    Intervention,
    MoreTime,
    RepeatedStep,
    SetAside,
    SkippedStep,
    Stored,
    WentOn,
)
from workshop.values import dataclass
from workshop.words import _

if TYPE_CHECKING:
    from workshop.core.agreement.effect import Effect

ATTEMPTS = 3
"""How often a step is done at most: once, and again whenever a guide wants it."""
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
        leaves_out: whether a guide leaves the step under way out, and what is asked is owed.
        repeatable: the ids of the steps that a guide may let them do again, in order.
    """

    turn: AnyTurn | None
    turns: tuple[AnyTurn, ...]
    step: int
    results: Mapping[str, Result]
    effects: "tuple[Effect, ...]"
    used: int
    asked: int = 0
    leaves_out: bool = False
    repeatable: tuple[str, ...] = ()


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
        self.results: dict[str, Result] = {}
        self.alone = self.pages = 0
        self.number = 0  # of the step under way
        self.had = Had()
        self.leaves_out = self.is_done = False  # the rest of the step, or of all
        self.ones = Ones(pair)
        self.is_changed = False  # by somebody who guides them
        self.attempts: dict[str, int] = {}
        self.again: list[str] = []  # the steps that are done again once this one is over
        self.quoted = frozenset(id for step in script.steps for id in step.refers_to)

    def progress(self) -> Progress:
        turn: AnyTurn | None = None
        asked = 0
        try:
            for number in range(1, len(self.script.steps) + 1):
                if not self.is_done:
                    self._go_through(number)
            self.number = len(self.script.steps)
        except _Stopped as stopped:
            turn, asked = stopped.turn, stopped.asked
        return Progress(
            turn,
            tuple(self.turns),
            self.number,
            self.results,
            tuple(self.effects),
            len(self.turns),
            asked,
            self.leaves_out,
            tuple(
                one.id
                for one in self.script.steps
                if turn is not None and self.may(RepeatedStep.model_construct(step=one.id), turn)
            ),
        )

    def _go_through(self, number: int) -> None:
        """Go through a step, and whatever is done again after it."""
        self._step(number)
        while self.again and not self.is_done:
            self._step(self._number_of(self.again.pop(0)))

    def _number_of(self, id: str) -> int:
        return 1 + [step.id for step in self.script.steps].index(id)

    def _step(self, number: int) -> None:
        """Go through one step. Done again, its turns have ids of their own: so have its effects."""
        step = self.script.steps[number - 1]
        attempt = self.attempts[step.id] = self.attempts.get(step.id, 0) + 1
        quoted = self.quoted
        if attempt > 1:
            named = step.model_copy(update={"id": f"{step.id}.{attempt}"})
            quoted = quoted | {named.id} if step.id in quoted else quoted
        else:
            named = step
        seen = visible(step, self.results)
        alone = self.ones.before(self.alone) if self.is_changed else self.alone
        scene = Scene(self.script.id, self.pair, self.given, seen, alone, self.pages, quoted)
        before = self.number, self.had, self.leaves_out
        self.number, self.had, self.leaves_out = number, Had(), False
        self.results[step.id] = self._course(named, scene)
        self.alone, self.pages = self.alone + step.alone, self.pages + step.pages
        self.number, self.had = before[:2]
        self.leaves_out = before[2] or self.is_done

    def _course(self, step: Step, scene: Scene) -> Result:
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
            if self.leaves_out and not self.had.owes(turn):
                return left_out(turn), None
            current = replace(turn, seconds=turn.seconds + granted) if granted else turn
            if len(self.turns) == len(self.entries):
                raise _Stopped(current, asked)
            entry = self.entries[len(self.turns)]
            if entry.turn != turn.id:
                raise _Stopped(current, asked)
            if isinstance(entry.reply, Intervention):
                if not self.may(entry.reply, turn):
                    raise _Stopped(current, asked)
                self.turns.append(current)
                self._intervene(entry.reply, turn)
                continue
            if isinstance(entry.reply, MoreTime):
                if not may_be_given_time(turn, asked):
                    raise _Stopped(current, asked)
                asked += 1
                granted += MORE_SECONDS
                self.turns.append(current)
                continue
            if not current.fits(entry.reply):
                raise _Stopped(current, asked)
            self.turns.append(current)
            self.had.note(current)
            self.ones.note(current)
            self.effects.extend(current.effects(entry.reply))
            return entry.reply, self._owed(current, asked)

    # -- what a guide does --------------------------------------------------------------------

    def may(self, deed: Intervention, turn: AnyTurn) -> bool:
        """Whether a guide may do this at `turn`."""
        match deed:
            case SkippedStep() | FinishedAloud():
                return not self.leaves_out
            case RepeatedStep(step=id):
                here = self.script.steps[self.number - 1]
                known = id in self.results or id == here.id
                often = self._is_often(id) or (turn.alone and self._is_often(here.id))
                return known and not often and not self.leaves_out
            case SetAside() | WentOn():
                return True
            case _:
                assert_never(deed)

    def _is_often(self, step: str) -> bool:
        return self.attempts.get(step, 0) >= ATTEMPTS or step in self.again

    def _intervene(self, deed: Intervention, turn: AnyTurn) -> None:
        self.is_changed = self.is_changed or not isinstance(deed, SetAside | WentOn)
        match deed:
            case SkippedStep():
                self.leaves_out = True
            case FinishedAloud():
                self.leaves_out = self.is_done = True
            case RepeatedStep(step=id):
                here = self.script.steps[self.number - 1]
                if id == here.id:
                    self.leaves_out = True
                    self.again.append(id)
                elif turn.alone or (id in here.refers_to and not self._is_often(here.id)):
                    # What it asks may be another's now, or about something else: it begins again.
                    self.leaves_out = True
                    self.again += [id, here.id]
                else:  # then it goes on where it was
                    self._go_through(self._number_of(id))
            case SetAside() | WentOn():
                pass
            case _:
                assert_never(deed)

    # -- more time ----------------------------------------------------------------------------

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


def may_be_given_time(turn: AnyTurn, asked: int) -> bool:
    """Whether a guide may give more time at `turn`, after `asked` times: at what is both's, too."""
    is_boths = turn.holder is None and not isinstance(turn, AnyCompound | Reveal)
    longer = is_boths and turn.seconds > 0 and asked < MORE_TIMES
    return longer or may_have_more(turn, asked)
