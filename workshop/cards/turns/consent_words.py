"""All that each kind of consent says: its answers, what is told before them, what both learn.

What both learn never says whose answer it was.
"""

from datetime import date
from typing import assert_never

from workshop.cards.card import Answer
from workshop.core.days import in_words as day_in_words
from workshop.core.evening.words import EveningWords
from workshop.core.turns import ConsentTo
from workshop.core.turns.reply import EndIt, No, PauseIt
from workshop.values import dataclass
from workshop.words import _


@dataclass(frozen=True)
class Learned:
    """What both learn once both have answered.

    Attributes:
        told: the sentence.
        with_words: whether the words that were asked about stand below it.
        notes: quiet lines.
    """

    told: str
    with_words: bool = False
    notes: tuple[str, ...] = ()


@dataclass(frozen=True)
class ConsentWords:
    """What one kind of consent says.

    Attributes:
        yes: the answer that says yes.
        not_now: the answer that changes nothing.
        agreed: what both learn when both said yes.
        not_agreed: what both learn when they did not.
        others: what else can be answered.
        before: quiet lines before anybody answers.
    """

    yes: str
    not_now: str
    agreed: Learned
    not_agreed: Learned
    others: tuple[Answer, ...] = ()
    before: tuple[str, ...] = ()


def consent_words(
    to: ConsentTo, words: EveningWords, again_on: date | None = None, *, stands: bool = False
) -> ConsentWords:
    """Return what a consent says.

    Args:
        to: what a yes would do.
        words: what is said at every consent and evening.
        again_on: the day on which what was agreed is looked at again, if there is one.
        stands: whether it is about a clause that is there already.
    """
    match to:
        case "clause":
            return _clause(again_on, stands=stands)
        case "boundary":
            return _boundary()
        case "standing":
            return _standing()
        case "paused":
            return _paused()
        case "page":
            return _page()
        case "by hand":
            return _by_hand()
        case "taken out":
            return _taken_out()
        case "fresh":
            return _fresh()
        case "old page":
            return _old_page()
        case "evening":
            return _evening(words)
        case "notes":
            return _notes(words)
        case "picture":
            return _picture()
        case "times":
            return _times()
        case _:
            assert_never(to)


# -- the page --------------------------------------------------------------------------------------


def _clause(again_on: date | None, *, stands: bool) -> ConsentWords:
    where = _("They are in your agreement.")
    if again_on is not None:
        where = _("They are in your agreement, to be looked at again on {day}.").format(
            day=day_in_words(again_on)
        )
    nothing = _("It does not go into your agreement, and nothing else changes.")
    if stands:
        nothing = _("The words that are there stay as they are.")
    in_force = _("Agreed. You both said yes to these words.")
    return ConsentWords(
        yes=_("Yes, these words"),
        not_now=_("Not now"),
        others=(Answer(_("No"), No()),),
        agreed=Learned(in_force, with_words=True, notes=(where,)),
        not_agreed=Learned(_("Not today."), with_words=True, notes=(nothing,)),
    )


def _boundary() -> ConsentWords:
    """Of a boundary that is not written down, only that is said."""
    return ConsentWords(
        yes=_("Yes, write it down"),
        not_now=_("Not now"),
        agreed=Learned(_("Written down."), with_words=True),
        not_agreed=Learned(_("Not written down.")),
    )


def _standing() -> ConsentWords:
    return ConsentWords(
        yes=_("Keep it"),
        not_now=_("Not now"),
        others=(_pause_it(), _end_it()),
        before=(_takes_two(),),
        agreed=Learned(_("It stays as it is."), with_words=True),
        not_agreed=Learned(_("Nothing changes in it today."), with_words=True),
    )


def _paused() -> ConsentWords:
    return ConsentWords(
        yes=_("Take it up again"),
        not_now=_("Leave it paused"),
        others=(_end_it(),),
        before=(_takes_two(),),
        agreed=Learned(_("It applies again."), with_words=True),
        not_agreed=Learned(_("It stays paused."), with_words=True),
    )


def _page() -> ConsentWords:
    return ConsentWords(
        yes=_("Yes, on that day"),
        not_now=_("Not now"),
        agreed=Learned(_("The page has its day.")),
        not_agreed=Learned(_("The days on the page stay as they were.")),
    )


def _by_hand() -> ConsentWords:
    not_today = _("Not today. It stays in the file as it is, and is marked.")
    return ConsentWords(
        yes=_("Yes, as it stands there"),
        not_now=_("Not now"),
        agreed=Learned(_("That is how your agreement reads now."), with_words=True),
        not_agreed=Learned(not_today, with_words=True),
    )


def _taken_out() -> ConsentWords:
    not_today = _("Not today. It stays out of the file, and is marked.")
    return ConsentWords(
        yes=_("Yes, it has ended"),
        not_now=_("Not now"),
        agreed=Learned(ended(), with_words=True),
        not_agreed=Learned(not_today, with_words=True),
    )


def _fresh() -> ConsentWords:
    return ConsentWords(
        yes=_("Yes, a fresh page"),
        not_now=_("Not now"),
        agreed=Learned(_("A fresh page. One more question, about the old one.")),
        not_agreed=Learned(_("Your page stays as it is.")),
    )


def _old_page() -> ConsentWords:
    there = _("The fresh page is there.")
    gone = _("The old one is deleted here. A backup may still hold a copy.")
    beside = _("The old one is kept in a file beside it.")
    return ConsentWords(
        yes=_("Delete the old one"),
        not_now=_("Keep it"),
        agreed=Learned(there, notes=(gone,)),
        not_agreed=Learned(there, notes=(beside,)),
    )


# -- the evening -----------------------------------------------------------------------------------


def _evening(words: EveningWords) -> ConsentWords:
    return ConsentWords(
        yes=_("Tonight"),
        not_now=_("Not tonight"),
        agreed=Learned(_("Tonight.")),
        not_agreed=Learned(words.opening.not_tonight),
    )


def _notes(words: EveningWords) -> ConsentWords:
    return ConsentWords(
        yes=_("Keep the notes"),
        not_now=_("Delete them"),
        agreed=Learned(words.closing.kept),
        not_agreed=Learned(words.closing.deleted),
    )


def _picture() -> ConsentWords:
    return ConsentWords(
        yes=_("Keep it"),
        not_now=_("Not now"),
        agreed=Learned(_("The picture is kept, in the folder of this workshop.")),
        not_agreed=Learned(_("The picture is not kept.")),
    )


def _times() -> ConsentWords:
    return ConsentWords(
        yes=_("Show it to us"),
        not_now=_("Not now"),
        agreed=Learned(_("How the speaking time went:")),
        not_agreed=Learned(_("The speaking time is not shown.")),
    )


# -- what several say ------------------------------------------------------------------------------


def _end_it() -> Answer:
    return Answer(_("End it"), EndIt(), surely=_("End it, really"), ends=True)


def _pause_it() -> Answer:
    return Answer(_("Pause it"), PauseIt(), surely=_("Pause it, really"), ends=True)


def _takes_two() -> str:
    return _("To keep or to change it takes both of you. To pause or end it, one is enough.")


def ended() -> str:
    """Return what both learn when a clause has ended."""
    return _("Ended. It no longer applies.")
