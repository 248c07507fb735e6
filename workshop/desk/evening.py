"""Where an evening stands: its opening, the exercise under way, its close, and what comes next."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date
from typing import Literal

from workshop.cards import choices
from workshop.cards.beside import Part
from workshop.cards.choice import Choice
from workshop.cards.deeds import HalfDoneDeed, MapDeed, OthersDeed
from workshop.core.course.session import Pending, Session, answering, taken_up
from workshop.core.evening.closing import Closed
from workshop.core.evening.opening import Opened
from workshop.core.evening.page_work import PageWork
from workshop.core.exercise import Exercise
from workshop.core.people import Answers, Side
from workshop.core.progress import comes_next
from workshop.desk.clock import Clock
from workshop.desk.documents.open_exercises import exercise_of
from workshop.desk.documents.open_workshop import OpenWorkshop
from workshop.desk.documents.put_aside import PutAside
from workshop.desk.hour import BESIDE, Hour, Place
from workshop.desk.map import Map
from workshop.errors import Trouble

Over = Literal["not tonight", "closed"]
"""Why an evening is over."""


class Evening:
    """One evening at one workshop.

    Attributes:
        opening: the course that begins the evening.
        closing: the course that ends it, once it has begun.
        page: work on the page of the agreement, while both are at it.
        worked: the work on the page that was done last, until they are back on the page.
        exercise: the exercise under way.
        half_done: what is asked about an exercise left in the middle, until it is answered.
        elsewhere: whether that one is in a folder which is not there now: its notes stay.
        over: why the evening is over; None while it is not.
        on_paper: whether what is sealed is written on paper for as long as they sit here.
        put_aside: the exercises that were put aside.
        hour: counts the time, where somebody guides the two.
    """

    def __init__(self, workshop: OpenWorkshop, clock: Clock) -> None:
        """Read everything, so that nothing is written if something cannot be read."""
        self._workshop = workshop
        self._clock = clock
        self.opening: Session | None = None
        self.closing: Session | None = None
        self.page: Session | None = None
        self.worked: PageWork | None = None
        self.exercise: Session | None = None
        self.half_done: Choice[HalfDoneDeed] | None = None
        self.over: Over | None = None
        self.on_paper = False
        self._map = Map(workshop)
        self.put_aside = PutAside(workshop.exercises)
        self.hour = Hour(workshop.evening, clock) if workshop.saved.guided else None
        self.elsewhere = False
        self._lost: int | None = None  # a run whose exercise cannot be read
        self._done_here = False
        self._is_first = not (workshop.exercises.done or workshop.folder.runs())
        self._left_one = False  # whether one was put away in this sitting, and none done since
        self._keyboard: Side | None = None  # who has it goes from one course to the next
        self._take_up()

    def _take_up(self) -> None:
        workshop = self._workshop
        workshop.read_all()
        self._lost = self.half_done = None
        self.elsewhere = False
        aside = workshop.exercises.aside()
        unfinished = [run for run in workshop.exercises.unfinished() if run not in aside]
        if not unfinished:
            return
        run = unfinished[-1]
        try:
            session = workshop.exercises.session(run)
        except Trouble as trouble:
            self.elsewhere = bool(workshop.library.gone)
            self._lost = run
            self.half_done = choices.lost_exercise(trouble.sentence, elsewhere=self.elsewhere)
            return
        self.exercise = taken_up(session)
        if (session.entries or session.draft) and not session.over:
            changed = workshop.exercises.has_changed(session)
            self.half_done = choices.half_done(exercise_of(session), session, changed)

    def beside(self) -> tuple[Part, ...]:
        """Return what stands beside a turn where there is room: the path, and what is agreed."""
        session = self.current
        script = session.script if session is not None else None
        return self._map.beside(script.id if isinstance(script, Exercise) else None)

    # -- what is asked ------------------------------------------------------------------------

    @property
    def tonight(self) -> bool:
        """Whether both said: tonight."""
        if self.opening is None:
            return False
        result = self.opening.progress.results.get("opening")
        return isinstance(result, Opened) and result.tonight

    @property
    def current(self) -> Session | None:
        """The course that asks now; None when a choice comes first."""
        if self.opening is not None and not self.opening.over:
            return self.opening
        if self.closing is not None:
            return self.closing
        if self.page is not None:
            return self.page
        return None if self.half_done else self.exercise

    @property
    def in_exercise(self) -> bool:
        """Whether an exercise asks now."""
        return self.current is not None and self.current is self.exercise

    @property
    def place(self) -> Place:
        """What is under way: which run, and which step of it."""
        session = self.current
        if session is None or session is not self.exercise:
            return BESIDE
        return session.run, session.script.steps[session.progress.step - 1].id

    def choice(self) -> Choice[HalfDoneDeed] | Choice[MapDeed]:
        """Return what is to be chosen when no course asks."""
        return self.half_done or self._map.choice()

    @property
    def next_evening(self) -> date | None:
        """The day they picked to sit down again, if they did."""
        return self._workshop.saved.next_evening

    def others(self, most: int | None) -> Choice[OthersDeed]:
        """Return the exercises to choose from, of at most so many minutes each."""
        return self._map.others(most)

    @property
    def near(self) -> str | None:
        """The exercise that is under way, or comes next on the path."""
        if self.exercise is not None:
            return self.exercise.script.id
        return comes_next(self._workshop.saved.path, self._workshop.exercises.done)

    # -- what changes it ----------------------------------------------------------------------

    def open(self) -> None:
        """Mend what a crash left between two files, and open the evening. May be done again."""
        workshop, today = self._workshop, self._clock.today()
        workshop.record.look()  # before anything is written
        workshop.names.finish(today)
        for run in workshop.exercises.unfinished():  # what is done is settled
            if self.exercise is not None and self.exercise.run == run:
                workshop.settle(self.exercise, today)
            elif run != self._lost and (session := self.put_aside.session(run)) is not None:
                workshop.settle(session, today)
        left = workshop.evening.occasion("closing", begun=True)
        if left is not None and left.over:
            self._finish_evening(left)
        begun = workshop.evening.open(today)
        self.opening = workshop.evening.occasion("opening", begun)
        self.closing = workshop.evening.occasion("closing", begun=True)
        self.page = workshop.evening.occasion("page", begun=True)
        if self.page is not None:
            workshop.settle(self.page, today)
        self.go_on()

    def hold(self, session: Session) -> None:
        """Take `session` in place of the course that asks; there is nothing in it to save."""
        self._keyboard = session.pending.keyboard
        if self.in_exercise:
            self.exercise = session
        elif self.current is self.opening:
            self.opening = session
        elif self.current is self.page:
            self.page = session
        else:
            self.closing = session

    def keep(self, session: Session) -> None:
        """Save `session` as it stands now, in place of the course that asks."""
        settles = self.in_exercise or self.current is self.page
        if self.in_exercise:
            self._workshop.exercises.save(session)
        else:
            self._workshop.evening.save(session)
        self.hold(session)
        if settles:
            self._workshop.settle(session, self._clock.today())

    def go_on(self) -> None:
        """Do what follows when a course is over, until something is asked. May be done again."""
        workshop, today = self._workshop, self._clock.today()
        if self.opening is None or not self.opening.over or self.over:
            return
        if not self.tonight:
            workshop.evening.not_tonight()
            self.over = "not tonight"
            return
        workshop.evening.note_seen()
        if self.closing is not None:
            if self.closing.over:
                self._finish_evening(self.closing)
                self.over = "closed"
            return
        if self.page is not None:
            if not self.page.over:
                return
            self.worked = workshop.evening.finish_page()
            self.page = None
            return
        if self.exercise is not None and self.exercise.over:
            used = self.hour.seconds(self.exercise.run) if self.hour else None
            workshop.exercises.finish(self.exercise, today, used)
            self.exercise, self._done_here, self._left_one = None, True, False
        if self.exercise is None and self.half_done is None:
            self._what_comes_next()

    def _what_comes_next(self) -> None:
        path = self._workshop.saved.path
        upcoming = comes_next(path, self._workshop.exercises.done)
        if upcoming is None and self._done_here and not self._workshop.exercises.aside():
            self.close()
        elif upcoming is not None and self._is_chosen(path, upcoming):
            self.begin(upcoming)

    def _is_chosen(self, path: Sequence[str], upcoming: str) -> bool:
        """Whether it was asked for: the one exercise, or the first of a programme that is begun."""
        if len(path) == 1:
            return self.put_aside.of(upcoming) is None
        return self._is_first and self._workshop.begins_with(upcoming)

    def note_time(self, least: int = 0) -> None:
        """Save how long what took, where somebody guides the two. May be done again.

        Args:
            least: how many seconds more than what is saved are worth it.
        """
        if self.hour is not None and self.hour.unsaved >= least:
            self.hour.go_to(self.place)
            self.hour.save()

    def begin(self, exercise: str) -> None:
        """Begin an exercise, or go on with it where it was put aside; unless one is under way."""
        if self.exercise is not None:
            return
        self._is_first = False
        if (run := self.put_aside.of(exercise)) is not None:
            self.go_on_with(run)
        else:
            begun = self._workshop.exercises.begin(exercise, self._clock.today())
            self.exercise = self._taken_over(begun)

    def lay_aside(self) -> None:
        """Put the exercise under way aside, with its notes, if there is one."""
        if self.exercise is not None:
            self.put_aside.put(self.exercise)
            self.exercise = self.half_done = None

    def go_on_with(self, run: int) -> None:
        """Go on with an exercise that was put aside; one under way is put aside."""
        if self.exercise is not None and self.exercise.run != run:
            self.lay_aside()
        self.exercise = self._taken_over(self.put_aside.take_up(run))

    def begin_page(self, work: PageWork) -> None:
        """Begin work on the page, unless there is some."""
        if self.page is None:
            begun = self._workshop.evening.begin_page(work)
            self.page = self._taken_over(begun)

    def close(self, *, kindly: bool = False) -> None:
        """Begin to close the evening.

        Args:
            kindly: whether a guide ends it: what is new, the next date and the notes alone.
        """
        stopped = self._left_one or self.exercise is not None or self._lost is not None
        today = self._clock.today()
        self._workshop.evening.begin_closing(today, stopped=stopped, kindly=kindly)
        begun = self._workshop.evening.occasion("closing", begun=False)
        self.closing = self._taken_over(begun) if begun else None
        self.half_done = None

    def _taken_over(self, begun: Session) -> Session:
        """Return a course that has just begun, with what goes from one course to the next."""
        pending = Pending(keyboard=self._keyboard)
        return replace(begun, pending=pending, on_paper=self.on_paper)

    def throw_away(self) -> None:
        """Delete the notes of the exercise under way. Clauses that are in force stay."""
        run = self.exercise.run if self.exercise else self._lost
        if run is not None:
            self._workshop.exercises.throw_away(run)
        self._left_one = self._left_one or self.in_exercise
        self.exercise = self._lost = self.half_done = None

    def answer_by(self, side: Side, answers: Answers) -> None:
        """Let the partner on `side` answer otherwise from now on."""
        self._workshop.set_answers(side, answers)
        both = self._workshop.saved.answers
        self.change(lambda session: answering(session, both))

    def change(self, how: Callable[[Session], Session]) -> None:
        """Change what is in memory of every course."""
        self.opening = how(self.opening) if self.opening else None
        self.closing = how(self.closing) if self.closing else None
        self.page = how(self.page) if self.page else None
        self.exercise = how(self.exercise) if self.exercise else None

    def look_again(self) -> None:
        """Look once more for what was under way, where it could not be opened.

        Raises:
            Unreadable: a file cannot be read still.
        """
        self._workshop.library.look_again()
        self._take_up()
        if self.exercise is not None:
            self._workshop.settle(self.exercise, self._clock.today())

    def start_again(self) -> None:
        """Throw the notes of the exercise under way away, and begin it again."""
        if self.exercise is not None:
            exercise = self.exercise.script.id
            self.throw_away()
            self.begin(exercise)
        self.half_done = None

    def _finish_evening(self, closing: Session) -> None:
        result = closing.progress.results["closing"]
        assert isinstance(result, Closed)
        self._workshop.evening.finish(result)
