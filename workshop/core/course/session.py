"""A course under way: `ask`, `record`, `reopen` and `draft` are what a pair can do.

Nothing here knows a screen, a clock or a disk. What waits sealed is in `Pending`, which no file
has a place for.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from functools import cached_property

from workshop.core.agreement.effect import Effect
from workshop.core.course.replay import Progress, Script, may_have_more, replay
from workshop.core.course.scene import Given
from workshop.core.fields import Answer
from workshop.core.model import Frozen
from workshop.core.people import Answers, BySide, Pair, Side, other
from workshop.core.text import clean
from workshop.core.turns import (
    AnyCompound,
    AnyTurn,
    BothOnPaper,
    BothTick,
    CirclesOpen,
    Compound,
    Draft,
    Handover,
    Joint,
    Reveal,
    Sealed,
    Shown,
    Turn,
    Unseal,
    Write,
)
from workshop.core.turns.reply import (
    CLOSED,
    Circled,
    Done,
    Drafted,
    Entry,
    Held,
    MoreTime,
    OnPaper,
    Outcome,
    Paper,
    Reply,
    Stored,
    Words,
)
from workshop.errors import Refused
from workshop.words import _


class Begun(Frozen):
    """Open text that is not an answer yet.

    Attributes:
        turn: the id of the turn it is for.
        text: what was typed so far.
        circled: what stands in the circles so far, where those are typed from paper.
    """

    turn: str
    text: Answer = ""
    circled: Circled | None = None


@dataclass(frozen=True)
class Pending:
    """What is in memory only: gone when the program stops.

    Attributes:
        held: the answers of a compound turn that are in, by side.
        keyboard: who said last that they have the keyboard; nobody at start and resume.
        alone: the id of the sealed turn before which the other was asked to look away.
        back: whose answer was reopened, until they answer again.
        paper: whether both write the sealed turn under way on paper.
    """

    held: Mapping[Side, Held] = field(default_factory=dict)
    keyboard: Side | None = None
    alone: str | None = None
    back: Side | None = None
    paper: bool = False

    def __repr__(self) -> str:
        return "Pending(...)"  # what is sealed shows nowhere


@dataclass(frozen=True)
class Ask:
    """What a face shows now.

    Attributes:
        turn: the turn, compound ones unfolded.
        step: the number of the step under way, from 1.
        steps: how many there are.
        draft: open text that was begun for this turn; empty when there is none.
        circled: open circles that were begun for this turn.
        can_reopen: whether the last answer may be reopened from here.
        more: whether more time may be asked for.
        again: whether a sealed turn or a consent begins again here, after a stop.
        typist: who types it; None where nobody or anybody does.
        paper: whether both may still write it on paper instead.
    """

    turn: Shown
    step: int
    steps: int
    draft: str = ""
    circled: Circled | None = None
    can_reopen: bool = False
    more: bool = False
    again: bool = False
    typist: Side | None = None
    paper: bool = False


TYPING: BySide[Answers] = BySide("type", "type")
"""Both type."""


@dataclass(frozen=True)
class Session:
    """One course under way.

    Attributes:
        script: what it is made of.
        pair: the partners, and who is first here.
        given: what was frozen when it began.
        entries: the record so far.
        draft: open text that is not an answer yet.
        run: its number; 0 where it has none.
        resumed: the id of the turn at which it was taken up again.
        answers: how each likes to answer.
        on_paper: whether what is sealed is written on paper here, however they like to answer.
        pending: what is in memory only.
    """

    script: Script
    pair: Pair
    given: Given = field(default_factory=Given)
    entries: tuple[Entry, ...] = ()
    draft: Begun | None = None
    run: int = 0
    resumed: str | None = None
    answers: BySide[Answers] = TYPING
    on_paper: bool = False
    pending: Pending = field(default_factory=Pending)

    @cached_property
    def progress(self) -> Progress:
        """Where it stands."""
        return replay(self.script, self.pair, self.given, self.entries)

    @property
    def over(self) -> bool:
        """Whether nothing is asked any more."""
        return self.progress.turn is None

    @property
    def misfit(self) -> bool:
        """Whether some entries do not fit, since the exercise was changed meanwhile."""
        return self.progress.used < len(self.entries)

    @property
    def effects(self) -> tuple[Effect, ...]:
        """What the entries changed beyond the notes; each origin is run/turn."""
        return tuple(
            effect.model_copy(update={"origin": f"{self.run}/{effect.origin}"})
            for effect in self.progress.effects
        )


def taken_up(session: Session) -> Session:
    """Return `session` as it is taken up again: nobody holds the keyboard, nothing sealed is there.

    Entries that no longer fit are left out.
    """
    turn = session.progress.turn
    return replace(
        session,
        entries=session.entries[: session.progress.used],
        resumed=turn.id if isinstance(turn, Compound) else None,
        pending=Pending(),
    )


def ask(session: Session) -> Ask | None:
    """Return what a face shows now; None when the course is over.

    A typing partner who has not said that they have the keyboard is asked for that first; before a
    sealed turn each time, so that the other can look away.
    """
    progress = session.progress
    turn = progress.turn
    if turn is None:
        return None
    shown = _unfolded(session, turn)
    begun = session.draft if session.draft and session.draft.turn == shown.id else None
    typist = _typist(session, shown)
    paper = isinstance(turn, Sealed) and not session.pending.held and not _on_paper(session)
    looks_away = shown.privacy == "sealed" and session.pending.alone != shown.id
    if typist is not None and (typist != session.pending.keyboard or looks_away):
        keeps = typist == session.pending.keyboard
        shown = Handover(id=f"{shown.id}/handover", holder=typist, to=shown, keeps=keeps)
    return Ask(
        turn=shown,
        step=progress.step,
        steps=len(session.script.steps),
        draft=begun.text if begun else "",
        circled=begun.circled if begun else None,
        can_reopen=_can_reopen(session, shown),
        more=may_have_more(turn, progress.asked),
        again=(
            isinstance(turn, Compound)
            and turn.id == session.resumed
            and not isinstance(shown, Unseal)
        ),
        typist=typist,
        paper=paper,
    )


def _unfolded(session: Session, turn: AnyTurn) -> Shown:
    if not isinstance(turn, AnyCompound):
        return turn
    if isinstance(turn, Sealed) and not session.pending.held and _on_paper(session):
        return BothOnPaper(
            id=f"{turn.id}/on-paper", prompt=turn.prompt, seconds=turn.seconds // 2, of=turn
        )
    for side in _order(session, turn):
        if side not in session.pending.held:
            return turn.part(side)
    return Unseal(id=f"{turn.id}/open", prompt=turn.prompt)


def _on_paper(session: Session) -> bool:
    """Whether both write on paper: asked for, or since one of them does not type."""
    both_type = session.answers.left == session.answers.right == "type"
    return session.on_paper or session.pending.paper or not both_type


def _order(session: Session, turn: Compound) -> tuple[Side, Side]:
    """Return who answers first: `first`; but who types for the other gives own consent before."""
    first = turn.first
    answers = session.answers
    consent = isinstance(turn, Joint | BothTick)
    if consent and answers[first] == "say" and answers[other(first)] != "say":
        first = other(first)
    return first, other(first)


def _typist(session: Session, shown: Turn) -> Side | None:
    """Return who types what is asked: its holder, unless they say it and the other types."""
    if not shown.typed or shown.holder is None:
        return None
    if session.answers[shown.holder] != "say":
        return shown.holder
    if session.answers[other(shown.holder)] != "say":
        return other(shown.holder)
    return session.pending.keyboard or shown.holder  # both say: either types


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
                _("Paper is for what is written sealed, before the first of you seals it.")
            )
        return replace(session, pending=replace(session.pending, paper=True, back=None))
    settled = shown.settled(reply)
    if isinstance(shown, Handover):
        pending = replace(session.pending, keyboard=shown.holder, alone=shown.to.id)
        return replace(session, pending=pending)
    if not isinstance(turn, AnyCompound):
        if not isinstance(settled, Stored):
            raise Refused(_("That is not an answer to this."))
        return _entered(session, turn.id, settled, seconds)
    if isinstance(shown, BothOnPaper):
        return _entered(session, turn.id, OnPaper() if isinstance(settled, Done) else CLOSED, 0)
    if isinstance(shown, Unseal):
        opened = isinstance(settled, Done)
        return _entered(session, turn.id, _outcome(session, turn, on) if opened else CLOSED, 0)
    if shown.holder is None or not isinstance(settled, Held):
        raise Refused(_("That is not an answer to this."))
    held = {**session.pending.held, shown.holder: settled}
    session = replace(session, pending=replace(session.pending, held=held, back=None))
    if len(held) == 2 and not isinstance(turn, Sealed):
        return _entered(session, turn.id, _outcome(session, turn, on), 0)
    return session


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
    the next holder takes over, and never past a reveal or a consent.

    Raises:
        Refused: there is none that may be reopened from here.
    """
    asked = ask(session)
    if asked is None or not asked.can_reopen:
        raise Refused(_("Only your own last answer can be opened again, until the other goes on."))
    if session.pending.paper:
        return replace(session, pending=replace(session.pending, paper=False))
    if session.pending.held:
        back = _last_held(session)
        held = {side: mine for side, mine in session.pending.held.items() if side != back}
        keyboard = session.pending.keyboard
        return replace(session, pending=Pending(held=held, keyboard=keyboard, back=back))
    entry, turn = session.entries[-1], session.progress.turns[-1]
    begun = None
    if isinstance(entry.reply, Words | Drafted):
        begun = Begun(turn=turn.id, text=entry.reply.text)
    elif isinstance(entry.reply, Circled):
        begun = Begun(turn=turn.id, circled=entry.reply)
    return replace(
        session,
        entries=session.entries[:-1],
        draft=begun,
        pending=Pending(keyboard=turn.holder or session.pending.keyboard, back=turn.holder),
    )


