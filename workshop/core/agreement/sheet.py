"""What an agreement says to people, as plain values: its clauses in order, each with its days.

However it is shown, as lines, Markdown, a web page or comments in its file, it is made from this.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import field
from datetime import date
from typing import Literal, get_args

from workshop.core.agreement.agreement import Agreement, Clause
from workshop.core.agreement.by_hand import ByHand, changed_by_hand
from workshop.core.agreement.kinds import ClauseKind
from workshop.core.agreement.verify import code, verify
from workshop.core.days import in_words
from workshop.values import dataclass
from workshop.words import _

Stands = Literal["due", "in force", "paused", "ended", "taken out"]
"""How the clauses of a section stand; "due" is in force, too, and "taken out" was done by hand."""


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
        kind: what kind of promise it is.
        what: the same in words, and whose it is, if it is one's own.
        is_owned: whether it is one's own.
        text: its words.
        notes: its days, and what was changed by hand.
    """

    id: str
    kind: ClauseKind
    what: Words
    is_owned: bool
    text: str
    notes: tuple[str, ...]


@dataclass(frozen=True)
class Section:
    """The clauses that stand alike, in the order of the file."""

    stands: Stands
    items: tuple[Item, ...]

    def by_kind(self) -> Iterator[tuple[ClauseKind, tuple[Item, ...]]]:
        """Yield the kinds there are, in their order, each with its clauses."""
        for kind in get_args(ClauseKind):
            items = tuple(item for item in self.items if item.kind == kind)
            if items:
                yield kind, items


@dataclass(frozen=True)
class Sheet:
    """A whole agreement.

    Attributes:
        title: whose it is.
        sections: those that hold a clause.
        is_empty: whether there is no clause in the file.
        is_begun: whether anything was ever agreed.
        updated: the day of the last change, in a sentence; empty where there is none.
        code: the agreement code; empty where it no longer vouches for the text.
        doubt: why it does not, in a sentence; else empty.
    """

    title: Words
    sections: tuple[Section, ...]
    is_empty: bool
    is_begun: bool
    updated: str
    code: str
    doubt: str


def sheet(agreement: Agreement, due_by: date | None = None) -> Sheet:
    """Return what `agreement` says; what is due `due_by` a day stands apart, if one is given."""
    one, two = agreement.partners
    verdict = verify(agreement)
    updated = agreement.updated
    return Sheet(
        title=Words(_("The agreement of {one} and {two}"), {"one": (one,), "two": (two,)}),
        sections=tuple(_sections(agreement, due_by)),
        is_empty=not agreement.clauses,
        is_begun=bool(agreement.revisions),
        updated=_("Last changed on {day}.").format(day=in_words(updated)) if updated else "",
        code=code(agreement) if verdict.holds else "",
        doubt="" if verdict.holds else verdict.sentence,
    )


def in_order(clauses: Iterable[Clause], due_by: date | None = None) -> tuple[Clause, ...]:
    """Return `clauses` as every list has them: by how they stand, then by kind, then as agreed.

    Args:
        clauses: in the order of the file.
        due_by: the day, where what is due by then comes first.
    """
    kinds, stands = get_args(ClauseKind), ("in force", "paused", "ended")

    def place(clause: Clause) -> tuple[bool, int, int]:
        due = due_by is not None and is_due(clause, due_by)
        return not due, stands.index(clause.status), kinds.index(clause.kind)

    return tuple(sorted(clauses, key=place))


# -- what stands above and below it, wherever it is shown ------------------------------------------


def what_it_is() -> str:
    """Return what an agreement is, and is not."""
    return _("A promise between two people: not a contract, not evidence.")


def who_said_yes() -> str:
    """Return what nobody can read from it."""
    return _("The program cannot know who pressed yes.")


def nothing_yet() -> str:
    """Return what stands in place of clauses while there are none."""
    return _("Nothing is written here yet. What you both say yes to, in the same words, will be.")


def what_no_code_shows() -> str:
    """Return what a code cannot vouch for."""
    return _("It cannot show who pressed yes, or that anyone was free to refuse.")


