"""How a consent is asked: its answers, equal in size, and what is said before them."""

from workshop.cards.card import Answer
from workshop.cards.consent_words import ConsentWords
from workshop.core.turns import Consent
from workshop.core.turns.reply import EMPTY, NotNow, Yes
from workshop.words import _, plural


def answers_to(turn: Consent, said: ConsentWords) -> tuple[Answer, ...]:
    """Return what can be answered: a yes first, not now last; none of them is the usual one."""
    other_words = (Answer(_("Other words")),) if turn.rewording else ()
    return Answer(said.yes, Yes()), *other_words, *said.others, Answer(said.not_now, NotNow())


def before_answering(
    turn: Consent, said: ConsentWords, yours: str, heard: str = "", owner: str = ""
) -> tuple[str, ...]:
    """Return the quiet lines between what is asked and the answers.

    Args:
        turn: what is asked.
        said: what this kind of consent says.
        yours: what is not agreed here, said wherever words are asked about.
        heard: what is said where the other types for whoever answers; empty where nobody does.
        owner: the other's name, where it is the other's own; empty elsewhere.
    """
    notes: list[str] = []
    if owner:
        whose = _("It is {name}'s own, so only {name} words it. You say yes to it, or not.")
        notes.append(whose.format(name=owner))
    if turn.weeks:
        again = plural(
            "You would look at it again in {count} week.",
            "You would look at it again in {count} weeks.",
            turn.weeks,
        )
        notes.append(again)
    notes.extend(said.before)
    if turn.words:
        notes.append(yours)
    return (*notes, who_learns(heard))


def wishing(none: str) -> tuple[Answer, ...]:
    """Return what can be answered where a list is ticked: what is ticked, or `none` of it."""
    surely = _("{none}, and drop my ticks").format(none=none)
    return Answer(_("Seal it")), Answer(none, EMPTY, surely=surely)


def who_learns(heard: str = "") -> str:
    """Return what becomes of an answer; `heard` where the other types it, empty elsewhere."""
    return heard or _("Both answer first. Only the result shows; between two it can be guessed.")


def other_words_next() -> str:
    """Return what becomes of other words, for whoever is about to type some."""
    return _("You are both asked about them next. If one of you says no or not now, they are gone.")
