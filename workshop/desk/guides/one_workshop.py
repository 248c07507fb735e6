"""The page of one workshop in a caseload: what there is to say of it, and to do with it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from workshop.cards import caseload as words
from workshop.cards.choice import Choice, Option
from workshop.cards.copies_told import copies_told, whole_copy
from workshop.cards.deeds import Back
from workshop.desk.guides.caseload_deeds import Archive, CaseloadDeed, Mend, NameAnew, Open, Rename
from workshop.words import _

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from workshop.core.glance import Glance
    from workshop.desk.guides.caseload_deeds import Named
    from workshop.desk.workshops import Saved


def page(one: Saved, today: date) -> Choice[CaseloadDeed]:
    """Return the page of a workshop."""
    back = Option(Back(), _("Back to the list"))
    copies = [told for told in (whole_copy(one.copy_of), copies_told(one.copies)) if told]
    if one.glance is None:
        mend = Option(Mend(), _("See what can be done"))
        return Choice(one.label, (one.trouble, *copies), (mend, back))
    archived = not one.glance.archived
    return Choice(
        words.whose(one.label, one.glance),
        (*words.details(one.glance, today), *copies),
        (
            Option(Open(), _("Open it")),
            Option(Archive(archived), words.archive(archived)),
            Option(NameAnew("label"), _("Give it another label")),
            *_names_anew(one.glance),
            back,
        ),
    )


def _names_anew(glance: Glance) -> Iterator[Option[CaseloadDeed]]:
    """Yield what gives one of the two another name; of a locked workshop nobody knows the names."""
    if glance.locked:
        return
    left, right = glance.names
    another = _("Give {name} another name")
    yield Option(NameAnew("left"), another.format(name=left))
    yield Option(NameAnew("right"), another.format(name=right))


def naming(one: Saved, what: Named) -> Choice[CaseloadDeed]:
    """Return the page on which a workshop, or one of the two, gets another name."""
    assert one.glance is not None
    left, right = one.glance.names
    lines: tuple[str, ...] = ()
    asked = _("Another label")
    if what != "label":
        asked = _("Another name for {name}").format(name=left if what == "left" else right)
        lines = (_("It is changed everywhere, and both of them are told when they next sit down."),)
    return Choice(
        words.whose(one.label, one.glance),
        lines,
        (Option(Rename(what), _("Change it"), asks_for=asked), Option(Back(), _("Back"))),
    )
