"""Turns in which somebody says yes or not now, sealed: a consent, or a list of what is wanted."""

from workshop.cards.card import Card, Setting
from workshop.cards.consent_words import consent_words
from workshop.cards.consents import answers_to, before_answering, who_learns, wishing
from workshop.cards.turns.who import for_one, names, one
from workshop.core.course.session import Ask
from workshop.core.people import BySide, Pair, other
from workshop.core.turns import Consent, Quotation, WishList
from workshop.words import _


def consent(turn: Consent, ask: Ask, setting: Setting) -> Card:
    """Return the question whether both say yes to the same."""
    pair = setting.pair
    quotations = (Quotation(turn.owner, "", turn.words),) if turn.words else ()
    owner = pair.name(turn.owner) if turn.owner not in (None, turn.holder) else ""
    said = consent_words(turn.to, setting.words)
    yours = setting.words.consent.yours
    notes = before_answering(turn, said, yours, _heard(turn, ask, pair), owner)
    return for_one(
        ask,
        pair,
        _does(turn, pair),
        notes,
        answers_to(turn, said),
        turn if turn.rewording else None,
        quotations,
    )


def wish_list(turn: WishList, ask: Ask, pair: Pair) -> Card:
    """Return the list on which each ticks what they want."""
    notes = (who_learns(_heard(turn, ask, pair)),)
    return for_one(ask, pair, _does(turn, pair), notes, wishing(turn.none), turn, ())


def _does(turn: Consent | WishList, pair: Pair) -> BySide[str]:
    return one(pair, turn.holder, _("{name} answers, sealed"), _("{name} looks away"))


def _heard(turn: Consent | WishList, ask: Ask, pair: Pair) -> str:
    """Return what is said where the other types for whoever answers; empty elsewhere."""
    if turn.holder is None or ask.typist != other(turn.holder):
        return ""
    name, you = names(pair, turn.holder)
    heard = _("{you} hears what {name} says. To answer unheard, {name} presses it alone.")
    return heard.format(name=name, you=you)
