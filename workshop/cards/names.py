"""What is said of the names of the two."""

from collections.abc import Iterator

from workshop.cards.agreement_deeds import AgreementDeed, CallOtherwise
from workshop.cards.choice import Option
from workshop.cards.deeds import Back
from workshop.core.agreement.agreement import Agreement
from workshop.core.days import in_words
from workshop.core.people import SIDES
from workshop.words import _


def renamed_words(old: str, new: str) -> str:
    """Return that one of the two is called otherwise now."""
    return _("{old} is called {new} now.").format(old=old, new=new)


def differing_words(here: str, there: str) -> str:
    """Return that the files call one of the two by two names, and how that is mended."""
    return _(
        "A name was changed by hand in one file only: workshop.toml says {here}, agreement.toml"
        " says {there}. Say which it is on the page of the agreement, under the names."
    ).format(here=here, there=there)


def names_page(
    names: tuple[str, str], agreement: Agreement
) -> tuple[str, tuple[str, ...], tuple[Option[AgreementDeed], ...]]:
    """Return the page of the names: its heading, its paragraphs, and what can be done.

    Args:
        names: left and right.
        agreement: which may call one of them otherwise, and tells what they were called before.
    """
    left, right = names
    page = [
        _(
            "A name is one's own: nobody votes on it, and no reason is asked. Both of you hear of a"
            " new one when you next sit down. What you wrote stays as you wrote it."
        ),
        _(
            "The record of the agreement keeps the former name, so that it can be proved. A fresh"
            " page is begun with the new one alone."
        ),
        *differing(names, agreement),
    ]
    if agreement.renamings:
        page.append(_("# What happened to them"))
    for one in agreement.renamings:
        said = _("- {day}: {old} is called {new}")
        page.append(said.format(day=in_words(one.on), old=one.old, new=one.new))
    options: list[Option[AgreementDeed]] = [Option(Back(), _("Back"))]
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
    return title, tuple(page), tuple(options)


def differing(names: tuple[str, str], agreement: Agreement | None) -> Iterator[str]:
    """Yield a sentence for each of the two whom the agreement calls by another name."""
    for here, there in zip(names, agreement.partners if agreement else names, strict=True):
        if here != there:
            yield differing_words(here, there)
