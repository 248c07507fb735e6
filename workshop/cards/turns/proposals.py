"""What the program proposes once both have opened, in words: the sums propose, the pair decides."""

from typing import assert_never

from workshop.cards.card import Said
from workshop.cards.turns.revealed import Revealed
from workshop.core.fairness.proposal import Above, Met, Proposal, Shared, Ticked
from workshop.core.people import Pair
from workshop.words import _


def proposed(proposal: Proposal | None, opened: tuple[Said, ...], pair: Pair) -> Revealed:
    """Return what both have `opened`, and below it what is proposed."""
    prompt = _("Both are open now.")
    match proposal:
        case None:
            return Revealed(prompt, opened)
        case Ticked():
            return Revealed(prompt, (*opened, _ticked(proposal, pair)))
        case Above():
            return Revealed(prompt, (*opened, _above(proposal)))
        case Met():
            options = Said(_meeting(proposal), "\n".join(proposal.meeting.options))
            sums = proposal.certificate(pair)
            return Revealed(prompt, (*opened, options), _of_meeting(proposal), sums=sums)
        case Shared() if not proposal.is_made:
            return Revealed(prompt, opened, (_outweighs(),))
        case Shared():
            shares = Said(_("It could be shared like this"), proposal.in_words(pair))
            return Revealed(
                prompt,
                (*opened, shares),
                _of_shares(proposal),
                sums=proposal.certificate(pair),
                exactly=proposal.exactly(pair),
            )
        case _:
            assert_never(proposal)


def both_ticked(items: tuple[str, ...]) -> Said:
    """Return what both ticked; who wanted which of the others shows nowhere."""
    nothing = _("Nothing this time. That is fine.")
    return Said(_("Both of you ticked"), "\n".join(items) or nothing)


def _ticked(ticked: Ticked, pair: Pair) -> Said:
    if ticked.whose is None or not ticked.items:
        return both_ticked(ticked.items)
    label = _("You ticked different ones. This time it is {name}'s")
    return Said(label.format(name=pair.name(ticked.whose)), "\n".join(ticked.items))


def _above(above: Above) -> Said:
    label = _("Both of you put these above “{line}”").format(line=above.line)
    none = _("Nothing is above it for both of you. That is fine.")
    return Said(label, "\n".join(above.items) or none)


def _meeting(met: Met) -> str:
    if met.stays:
        return _("There is nothing that both of you put above this")
    return _("You meet here") if len(met.meeting.options) == 1 else _("You meet at two of them")


def _of_meeting(met: Met) -> tuple[str, ...]:
    if not met.stays:
        return (_("It is a place to begin, and yours to change."),)
    return (
        _("Leaving it is an answer, too. Nobody has to explain an order."),
        _("It may suit one of you more. You can look at it again any other day."),
    )


def _outweighs() -> str:
    return _(
        "As whole tasks, nearly all fall to one of you. So nothing is proposed: talk"
        " about sharing the largest."
    )


def _of_shares(shared: Shared) -> tuple[str, ...]:
    hint = _("The sums propose; you decide. You can change it in a moment.")
    if not shared.half_instead:
        return (hint,)
    return (
        _("You met on no share. This is worked out for half each, just to look at."),
        hint,
    )
