"""What both see once both have answered. Nothing is added up, nobody wins."""

from dataclasses import replace
from datetime import date, timedelta
from typing import assert_never

from workshop.cards.card import Said
from workshop.cards.marks import blank, picture_in_words, side_by_side
from workshop.cards.turns.consent_words import Learned, consent_words, ended
from workshop.cards.turns.proposals import both_ticked, proposed
from workshop.cards.turns.revealed import Revealed
from workshop.core.evening.words import EveningWords
from workshop.core.people import BySide, Pair, Side, other
from workshop.core.steps.circles import can_bend, cannot_give_up
from workshop.core.turns import (
    Consent,
    Joint,
    Points,
    Rank,
    Rate,
    Reveal,
    RulesReveal,
    Scale,
    Wishes,
)
from workshop.core.turns.deed import about
from workshop.core.turns.reply import (
    Agreed,
    Changed,
    Circled,
    Closed,
    Ended,
    InDoubt,
    NotNow,
    OnPaper,
    Openable,
    Opened,
    Paused,
    Pointed,
    Ranked,
    Wish,
    Wished,
)
from workshop.words import _, plural


def revealed(turn: Reveal, pair: Pair, words: EveningWords) -> Revealed:
    """Return what `turn` shows the pair."""
    match turn.result:
        case OnPaper():
            return Revealed(_("Both sheets are face up."))
        case Opened() if turn.picture is not None:
            heard = picture_in_words(turn.picture, pair, _scales(turn))
            return Revealed(_("Both are open now."), picture=turn.picture, heard=heard)
        case Opened() if isinstance(turn, RulesReveal):
            return _rules(turn.rules)
        case Opened(left=left, right=right):
            shown = BySide(left, right)
            said: list[Said] = []
            for side in (turn.of.first, other(turn.of.first)):
                said.extend(_opened(turn, side, shown[side], pair))
            told = proposed(turn.proposal, tuple(said), pair)
            return replace(told, heard=_side_by_side(turn, shown, pair))
        case Closed():
            return Revealed(words.sealed.closed)
        case Agreed() | Changed() | NotNow() | Paused() | Ended() as result:
            return _decided(turn, result, words, pair)
        case Wished(both=both):
            return _wished(turn, both, words)
        case InDoubt(clauses=clauses):
            return _in_doubt(len(clauses))
        case _:
            assert_never(turn.result)


# -- what was opened -------------------------------------------------------------------------------


def _opened(turn: Reveal, side: Side, reply: Openable, pair: Pair) -> list[Said]:
    name, part = pair.name(side), turn.of.part(side)
    if isinstance(reply, Circled):
        circles = ((cannot_give_up(), reply.inner), (can_bend(), reply.outer))
        return [
            Said(f"{name}, {question}", "\n".join(points) or blank(), side)
            for question, points in circles
        ]
    text = "\n".join(told.text for told in part.told(reply))
    return [Said(name, text or blank(), side)]


def _side_by_side(turn: Reveal, shown: BySide[Openable], pair: Pair) -> str:
    """Return two orders, or two lists of points, for whoever hears them; else nothing."""
    left, right = turn.of.part("left"), turn.of.part("right")
    if not isinstance(left, Rank | Points) or not isinstance(right, Rank | Points):
        return ""
    assert isinstance(shown.left, Ranked | Pointed)
    assert isinstance(shown.right, Ranked | Pointed)
    return side_by_side(BySide(left, right), BySide(shown.left, shown.right), pair)


def _scales(turn: Reveal) -> BySide[tuple[Scale, ...]] | None:
    """Return the scales of what is revealed, as each was asked."""
    left, right = turn.of.part("left"), turn.of.part("right")
    if not isinstance(left, Rate) or not isinstance(right, Rate):
        return None
    return BySide(left.scales, right.scales)


def _rules(rules: tuple[str, ...]) -> Revealed:
    """Return what both ticked, and that it can be theirs from now on."""
    notes = (_rules_from_now_on(len(rules)),) if rules else ()
    return Revealed(_("This is what came of it."), (both_ticked(rules),), notes)


def _rules_from_now_on(count: int) -> str:
    return plural(
        "It can be your rule for talking from now on. Either of you can take it off, at any time.",
        "They can be your rules for talking from now on. Either of you can take one off, at any"
        " time.",
        count,
    )


# -- what was ticked on one list -------------------------------------------------------------------


def _wished(turn: Reveal, both: tuple[Wish, ...], words: EveningWords) -> Revealed:
    """Return what becomes of what both could tick; the speaking times are there if they show."""
    assert isinstance(turn.of, Wishes)
    said = {wish: consent_words(wish, words) for wish in turn.of.wishes}
    lines = (
        (said[wish].agreed if wish in both else said[wish].not_agreed).told
        for wish in turn.of.wishes
    )
    return Revealed("\n\n".join(lines), times=turn.times)


def _in_doubt(count: int) -> Revealed:
    """Return how many clauses are asked about next; whose doing that is shows nowhere."""
    if not count:
        return Revealed(_("Everything stays as it is."))
    next_ = plural(
        "Next you are both asked about {count} of them, sealed.",
        "Next you are both asked about {count} of them, sealed, one after the other.",
        count,
    )
    return Revealed(
        next_, notes=(_("Who ticked what is not shown. Between two it can be guessed."),)
    )


# -- what came of a consent ------------------------------------------------------------------------


def _decided(
    turn: Reveal,
    result: Agreed | Changed | NotNow | Paused | Ended,
    words: EveningWords,
    pair: Pair,
) -> Revealed:
    part = turn.of.part(turn.of.first)
    assert isinstance(part, Consent)
    again_on = _again_on(part, result.on) if isinstance(result, Agreed) else None
    stands = isinstance(turn.of, Joint) and bool(about(turn.of.deed))
    kind = consent_words(part.to, words, again_on, stands=stands)
    match result:
        case Changed(words=offered):
            below = tuple(Said("", text) for text in offered)
            notes = (_asked_next(len(offered)),) if turn.more else ()
            return Revealed(_("There are other words."), below, notes)
        case Paused():
            learned = Learned(_("Paused. To take it up again takes both of you."), with_words=True)
        case Ended():
            learned = Learned(ended(), with_words=True)
        case Agreed():
            learned = kind.agreed
        case NotNow() if turn.more:
            learned = replace(kind.not_agreed, notes=(_asked_next(1),))
        case NotNow():
            learned = kind.not_agreed
        case _:
            assert_never(result)
    whose = pair.name(part.owner) if part.owner else ""
    shown = (Said(whose, part.words, part.owner),) if part.words and learned.with_words else ()
    return Revealed(learned.told, shown, learned.notes, times=turn.times)


def _again_on(part: Consent, agreed_on: date) -> date | None:
    return agreed_on + timedelta(weeks=part.weeks) if part.weeks else None


def _asked_next(offered: int) -> str:
    """Return what becomes of other words, of which there are so many."""
    if offered > 1:
        return _("The first are asked about next; the others after them, if those do not hold.")
    return _("Other words are asked about next.")
