"""What both see once both have answered. Nothing is added up, nobody wins."""

from dataclasses import dataclass, replace
from datetime import timedelta

from workshop.cards.card import Said
from workshop.cards.marks import in_words, picture_in_words, side_by_side
from workshop.core.days import in_words as day_in_words
from workshop.core.evening.evening import EveningWords
from workshop.core.fairness.proposal import Above, Met, Proposal, Shared, Ticked
from workshop.core.people import BySide, Pair, Side, other
from workshop.core.steps.circles import can_bend, cannot_give_up
from workshop.core.turns import (
    CirclesSealed,
    Consent,
    Joint,
    Points,
    Rank,
    Rate,
    Reveal,
    RulesReveal,
    Scale,
    SpeakingTime,
    Wishes,
    WriteSealed,
)
from workshop.core.turns.picture import Picture
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
    Words,
)
from workshop.words import _, plural


@dataclass(frozen=True)
class Revealed:
    """What a reveal says.

    Attributes:
        prompt: the line above it.
        said: what was answered, and what is proposed.
        notes: quiet lines.
        picture: ratings on shared axes.
        heard: the picture as lines, for whoever hears it.
        sums: how a proposal was worked out, to be checked with a pencil.
        exactly: the same in exact fractions, for whoever asks.
        times: how long each spoke.
    """

    prompt: str
    said: tuple[Said, ...] = ()
    notes: tuple[str, ...] = ()
    picture: Picture | None = None
    heard: str = ""
    sums: tuple[str, ...] = ()
    exactly: tuple[str, ...] = ()
    times: tuple[SpeakingTime, ...] = ()


def revealed(turn: Reveal, pair: Pair, words: EveningWords) -> Revealed:
    """Return what `turn` shows the pair."""
    match turn.result:
        case OnPaper():
            return Revealed(_("Both sheets lie open."))
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
            told = _proposed(turn.proposal, tuple(said), pair)
            return replace(told, heard=_side_by_side(turn, shown, pair))
        case Closed():
            return Revealed(words.sealed.closed)
        case Agreed() | Changed() | NotNow() | Paused() | Ended() as result:
            return _decided(turn, result, words, pair)
        case Wished(both=both):
            return _wished(turn, both, words)
        case InDoubt(clauses=clauses):
            return _in_doubt(len(clauses))


def _side_by_side(turn: Reveal, shown: BySide[Openable], pair: Pair) -> str:
    """Return two orders, or two lists of points, for whoever hears them; else nothing."""
    left, right = turn.of.part("left"), turn.of.part("right")
    if not isinstance(left, Rank | Points) or not isinstance(right, Rank | Points):
        return ""
    assert isinstance(shown.left, Ranked | Pointed)
    assert isinstance(shown.right, Ranked | Pointed)
    return side_by_side(BySide(left, right), BySide(shown.left, shown.right), pair)


def _wished(turn: Reveal, both: tuple[Wish, ...], words: EveningWords) -> Revealed:
    """Return what becomes of what both could tick; the speaking times are there if they show."""
    assert isinstance(turn.of, Wishes)
    said = {
        "notes": (words.closing.kept, words.closing.deleted),
        "picture": (_picture_kept(), _picture_gone()),
        "times": (_("How the speaking time went:"), _("The speaking time is not shown.")),
    }
    lines = (said[wish][0 if wish in both else 1] for wish in turn.of.wishes)
    return Revealed("\n\n".join(lines), times=turn.times)


def _picture_kept() -> str:
    return _("The picture is kept, in the folder of this workshop.")


def _picture_gone() -> str:
    return _("The picture is not kept.")


def _in_doubt(count: int) -> Revealed:
    """Return how many clauses are asked about next; whose doing that is shows nowhere."""
    if not count:
        return Revealed(_("It all stays as it is."))
    next_ = plural(
        "About {count} of them you are both asked next, sealed.",
        "About {count} of them you are both asked next, sealed, one after the other.",
        count,
    )
    return Revealed(
        next_, notes=(_("Who ticked what is not shown. Between two it can be guessed."),)
    )


