"""Walks a course with made-up replies: proves equal turns, times an exercise, and bounds it."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from typing import Protocol

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
    NotNow,
    OtherWords,
    Picked,
    Pointed,
    Ranked,
    Rated,
    Reply,
    Words,
    Yes,
)
from workshop.core.scene import Course, Given, Promised, Result, Scene
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



class Asked(Protocol):
    """Whatever a robot is shown: all that it looks at is the turn."""

    @property
    def turn(self) -> Shown:
        """What is asked."""


Policy = Callable[[Asked], Reply]
"""How a robot answers."""

DONE, EMPTY, YES, NOT_NOW = Done(), Empty(), Yes(), NotNow()
SOMETHING = Words(text="Something.")
TICKED = Picked(ticks=(1,))
CIRCLES = Circled(inner=("One thing.",), outer=("Another.", "And another."))
UNDERSTOOD, NOT_YET = Checked(answer="yes"), Checked(answer="not yet")

SOMEBODY = Pair(left="One", right="Two", first="left")
A_DAY = date(2000, 1, 1)
EXAMPLES = (
    Promised(id="c1", kind="agreement", text="Above 150 we talk first and sleep on it."),
    Promised(id="c2", kind="promise", text="I call when I am late.", owner="left"),
    Promised(id="c3", kind="promise", text="I put the phone away at supper.", owner="right"),
    Promised(id="c4", kind="agreement", text="Sunday mornings are free of plans.", paused=True),
)
"""Clauses for whoever walks through a review without an agreement."""
NOTHING = Given()


def answering(ask: Asked) -> Reply:
    """Answer everything, say yes to everything."""
    match ask.turn:  # what is asked most comes first
        case Speak() | Read() | Breathe() | Heard() | Copy() | Reveal() | Handover() | Unseal():
            return DONE
        case BothOnPaper():
            return DONE
        case Check():
            return UNDERSTOOD
        case Consent():
            return YES
        case Add() as turn:
            return Words(text=f"Something, {turn.id}.")  # on a list the same stands only once
        case Write() | WriteSealed():
            return SOMETHING
        case CirclesSealed() | CirclesOpen():
            return CIRCLES
        case Draft() as turn:
            return _drafted(turn.weeks[0] if turn.weeks else None)
        case Rate() as turn:
            return _rated(len(turn.items), len(turn.scales))
        case Pick():
            return TICKED
        case Rank() as turn:
            return _ranked(len(turn.items))
        case Points() as turn:
            return _pointed(len(turn.items), turn.most if turn.total else 1)
        case PickDay():
            return EMPTY


# Making a reply takes longer than all else about it, and few are needed.


@lru_cache(maxsize=64)
def _drafted(weeks: int | None) -> Drafted:
    return Drafted(text="We try it.", weeks=weeks)


@lru_cache(maxsize=64)
def _rated(items: int, scales: int) -> Rated:
    return Rated(answers=((1,) * scales,) * items)


@lru_cache(maxsize=64)
def _ranked(items: int) -> Ranked:
    return Ranked(order=tuple(range(1, items + 1)))


@lru_cache(maxsize=64)
def _pointed(items: int, first: int) -> Pointed:
    return Pointed(points=(first, *(0,) * (items - 1)))


def passing(ask: Asked) -> Reply:
    """Pass whatever can be passed."""
    return EMPTY if Empty in ask.turn.takes else DONE


def not_yet(ask: Asked) -> Reply:
    """Never feel understood, never agree."""
    match ask.turn:
        case Check():
            return NOT_YET
        case Consent():
            return NOT_NOW
        case _:
            return answering(ask)


def rewording(ask: Asked) -> Reply:
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
OWN: Mapping[Policy, tuple[type[Turn], ...]] = {not_yet: (Check, Consent), rewording: (Consent,)}
"""The kinds of turn that a policy answers in its own way; any other it answers as `answering`."""


def walk(session: Session, policy: Policy, on: date = A_DAY) -> Iterator[tuple[Ask, Reply]]:
    """Yield each ask and its reply until the course is over."""
    while (asked := ask(session)) is not None:
        reply = policy(asked)
        yield asked, reply
        session = record(session, reply, 0, on)


def example_of(script: Script) -> Given:
    """Return made-up clauses for a script that looks back at clauses; else nothing."""
    if not any(step.looks_back for step in script.steps):
        return NOTHING
    return Given(today=A_DAY, clauses=EXAMPLES)


@dataclass(frozen=True)
class WalkedStep:
    """One step, as a policy walks it.

    Attributes:
        asked: what each partner was asked, with the reply.
        result: what it left.
    """

    asked: tuple[tuple[Shown, Reply], ...]
    result: Result


def walked_steps(
    script: Script, policy: Policy, like: Sequence[WalkedStep] = ()
) -> tuple[WalkedStep, ...]:
    """Return each step of `script` as `policy` walks it.

    The same as `walk` but for handovers and openings, of two who type and ask for no more time. It
    drives the steps once, in place of replaying all entries before each turn, and leaves prompts as
    their author wrote them.

    Args:
        script: what is walked.
        policy: who answers.
        like: how `answering` walked it: steps in which both answer alike are taken from there.
    """
    steps: list[WalkedStep] = []
    results: dict[str, Result] = {}
    quoted = frozenset(id for step in script.steps for id in step.refers_to)
    given = example_of(script)
    alone = pages = 0
    alike = bool(like)  # as long as all that later steps may see is the same
    for number, step in enumerate(script.steps):
        if alike and _answers_alike(like[number], policy):
            done = like[number]
        else:
            scene = _Unsaid(script.id, SOMEBODY, given, dict(results), alone, pages, quoted)
            done = _walked(step.turns(scene), policy)
            alike = alike and done.result == like[number].result
        steps.append(done)
        results[step.id] = done.result
        alone, pages = alone + step.alone, pages + step.pages
    return tuple(steps)


def _answers_alike(step: WalkedStep, policy: Policy) -> bool:
    own = OWN.get(policy, (Turn,))
    return all(
        _settled(turn, policy) == reply for turn, reply in step.asked if isinstance(turn, own)
    )


def _walked(course: Course, policy: Policy) -> WalkedStep:
    asked: list[tuple[Shown, Reply]] = []

    def answer(turn: Shown) -> Reply:
        reply = _settled(turn, policy)
        asked.append((turn, reply))
        return reply

    try:
        turn = next(course)
        while True:
            if isinstance(turn, Compound):
                one, two = answer(turn.part(turn.first)), answer(turn.part(other(turn.first)))
                assert isinstance(one, HELD)
                assert isinstance(two, HELD)
                turn = course.send(turn.outcome(BySide.of(turn.first, one, two), A_DAY))
            else:
                reply = answer(turn)
                assert isinstance(reply, STORED)
                turn = course.send(reply)
    except StopIteration as over:
        return WalkedStep(tuple(asked), over.value)


class _Unsaid(Scene):
    """A scene for whoever counts turns, and does not read them."""

    def say(self, template: str, side: Side) -> str:  # noqa: ARG002  whoever it is said to
        """Return `template` as its author wrote it."""
        return template


@dataclass(slots=True)
class _Only:
    """A turn, asked of a robot. Not frozen, which would take four times as long to make."""

    turn: Shown


def _settled(turn: Shown, policy: Policy) -> Reply:
    return turn.settled(policy(_Only(turn)))


def offered(exercise: Exercise, policy: Policy) -> dict[Side, Counter[tuple[str, str]]]:
    """Return the turns and seconds that `policy` is offered, as `counted` counts them."""
    return counted(walked_steps(exercise, policy))


def counted(steps: Iterable[WalkedStep]) -> dict[Side, Counter[tuple[str, str]]]:
    """Return the turns and seconds offered to each partner, by kind of turn.

    Consents are left out, and so is what belongs to both. Turns that only one of the two gets count
    as one kind, since they alternate.
    """
    counts: dict[Side, Counter[tuple[str, str]]] = {"left": Counter(), "right": Counter()}
    for step in steps:
        for turn, _reply in step.asked:
            if turn.holder is None or isinstance(turn, Consent):
                continue
            kind = "one-person turn" if turn.alone else type(turn).__name__
            counts[turn.holder][kind, "turns"] += 1
            counts[turn.holder][kind, "seconds"] += turn.seconds
    return counts


@lru_cache(maxsize=64)
def seconds_by_step(exercise: Exercise) -> tuple[int, ...]:
    """Return how many seconds each step is thought to take when everything is answered."""
    return seconds_in(walked_steps(exercise, answering))


def seconds_in(steps: Iterable[WalkedStep]) -> tuple[int, ...]:
    """Return how many seconds each step is thought to take."""
    return tuple(sum(turn.seconds for turn, _reply in step.asked) for step in steps)


def minutes_left(exercise: Exercise, step: int) -> int:
    """Return about how many of the exercise's minutes are left when `step` (from 1) begins."""
    seconds = seconds_by_step(exercise)
    left = sum(seconds[step - 1 :])
    return max(1, round(exercise.minutes * left / max(1, sum(seconds))))