# -- one clause ------------------------------------------------------------------------------------


def is_due(clause: Clause, today: date) -> bool:
    """Whether a clause in force is to be looked at again by `today`."""
    day = clause.review_on
    return clause.status == "in force" and day is not None and day <= today


def kind_in_words(kind: ClauseKind) -> str:
    """Return what one clause of this kind is called."""
    kinds: dict[ClauseKind, str] = {
        "agreement": _("Agreement"),
        "promise": _("Promise"),
        "responsibility": _("Responsibility"),
        "decision": _("How to decide"),
        "boundary": _("Boundary"),
    }
    return kinds[kind]


def kind_and_owner(clause: Clause) -> str:
    """Return what kind of promise a clause is, and whose, if it is one's own."""
    return _what(clause).shown()


def _what(clause: Clause) -> Words:
    kind = kind_in_words(clause.kind)
    if not clause.owner:
        return Words(kind)
    owned = _("{kind} of {owner}").format(kind=kind, owner="{owner}")
    return Words(owned, {"owner": (clause.owner,)})


def _sections(agreement: Agreement, due_by: date | None) -> Iterable[Section]:
    last, by_hand = _last_days(agreement), {one.id: one for one in changed_by_hand(agreement)}

    def section(stands: Stands, clauses: Iterable[Clause]) -> Iterator[Section]:
        items = tuple(_item(one, last.get(one.id, {}), by_hand.get(one.id)) for one in clauses)
        if items:
            yield Section(stands, items)

    due = [one for one in agreement.clauses if due_by and is_due(one, due_by)]
    rest = [one for one in in_order(agreement.shown) if one not in due]
    gone = [one.agreed for one in by_hand.values() if one.now is None and one.agreed]
    yield from section("due", in_order(due))
    yield from section("in force", (one for one in rest if one.status == "in force"))
    yield from section("paused", (one for one in rest if one.status == "paused"))
    yield from section("ended", (one for one in rest if one.status == "ended"))
    yield from section("taken out", (one for one in gone if one.status != "ended"))


def _item(clause: Clause, last: Mapping[str, date], by_hand: ByHand | None) -> Item:
    notes = _days(clause, last)
    if by_hand is not None:
        notes = (*(notes if by_hand.agreed else ()), _unagreed(by_hand))
    return Item(
        id=clause.id,
        kind=clause.kind,
        what=_what(clause),
        is_owned=bool(clause.owner),
        text=clause.text,
        notes=notes,
    )


def _last_days(agreement: Agreement) -> dict[str, dict[str, date]]:
    """Return, for the id of each clause, the day on which each kind of event last befell it."""
    last: dict[str, dict[str, date]] = {}
    for revision in agreement.of_clauses:
        last.setdefault(revision.clause, {})[revision.event] = revision.on
    return last


def _days(clause: Clause, last: Mapping[str, date]) -> tuple[str, ...]:
    """Return a sentence for each day in the life of a clause, of which `last` are the newest."""
    # A boundary is said, never voted on: only writing it down took two.
    since = _("Written down on {day}.") if clause.kind == "boundary" else _("Agreed on {day}.")
    days = [since.format(day=in_words(clause.agreed_on))]
    if "changed" in last:
        days.append(_("In these words since {day}.").format(day=in_words(last["changed"])))
    if clause.status in last:
        turned = _("Paused on {day}.") if clause.status == "paused" else _("Ended on {day}.")
        days.append(turned.format(day=in_words(last[clause.status])))
    if clause.review_on and clause.status != "ended":
        days.append(_("To be looked at again on {day}.").format(day=in_words(clause.review_on)))
    return tuple(days)


def _unagreed(by_hand: ByHand) -> str:
    """Return what is said of a clause that was changed by hand."""
    if by_hand.now is None:
        return _("Taken out by hand; the two have not both said yes to that.")
    if by_hand.agreed is None:
        return _("Written in by hand; the two have not both said yes to that.")
    return _("Changed by hand; the two have not both said yes to that.")
