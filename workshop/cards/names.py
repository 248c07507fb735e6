"""The page of the names of the two, and what can be done there."""

from workshop.cards.agreement_deeds import AgreementDeed, CallOtherwise
from workshop.cards.choice import Option
from workshop.cards.deeds import Back
from workshop.core.agreement.agreement import Agreement
from workshop.core.days import in_words
from workshop.core.people import SIDES
from workshop.words import _


def names_page(
    names: tuple[str, str], agreement: Agreement, doubts: tuple[str, ...]
) -> tuple[str, tuple[str, ...], tuple[Option[AgreementDeed], ...]]:
    """Return the page of the names: its heading, its paragraphs, and what can be done.

    Args:
        names: left and right.
        agreement: which may call one of them otherwise, and tells what they were called before.
        doubts: what is said where it does.
    """
    left, right = names
    page = [
        _(
            "Your name is your own: nobody votes on it, and nobody asks for a reason. Both of you"
            " hear of a new one when you next sit down. What you wrote stays as you wrote it."
        ),
        _(
            "The record of the agreement keeps the former name, so that it can be proved. A fresh"
            " page is begun with the new one alone."
        ),
        *doubts,
    ]
    if agreement.renamings:
        page.append(_("# What happened to them"))
    for one in agreement.renamings:
        said = _("- {day}: {old} is called {new}")
        page.append(said.format(day=in_words(one.on), old=one.old, new=one.new))
    options: list[Option[AgreementDeed]] = []
    for side, here, there in zip(SIDES, names, agreement.partners, strict=True):
        if here != there:
            said = _("The name is {name}")
            options += [
                Option(CallOtherwise(side, name), said.format(name=name)) for name in (here, there)
            ]
        else:
            other = _("{name}: another name").format(name=here)
            asks = _("What {name} is called from now on").format(name=here)
            options.append(Option(CallOtherwise(side), other, asks_for=asks))
    title = _("Your names: {left} and {right}").format(left=left, right=right)
    return title, tuple(page), (*options, Option(Back(), _("Back")))
