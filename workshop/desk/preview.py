"""A walk through one exercise that saves nothing: for its author, or to look at it beforehand."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path
from shlex import quote

from workshop.cards.choice import Choice, Chosen, Farewell
from workshop.cards.deeds import TakeUp
from workshop.content.library import Library
from workshop.core.course.session import Ask, Session, ask, record
from workshop.core.exercise import Exercise
from workshop.core.people import Pair
from workshop.core.proof.robot import answering, example_of
from workshop.core.text import one_line
from workshop.core.turns import Turn
from workshop.core.turns.reply import Agreed, Entry
from workshop.desk.clock import Clock
from workshop.desk.desk import Desk
from workshop.desk.evening import Evening
from workshop.errors import NotFound
from workshop.store.documents import EveningNotes, Notes
from workshop.store.folder import Folder
from workshop.store.memory import InMemory
from workshop.store.workshop import Partner, Workshop
from workshop.words import _

LEFT, RIGHT = "Alex", "Sam"
"""Two names to walk it with."""
NEAR = 3
"""How many ids are named where one is not there."""
LONGEST = 100
"""Near to what is longer than that, nothing is looked for."""


def open_preview(
    exercise: Exercise, file: Path, library: Library, clock: Clock, at: str | None
) -> Desk:
    """Return a Desk over one exercise, in memory alone.

    Args:
        exercise: what is walked through.
        file: where it is, to say how to go on.
        library: where it is found again, and the words around it.
        clock: the day, and how time goes by.
        at: the id of the turn, or of the step, to begin at; a robot answers what comes before.

    Raises:
        NotFound: there is no such turn.
    """
    today = clock.today()
    folder = Folder(file.parent, files=InMemory())
    folder.create(
        Workshop(
            id="preview",
            created=today,
            left=Partner(name=LEFT),
            right=Partner(name=RIGHT),
            coin="left",
            path=(exercise.id,),
        )
    )
    tonight = Entry(turn="opening/tonight", reply=Agreed(on=today))
    folder.save_evening(EveningNotes(began=today, first="left", entries=(tonight,)))
    begun = Notes(
        exercise=exercise.id,
        digest=exercise.digest,
        first="left",
        began=today,
        given=example_of(exercise),
    )
    folder.save_notes(1, begun.model_copy(update={"entries": _until(exercise, at, clock)}))
    desk = Desk(folder, library, clock, ending=AfterOneExercise(file))
    if isinstance(desk.ask(), Choice):
        desk.reply(Chosen(TakeUp()))  # nobody left it: it begins in the middle
    return desk


class AfterOneExercise:
    """The end of a walk through one exercise, of which nothing is saved."""

    asks_how = False
    line_by_line = False

    def __init__(self, path: Path) -> None:
        """Know what is walked through.

        Args:
            path: the exercise's file: there is no workshop.
        """
        self.path = path

    def ended(self, evening: Evening) -> Farewell | None:
        """Return what is read last where an evening would begin to close."""
        if evening.in_exercise or evening.half_done is not None:
            return None
        return Farewell((_("That was the last step."), _("Nothing was saved.")), home=False)

    def stopped(self, evening: Evening, *, saved: bool) -> Farewell:  # noqa: ARG002  nothing is
        """Return what is read last, and how to begin where they stopped."""
        lines = [_("Nothing was saved.")]
        turn = evening.exercise.progress.turn if evening.exercise else None
        if turn is not None:
            command = f"workshop preview {quote(str(self.path))} --at {quote(turn.id)}"
            command += " --plain" if self.line_by_line else ""
            lines.append(_("To begin at this turn again: {command}").format(command=command))
        return Farewell(tuple(lines), home=False)


def turns_of(exercise: Exercise, today: date) -> tuple[Turn, ...]:
    """Return every turn that there is when everything is answered, each once, in order."""
    turns = (session.progress.turn for session, _asked in _walked(exercise, today))
    return tuple({turn.id: turn for turn in turns if turn is not None}.values())


def _until(exercise: Exercise, at: str | None, clock: Clock) -> tuple[Entry, ...]:
    """Return the entries that a robot makes until the turn `at`, or the step of that id, is asked.

    Raises:
        NotFound: there is no such turn.
    """
    if at is None:
        return ()
    today = clock.today()
    for session, asked in _walked(exercise, today):
        turn = session.progress.turn
        if turn is not None and at in (turn.id, asked.turn.id, turn.id.step):
            return replace(session, pending=replace(session.pending, held={})).entries
    from difflib import get_close_matches  # few are not there

    said = _("There is no turn {at} in this exercise, when everything is answered.")
    ids = [turn.id for turn in turns_of(exercise, today)]
    near = get_close_matches(at, ids, n=NEAR) if len(at) <= LONGEST else []
    if near:
        said += " " + _("Did you mean {near}?")
    said += " " + _("`--turns` in place of `--at` lists all there are.")
    raise NotFound(said.format(at=one_line(at), near=", ".join(near)))


def _walked(exercise: Exercise, today: date) -> Iterator[tuple[Session, Ask]]:
    """Yield what is asked at each moment, and the session as it stands then; all is answered."""
    pair = Pair(left=LEFT, right=RIGHT, first="left")
    session = Session(exercise, pair, example_of(exercise), run=1)
    while (asked := ask(session)) is not None:
        yield session, asked
        session = record(session, answering(asked.turn), 0, today)
