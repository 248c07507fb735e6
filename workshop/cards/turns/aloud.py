"""Turns in which somebody says something aloud; nothing is typed."""

from workshop.cards.card import Answer, Card
from workshop.cards.turns.who import for_one, names, one
from workshop.core.course.session import Ask
from workshop.core.people import Pair
from workshop.core.turns import Check, Heard, Speak
from workshop.core.turns.reply import Checked, Done, Empty, MoreTime
from workshop.words import _


def speak(turn: Speak, ask: Ask, pair: Pair) -> Card:
    """Return that the holder talks, says back or answers, and what the other is asked next."""
    name, you = names(pair, turn.holder)
    roles = {
        "speaks": _("{name} speaks"),
        "says it back": _("{name} says it back"),
        "answers": _("{name}'s turn, aloud"),
    }
    does = one(pair, turn.holder, roles[turn.role], _("{name} listens"))
    more = (Answer(_("More time, for both"), MoreTime()),) if ask.more else ()
    answers = (Answer(_("{name} is done").format(name=name), Done()), *more, _passing())
    notes = (_("{name}, next: {ask}").format(name=you, ask=turn.next),) if turn.next else ()
    return for_one(ask, pair, does, notes, answers)


def check(turn: Check, ask: Ask, pair: Pair) -> Card:
    """Return the question whether that was it."""
    does = one(pair, turn.holder, _("{name} says whether that was it"), _("{name} listens"))
    answers = (
        Answer(_("Yes, that is it"), Checked(answer="yes")),
        Answer(_("Nearly"), Checked(answer="nearly")),
        Answer(_("Not yet"), Checked(answer="not yet")),
        _passing(),
    )
    return for_one(ask, pair, does, (), answers)


def heard(turn: Heard, ask: Ask, pair: Pair) -> Card:
    """Return that it arrived, which is not agreeing."""
    does = one(pair, turn.holder, _("{name} says if it was heard"), _("{name} waits"))
    answers = (Answer(_("I heard it"), Done()), _passing())
    return for_one(ask, pair, does, (_("Hearing it is not agreeing."),), answers)


def _passing() -> Answer:
    return Answer(_("Pass"), Empty())