def _scales(turn: Reveal) -> BySide[tuple[Scale, ...]] | None:
    """Return the scales of what is revealed, as each was asked."""
    left, right = turn.of.part("left"), turn.of.part("right")
    if not isinstance(left, Rate) or not isinstance(right, Rate):
        return None
    return BySide(left.scales, right.scales)


def _opened(turn: Reveal, side: Side, reply: Openable, pair: Pair) -> list[Said]:
    name, part = pair.name(side), turn.of.part(side)
    match reply:
        case Words(text=text):
            return [Said(name, text if text.strip() else blank(), side)]
        case Circled() if isinstance(part, CirclesSealed):
            circles = ((cannot_give_up(), reply.inner), (can_bend(), reply.outer))
            return [
                Said(f"{name}, {question}", "\n".join(points) or blank(), side)
                for question, points in circles
            ]
        case _:
            assert not isinstance(part, CirclesSealed | WriteSealed | Consent)
            assert not isinstance(reply, Circled)
            return [Said(name, in_words(part, reply) or blank(), side)]


def _rules(rules: tuple[str, ...]) -> Revealed:
    """Return what both ticked; who wanted which of the others shows nowhere."""
    items = "\n".join(rules) or _("Nothing this time. That is fine.")
    notes = (_rules_from_now_on(len(rules)),) if rules else ()
    return Revealed(_("This is what came of it."), (Said(_("Both of you ticked"), items),), notes)


def _proposed(proposal: Proposal | None, said: tuple[Said, ...], pair: Pair) -> Revealed:
    prompt = _("Both are open now.")
    match proposal:
        case None:
            return Revealed(prompt, said)
        case Ticked(items=items, whose=whose):
            label = _("Both of you ticked")
            if not items:
                return Revealed(prompt, (*said, Said(label, _("Nothing this time. That is fine."))))
            if whose is not None:
                label = _("You ticked different ones. This time it is {name}'s").format(
                    name=pair.name(whose)
                )
            return Revealed(prompt, (*said, Said(label, "\n".join(items))))
        case Met():
            return _met(prompt, proposal, said, pair)
        case Above(items=items, line=line):
            label = _("Both of you put these above “{line}”").format(line=line)
            none = _("Nothing stands above it for both. That is fine.")
            return Revealed(prompt, (*said, Said(label, "\n".join(items) or none)))
        case Shared() if not proposal.is_made:
            outweighs = _(
                "Handed out whole, these would be nearly all one's. So nothing is proposed: talk"
                " about sharing the largest."
            )
            return Revealed(prompt, said, (outweighs,))
        case Shared():
            hints = [_("The sums propose; you decide. You can change it in a moment.")]
            if proposal.half_instead:
                hints.insert(
                    0, _("You met on no share. This is worked out for half each, just to look at.")
                )
            label = _("It could be shared like this")
            said = (*said, Said(label, proposal.in_words(pair)))
            return Revealed(
                prompt,
                said,
                tuple(hints),
                sums=proposal.certificate(pair),
                exactly=proposal.exactly(pair),
            )


def _rules_from_now_on(count: int) -> str:
    return plural(
        "It can be your rule for talking from now on. Either of you can take it off, at any time.",
        "They can be your rules for talking from now on. Either of you can take one off, at any"
        " time.",
        count,
    )


def _met(prompt: str, met: Met, said: tuple[Said, ...], pair: Pair) -> Revealed:
    options = "\n".join(met.meeting.options)
    if met.stays:
        label = _("There is nothing that both of you put above this")
        notes: tuple[str, ...] = (
            _("To leave it is an answer, too. Nobody has to explain an order."),
            _("It may suit one of you more. You can look at it again on any other day."),
        )
    else:
        label = (
            _("You meet here") if len(met.meeting.options) == 1 else _("You meet at two of them")
        )
        notes = (_("It is a place to begin, and yours to change."),)
    return Revealed(prompt, (*said, Said(label, options)), notes, sums=met.certificate(pair))


