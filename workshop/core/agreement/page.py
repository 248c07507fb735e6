"""How an agreement reads, to people who never saw the program."""

import textwrap
from collections.abc import Iterator, Mapping
from datetime import date
from typing import get_args

from workshop.core.agreement.agreement import Agreement, Clause, ClauseKind, Status
from workshop.core.agreement.by_hand import ByHand, changed_by_hand
from workshop.core.agreement.verify import code, verify
from workshop.core.days import in_words
from workshop.words import _

COLUMNS = 76
"""How wide the text of an agreement is."""


def header(agreement: Agreement) -> str:
    """Return the comment lines that stand on top of the file, each ended by a newline."""
    one, two = agreement.partners
    whose = _("The agreement of {one} and {two}.").format(one=one, two=two)
    what = _("A promise between two people: not a contract, not evidence.")
    who = _("The program cannot know who pressed yes.")
    ending = _("Saying so ends an agreement; this file only notes it.")
    check = _("To see whether it is still the text that you both saw: workshop verify FILE CODE")
    return f"# {whose} {what}\n# {who} {ending}\n# {check}\n"


Line = tuple[str, str]
"""How far a line is indented, and what it says; it may be longer than a screen is wide."""


def as_text(agreement: Agreement) -> str:
    """Return the agreement as plain lines, for people who never saw the program.

    At most 76 columns but for longer words; ends with a newline.
    """
    told = (
        "\n".join(_wrapped(text, indent) for indent, text in one)
        for one in paragraphs_of(agreement)
    )
    return "\n\n".join(told) + "\n"


def paragraphs_of(agreement: Agreement, today: date | None = None) -> Iterator[tuple[Line, ...]]:
    """Yield the paragraphs of an agreement, each as lines, for whoever breaks them to a width.

    Args:
        agreement: what is told, by how its clauses stand and then by kind.
        today: the day, where what is due comes first.
    """
    one, two = agreement.partners
    what = _("A promise between two people: not a contract, not evidence.")
    ending = _("Either of the two ends any part of it by saying so.")
    yield (("", _("The agreement of {one} and {two}").format(one=one, two=two)),)
    yield (("", f"{what} {ending}"),)
    if not agreement.clauses:
        empty = _("Nothing stands here yet. What both say yes to, in the same words, will.")
        yield (("", empty),)
    last, by_hand = last_days(agreement), {one.id: one for one in changed_by_hand(agreement)}
    kinds = get_args(ClauseKind)
    due = [clause for clause in agreement.clauses if today and is_due(clause, today)]
    headings: dict[Status, str] = {
        "in force": _("IN FORCE"),
        "paused": _("PAUSED"),
        "ended": _("ENDED"),
    }
    parts = [(_("IN FORCE, AND DUE TO BE LOOKED AT AGAIN"), due)]
    parts += [
        (heading, [one for one in agreement.shown if one.status == status and one not in due])
        for status, heading in headings.items()
    ]
    gone = [one.agreed for one in by_hand.values() if one.now is None and one.agreed]
    parts.append((_("TAKEN OUT BY HAND"), [one for one in gone if one.status != "ended"]))
    for heading, clauses in parts:
        clauses.sort(key=lambda clause: kinds.index(clause.kind))
        if clauses:
            yield (("", heading),)
        for clause in clauses:
            yield _clause(clause, last.get(clause.id, {}), by_hand.get(clause.id))
    if agreement.updated:
        updated = _("Last changed on {day}.").format(day=in_words(agreement.updated))
        yield (("", updated),)
    verdict = verify(agreement)
    if not verdict.holds:
        yield (("", verdict.sentence),)  # then no code vouches for it
        return
    can = _("Whoever notes it can see later whether this text was changed (workshop verify).")
    cannot = _("It cannot show who pressed yes, or that anyone was free to refuse.")
    noted = _("Agreement code: {code}").format(code=code(agreement))
    yield ("", noted), ("", f"{can} {cannot}")


def is_due(clause: Clause, today: date) -> bool:
    """Whether a clause in force is to be looked at again by `today`."""
    day = clause.review_on
    return clause.status == "in force" and day is not None and day <= today


def last_days(agreement: Agreement) -> dict[str, dict[str, date]]:
    """Return, for the id of each clause, the day on which each kind of event last befell it."""
    last: dict[str, dict[str, date]] = {}
    for revision in agreement.revisions:
        last.setdefault(revision.clause, {})[revision.event] = revision.on
    return last


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
    kind = kind_in_words(clause.kind)
    return _("{kind} of {owner}").format(kind=kind, owner=clause.owner) if clause.owner else kind


def days_in_words(clause: Clause, last: Mapping[str, date]) -> tuple[str, ...]:
    """Return a sentence for each day in the life of a clause; `last` is its part of `last_days`."""
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


def unagreed(by_hand: ByHand) -> str:
    """Return what is said of a clause that was changed by hand."""
    if by_hand.now is None:
        return _("Taken out by hand; the two have not both said yes to that.")
    if by_hand.agreed is None:
        return _("Written in by hand; the two have not both said yes to that.")
    return _("Changed by hand; the two have not both said yes to that.")


def _clause(clause: Clause, last: Mapping[str, date], by_hand: ByHand | None) -> tuple[Line, ...]:
    """Return a clause in lines; `last` is the day on which each kind of event last befell it."""
    days = days_in_words(clause, last)
    if by_hand is not None:
        days = (*(days if by_hand.agreed else ()), unagreed(by_hand))
    head = f"{clause.id}  {kind_and_owner(clause)}"
    return ("", head), ("    ", clause.text), ("    ", " ".join(days))


def _wrapped(text: str, indent: str = "") -> str:
    """Return `text` in lines of at most 76 columns; a longer word is left whole."""
    lines: list[str] = []
    for line in text.split("\n"):
        lines += textwrap.wrap(
            line,
            COLUMNS,
            initial_indent=indent,
            subsequent_indent=indent,
            break_long_words=False,
            break_on_hyphens=False,
        ) or [""]
    return "\n".join(lines)
