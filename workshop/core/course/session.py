"""What a pair can do in a course under way: answer, take back, begin to write, look away.

The course itself is handed on from `under_way.py`, and what it asks from `asking.py`.
"""

from dataclasses import replace
from datetime import date

from workshop.core.course.asking import Ask, ask, last_held
from workshop.core.course.replay import may_be_given_time
from workshop.core.course.under_way import TYPING, Begun, Pending, Session, taken_up
from workshop.core.people import Answers, BySide
from workshop.core.text import clean, is_blank
from workshop.core.turns import (
    AnyCompound,
    BothOnPaper,
    CirclesOpen,
    Compound,
    Draft,
    Handover,
    Moving,
    Sealed,
    Unseal,
    Write,
)
from workshop.core.turns.reply import (
    CLOSED,
    Circled,
    Done,
    Drafted,
    Entry,
    FinishedAloud,
    Held,
    Intervention,
    MoreTime,
    Moved,
    OnPaper,
    Outcome,
    Paper,
    RepeatedStep,
    Reply,
    SkippedStep,
    Stored,
    Words,
)
from workshop.errors import Refused
from workshop.words import _

__all__ = [
    "TYPING",
    "Ask",
    "Begun",
    "Openly",
    "Pending",
    "Session",
    "answering",
    "ask",
    "draft",
    "given_time",
    "intervened",
    "looked_away",
    "record",
    "reopen",
    "taken_up",
]


Openly = str | Circled | Moved
"""What can be begun openly, and is kept so before it is an answer."""


def record(session: Session, reply: Reply, seconds: int, on: date) -> Session:
    """Return `session` with `reply` to what is asked now.

    Args:
        session: the course as it stands.
        reply: what was answered.
        seconds: how long it took; not kept for sealed turns and consents.
        on: the day.

    Raises:
        Refused: the reply cannot be taken; the same thing is asked again.
    """
    asked = ask(session)
    turn = session.progress.turn
    if asked is None or turn is None:
        raise Refused(_("There is nothing more to answer here."))
    shown = asked.turn
    if isinstance(reply, MoreTime):
        if not asked.more:
            raise Refused(_("More time can be asked for twice at most, while somebody talks."))
        return _entered(session, turn.id, reply, 0)
    if isinstance(reply, Paper):
        if not asked.paper:
            raise Refused(
                _("Paper is for what is written sealed, until both of you have sealed it.")
            )
        return replace(session, pending=replace(session.pending, paper=True, back=None))
    settled = shown.settled(reply)
    if isinstance(shown, Handover):
        pending = replace(session.pending, keyboard=shown.holder, alone=shown.to.id)
        return replace(session, pending=pending)
    if not isinstance(turn, AnyCompound):
        if not isinstance(settled, Stored):
            raise Refused(_("That is not an answer to this."))
        if shown.typed and shown.holder and asked.typist is None:  # their guide had the keyboard
            session = replace(session, pending=replace(session.pending, keyboard=None))
        return _entered(session, turn.id, settled, seconds)
    if isinstance(shown, BothOnPaper):
        return _entered(session, turn.id, OnPaper() if isinstance(settled, Done) else CLOSED, 0)
    if isinstance(shown, Unseal):
        opened = isinstance(settled, Done)
        return _entered(session, turn.id, _outcome(session, turn, on) if opened else CLOSED, 0)
    if shown.holder is None or not isinstance(settled, Held):
        raise Refused(_("That is not an answer to this."))
    held = {**session.pending.held, shown.holder: settled}
    keyboard = session.pending.keyboard or asked.typist  # who answers first has taken it
    pending = replace(session.pending, held=held, keyboard=keyboard, back=None)
    session = replace(session, pending=pending)
    if len(held) == 2 and not isinstance(turn, Sealed):
        return _entered(session, turn.id, _outcome(session, turn, on), 0)
    return session


def intervened(session: Session, deed: Intervention) -> Session:
    """Return `session` after what a guide did. What was begun stays, where the same is asked.

    Raises:
        Refused: it cannot be done here.
    """
    progress = session.progress
    if progress.turn is None:
        raise Refused(_("There is nothing more to answer here."))
    match deed:
        case RepeatedStep(step=step) if step not in progress.repeatable:
            raise Refused(_("That step cannot be done again now."))
        case SkippedStep() | FinishedAloud() if progress.leaves_out:
            raise Refused(_("It is left out already: one turn is still owed."))
        case _:
            pass
    after = replace(_entered(session, progress.turn.id, deed, 0), draft=session.draft)
    turn = after.progress.turn
    if turn is None or turn.id != progress.turn.id:
        after = replace(after, draft=None)
    return replace(after, resumed=turn.id if isinstance(turn, Compound) else None)


