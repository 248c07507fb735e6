"""Turns in which somebody says yes or not now, sealed: a consent, or a list of what is wanted."""

from workshop.cards.card import Answer, Card, Setting
from workshop.cards.turns.consent_words import ConsentWords, consent_words
from workshop.cards.turns.who import for_one, names, one
from workshop.core.course.session import Ask
from workshop.core.people import BySide, Pair, other
from workshop.core.turns import Consent, Quotation, WishList
from workshop.core.turns.reply import EMPTY, NotNow, Yes
from workshop.words import _, plural


def consent(turn: Consent, ask: Ask, setting: Setting) -> Card:
    """Return the question whether both say yes to the same."""
    pair = setting.pair
    said = consent_words(turn.to, setting.words)
    notes = (*_before(turn, said, setting), _who_learns(turn, ask, pair))
    typed = turn if turn.rewording else None
    answers = _answers(turn, said)
    return for_one(ask, pair, _does(turn, pair), notes, answers, typed, _quotations(turn))


def _quotations(turn: Consent) -> tuple[Quotation, ...]:
    """Return the words that are asked about, and before them those that they would replace."""
    if not turn.words:
        return ()
    if not turn.was:
        return (Quotation(turn.owner, "", turn.words),)
    old = Quotation(turn.owner, _("until now"), turn.was)
    return old, Quotation(turn.owner, _("from now on"), turn.words)


def _answers(turn: Consent, said: ConsentWords) -> tuple[Answer, ...]:
    """Return what can be answered: a yes first, not now last; none of them is the usual one."""
    other_words = (Answer(_("Other words")),) if turn.rewording else ()
    return Answer(said.yes, Yes()), *other_words, *said.others, Answer(said.not_now, NotNow())


def _before(turn: Consent, said: ConsentWords, setting: Setting) -> tuple[str, ...]:
    """Return the quiet lines between what is asked and the answers."""
    notes: list[str] = []
    if turn.owner not in (None, turn.holder):
        whose = _("It is {name}'s own, so only {name} words it. You say yes to it, or not.")
        notes.append(whose.format(name=setting.pair.name(turn.owner)))
    if turn.weeks:
        again = plural(
            "You would look at it again in {count} week.",
            "You would look at it again in {count} weeks.",
            turn.weeks,
        )
        notes.append(again)
    notes.extend(said.before)
    if turn.words:
        notes.append(setting.words.consent.yours)
    return tuple(notes)


def wish_list(turn: WishList, ask: Ask, pair: Pair) -> Card:
    """Return the list on which each ticks what they want."""
    surely = _("{none}, and drop my ticks").format(none=turn.none)
    answers = (Answer(_("Seal it")), Answer(turn.none, EMPTY, surely=surely))
    notes = (_who_learns(turn, ask, pair),)
    return for_one(ask, pair, _does(turn, pair), notes, answers, turn, ())


def _does(turn: Consent | WishList, pair: Pair) -> BySide[str]:
    return one(pair, turn.holder, _("{name} answers, sealed"), _("{name} looks away"))


def _who_learns(turn: Consent | WishList, ask: Ask, pair: Pair) -> str:
    """Return what becomes of an answer, or that the other hears it, where the other types."""
    if isinstance(turn, Consent) and turn.to == "evening" and ask.typist == turn.holder:
        # They have just sat down: no handover has asked the other to look away.
        said = _("Sealed: {you}, look away. Only the result shows, and can be guessed.")
        return said.format(you=names(pair, turn.holder)[1])
    if turn.holder is None or ask.typist != other(turn.holder):
        return _("Both answer first. Only the result shows; between two it can be guessed.")
    name, you = names(pair, turn.holder)
    heard = _("{you} hears what {name} says. To answer unheard, {name} presses it alone.")
    return heard.format(name=name, you=you)


def other_words_next() -> str:
    """Return what becomes of other words, for whoever is about to type some."""
    return _("You are both asked about them next. If one of you says no or not now, they are gone.")
