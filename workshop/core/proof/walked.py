"""Walks each step once with made-up replies: what is offered to whom, and how long it takes."""

from collections.abc import Collection, Iterable, Sequence
from functools import lru_cache
from itertools import chain, takewhile, zip_longest
from typing import NamedTuple, cast

from workshop.core.course.progress import Script
from workshop.core.course.replay import visible
from workshop.core.course.scene import Course, Result, Scene
from workshop.core.exercise import Exercise
from workshop.core.people import BySide, Side, other
from workshop.core.proof.robot import A_DAY, OWN, SOMEBODY, Policy, answering, example_of
from workshop.core.turns import AnyCompound, Consent, Shown, Turn, WishList
from workshop.core.turns.reply import Held, Reply, Stored


class WalkedStep(NamedTuple):
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
    own = OWN.get(policy, (Turn,))  # answers all in its own way where nothing else is said
    same = [_answers_alike(step, policy, own) for step in like]
    if like and all(same):
        return tuple(like)
    steps: list[WalkedStep] = []
    results: dict[str, Result] = {}
    leads = [step.refers_to for step in script.steps]
    quoted = frozenset(chain.from_iterable(leads))
    given = example_of(script)
    alone = pages = 0
    differ: set[str] = set()  # the steps that left something else
    for step, to, alike, is_same in zip_longest(script.steps, leads, like, same):
        if alike is not None and is_same and differ.isdisjoint(to):
            done = alike
        else:
            seen = visible(step, results) if to else {}
            scene = _Unsaid(script.id, SOMEBODY, given, seen, alone, pages, quoted)
            done = _walked(step.turns(scene), policy)
            if alike is not None and done.result != alike.result:
                differ.add(step.id)
        steps.append(done)
        results[step.id] = done.result
        alone, pages = alone + step.alone, pages + step.pages
    return tuple(steps)


def _answers_alike(step: WalkedStep, policy: Policy, own: tuple[type[Turn], ...]) -> bool:
    for turn, reply in step.asked:
        if isinstance(turn, own) and turn.settled(policy(turn)) != reply:
            return False
    return True


def _walked(course: Course, policy: Policy) -> WalkedStep:
    asked: list[tuple[Shown, Reply]] = []

    def answer(turn: Shown) -> Reply:
        reply = turn.settled(policy(turn))
        asked.append((turn, reply))
        return reply

    try:
        turn = next(course)
        while True:
            if isinstance(turn, AnyCompound):
                one, two = answer(turn.part(turn.first)), answer(turn.part(other(turn.first)))
                held = BySide.of(turn.first, cast("Held", one), cast("Held", two))
                turn = course.send(turn.outcome(held, A_DAY))
            else:
                turn = course.send(cast("Stored", answer(turn)))
    except StopIteration as over:
        return WalkedStep(tuple(asked), over.value)


class _Unsaid(Scene):
    """A scene for whoever counts turns, and does not read them."""

    def say(self, template: str, side: Side) -> str:  # noqa: ARG002  whoever it is said to
        """Return `template` as its author wrote it."""
        return template


ALONE = "one-person turn"
"""The kind of whatever only one of the two gets."""
Counted = dict[Side, dict[str, tuple[int, int]]]
"""The turns offered to each partner, by kind: how many, and how many seconds in all."""


def offered(exercise: Exercise, policy: Policy) -> Counted:
    """Return the turns and seconds that `policy` is offered, as `counted` counts them."""
    return counted(walked_steps(exercise, policy))


def counted(steps: Iterable[WalkedStep]) -> Counted:
    """Return the turns and seconds offered to each partner, by kind of turn.

    Consents are left out, and so is what belongs to both. Turns that only one of the two gets count
    as one kind, since they alternate.
    """
    counts: Counted = {"left": {}, "right": {}}
    for step in steps:
        for turn, _reply in step.asked:
            if turn.holder is None or isinstance(turn, Consent | WishList):
                continue
            kind = ALONE if turn.alone else type(turn).__name__
            of_kind = counts[turn.holder]
            turns, seconds = of_kind.get(kind, (0, 0))
            of_kind[kind] = (turns + 1, seconds + turn.seconds)
    return counts


@lru_cache(maxsize=64)
def _answered(exercise: Exercise) -> tuple[WalkedStep, ...]:
    return walked_steps(exercise, answering)


def seconds_by_step(exercise: Exercise) -> tuple[int, ...]:
    """Return how many seconds each step is thought to take when everything is answered."""
    return seconds_in(_answered(exercise))


def seconds_in(steps: Iterable[WalkedStep]) -> tuple[int, ...]:
    """Return how many seconds each step is thought to take."""
    return tuple(sum(turn.seconds for turn, _reply in step.asked) for step in steps)


def planned_minutes(exercise: Exercise, step: int) -> int:
    """Return how many of the exercise's minutes are planned for its step number `step`."""
    seconds = seconds_by_step(exercise)
    part = exercise.minutes * seconds[step - 1] / max(1, sum(seconds))
    return max(1, round(part)) if part else 0


def minutes_left(exercise: Exercise, step: int, done: Collection[str] = ()) -> int:
    """Return about how many of the exercise's minutes are left.

    Args:
        exercise: what is under way.
        step: the number of the step under way, from 1.
        done: the ids of turns that are answered. The more there are, the less is left.
    """
    seconds = seconds_by_step(exercise)
    under_way = [turn for turn, _reply in _answered(exercise)[step - 1].asked]
    ahead = list(takewhile(lambda turn: not _is_done(turn, done), reversed(under_way)))
    left = sum(turn.seconds for turn in ahead) + sum(seconds[step:])
    return max(1, round(exercise.minutes * left / max(1, sum(seconds))))


def _is_done(turn: Turn, done: Collection[str]) -> bool:
    """Whether `turn`, or what both were asked with it, is answered."""
    return turn.id in done or (turn.id.last in ("1", "2") and turn.id.whole in done)
