"""What is asked now: the turn under way, a compound one unfolded, and who types it."""

from workshop.core.course.replay import may_have_more
from workshop.core.course.under_way import Begun, Session
from workshop.core.people import SIDES, Answers, BySide, Side, other
from workshop.core.turns import (
    AnyCompound,
    AnyTurn,
    BothOnPaper,
    BothTick,
    Compound,
    Handover,
    Joint,
    Reveal,
    Sealed,
    Shown,
    Turn,
    Unseal,
)
from workshop.core.turns.reply import Circled, Empty, Intervention, MoreTime, Moved
from workshop.values import dataclass


@dataclass(frozen=True)
class Ask:
    """What a face shows now.

    Attributes:
        turn: the turn, compound ones unfolded.
        step: the number of the step under way, from 1.
        steps: how many there are.
        draft: open text that was begun for this turn; empty when there is none.
        circled: open circles that were begun for this turn.
        moved: rows that were moved for this turn so far.
        can_reopen: whether the last answer may be reopened from here.
        more: whether more time may be asked for.
        again: whether a sealed turn or a consent begins again here, after a stop.
        typist: who types it; None where nobody or anybody does, or who guides them.
        paper: whether both may still write it on paper instead.
        owed: whether the rest of the step is left out, and this is what the other had already.
    """

    turn: Shown
    step: int
    steps: int
    draft: str = ""
    circled: Circled | None = None
    moved: Moved | None = None
    can_reopen: bool = False
    more: bool = False
    again: bool = False
    typist: Side | None = None
    paper: bool = False
    owed: bool = False


def ask(session: Session) -> Ask | None:
    """Return what a face shows now; None when the course is over.

    A typing partner who has not said that they have the keyboard is asked for that first; before a
    sealed turn each time, so that the other can look away; but not where they sit down.
    """
    progress = session.progress
    turn = progress.turn
    if turn is None:
        return None
    shown = _unfolded(session, turn)
    begun = session.draft if session.draft and session.draft.turn == shown.id else None
    typist = _typist(session, shown)
    paper = _may_be_on_paper(session, turn) and not _on_paper(session)
    looks_away = shown.privacy == "sealed" and session.pending.alone != shown.id
    takes_it = typist != session.pending.keyboard or looks_away
    if typist is not None and takes_it and not _is_asked_first(session, turn):
        keeps = typist == session.pending.keyboard
        shown = Handover(id=shown.id / "handover", holder=typist, to=shown, keeps=keeps)
    return Ask(
        turn=shown,
        step=progress.step,
        steps=len(session.script.steps),
        draft=begun.text if begun else "",
        circled=begun.circled if begun else None,
        moved=_moved(begun, shown),
        can_reopen=_can_reopen(session, shown),
        more=may_have_more(turn, progress.asked),
        again=(
            isinstance(turn, Compound)
            and turn.id == session.resumed
            and not isinstance(shown, Unseal)
        ),
        typist=typist,
        paper=paper,
        owed=progress.leaves_out,
    )


def _moved(begun: Begun | None, shown: Shown) -> Moved | None:
    """Return the rows that were moved so far, where they are those that are asked about."""
    moved = begun.moved if begun else None
    return moved if moved is not None and shown.fits(moved) else None


def _is_asked_first(session: Session, turn: AnyTurn) -> bool:
    """Whether this is where they sit down, and nobody has answered or has the keyboard yet.

    Both may read whether to sit down tonight: there is nothing to look away from before the first
    of them answers, and the card says who that is, and who looks away.
    """
    begins = isinstance(turn, Joint) and turn.part(turn.first).to == "evening"
    return begins and session.pending.keyboard is None and not session.pending.held


def _unfolded(session: Session, turn: AnyTurn) -> Shown:
    if not isinstance(turn, AnyCompound):
        return turn
    if isinstance(turn, Sealed) and _may_be_on_paper(session, turn) and _on_paper(session):
        return BothOnPaper(
            id=turn.id / "on-paper",
            prompt=turn.prompt,
            seconds=turn.seconds // 2,
            of=turn,
            waits=last_held(session) if session.pending.held else None,
        )
    for side in _order(session, turn):
        if side not in session.pending.held:
            return turn.part(side)
    closed = any(isinstance(one, Empty) for one in session.pending.held.values())
    return Unseal(id=turn.id / "open", prompt=turn.prompt, closed=closed)


def _may_be_on_paper(session: Session, turn: AnyTurn) -> bool:
    """Whether `turn` is sealed, and one of them has still to write it: either may ask for paper."""
    return isinstance(turn, Sealed) and len(session.pending.held) < len(SIDES)


def _on_paper(session: Session) -> bool:
    """Whether both write on paper: asked for, or since one of them does not type."""
    both_type = session.answers.left == session.answers.right == "type"
    return session.on_paper or session.pending.paper or not both_type


def _order(session: Session, turn: Compound) -> tuple[Side, Side]:
    """Return who answers first: whoever has the keyboard, so that it changes hands once.

    Who types for the other gives own consent before. Where nobody has it, `first` begins. Neither
    sees what the other answered, so that nothing but the keyboard goes by this order.
    """
    pending, answers = session.pending, session.answers
    if pending.held:
        begins = next(iter(pending.held))
    elif isinstance(turn, Joint | BothTick) and (typist := _types_for_both(answers)):
        begins = typist
    else:
        begins = pending.keyboard or turn.first
    return begins, other(begins)


def _types_for_both(answers: BySide[Answers]) -> Side | None:
    """Return who types for the other, if one of the two alone says it."""
    for side in SIDES:
        if answers[side] != "say" and answers[other(side)] == "say":
            return side
    return None


def _typist(session: Session, shown: Turn) -> Side | None:
    """Return who types what is asked: its holder, unless they say it and the other types.

    Nobody of the two where their guide types: what is open, and nothing else.
    """
    if not shown.typed or shown.holder is None:
        return None
    mine, theirs = session.answers[shown.holder], session.answers[other(shown.holder)]
    typed_by_other = mine == "say" and theirs != "say"
    if shown.privacy == "open" and "guide types" in (mine, theirs if typed_by_other else mine):
        return None
    if mine != "say":
        return shown.holder
    if typed_by_other:
        return other(shown.holder)
    return session.pending.keyboard or shown.holder  # both say: either types


def last_held(session: Session) -> Side:
    """Return whose sealed answer came in last."""
    return tuple(session.pending.held)[-1]


def _can_reopen(session: Session, shown: Shown) -> bool:
    """Whether the last answer is its owner's to take back, seen from what is shown now."""
    if session.pending.paper:
        return True  # back to the keyboard
    if session.pending.held:
        # Until the other has the keyboard, or before both open.
        return isinstance(shown, Handover | Unseal) and session.pending.back in (
            None,
            last_held(session),
        )
    turns = session.progress.turns
    if not turns or isinstance(session.entries[-1].reply, MoreTime | Intervention):
        return False
    last = turns[-1]
    if isinstance(last, Compound | Reveal):
        return False
    if last.holder is not None and session.pending.back not in (None, last.holder):
        return False  # whoever answered after that has taken over already
    if not last.typed:
        return True  # nothing that was written shows by it, whoever writes next
    taken_over = shown.typed and shown.holder not in (None, last.holder)
    return not taken_over
