"""Who does what in a turn, in words for each side, and the frame of a card for one or for both."""

from collections.abc import Sequence

from workshop.cards.card import Answer, Card, Said
from workshop.core.course.session import Ask
from workshop.core.people import SIDES, BySide, Pair, Side, other
from workshop.core.turns import Fillable, Quotation
from workshop.core.turns.reply import Done
from workshop.words import _


def names(pair: Pair, holder: Side | None) -> tuple[str, str]:
    """Return the name of whose turn it is, and the other's; `first`'s first where it is both's."""
    holder = holder or pair.first
    return pair.name(holder), pair.name(other(holder))


def everybody(pair: Pair, template: str) -> BySide[str]:
    """Return the same for both, each by name."""
    return BySide(template.format(name=pair.left), template.format(name=pair.right))


def together(pair: Pair) -> BySide[str]:
    """Return the names alone, where both do it together: `Card.both` says so by ear."""
    return BySide(pair.left, pair.right)


def one(pair: Pair, holder: Side | None, mine: str, theirs: str) -> BySide[str]:
    """Return what whose turn it is does, and what the other does meanwhile."""
    name, you = names(pair, holder)
    return BySide.of(holder or pair.first, mine.format(name=name), theirs.format(name=you))


def quoted(pair: Pair, quotations: Sequence[Quotation]) -> tuple[Said, ...]:
    """Return what was said earlier, each with whose it is."""
    said = []
    for quotation in quotations:
        name = pair.name(quotation.who) if quotation.who else ""
        label = ", ".join(part for part in (name, quotation.label) if part)
        said.append(Said(label, quotation.text, quotation.who))
    return tuple(said)


def coded(code: str) -> Said:
    """Return the agreement code, to be noted."""
    return Said(_("Agreement code"), code)


def for_both(
    does: BySide[str],
    prompt: str,
    said: tuple[Said, ...] = (),
    notes: tuple[str, ...] = (),
    answers: tuple[Answer, ...] = (),
) -> Card:
    """Return a card that is both's; they go on from it where it has no `answers` of its own."""
    answers = answers or (Answer(_("Go on"), Done()),)
    return Card(does, SIDES, prompt, said, notes, answers=answers)


def for_one(
    ask: Ask,
    pair: Pair,
    does: BySide[str],
    notes: tuple[str, ...],
    answers: tuple[Answer, ...],
    typing: Fillable | None = None,
    quotations: Sequence[Quotation] | None = None,
) -> Card:
    """Return a card of a turn that somebody holds; where the other types for them, it says so.

    Args:
        ask: whose turn is shown.
        pair: who sits here.
        does: what each does, where the holder types.
        notes: quiet lines.
        answers: what can be answered.
        typing: what is filled in, if anything.
        quotations: what is shown of before, where it is not what the turn says.
    """
    turn = ask.turn
    holder = turn.holder
    lit: tuple[Side, ...] = (holder,) if holder else SIDES
    if holder and ask.typist == other(holder):
        does = one(pair, holder, _("{name} says it"), _("{name} types it"))
    elif holder and turn.typed and ask.typist is None:
        does = one(pair, holder, _("{name} says it, and the guide types"), _("{name} listens"))
    said = quoted(pair, turn.quotations if quotations is None else quotations)
    return Card(does, lit, turn.prompt, said, notes, typing, answers)
