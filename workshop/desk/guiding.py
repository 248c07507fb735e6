"""What somebody who guides the two sees of the hour, and does to it."""

from collections.abc import Callable, Iterable
from contextlib import suppress
from dataclasses import replace
from typing import assert_never

from workshop.cards.panel import (
    DoneForThem,
    EndKindly,
    GoOnWith,
    GuideDeed,
    Panel,
    SkipStep,
    Spent,
    StepAgain,
    TakeInstead,
    TimeForBoth,
)
from workshop.cards.panel_words import numbered, told
from workshop.core.course.session import Pending, Session, given_time, intervened
from workshop.core.evening.hour import Mark, mark
from workshop.core.exercise import evening_minutes
from workshop.core.progress import comes_next, ticked_off
from workshop.core.proof.walked import planned_minutes
from workshop.core.turns.reply import FinishedAloud, RepeatedStep, SkippedStep, WentOn
from workshop.desk.aside import Aside
from workshop.desk.documents.open_exercises import exercise_of
from workshop.desk.documents.open_workshop import OpenWorkshop
from workshop.desk.evening import Evening
from workshop.desk.guide_offers import GuideOffers
from workshop.desk.watch import Watch
from workshop.errors import Refused, Trouble
from workshop.words import _


class Guiding:
    """The hour at one Desk."""

    def __init__(
        self, workshop: OpenWorkshop, evening: Evening, aside: Aside, watch: Watch
    ) -> None:
        """Begin with nothing done."""
        self._workshop, self._evening, self._aside, self._watch = workshop, evening, aside, watch
        self._offers = GuideOffers(workshop, evening, aside)
        self._told = ""

    @property
    def told(self) -> str:
        """What the guide did last, in one line for both; empty once they went on.

        After a stop it is known by what was saved last.
        """
        return self._told or self._with_what_is_owed(self._told_before())

    def _told_before(self) -> str:
        """Return what was told before a stop, where nothing was answered since; else nothing."""
        evening = self._evening
        session = evening.current
        if session is None:
            return ""
        was = replace(session, pending=Pending())  # what is sealed since then is not gone
        if not session.entries:
            if session is evening.closing:
                return told(EndKindly(), "", was) if self._workshop.evening.kindly else ""
            aside = self._workshop.exercises.aside()
            is_instead = session is evening.exercise and session.run - 1 in aside
            return told(TakeInstead(""), exercise_of(session).title, was) if is_instead else ""
        match session.entries[-1].reply:
            case SkippedStep():
                return told(SkipStep(), "", was)
            case RepeatedStep(step=step):
                return told(StepAgain(step), "", was)
            case FinishedAloud():
                return told(DoneForThem(), "", was)
            case WentOn():
                return told(GoOnWith(session.run), exercise_of(session).title, was)
            case _:
                return ""

    def forget_told(self) -> None:
        """Let go of what was told, as they went on."""
        self._told = ""

    def panel(self) -> Panel:
        """Return how the hour stands, and what may be done."""
        session = self._evening.current
        in_exercise = session is not None and session is self._evening.exercise
        clock = self._seconds()
        return Panel(
            session=Spent(self._workshop.said.title, clock // 60, self._planned()),
            exercise=self._of_exercise(session) if session and in_exercise else None,
            step=self._of_step(session) if session and in_exercise else None,
            clock=clock,
            next=self._next(session if in_exercise else None),
            offered=tuple(self._offers.all()),
        )

    @property
    def mark(self) -> Mark | None:
        """Which quiet mark before the end of the hour is reached."""
        return mark(self._seconds(), self._planned())

    # -- how the hour stands ------------------------------------------------------------------

    def _seconds(self, run: int | None = None, step: str | None = None) -> int:
        hour = self._evening.hour
        return hour.seconds(run, step) if hour is not None else 0

    def _of_exercise(self, session: Session) -> Spent:
        exercise = exercise_of(session)
        return Spent(exercise.title, self._seconds(session.run) // 60, exercise.minutes)

    def _of_step(self, session: Session) -> Spent:
        exercise, number = exercise_of(session), session.progress.step
        return Spent(
            numbered(number, len(exercise.steps)),
            self._seconds(session.run, exercise.steps[number - 1].id) // 60,
            planned_minutes(exercise, number),
        )

    def _planned(self) -> int | None:
        """Return how many minutes the hour was planned for; None where nobody planned it."""
        place = self._workshop.place
        if place is not None:
            return place.now.planned.takes(self._minutes(place.now.planned.exercises))
        path, exercises = self._workshop.saved.path, self._workshop.exercises
        before = list(exercises.done)
        for id in exercises.done_today:
            before.remove(id)
        left = [id for id, tick in zip(path, ticked_off(path, before), strict=True) if not tick]
        return evening_minutes(self._minutes(left)) if left else None

    def _minutes(self, ids: Iterable[str]) -> list[int]:
        found: list[int] = []
        for id in ids:
            with suppress(Trouble):
                found.append(self._workshop.library.exercise(id).minutes)
        return found

    def _next(self, session: Session | None) -> tuple[str, ...]:
        """Return what comes next, a line each: the next step, then the next exercise."""
        if self._evening.closing is not None:
            return ()
        lines: list[str] = []
        now = ""
        if session is not None:
            exercise, step = exercise_of(session), session.progress.step
            now = exercise.id
            if step < len(exercise.steps):
                lines.append(numbered(step + 1, len(exercise.steps)))
        upcoming = self._upcoming(now)
        with suppress(Trouble):
            library, ends = self._workshop.library, self._workshop.said.ends
            lines.append(library.exercise(upcoming).title if upcoming else ends)
        return tuple(lines)

    def _upcoming(self, now: str) -> str | None:
        """Return the exercise after the one that is under way, of this session alone."""
        workshop = self._workshop
        if (place := workshop.place) is None:
            return comes_next(workshop.saved.path, (*workshop.exercises.done, now))
        of_now = zip(place.now.planned.exercises, place.now.ticks, strict=True)
        return next((id for id, tick in of_now if not tick and id != now), None)

    # -- what may be done ---------------------------------------------------------------------

    def do(self, deed: GuideDeed) -> None:
        """Do what the guide chose.

        Raises:
            Refused: it cannot be done now; nothing has changed.
        """
        offered = next((one for one in self._offers.all() if one.does == deed), None)
        if offered is None or offered.why_not:
            raise Refused(offered.why_not if offered else _("That is not an answer to this."))
        self._aside.make_way()
        session = self._evening.current
        self._told = told(deed, offered.what, session)
        if not isinstance(deed, TimeForBoth):
            self._watch.restart()
        self._aside.attempt(*self._actions(deed, session), self._evening.go_on)
        if isinstance(deed, SkipStep | StepAgain | DoneForThem):
            self._told = self._with_what_is_owed(self._told)

    def _with_what_is_owed(self, line: str) -> str:
        """Return what was told, and that a turn comes first which one of them had already."""
        session = self._evening.current
        if not line or session is None or not session.progress.leaves_out:
            return line
        return _("{told} A turn that is owed comes first.").format(told=line)

    def _actions(self, deed: GuideDeed, session: Session | None) -> list[Callable[[], None]]:
        """Return what saves, in order; each may be done again."""
        evening = self._evening
        match deed:
            case TakeInstead(exercise=exercise):
                return [evening.lay_aside, lambda: evening.begin(exercise)]
            case GoOnWith(run=run):
                return [lambda: evening.go_on_with(run)]
            case EndKindly():
                return [lambda: evening.close(kindly=True)]
            case SkipStep() | StepAgain() | DoneForThem() | TimeForBoth():
                assert session is not None
                after = _after(deed, session)
                return [lambda: evening.keep(after)]
            case _:
                assert_never(deed)


def _after(deed: SkipStep | StepAgain | DoneForThem | TimeForBoth, session: Session) -> Session:
    match deed:
        case SkipStep():
            return intervened(session, SkippedStep())
        case StepAgain(step=step):
            return intervened(session, RepeatedStep(step=step))
        case DoneForThem():
            return intervened(session, FinishedAloud())
        case TimeForBoth():
            return given_time(session)
        case _:
            assert_never(deed)
