"""What is added to the agreement by hand: its kind, and whose it is."""

from typing import get_args

from workshop.cards.agreement_deeds import AddClause, AgreementDeed, Owners
from workshop.cards.choice import Choice, Option
from workshop.cards.deeds import Back, GoTo
from workshop.core.agreement.kinds import ClauseKind
from workshop.core.agreement.sheet import kind_in_words
from workshop.core.people import SIDES
from workshop.words import _

OWN: tuple[ClauseKind, ...] = ("promise", "responsibility", "boundary")
"""Kinds of clause that are one's own."""


def kinds() -> Choice[AgreementDeed]:
    """Return the kinds of clause to choose from."""
    said: dict[ClauseKind, str] = {
        "agreement": _("Something for both of you"),
        "decision": _("How you decide something"),
        "promise": _("A promise of one of you"),
        "responsibility": _("A responsibility of one of you"),
        "boundary": _("A boundary of one of you"),
    }
    options = [Option(_added(kind), said[kind]) for kind in get_args(ClauseKind)]
    lines = (_("Nothing is agreed until both of you have said yes to the same words."),)
    return Choice(_("What would you add?"), lines, (*options, Option(Back(), _("Back"))))


def owners(kind: ClauseKind, names: tuple[str, str]) -> Choice[AgreementDeed]:
    """Return whose a clause of `kind` can be, by the names of the two."""
    options = [Option(AddClause(kind, side), name) for side, name in zip(SIDES, names, strict=True)]
    prompt = _("{kind}: whose is it?").format(kind=kind_in_words(kind))
    return Choice(prompt, (), (*options, Option(Back(), _("Back"))))


def _added(kind: ClauseKind) -> GoTo[Owners] | AddClause:
    """Return what follows when a clause of `kind` is added: whose it is, where it is one's own."""
    return GoTo(Owners(kind)) if kind in OWN else AddClause(kind)
