"""What is kept of an exercise when both keep the notes: answers, each with its question."""

from collections.abc import Iterator

from workshop.cards.marks import in_words
from workshop.core.course.session import Session
from workshop.core.people import BySide, Pair, Side, other
from workshop.core.turns import (
    AnyTurn,
    CirclesOpen,
    CirclesSealed,
    Pick,
    Points,
    Rank,
    Rate,
    RulesReveal,
    Sealed,
)
from workshop.core.turns.reply import (
    Circled,
    Held,
    Marked,
    Opened,
    Picked,
    Pointed,
    Ranked,
    Rated,
    Stored,
    Words,
)
from workshop.store.documents import KeptAnswer, KeptPicture
from workshop.words import _

LISTED = (Rate, Pick, Rank, Points)


def kept_answers(session: Session) -> tuple[KeptAnswer, ...]:
    """Return what was written, in order. No passes, no blanks, no times; no drafts either.

    A draft that both agreed on is in the agreement, and one that was declined is not brought back.
    """
    turns = session.progress.turns
    rules = {turn.of.id: turn for turn in turns if isinstance(turn, RulesReveal)}
    kept: list[KeptAnswer] = []
    for turn, entry in zip(turns, session.entries, strict=False):
        reveal = rules.get(turn.id.partition("/")[0])
        if reveal is None:
            kept.extend(_of(turn, entry.reply, session.pair))
        elif turn is reveal and reveal.rules:  # who ticked what else shows nowhere
            text = "\n".join(reveal.rules)
            kept.append(KeptAnswer(prompt=reveal.asked, who=_("both"), text=text))
    return tuple(kept)


def pictures_of(session: Session) -> tuple[KeptPicture, ...]:
    """Return the pictures that both may keep, in the order of their steps."""
    results = session.progress.results
    found = ((step.id, results[step.id].picture) for step in session.script.steps)
    return tuple(
        KeptPicture(step=step, picture=picture) for step, picture in found if picture is not None
    )


def _of(turn: AnyTurn, reply: Stored, pair: Pair) -> Iterator[KeptAnswer]:
    match reply:
        case Words(text=text):
            who = pair.name(turn.holder) if turn.holder else _("both")
            yield KeptAnswer(prompt=turn.prompt, who=who, text=text)
        case Circled() if isinstance(turn, CirclesOpen) and turn.holder:
            yield from _circles(turn, reply, pair.name(turn.holder))
        case Rated() | Picked() | Ranked() | Pointed() if isinstance(turn, LISTED):
            yield from _marks(turn, reply, pair.name(turn.holder) if turn.holder else _("both"))
        case Opened() if isinstance(turn, Sealed):
            shown: BySide[Held] = BySide(reply.left, reply.right)
            for side in (turn.first, other(turn.first)):
                yield from _opened(turn, shown[side], side, pair.name(side))


def _opened(turn: Sealed, reply: Held, side: Side, who: str) -> Iterator[KeptAnswer]:
    part = turn.part(side)
    match reply:
        case Words(text=text) if text.strip():
            yield KeptAnswer(prompt=part.prompt, who=who, text=text)
        case Circled() if isinstance(part, CirclesSealed):
            yield from _circles(part, reply, who)
        case Rated() | Picked() | Ranked() | Pointed() if isinstance(part, LISTED):
            yield from _marks(part, reply, who)


def _marks(asked: Rate | Pick | Rank | Points, marked: Marked, who: str) -> Iterator[KeptAnswer]:
    if words := in_words(asked, marked):
        yield KeptAnswer(prompt=asked.prompt, who=who, text=words)


def _circles(turn: CirclesSealed | CirclesOpen, circled: Circled, who: str) -> Iterator[KeptAnswer]:
    for prompt, points in ((turn.inner, circled.inner), (turn.outer, circled.outer)):
        if points:
            yield KeptAnswer(prompt=prompt, who=who, text="\n".join(points))
