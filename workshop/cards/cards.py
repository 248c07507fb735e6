"""What a turn says to people: whose it is, who sees the answer, and what can be answered.

Both faces show cards, so that they say the same. A card decides nothing.
"""

from dataclasses import replace
from typing import assert_never

from workshop.cards.card import Card, Setting
from workshop.cards.turns.aloud import check, heard, speak
from workshop.cards.turns.both import breathe, copy, pick_day, read, reveal, tie, unseal
from workshop.cards.turns.consent import consent, wish_list
from workshop.cards.turns.handover import handover
from workshop.cards.turns.typed import on_paper, sealed, typed
from workshop.core.course.session import Ask
from workshop.core.turns import (
    BothOnPaper,
    Breathe,
    Check,
    CirclesOpen,
    Consent,
    Copy,
    Draft,
    Handover,
    Heard,
    Moving,
    PickDay,
    Read,
    Reveal,
    SealedPart,
    Speak,
    Tie,
    Unseal,
    WishList,
    Write,
)
from workshop.core.turns.reply import Done
from workshop.words import _


def card(ask: Ask, setting: Setting) -> Card:
    """Return what `ask` says to the pair who sits here."""
    turn, made = ask.turn, _of_its_kind(ask, setting)
    goes_on = isinstance(made.answers[0].reply, Done)
    return replace(
        made,
        notes=(*([_again()] if ask.again else []), *([_owed()] if ask.owed else []), *made.notes),
        waits=turn.privacy == "sealed" or isinstance(turn, Handover | Unseal),
        enter=goes_on and not turn.decides,
    )


def _of_its_kind(ask: Ask, setting: Setting) -> Card:
    pair = setting.pair
    if isinstance(ask.turn, SealedPart) and not isinstance(ask.turn, WishList):  # that is a consent
        return (sealed if ask.turn.privacy == "sealed" else typed)(ask.turn, ask, setting)
    match ask.turn:
        case Read() as turn:
            return read(turn, setting)
        case Breathe() as turn:
            return breathe(turn, pair)
        case Copy() as turn:
            return copy(turn, setting)
        case PickDay() as turn:
            return pick_day(turn, pair)
        case Tie() as turn:
            return tie(turn, pair)
        case Unseal() as turn:
            return unseal(turn, pair)
        case Reveal() as turn:
            return reveal(turn, setting)
        case BothOnPaper() as turn:
            return on_paper(turn, setting)
        case Speak() as turn:
            return speak(turn, ask, pair)
        case Check() as turn:
            return check(turn, ask, pair)
        case Heard() as turn:
            return heard(turn, ask, pair)
        case Write() | Draft() | CirclesOpen() | Moving() as turn:
            return typed(turn, ask, setting)
        case WishList() as turn:
            return wish_list(turn, ask, pair)
        case Consent() as turn:
            return consent(turn, ask, setting)
        case Handover() as turn:
            return handover(turn, ask, pair)
        case _ as turn:
            assert_never(turn)


def _owed() -> str:
    return _("The rest of this step is left out. What one of you had in it, the other has too.")


def _again() -> str:
    return _("Sealed answers are never saved before both open: both of you answer again from here.")
