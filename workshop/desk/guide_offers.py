"""What somebody who guides the two may do now, and where it cannot be done, why."""

from collections.abc import Iterator

from workshop.cards.panel import (
    DoneForThem,
    EndKindly,
    GoOnWith,
    Offered,
    SkipStep,
    StepAgain,
    TakeInstead,
    TimeForBoth,
)
from workshop.cards.panel_words import numbered
from workshop.core.course.replay import MORE_TIMES, may_be_given_time
from workshop.core.course.session import Session
from workshop.core.exercise import Exercise
from workshop.core.progress import comes_next
from workshop.core.turns import Read
from workshop.desk.aside import Aside
from workshop.desk.documents.open_exercises import exercise_of
from workshop.desk.documents.open_workshop import OpenWorkshop
from workshop.desk.evening import Evening
from workshop.words import _


class GuideOffers:
    """What may be done at one Desk."""

    def __init__(self, workshop: OpenWorkshop, evening: Evening, aside: Aside) -> None:
        self._workshop, self._evening, self._aside = workshop, evening, aside

    def all(self) -> Iterator[Offered]:
        """Yield what may be done, in the order of the panel."""
        session = self._evening.current if self._evening.in_exercise else None
        yield from self._of_steps(session)
        yield from self._of_exercises()
        yield Offered(EndKindly(), why_not=self._shut)

    # -- why not ------------------------------------------------------------------------------

    @property
    def _shut(self) -> str:
        """Why nothing can be done to the session now; empty where something can."""
        evening = self._evening
        if self._aside.waits:
            return _("Something is not saved yet: that comes first.")
        if self._aside.ended is not None or evening.closing is not None:
            return _("The session ends already.")
        if evening.opening is None or not evening.opening.over:
            return _("The session is only being opened.")
        return ""

    @property
    def _idle(self) -> str:
        """Why nothing can be done to an exercise now; empty where one is under way."""
        if self._shut:
            return self._shut
        if self._evening.page is not None:
            return _("The agreement is worked on now.")
        if self._evening.half_done is not None:
            return _("It was left half done: how it goes on is chosen first.")
        return "" if self._evening.in_exercise else _("No exercise is under way.")

    # -- what ---------------------------------------------------------------------------------

    def _of_steps(self, session: Session | None) -> Iterator[Offered]:
        idle = self._idle
        owed = ""
        if session is not None and session.progress.leaves_out:
            owed = _("A turn that is owed comes first; it can be passed.")
        yield Offered(SkipStep(), why_not=idle or owed)
        again = [] if session is None or idle or owed else list(session.progress.repeatable)
        for id in again:
            assert session is not None
            yield Offered(StepAgain(id), _named(session, id))
        if not again:
            done = _("Every step was done three times.")
            yield Offered(StepAgain(""), why_not=idle or owed or done)
        yield Offered(TimeForBoth(), why_not=idle or _why_no_time(session))
        yield Offered(DoneForThem(), why_not=idle or owed)

    def _of_exercises(self) -> Iterator[Offered]:
        evening = self._evening
        aside = evening.put_aside.all()
        why_not = self._shut
        if not why_not and evening.page is not None:
            why_not = _("The agreement is worked on now.")
        if why_not or evening.exercise is None:
            why_not = why_not or _("None is under way: the page asks which one comes next.")
            yield Offered(TakeInstead(""), why_not=why_not)
        else:
            there = {one.id for _run, one in aside if isinstance(one, Exercise)}
            for found in self._others():
                if found.id not in there:
                    yield Offered(TakeInstead(found.id), found.title)
        for run, one in aside:
            if isinstance(one, Exercise):
                yield Offered(GoOnWith(run), one.title, self._shut)
            else:
                what = self._workshop.exercises.exercise_id(run)
                yield Offered(GoOnWith(run), what, self._shut or one.sentence)

    def _others(self) -> list[Exercise]:
        """Return every exercise but the one under way, what comes next on the path first."""
        evening, workshop = self._evening, self._workshop
        under_way = evening.exercise.script.id if evening.exercise else ""
        upcoming = comes_next(workshop.saved.path, (*workshop.exercises.done, under_way))
        found = [one for one in workshop.library.exercises() if isinstance(one, Exercise)]
        found.sort(key=lambda one: (one.id != upcoming, one.title))
        return [one for one in found if one.id != under_way]


def _named(session: Session, id: str) -> str:
    """Return what a step is called: by its number, and what was asked in it first."""
    steps = [step.id for step in exercise_of(session).steps]
    turns = (*session.progress.turns, *((now,) if (now := session.progress.turn) else ()))
    asked = next((turn for turn in turns if turn.id.authored == id), None)
    about = (asked.text if isinstance(asked, Read) else asked.prompt) if asked else ""
    return numbered(1 + steps.index(id), len(steps), about)


def _why_no_time(session: Session | None) -> str:
    turn = session.progress.turn if session is not None else None
    if turn is None or session is None or not turn.seconds:
        return _("No time is suggested here.")
    asked = session.progress.asked
    if may_be_given_time(turn, asked):
        return ""
    if asked >= MORE_TIMES and may_be_given_time(turn, 0):
        return _("Twice is the most.")
    return _("Time is added where one tells something, or both do it together.")
