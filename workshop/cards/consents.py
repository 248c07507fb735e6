"""What a consent says: its answers, equal in size, and what is said before them."""

from workshop.cards.card import Answer
from workshop.core.evening.evening import EveningWords
from workshop.core.turns import Consent, Standing
from workshop.core.turns.reply import EMPTY, EndIt, No, NotNow, PauseIt, Yes
from workshop.words import _, plural


def answers_to(turn: Consent) -> tuple[Answer, ...]:
    """Return what can be answered: a yes first, not now last; none of them is the usual one."""
    labels = {
        "clause": (_("Yes, these words"), _("Not now")),
        "boundary": (_("Yes, write it down"), _("Not now")),
        "evening": (_("Tonight"), _("Not tonight")),
        "notes": (_("Keep the notes"), _("Delete them")),
        "picture": (_("Keep it"), _("Not now")),
        "times": (_("Show it to us"), _("Not now")),
        "standing": (_("Keep it"), _("Not now")),
        "paused": (_("Take it up again"), _("Leave it paused")),
        "page": (_("Yes, on that day"), _("Not now")),
        "by hand": (_("Yes, as it stands there"), _("Not now")),
        "taken out": (_("Yes, it has ended"), _("Not now")),
        "fresh": (_("Yes, a fresh page"), _("Not now")),
        "old page": (_("Delete the old one"), _("Keep it")),
    }
    yes, not_now = labels[turn.to]
    answers = [Answer(yes, Yes())]
    if turn.rewording:
        answers.append(Answer(_("Other words")))
    if turn.to == "clause":
        answers.append(Answer(_("No"), No()))
    if turn.to == "standing":
        answers.append(Answer(_("Pause it"), PauseIt()))
    if isinstance(turn, Standing):
        answers.append(Answer(_("End it"), EndIt()))
    answers.append(Answer(not_now, NotNow()))
    return tuple(answers)


def before_answering(
    turn: Consent, words: EveningWords, heard: str = "", owner: str = ""
) -> tuple[str, ...]:
    """Return the quiet lines between what is asked and the answers.

    Args:
        turn: what is asked.
        words: what is said at every consent.
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
    if isinstance(turn, Standing):
        notes.append(
            _("To keep or to change it takes both of you. To pause or end it, one is enough.")
        )
    if turn.words:
        notes.append(words.consent.yours)
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
