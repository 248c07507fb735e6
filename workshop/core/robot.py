"""Walks a course with made-up replies: proves equal turns, times an exercise, and bounds it."""

from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from datetime import date
from functools import lru_cache

from workshop.core.exercise import Exercise
from workshop.core.people import BySide, Pair, Side, other
from workshop.core.replay import Script
from workshop.core.reply import (
    HELD,
    STORED,
    Checked,
    Circled,
    Done,
    Drafted,
    Empty,
    Held,
    NotNow,
    OtherWords,
    Picked,
    Pointed,
    Ranked,
    Rated,
    Reply,
    Stored,
    Words,
    Yes,
)
from workshop.core.scene import Given, Result, Scene
from workshop.core.session import Ask, Session, ask, record
from workshop.core.turn import (
    Add,
    BothOnPaper,
    Breathe,
    Check,
    CirclesOpen,
    CirclesSealed,
    Compound,
    Consent,
    Copy,
    Draft,
    Handover,
    Heard,
    Pick,
    PickDay,
    Points,
    Rank,
    Rate,
    Read,
    Reveal,
    Shown,
    Speak,
    Turn,
    Unseal,
    Write,
    WriteSealed,
)

Policy = Callable[[Ask], Reply]
"""How a robot answers."""

SOMEBODY = Pair(left="One", right="Two", first="left")
A_DAY = date(2000, 1, 1)


def answering(ask: Ask) -> Reply:
    """Answer everything, say yes to everything."""
    match ask.turn:
        case Add() as turn:
            return Words(text=f"Something, {turn.id}.")  # on a list the same stands only once
        case Write() | WriteSealed():
            return Words(text="Something.")
        case CirclesSealed() | CirclesOpen():
            return Circled(inner=("One thing.",), outer=("Another.", "And another."))
        case Rate() as turn:
            return Rated(answers=tuple((1,) * len(turn.scales) for _item in turn.items))
        case Pick():
            return Picked(ticks=(1,))
        case Rank() as turn:
            return Ranked(order=tuple(range(1, len(turn.items) + 1)))
        case Points() as turn:
            rest = turn.most if turn.total else 1
            return Pointed(points=(rest, *(0 for _item in turn.items[1:])))
        case Draft() as turn:
            return Drafted(text="We try it.", weeks=turn.weeks[0] if turn.weeks else None)
        case Consent():
            return Yes()
        case Check():
            return Checked(answer="yes")
        case PickDay():
            return Empty()
        case Read() | Breathe() | Speak() | Heard() | Copy() | Reveal() | Handover() | Unseal():
            return Done()
        case BothOnPaper():
            return Done()


def passing(ask: Ask) -> Reply:
    """Pass whatever can be passed."""
    return Empty() if Empty in ask.turn.takes else Done()


def not_yet(ask: Ask) -> Reply:
    """Never feel understood, never agree."""
    match ask.turn:
        case Check():
            return Checked(answer="not yet")
        case Consent():
            return NotNow()
        case _:
            return answering(ask)


def rewording(ask: Ask) -> Reply:
    """Offer other words for as long as they are taken."""
    match ask.turn:
        case Consent(rewording=True) as turn:
            return OtherWords(text=f"{turn.words} Or so, {turn.id}.")
        case _:
            return answering(ask)


EVEN_HANDED: Mapping[str, Policy] = {
    "all answer": answering,
    "all pass": passing,
    'all "not yet"': not_yet,
    'all "other words"': rewording,
}
"""Policies that treat both partners alike."""


def walk(session: Session, policy: Policy, on: date = A_DAY) -> Iterator[tuple[Ask, Reply]]:
    """Yield each ask and its reply until the course is over."""
    while (asked := ask(session)) is not None:
        reply = policy(asked)
        yield asked, reply
        session = record(session, reply, 0, on)


def offers(
    script: Script, policy: Policy, pair: Pair = SOMEBODY
) -> Iterator[tuple[int, Turn, Reply]]:
    """Yield the number of the step, what each partner is asked in it, and the reply.

    The same as `walk` but for handovers and openings, of two who type and ask for no more time. It
    drives the steps once, in place of replaying all entries before each turn, and leaves prompts as
    their author wrote them.
    """
    results: dict[str, Result] = {}
    quoted = frozenset(id for step in script.steps for id in step.refers_to)
    alone = pages = 0
    for number, step in enumerate(script.steps, start=1):
        scene = _Unsaid(script.id, pair, Given(), dict(results), alone, pages, quoted)
        course = step.turns(scene)
        asked = (number, len(script.steps))
        try:
            turn = next(course)
            while True:
                reply: Stored
                if isinstance(turn, Compound):
                    held: dict[Side, Held] = {}
                    for side in (turn.first, other(turn.first)):
                        part = turn.part(side)
                        answer = _settled(part, policy, asked)
                        yield number, part, answer
                        assert isinstance(answer, HELD)
                        held[side] = answer
                    reply = turn.outcome(BySide(held["left"], held["right"]), A_DAY)
                else:
                    given = _settled(turn, policy, asked)
                    yield number, turn, given
                    assert isinstance(given, STORED)
                    reply = given
                turn = course.send(reply)
        except StopIteration as over:
            results[step.id] = over.value
        alone, pages = alone + step.alone, pages + step.pages


class _Unsaid(Scene):
    """A scene for whoever counts turns, and does not read them."""

    def say(self, template: str, side: Side) -> str:  # noqa: ARG002  whoever it is said to
        """Return `template` as its author wrote it."""
        return template


def _settled(turn: Shown, policy: Policy, asked: tuple[int, int]) -> Reply:
    return turn.settled(policy(Ask(turn, *asked)))


def offered(exercise: Exercise, policy: Policy) -> dict[Side, Counter[tuple[str, str]]]:
    """Return the turns and seconds offered to each partner, by kind of turn.

    Consents are left out, and so is what belongs to both. Turns that only one of the two gets count
    as one kind, since they alternate.
    """
    counts: dict[Side, Counter[tuple[str, str]]] = {"left": Counter(), "right": Counter()}
    for _step, turn, _reply in offers(exercise, policy):
        if turn.holder is None or isinstance(turn, Consent):
            continue
        kind = "one-person turn" if turn.alone else type(turn).__name__
        counts[turn.holder][kind, "turns"] += 1
        counts[turn.holder][kind, "seconds"] += turn.seconds
    return counts


@lru_cache(maxsize=64)
def seconds_by_step(exercise: Exercise) -> tuple[int, ...]:
    """Return how many seconds each step is thought to take when everything is answered."""
    seconds = [0] * len(exercise.steps)
    for step, turn, _reply in offers(exercise, answering):
        seconds[step - 1] += turn.seconds
    return tuple(seconds)


def minutes_left(exercise: Exercise, step: int) -> int:
    """Return about how many of the exercise's minutes are left when `step` (from 1) begins."""
    seconds = seconds_by_step(exercise)
    left = sum(seconds[step - 1 :])
    return max(1, round(exercise.minutes * left / max(1, sum(seconds))))