def given_time(session: Session) -> Session:
    """Return `session` with more time at what is asked, as a guide gives it: always for both.

    Raises:
        Refused: it has none to give.
    """
    progress = session.progress
    turn, asked = progress.turn, progress.asked
    if turn is None or not may_be_given_time(turn, asked):
        raise Refused(_("More time can be given twice at most, where a time is suggested."))
    return replace(_entered(session, turn.id, MoreTime(), 0), pending=session.pending)


def looked_away(session: Session) -> Session:
    """Return `session` after a rest: before anything sealed the other is asked to look away again.

    What is sealed already stays so.
    """
    return replace(session, pending=replace(session.pending, alone=None))


def answering(session: Session, answers: BySide[Answers]) -> Session:
    """Return `session` with `answers` for how each answers from now on.

    Where one sealed answer is in already, both answer again: else whoever types for the other, or
    sees what is on paper, would have it before both open.
    """
    begins_again = bool(session.pending.held) and answers != session.answers
    if not begins_again:
        return replace(session, answers=answers)
    turn = session.progress.turn
    return replace(
        session,
        answers=answers,
        resumed=turn.id if turn else None,
        pending=Pending(keyboard=session.pending.keyboard),
    )


def reopen(session: Session) -> Session:
    """Return `session` with the last answer taken back, to be given again.

    Open text comes back as a draft; a sealed answer starts empty. Only one's own last answer, until
    the next holder takes over, and never past a reveal or a consent. A turn to speak, which anybody
    may have passed over by a key too many, comes back until anything else was answered.

    Raises:
        Refused: there is none that may be reopened from here.
    """
    asked = ask(session)
    if asked is None or not asked.can_reopen:
        raise Refused(_("Only your own last answer can be opened again, until the other goes on."))
    if session.pending.paper:
        return replace(session, pending=replace(session.pending, paper=False))
    if session.pending.held:
        back = last_held(session)
        held = {side: mine for side, mine in session.pending.held.items() if side != back}
        keyboard = session.pending.keyboard
        return replace(session, pending=Pending(held=held, keyboard=keyboard, back=back))
    entry, turn = session.entries[-1], session.progress.turns[-1]
    begun = None
    if isinstance(entry.reply, Words | Drafted):
        begun = Begun(turn=turn.id, text=entry.reply.text)
    elif isinstance(entry.reply, Circled):
        begun = Begun(turn=turn.id, circled=entry.reply)
    elif isinstance(entry.reply, Moved):
        begun = Begun(turn=turn.id, moved=entry.reply)
    return replace(
        session,
        entries=session.entries[:-1],
        draft=begun,
        pending=Pending(keyboard=turn.holder or session.pending.keyboard, back=turn.holder),
    )


def draft(session: Session, begun: Openly) -> Session:
    """Return `session` with what was begun kept, if what is asked now is open and takes such."""
    asked = ask(session)
    match asked.turn if asked else None, begun:
        case Write() | Draft() as turn, str(text):
            text = clean(text)
            kept = Begun(turn=turn.id, text=text) if not is_blank(text) else None
        case CirclesOpen() as turn, Circled():
            kept = Begun(turn=turn.id, circled=begun) if begun != Circled() else None
        case Moving() as turn, Moved():
            kept = Begun(turn=turn.id, moved=begun) if begun != turn.proposed else None
        case _:
            return session
    return replace(session, draft=kept)


def _entered(session: Session, turn: str, reply: Stored, seconds: int) -> Session:
    entry = Entry(turn=turn, reply=reply, seconds=max(0, seconds))
    keyboard = session.pending.keyboard
    return replace(
        session,
        entries=(*session.entries, entry),
        draft=session.draft if isinstance(reply, MoreTime) else None,
        resumed=None,
        pending=Pending(keyboard=keyboard),
    )


def _outcome(session: Session, turn: AnyCompound, on: date) -> Outcome:
    held = session.pending.held
    return turn.outcome(BySide(held["left"], held["right"]), on)