def _decided(
    turn: Reveal,
    result: Agreed | Changed | NotNow | Paused | Ended,
    words: EveningWords,
    pair: Pair,
) -> Revealed:
    part = turn.of.part(turn.of.first)
    assert isinstance(part, Consent)
    whose = pair.name(part.owner) if part.owner else ""
    said = (Said(whose, part.words, part.owner),) if part.words else ()
    notes = (_("Other words are asked about next."),) if turn.more else ()
    if turn.more and isinstance(result, Changed) and len(result.words) > 1:
        notes = (_("The first are asked about next; the others after them, if those do not hold."),)
    closing, opening = words.closing, words.opening
    match part.to, result:
        case _, Changed(words=offered):
            return Revealed(
                _("There are other words."), tuple(Said("", text) for text in offered), notes
            )
        case _, Paused():
            return Revealed(_("Paused. To take it up again takes both of you."), said)
        case _, Ended():
            return Revealed(_("Ended. It holds no longer."), said)
        case "standing", Agreed():
            return Revealed(_("It stays as it is."), said)
        case "standing", _:
            return Revealed(_("Nothing changes in it today."), said)
        case "paused", Agreed():
            return Revealed(_("In force again."), said)
        case "paused", _:
            return Revealed(_("It stays paused."), said)
        case "page", Agreed():
            return Revealed(_("The page has its day."))
        case "page", _:
            return Revealed(_("The days on the page stay as they were."))
        case "by hand", Agreed():
            return Revealed(_("So it stands in your agreement now."), said)
        case "by hand", _:
            return Revealed(_("Not today. In the file it stays as it is, and marked."), said)
        case "taken out", Agreed():
            return Revealed(_("Ended. It holds no longer."), said)
        case "taken out", _:
            return Revealed(_("Not today. It stays out of the file, and marked."), said)
        case "fresh", Agreed():
            return Revealed(_("A fresh page. One question more, about the old one."))
        case "fresh", _:
            return Revealed(_("Your page stays as it is."))
        case "old page", Agreed():
            gone = _("The old one is deleted here. A backup may still hold a copy.")
            return Revealed(_("The fresh page is there."), notes=(gone,))
        case "old page", _:
            beside = _("The old one is kept in a file beside it.")
            return Revealed(_("The fresh page is there."), notes=(beside,))
        case "evening", Agreed():
            return Revealed(_("Tonight."))
        case "evening", _:
            return Revealed(opening.not_tonight)
        case "notes", Agreed():
            return Revealed(closing.kept)
        case "notes", _:
            return Revealed(closing.deleted)
        case "picture", Agreed():
            return Revealed(_picture_kept())
        case "picture", _:
            return Revealed(_picture_gone())
        case "times", Agreed():
            return Revealed(_("How the speaking time went:"), times=turn.times)
        case "times", _:
            return Revealed(_("The speaking time is not shown."))
        case "boundary", Agreed():
            return Revealed(_("Written down."), said)
        case "boundary", _:
            return Revealed(_("Not written down."))
        case _, Agreed():
            yes = _("In force. You both said yes to these words.")
            return Revealed(yes, said, (*_again_on(part, result), *notes))
        case _:
            nothing = _("It does not go into your agreement, and nothing else changes.")
            if isinstance(turn.of, Joint) and turn.of.of:
                nothing = _("The words that stand there stay as they are.")
            return Revealed(_("Not today."), said, notes or (nothing,))


def _again_on(part: Consent, agreed: Agreed) -> tuple[str, ...]:
    """Return what is said when both said yes: where it is, and when they look at it again."""
    if not part.weeks:
        return (_("They are in your agreement."),)
    day = day_in_words(agreed.on + timedelta(weeks=part.weeks))
    return (_("They are in your agreement, to be looked at again on {day}.").format(day=day),)


def blank() -> str:
    """Return what stands for an answer that was left empty."""
    return _("(left empty)")
