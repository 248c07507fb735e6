"""A course taken up again from a file: what is asked then."""

from dataclasses import replace

from support.evening import A_DAY
from workshop.core.course.session import TYPING, Ask, Session, taken_up
from workshop.core.people import Answers, BySide, other
from workshop.core.turns import BothOnPaper, Compound, Handover, Sealed, Shown
from workshop.store import formats
from workshop.store.documents import Notes


def through_a_file(session: Session) -> Session:
    """Return `session` as it is read from the notes that it was saved to."""
    notes = Notes(
        exercise=session.script.id,
        digest="",
        first=session.pair.first,
        began=A_DAY,
        given=session.given,
        entries=session.entries,
        draft=session.draft,
    )
    read = formats.read(Notes, formats.write(notes), "notes/1.toml")
    return taken_up(
        replace(
            Session(session.script, session.pair, run=session.run, answers=session.answers),
            given=read.given,
            entries=read.entries,
            draft=read.draft,
        )
    )


def at_hand(asked: Ask) -> Shown:
    """Return what is asked once the keyboard is where it belongs."""
    return asked.turn.to if isinstance(asked.turn, Handover) else asked.turn


def beginning_of(turn: Compound, answers: BySide[Answers]) -> Shown:
    """Return what is asked first of a turn that asks both."""
    if isinstance(turn, Sealed) and answers != TYPING:
        return BothOnPaper(
            id=f"{turn.id}/on-paper", prompt=turn.prompt, seconds=turn.seconds // 2, of=turn
        )
    types_for_the_other = answers[turn.first] == "say" and answers[other(turn.first)] != "say"
    return turn.part(other(turn.first) if types_for_the_other else turn.first)
