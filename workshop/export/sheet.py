"""What a copy of an agreement holds, and in which order; how it looks is for each format to say."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import get_args

from workshop.core.agreement.agreement import Agreement, Clause, ClauseKind, Status
from workshop.core.agreement.by_hand import ByHand, changed_by_hand
from workshop.core.agreement.page import days_in_words, kind_in_words, last_days, unagreed
from workshop.core.agreement.verify import code, verify
from workshop.core.days import in_words
from workshop.words import _


@dataclass(frozen=True)
class Words:
    """A sentence of the frame, and the names in it, which are somebody's text.

    Attributes:
        said: the sentence, with a place in braces for each of `names`.
        names: what stands in each place; several are parted by commas.
    """

    said: str
    names: Mapping[str, tuple[str, ...]] = field(default_factory=dict)

    def shown(self, frame: Callable[[str], str] = str, name: Callable[[str], str] = str) -> str:
        """Return the sentence as `frame` shows ours and `name` shows a name, never filled again."""
        places = {place: ", ".join(map(name, names)) for place, names in self.names.items()}
        return frame(self.said).format(**places)


@dataclass(frozen=True)
class Item:
    """One clause.

    Attributes:
        id: what revisions call it.
        what: its kind, and whose it is; None where the heading has said so.
        text: its words.
        notes: its days, and what was changed by hand.
    """

    id: str
    what: Words | None
    text: str
    notes: tuple[Words, ...]


@dataclass(frozen=True)
class Group:
    """Clauses under one heading; without a heading, straight under that of their section."""

    heading: str | None
    items: tuple[Item, ...]


@dataclass(frozen=True)
class Section:
    """The clauses that stand alike: those in force by kind, the others in their order."""

    status: Status
    heading: str
    groups: tuple[Group, ...]


@dataclass(frozen=True)
class Sheet:
    """A whole copy.

    Attributes:
        title: whose agreement it is.
        opening: what an agreement is, and what this program cannot know.
        sections: those that hold a clause.
        code: the agreement code; None without revisions, or when it no longer vouches for the text.
        closing: about the code, and the days.
    """

    title: Words
    opening: tuple[str, ...]
    sections: tuple[Section, ...]
    code: str | None
    closing: tuple[str, ...]


def sheet(agreement: Agreement, today: date) -> Sheet:
    """Return what a copy of `agreement` made `today` holds."""
    one, two = agreement.partners
    opening = (
        _("A promise between two people: not a contract, not evidence."),
        _("The program cannot know who pressed yes."),
        _("Saying so ends an agreement; this page only notes it."),
    )
    nothing = _("Nothing stands here yet. What both say yes to, in the same words, will.")
    verdict = verify(agreement)
    vouched = verdict.holds and bool(agreement.revisions)
    closing: list[str] = [] if verdict.holds else [verdict.sentence]
    if vouched:
        closing.append(
            _("Whoever notes the code can see later whether this text was changed.")
            + " "
            + _("It cannot show who pressed yes, or that anyone was free to refuse.")
        )
    if agreement.updated:
        closing.append(_("Last changed on {day}.").format(day=in_words(agreement.updated)))
    closing.append(_("This copy was made on {day}.").format(day=in_words(today)))
    return Sheet(
        title=Words(_("The agreement of {one} and {two}"), {"one": (one,), "two": (two,)}),
        opening=opening if agreement.clauses else (*opening, nothing),
        sections=tuple(_sections(agreement)),
        code=code(agreement) if vouched else None,
        closing=tuple(closing),
    )


def _sections(agreement: Agreement) -> Iterable[Section]:
    last, by_hand = last_days(agreement), {one.id: one for one in changed_by_hand(agreement)}
    headings: dict[Status, str] = {
        "in force": _("In force"),
        "paused": _("Paused"),
        "ended": _("Ended"),
    }
    for status, heading in headings.items():
        clauses = [clause for clause in agreement.shown if clause.status == status]
        if not clauses:
            continue
        groups: tuple[Group, ...]
        if status == "in force":
            groups = tuple(_by_kind(clauses, last, by_hand))
        else:
            items = tuple(_item(clause, last, by_hand, says_kind=True) for clause in clauses)
            groups = (Group(None, items),)
        yield Section(status, heading, groups)


def _by_kind(
    clauses: list[Clause], last: Mapping[str, Mapping[str, date]], by_hand: Mapping[str, ByHand]
) -> Iterable[Group]:
    headings: dict[ClauseKind, str] = {
        "agreement": _("Agreements"),
        "promise": _("Promises"),
        "responsibility": _("Responsibilities"),
        "decision": _("How we decide"),
        "boundary": _("Boundaries"),
    }
    for kind in get_args(ClauseKind):
        items = tuple(
            _item(clause, last, by_hand, says_kind=False)
            for clause in clauses
            if clause.kind == kind
        )
        if items:
            yield Group(headings[kind], items)


def _item(
    clause: Clause,
    last: Mapping[str, Mapping[str, date]],
    by_hand: Mapping[str, ByHand],
    *,
    says_kind: bool,
) -> Item:
    kind = kind_in_words(clause.kind)
    what = Words(kind) if says_kind else None
    if clause.owner:
        owned = _("{kind} of {owner}").format(kind=kind, owner="{owner}")
        what = Words(owned, {"owner": (clause.owner,)})
    notes = [Words(day) for day in days_in_words(clause, last.get(clause.id, {}))]
    if (one := by_hand.get(clause.id)) is not None:
        notes = [*(notes if one.agreed else ()), Words(unagreed(one))]
    return Item(clause.id, what, clause.text, tuple(notes))
