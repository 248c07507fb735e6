"""Exercises that a guide put aside with their notes: the last entry of each says so."""

from workshop.core.course.session import Session, intervened, taken_up
from workshop.core.exercise import Exercise
from workshop.core.turns.reply import SetAside, WentOn
from workshop.desk.documents.open_exercises import OpenExercises, exercise_of
from workshop.errors import NotFound, Trouble, Unreadable


class PutAside:
    """What was put aside in one workshop. All of it can be done twice."""

    def __init__(self, exercises: OpenExercises) -> None:
        self._exercises = exercises

    def all(self) -> list[tuple[int, Exercise | Trouble]]:
        """Return each run, with its exercise, or why that cannot be read."""
        found: list[tuple[int, Exercise | Trouble]] = []
        for run in self._exercises.aside():
            try:
                found.append((run, exercise_of(self._exercises.session(run))))
            except Trouble as trouble:
                found.append((run, trouble))
        return found

    def of(self, exercise: str) -> int | None:
        """Return the newest run of an exercise that was put aside; None where there is none."""
        exercises = self._exercises
        found = [run for run in exercises.aside() if exercises.exercise_id(run) == exercise]
        return found[-1] if found else None

    def session(self, run: int) -> Session | None:
        """Return what is not finished; None where it was put aside and its exercise is not there.

        Raises:
            Trouble: it is under way, and cannot be read.
        """
        try:
            return self._exercises.session(run)
        except (NotFound, Unreadable):
            if run in self._exercises.aside():
                return None
            raise

    def put(self, session: Session) -> None:
        """Put an exercise aside, with its notes. Raises NotSaved."""
        self._exercises.save(intervened(session, SetAside()))

    def take_up(self, run: int) -> Session:
        """Go on with an exercise that was put aside. Raises NotSaved."""
        session = taken_up(self._exercises.session(run))
        if session.entries and isinstance(session.entries[-1].reply, SetAside):
            session = intervened(session, WentOn())
            self._exercises.save(session)
        return session
