"""The exercises of one workshop: each run's working notes, and what is done."""

from datetime import date, timedelta

from workshop.content.library import Library
from workshop.core.course.scene import Given
from workshop.core.course.session import Session
from workshop.core.evening.evening import who_begins
from workshop.core.exercise import Exercise
from workshop.core.turns.reply import SetAside
from workshop.desk.documents.ground_rules import GroundRules
from workshop.desk.documents.open_agreement import OpenAgreement
from workshop.desk.documents.open_folder import OpenFolder
from workshop.errors import NotFound
from workshop.store.documents import Notes
from workshop.store.workshop import Finished

PAST_MIDNIGHT = timedelta(days=2)
"""After so long, nothing was done in an evening that is known by the day on which it began."""


class OpenExercises:
    """What was begun, goes on or is done in one workshop."""

    def __init__(
        self, opened: OpenFolder, library: Library, agreement: OpenAgreement, rules: GroundRules
    ) -> None:
        self._opened = opened
        self._library = library
        self._agreement = agreement
        self._rules = rules
        self._notes: dict[int, Notes] = {}
        self._beginning: dict[str, int] = {}  # of what is not surely saved yet

    @property
    def done(self) -> tuple[str, ...]:
        """The ids of the exercises that were finished, once for each time."""
        return tuple(finished.exercise for finished in self._opened.workshop.done)

    @property
    def done_today(self) -> tuple[str, ...]:
        """The ids of those that were finished in this sitting: their notes are there still."""
        runs = self.finished()
        done = self._opened.workshop.done
        return tuple(finished.exercise for finished in done if finished.run in runs)

    def unfinished(self) -> tuple[int, ...]:
        """Return the runs that are not finished, in order."""
        return tuple(run for run in self._opened.folder.runs() if run not in self._opened.done_runs)

    def aside(self) -> tuple[int, ...]:
        """Return the runs that a guide put aside, in order: their last entry says so."""
        return tuple(run for run in self.unfinished() if self._is_aside(run))

    def _is_aside(self, run: int) -> bool:
        entries = self._opened.folder.notes(run).entries
        return bool(entries) and isinstance(entries[-1].reply, SetAside)

    def exercise_id(self, run: int) -> str:
        """Return the id of the exercise of `run`, whether it can be read or not."""
        return self._opened.folder.notes(run).exercise

    def finished(self) -> tuple[int, ...]:
        """Return the runs that are finished and still have their notes, in order.

        Where somebody deleted a file meanwhile, what it held is in memory still.
        """
        there = {*self._opened.folder.runs(), *self._notes}
        return tuple(run for run in sorted(there) if run in self._opened.done_runs)

    def gone(self, began: date) -> int:
        """Return of how many, done since the last close, there are no notes, and nothing is kept.

        What was done on the day of the last evening, or past its midnight, may have been put away
        by that one; where nobody knows of one, what was done before the evening that `began` then.
        """
        closed = self._opened.workshop.last_evening
        first = began if closed is None else closed + PAST_MIDNIGHT
        there = {*self.finished(), *self._opened.folder.kept_runs()}
        done = self._opened.workshop.done
        return sum(one.on >= first and one.run not in there for one in done)

    def session(self, run: int) -> Session:
        """Return the exercise of `run` as its notes have it.

        Raises:
            NotFound: the exercise is not there any more.
            Unreadable: the notes or the exercise cannot be read.
        """
        notes = self._notes[run] = self._read(run)
        return Session(
            script=self._library.begun(notes.exercise, notes.digest),
            pair=self._opened.workshop.pair(notes.first),
            given=notes.given,
            entries=notes.entries,
            draft=notes.draft,
            run=run,
            answers=self._opened.answers,
        )

    def _read(self, run: int) -> Notes:
        try:
            return self._opened.folder.notes(run)
        except NotFound:
            if run not in self._notes:
                raise
            return self._notes[run]

    def has_changed(self, session: Session) -> bool:
        """Whether the exercise is not the one any more that its notes were begun with."""
        return self._notes[session.run].digest != exercise_of(session).digest

    def begin(self, exercise: str, today: date) -> Session:
        """Begin an exercise, with notes of its own."""
        self._rules.forget_dropped()
        # A save may fail when its file is there already: then it is that run which is tried again.
        run = self._beginning.get(exercise) or self._opened.next_run()
        self._beginning[exercise] = run
        found = self._library.exercise(exercise)
        session = Session(
            script=found,
            pair=self._opened.workshop.pair(who_begins(run, self._opened.workshop.coin)),
            given=self._agreement.given(today) if found.looks_back else Given(),
            run=run,
            answers=self._opened.answers,
        )
        self._notes[run] = Notes(
            exercise=found.id,
            digest=found.digest,
            first=session.pair.first,
            began=today,
            given=session.given,
        )
        self.save(session)
        del self._beginning[exercise]
        return session

    def save(self, session: Session) -> None:
        """Save the entries and the draft of an exercise."""
        notes = self._notes[session.run].model_copy(
            update={"entries": session.entries, "draft": session.draft}
        )
        self._opened.folder.save_notes(session.run, notes)
        self._notes[session.run] = notes

    def finish(self, session: Session, today: date, used: int | None = None) -> None:
        """Note that an exercise is done.

        Args:
            session: the exercise.
            today: the day.
            used: how many seconds it really took; as long as its turns did when None.
        """
        if session.run in self._opened.done_runs:
            return
        seconds = max(used or 0, sum(entry.seconds for entry in session.entries))
        finished = Finished(
            run=session.run,
            exercise=session.script.id,
            on=today,
            minutes=(seconds + 30) // 60,
        )
        self._opened.change(done=(*self._opened.workshop.done, finished))

    def throw_away(self, run: int) -> None:
        """Delete the notes of a run. Clauses that are in force stay. Raises NotSaved."""
        self._opened.folder.drop_notes(run)
        self._notes.pop(run, None)


def exercise_of(session: Session) -> Exercise:
    """Return the exercise that is under way in `session`, in the language it was begun in."""
    exercise = session.script
    assert isinstance(exercise, Exercise)  # an evening's own courses have no run
    return exercise
