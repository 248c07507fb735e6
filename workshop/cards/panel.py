"""The guide's panel: how the hour stands, what comes next, and what the guide may do, with reasons.

Plain values that both faces show; the couple may read all of it. The Desk makes them.
"""

from workshop.cards.choice import Deed
from workshop.values import dataclass


@dataclass(frozen=True)
class SkipStep(Deed):
    """Leave out the step under way, for both."""


@dataclass(frozen=True)
class StepAgain(Deed):
    """Do a step of the exercise under way again, for both.

    Attributes:
        step: its id.
    """

    step: str


@dataclass(frozen=True)
class TimeForBoth(Deed):
    """Give the turn under way more time, and its counterpart the same."""


@dataclass(frozen=True)
class TakeInstead(Deed):
    """Put the exercise under way aside, with its notes, and begin another.

    Attributes:
        exercise: its id.
    """

    exercise: str


@dataclass(frozen=True)
class GoOnWith(Deed):
    """Go on with an exercise that was put aside; the one under way, if any, is put aside.

    Attributes:
        run: which one.
    """

    run: int


@dataclass(frozen=True)
class DoneForThem(Deed):
    """Go on past the exercise under way, as done: they did the rest of it aloud."""


@dataclass(frozen=True)
class EndKindly(Deed):
    """End the session in three screens: what is new is read aloud, the next date, the notes."""


GuideDeed = SkipStep | StepAgain | TimeForBoth | TakeInstead | GoOnWith | DoneForThem | EndKindly
"""What the guide may do, all of it. Each is an entry of the session."""


@dataclass(frozen=True)
class Offered:
    """One thing that the guide may do.

    Attributes:
        does: what.
        what: the step or the exercise that it is about, in words; empty where it is the one under
            way.
        why_not: why that cannot be done now, in a sentence; empty where it can.
    """

    does: GuideDeed
    what: str = ""
    why_not: str = ""


@dataclass(frozen=True)
class Spent:
    """How long something takes.

    Attributes:
        what: what it is: an exercise, a step.
        used: whole minutes of real time so far, pauses and all.
        planned: the minutes that its author or its programme plans; None where nobody did.
    """

    what: str
    used: int
    planned: int | None = None


@dataclass(frozen=True)
class Panel:
    """All that the panel shows.

    Attributes:
        session: the hour: how much of it has gone by.
        exercise: the exercise under way, if one is.
        step: its step under way.
        clock: seconds of real time in this session, pauses and all.
        next: what comes next, a line each: the next step, then the next exercise.
        offered: what the guide may do, in order.
    """

    session: Spent
    exercise: Spent | None
    step: Spent | None
    clock: int
    next: tuple[str, ...]
    offered: tuple[Offered, ...]
