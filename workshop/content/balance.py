"""Whether an exercise gives both partners the same, and takes the time it says: by walking it."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from functools import reduce
from itertools import count

from workshop.content.misfit import entry
from workshop.content.problem import Problem
from workshop.core.course.step import Step
from workshop.core.exercise import Exercise
from workshop.core.proof.robot import EVEN_HANDED, answering
from workshop.core.proof.walked import ALONE, WalkedStep, counted, seconds_in, walked_steps
from workshop.core.turns import Consent, Speak, Turn
from workshop.words import _

MOST_TURNS = 500
"""How many turns an exercise may take at the most, whatever is answered."""
MINUTES_OFF = 3
"""By how many minutes, and ..."""
SHARE_OFF = 0.25
"""... by what share of the steps' sum `minutes` may be off."""


def balance(exercise: Exercise, file: str) -> Iterator[Problem]:
    """Yield what walking `exercise` shows to be wrong."""
    most = sum(step.at_most for step in exercise.steps)
    if most > MOST_TURNS:
        said = _(
            "this can take {most} turns, and an exercise may take {limit}. It was not walked, so"
            " equal turns and minutes were not looked at."
        )
        what, mend = said.format(most=most, limit=MOST_TURNS), _("Use fewer steps or rounds.")
        yield Problem(file, "", what, mend, at=("steps",))
        return
    steps = walked_steps(exercise, answering)
    for kind, what in _uneven(exercise, steps):
        mend = _mend(exercise, steps, kind)
        yield Problem(file, "", what, mend, at=("steps", _last_of(steps, kind)))
    yield from _minutes(exercise, steps, file)
    yield from _typing(steps, file)


def _last_of(steps: Sequence[WalkedStep], kind: str) -> int:
    """Return the place of the last step that has such turns, from 0: where to begin to mend."""
    places = [
        place
        for place, step in enumerate(steps)
        for turn, _reply in step.asked
        if (turn.alone if kind == ALONE else type(turn).__name__ == kind)
    ]
    return max(places, default=0)


def _uneven(exercise: Exercise, steps: Sequence[WalkedStep]) -> Iterator[tuple[str, str]]:
    found: defaultdict[tuple[str, int, int, int, int], list[str]] = defaultdict(list)
    answered = counted(steps)
    called = {ALONE: _("turns that only one of the two gets")}
    for policy, reply in EVEN_HANDED.items():
        walked = steps if reply is answering else walked_steps(exercise, reply, steps)
        counts = answered if walked is steps else counted(walked)
        one, two = counts["left"], counts["right"]
        if one == two:
            continue
        turns = (turn for step in walked for turn, _reply in step.asked)
        called |= {type(turn).__name__: turn.many for turn in turns}
        for kind in sorted(one.keys() | two.keys()):
            mine, theirs = one.get(kind, (0, 0)), two.get(kind, (0, 0))
            if mine != theirs:
                found[kind, *mine, *theirs].append(policy)
    for (kind, one_turns, one_seconds, two_turns, two_seconds), policies in found.items():
        when = _("whatever both answer")
        if len(policies) < len(EVEN_HANDED):
            when = reduce(_both, map(_when, policies))
        sentence = _(
            "not the same for both, {when} ({turns}): one partner is offered {one} ({seconds}"
            " seconds) and the other {two} ({others} seconds)."
        ).format(
            when=when,
            turns=called[kind],
            one=one_turns,
            seconds=one_seconds,
            two=two_turns,
            others=two_seconds,
        )
        yield kind, sentence


def _both(one: str, other: str) -> str:
    return _("{one} and {other}").format(one=one, other=other)


def _when(policy: str) -> str:
    said = {
        "all answer": _("when both answer everything"),
        "all pass": _("when both pass everything"),
        'all "not yet"': _("when nobody says yet that it was understood"),
        'all "other words"': _("when both offer other words"),
    }
    return said.get(policy, policy)


def _mend(exercise: Exercise, steps: Sequence[WalkedStep], kind: str) -> str:
    """Return what to add, by name, or to write otherwise, so that both are offered the same."""
    if kind != ALONE:
        return _("Give both the same turns and the same seconds.")
    alone = [step for step in exercise.steps if step.alone]
    named = ", ".join(f'"{step.id}"' for step in alone)
    if sum(step.alone for step in alone) % 2 == 0:
        said = _("Such turns alternate from one to the next ({steps}): give them the same seconds.")
        return said.format(steps=named)
    last = alone[-1]
    ids = {step.id for step in exercise.steps}
    said = _(
        "Such turns alternate from one to the next ({steps}): add a step below {last}, such as"
        ' kind = "{kind}", id = "{id}", seconds = {seconds}.'
    )
    mend = said.format(
        steps=named,
        last=f'"{last.id}"',
        kind=_kind(last),
        id=next(id for n in count(2) if (id := f"{last.id[:36]}-{n}") not in ids),
        seconds=max(turn.seconds for turn in _alone(steps[exercise.steps.index(last)])),
    )
    match _kind(last):
        case "agree":
            way = _('Or let each have a clause of their own: each = true, clause = "promise".')
        case "write":
            way = _('Or let both type: who = "together", or who = "each".')
        case _:
            return mend
    return f"{mend} {way}"


def _kind(step: Step) -> str:
    return str(getattr(step, "kind", ""))


def _alone(step: WalkedStep) -> list[Turn]:
    return [turn for turn, _reply in step.asked if isinstance(turn, Turn) and turn.alone]


def _minutes(exercise: Exercise, steps: Sequence[WalkedStep], file: str) -> Iterator[Problem]:
    minutes = sum(seconds_in(steps)) / 60
    off = abs(exercise.minutes - minutes)
    if off > MINUTES_OFF and off > SHARE_OFF * minutes:
        total = max(1, round(minutes))
        what = _('"minutes" says {minutes}, and the steps add up to about {total}.')
        mend = _("Write minutes = {total}, or change their seconds.")
        yield Problem(
            file,
            "",
            what.format(minutes=exercise.minutes, total=total),
            mend.format(total=total),
            at=("minutes",),
            rows=_times(exercise, seconds_in(steps)),
        )


def _times(exercise: Exercise, seconds: Sequence[int]) -> tuple[str, ...]:
    """Return how long each step takes, and all of them, in minutes and seconds."""
    names = [
        f"{entry('steps', number, {'id': step.id})} ({_kind(step)})"
        for number, step in enumerate(exercise.steps, start=1)
    ]
    rows = [*zip(names, seconds, strict=True), (_("together"), sum(seconds))]
    wide = max(len(name) for name, _seconds in rows)
    return tuple(f"{name:{wide}}  {time // 60:3}:{time % 60:02}" for name, time in rows)


def _typing(steps: Sequence[WalkedStep], file: str) -> Iterator[Problem]:
    turns = [turn for step in steps for turn, _reply in step.asked]
    typed = sum(turn.typed and not isinstance(turn, Consent) for turn in turns)
    spoken = sum(isinstance(turn, Speak) for turn in turns)
    if typed > spoken:
        what = _("more is typed ({typed} turns) than said ({spoken}).")
        mend = _("Let them talk, and type only what is used later.")
        yield Problem(
            file, "", what.format(typed=typed, spoken=spoken), mend, "warning", ("steps",)
        )
