"""A course is replayed from its entries: the next turn falls out, and there is no other state."""

from collections.abc import Generator, Mapping, Sequence
from dataclasses import replace
from operator import is_
from typing import TYPE_CHECKING, NamedTuple, TypeVar, assert_never

from workshop.core.course.left_out import Had, Ones, left_out
from workshop.core.course.progress import Progress, Script
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
from workshop.words import _

if TYPE_CHECKING:
    from workshop.core.agreement.effect import Effect

ATTEMPTS = 3
"""How often a step is done at most: once, and again whenever a guide wants it."""
MORE_TIMES = 2
"""How often more time may be asked for at one turn."""
MORE_SECONDS = 60
"""How many seconds are added each time, for both."""
T = TypeVar("T")


def replay(script: Script, pair: Pair, given: Given, entries: Sequence[Entry]) -> Progress:
    """Return where `script` stands once `entries` were given.

    Stops at the first entry that does not fit: `used` says how many did. Effects carry their turn's
    id as origin; `Session.effects` puts the run before it.
    """
    return Replay(script, pair, given).after(entries)


def visible(step: Step, results: Mapping[str, Result]) -> Mapping[str, Result]:
    """Return what `step` may see of the `results` of earlier steps: of those it refers to."""
    return {id: results[id] for id in step.refers_to if id in results}


class _Waiting(NamedTuple):
    """The entries are used up, or the next one does not fit.

    Attributes:
        turn: the turn that waits for one.
        asked: how often more time was asked for at it.
    """

    turn: AnyTurn
    asked: int


_Going = Generator[_Waiting, None, T]
"""Something that goes through entries, and waits at a turn that has none."""


class Replay:
    """One pass over the entries. It goes on where it was, if there are more of them."""

    def __init__(self, script: Script, pair: Pair, given: Given) -> None:
        self.script, self.pair, self.given = script, pair, given
        self.entries: Sequence[Entry] = ()
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
        self._ids = tuple(step.id for step in script.steps)
        self._under_way = self._go()

    def goes_on_with(self, entries: Sequence[Entry]) -> bool:
        """Whether `entries` are those that were given, and perhaps more after them."""
        return len(entries) >= len(self.entries) and all(map(is_, self.entries, entries))

    def after(self, entries: Sequence[Entry]) -> Progress:
        """Return where it stands after `entries`: those that were given, and perhaps more."""
        self.entries = entries
        waiting = next(self._under_way, None)
        turn, asked = waiting or (None, 0)
        return Progress(
            turn,
            tuple(self.turns),
            self.number,
            dict(self.results),
            tuple(self.effects),
            len(self.turns),
            asked,
            self.leaves_out,
            tuple(id for id in self._ids if turn is not None and self._may_repeat(id, turn)),
        )

    def _go(self) -> _Going[None]:
        for number in range(1, len(self.script.steps) + 1):
            if not self.is_done:
                yield from self._go_through(number)
        self.number = len(self.script.steps)

    def _go_through(self, number: int) -> _Going[None]:
        """Go through a step, and whatever is done again after it."""
        yield from self._step(number)
        while self.again and not self.is_done:
            yield from self._step(1 + self._ids.index(self.again.pop(0)))

    def _step(self, number: int) -> _Going[None]:
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
        self.results[step.id] = yield from self._course(named, scene)
        self.alone, self.pages = self.alone + step.alone, self.pages + step.pages
        self.number, self.had = before[:2]
        self.leaves_out = before[2] or self.is_done

    def _course(self, step: Step, scene: Scene) -> _Going[Result]:
        course = step.turns(scene)
        try:
            turn = next(course)
            while True:
                reply, extra = yield from self._answered(turn)
                if extra is not None:
                    yield from self._answered(extra)
                turn = course.send(reply)
        except StopIteration as over:
            result: Result = over.value
            return result

    def _answered(self, turn: AnyTurn) -> _Going[tuple[Stored, Speak | None]]:
        """Take the entries of one turn. Returns its reply, and the extra turn it owes the other."""
        granted = self.more.get(turn.id, 0)
        asked = 0
        while True:
            if self.leaves_out and not self.had.owes(turn):
                return left_out(turn), None
            current = replace(turn, seconds=turn.seconds + granted) if granted else turn
            while (reply := self._next(turn, current, asked)) is None:
                yield _Waiting(current, asked)
            self.turns.append(current)
            if isinstance(reply, Intervention):
                yield from self._intervene(reply, turn)
            elif isinstance(reply, MoreTime):
                asked += 1
                granted += MORE_SECONDS
            else:
                self.had.note(current)
                self.ones.note(current)
                self.effects.extend(current.effects(reply))
                return reply, self._owed(current, asked)

    def _next(self, turn: AnyTurn, current: AnyTurn, asked: int) -> Stored | None:
        """Return what was done next; None where nothing was, or what does not fit."""
        if len(self.turns) == len(self.entries):
            return None
        entry = self.entries[len(self.turns)]
        reply = entry.reply
        if entry.turn != turn.id:
            return None
        if isinstance(reply, Intervention):
            fits = self.may(reply, turn)
        elif isinstance(reply, MoreTime):
            fits = may_be_given_time(turn, asked)
        else:
            fits = current.fits(reply)
        return reply if fits else None

    # -- what a guide does --------------------------------------------------------------------

    def may(self, deed: Intervention, turn: AnyTurn) -> bool:
        """Whether a guide may do this at `turn`."""
        match deed:
            case SkippedStep() | FinishedAloud():
                return not self.leaves_out
            case RepeatedStep(step=id):
                return self._may_repeat(id, turn)
            case SetAside() | WentOn():
                return True
            case _:
                assert_never(deed)

    def _may_repeat(self, id: str, turn: AnyTurn) -> bool:
        here = self.script.steps[self.number - 1]
        known = id in self.results or id == here.id
        often = self._is_often(id) or (turn.alone and self._is_often(here.id))
        return known and not often and not self.leaves_out

    def _is_often(self, step: str) -> bool:
        return self.attempts.get(step, 0) >= ATTEMPTS or step in self.again

    def _intervene(self, deed: Intervention, turn: AnyTurn) -> _Going[None]:
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
                    yield from self._go_through(1 + self._ids.index(id))
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
        why = _("The other had more time, so there is as much for you. Add whatever you like.")
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