def draft(session: Session, begun: str | Circled) -> Session:
    """Return `session` with what was begun kept, if what is asked now is open and takes such."""
    asked = ask(session)
    match asked.turn if asked else None, begun:
        case Write() | Draft() as turn, str(text):
            text = clean(text)
            kept = Begun(turn=turn.id, text=text) if text.strip() else None
        case CirclesOpen() as turn, Circled():
            kept = Begun(turn=turn.id, circled=begun) if begun != Circled() else None
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


def _last_held(session: Session) -> Side:
    turn = session.progress.turn
    assert isinstance(turn, Compound)
    return _order(session, turn)[len(session.pending.held) - 1]


def _can_reopen(session: Session, shown: Shown) -> bool:
    """Whether the last answer is its owner's to take back, seen from what is shown now."""
    if session.pending.paper:
        return True  # back to the keyboard
    if session.pending.held:
        # Until the other has the keyboard, or before both open.
        return isinstance(shown, Handover | Unseal) and session.pending.back in (
            None,
            _last_held(session),
        )
    turns = session.progress.turns
    if not turns or isinstance(session.entries[-1].reply, MoreTime):
        return False
    last = turns[-1]
    if isinstance(last, Compound | Reveal):
        return False
    if last.holder is not None and session.pending.back not in (None, last.holder):
        return False  # whoever answered after that has taken over already
    taken_over = shown.typed and shown.holder not in (None, last.holder)
    return not taken_over
