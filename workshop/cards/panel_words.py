"""What the guide's panel says: how the hour stands, what may be done, and what is asked once more.

It is read by whoever sits in front of the screen, so it speaks of nobody.
"""

from collections.abc import Sequence
from textwrap import shorten
from typing import assert_never

from workshop.cards.panel import (
    DoneForThem,
    EndKindly,
    GoOnWith,
    GuideDeed,
    Offered,
    Panel,
    SkipStep,
    Spent,
    StepAgain,
    TakeInstead,
    TimeForBoth,
)
from workshop.core.course.session import Session
from workshop.core.evening.hour import Mark
from workshop.values import dataclass
from workshop.words import _

ABOUT = 48
"""How many characters of what was asked say which step is meant."""
TICK = 5
"""The clock moves every so many seconds."""
KINDS: tuple[type[GuideDeed], ...] = (
    SkipStep,
    StepAgain,
    TimeForBoth,
    DoneForThem,
    TakeInstead,
    GoOnWith,
    EndKindly,
)
"""What the guide may do, in the order of the panel."""


@dataclass(frozen=True)
class KindWords:
    """What one kind of thing that the guide may do is called.

    Attributes:
        under: the heading it stands under.
        label: what it is, where nothing more is chosen, or before it is.
        which: what is asked where there are several.
        nothing: why it cannot be done where there is nothing to do it with.
    """

    under: str
    label: str
    which: str = ""
    nothing: str = ""


def kind_words(kind: type[GuideDeed]) -> KindWords:
    """Return what a kind of thing that the guide may do is called."""
    step, exercise = _("This step"), _("This exercise")
    words = {
        SkipStep: KindWords(step, _("Skip this step"), nothing=_("No step is under way.")),
        StepAgain: KindWords(
            step,
            _("Do a step again"),
            _("Which step again?"),
            _("No step of this exercise is done yet."),
        ),
        TimeForBoth: KindWords(
            step, _("More time, for both"), nothing=_("Nobody speaks against the clock now.")
        ),
        DoneForThem: KindWords(
            exercise, _("Done: go on from here"), nothing=_("No exercise is under way.")
        ),
        TakeInstead: KindWords(
            exercise,
            _("Put it aside, and take another"),
            _("Which exercise instead? This one keeps its notes."),
            _("There is no other exercise."),
        ),
        GoOnWith: KindWords(
            exercise,
            _("Go on with one put aside"),
            _("Which one goes on?"),
            _("No exercise is put aside."),
        ),
        EndKindly: KindWords(
            _("The session"), _("End kindly"), nothing=_("The session ends already.")
        ),
    }
    return words[kind]


def label_of(offered: Offered) -> str:
    """Return what stands in a list of several of its kind."""
    return offered.what or kind_words(type(offered.does)).label


@dataclass(frozen=True)
class Surely:
    """What is asked once more, before something is opened, ended or dropped.

    Attributes:
        question: what is asked.
        line: what becomes of what is there.
        yes: the button that does it.
    """

    question: str
    line: str
    yes: str


def surely(offered: Offered) -> Surely | None:
    """Return what is asked once more; None where nothing is opened, ended or dropped."""
    match offered.does:
        case SkipStep():
            return Surely(
                _("Skip this step, for both?"),
                _("What is sealed in it and not opened is gone. What you agreed stays."),
                _("Skip it"),
            )
        case StepAgain():
            return Surely(
                _("Do this again, for both? {step}").format(step=offered.what),
                _("It begins anew. What you agreed stays."),
                _("Do it again"),
            )
        case TakeInstead():
            return Surely(
                _("Take this one instead: {exercise}?").format(exercise=offered.what),
                _("The one under way is put aside with its notes; it can go on later."),
                _("Take it"),
            )
        case GoOnWith():
            return Surely(
                _("Go on with this one: {exercise}?").format(exercise=offered.what),
                _("The one under way, if there is one, is put aside with its notes."),
                _("Go on with it"),
            )
        case DoneForThem():
            return Surely(
                _("Is this exercise done?"),
                _("Nothing more is asked. What is sealed and not opened is gone."),
                _("It is done"),
            )
        case EndKindly():
            return Surely(
                _("End the session, kindly?"),
                _("Three screens: what is new, read aloud; the next date; the notes, yes or no."),
                _("End it"),
            )
        case TimeForBoth():
            return None
        case _:
            assert_never(offered.does)


def hour_lines(panel: Panel, *, clock: bool) -> tuple[str, ...]:
    """Return how the hour stands, a line each.

    Args:
        panel: what there is to show.
        clock: whether its clock is shown.
    """
    lines = [_spent(one) for one in (panel.session, panel.exercise, panel.step) if one is not None]
    if clock:
        lines.append(_("The clock: {time}").format(time=_clock(panel.clock)))
    return (*lines, *_next(panel.next))


def _spent(spent: Spent) -> str:
    if spent.planned is None:
        return _("{what}: {used} min").format(what=spent.what, used=spent.used)
    told = _("{what}: {used} of {planned} min")
    return told.format(what=spent.what, used=spent.used, planned=spent.planned)


def _next(lines: Sequence[str]) -> list[str]:
    return [_("Then: {what}").format(what=line) for line in lines]


def _clock(seconds: int) -> str:
    """Return a time of day's worth of seconds, such as 1:05:20, as it stood at the last tick."""
    seconds = seconds // TICK * TICK
    return f"{seconds // 3600}:{seconds // 60 % 60:02}:{seconds % 60:02}"


def mark_line(mark: Mark | None) -> str:
    """Return the quiet mark before the end of the hour; empty where there is none."""
    match mark:
        case 10:
            return _("There are about ten minutes of the hour left.")
        case 2:
            return _("There are about two minutes of the hour left.")
        case None:
            return ""
        case _:
            assert_never(mark)


def numbered(step: int, steps: int, about: str = "") -> str:
    """Return what a step is called: its number, and what was asked in it first."""
    said = _("Step {step} of {steps}").format(step=step, steps=steps)
    first = about.strip().partition("\n")[0]
    if not first:
        return said
    return _("{step}: {about}").format(step=said, about=shorten(first, ABOUT, placeholder=" ..."))


def told(deed: GuideDeed, what: str, session: Session | None) -> str:
    """Return what both are told of what the guide does: one line that names nobody.

    Args:
        deed: what is done.
        what: what it is about, as it was offered.
        session: what is under way before it.
    """
    gone = session is not None and bool(session.pending.held) and not isinstance(deed, TimeForBoth)
    line = _told(deed, what, session)
    if not gone:
        return line
    return _("{told} What was sealed and not opened is gone, for both.").format(told=line)


def _told(deed: GuideDeed, what: str, session: Session | None) -> str:
    match deed:
        case SkipStep():
            return _("This step is skipped, for both.")
        case StepAgain(step=id):
            steps = [step.id for step in session.script.steps] if session else [id]
            number = numbered(1 + steps.index(id), len(steps))  # what was asked may name somebody
            return _("{step} is done again, for both.").format(step=number)
        case TimeForBoth():
            return _("There is more time, for both.")
        case TakeInstead():
            return _("One is put aside, with its notes. Now: {title}.").format(title=what)
        case GoOnWith():
            return _("It goes on where it was put aside: {title}.").format(title=what)
        case DoneForThem():
            return _("This exercise is done, for both.")
        case EndKindly():
            return _("The session comes to its end.")
        case _:
            assert_never(deed)
