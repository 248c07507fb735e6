"""What people see of an agreement: its text, its code, and whether it is what both saw."""

import textwrap
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import ClassVar

from workshop.core.agreement import (
    Agreement,
    Clause,
    ClauseKind,
    Event,
    Revision,
    Status,
    base,
    digest,
    newest,
)
from workshop.errors import Refused
from workshop.words import _

ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
"""Crockford's base32 (crockford.com/base32.html): no I, L, O, U, which are misread."""
CODE_LENGTH = 24
"""Characters in a code, 5 bits each: 120 bits, too many for two texts with one code."""
GROUP = 4
"""Characters in a group of the code."""
COLUMNS = 76
"""How wide the text of an agreement is."""

_HEARD_AS = str.maketrans("abcdefghijklmnopqrstuvwxyzILO", "ABCDEFGH1JK1MN0PQRSTUVWXYZ110")
_MAY_CHANGE: Mapping[str, frozenset[str]] = {
    "changed": frozenset({"text", "yes", "review_on"}),
    "review": frozenset({"review_on"}),
    "paused": frozenset({"status"}),
    "resumed": frozenset({"status"}),
    "ended": frozenset({"status"}),
}
_STATUS_AFTER: Mapping[str, Status] = {
    "agreed": "in force",
    "paused": "paused",
    "resumed": "in force",
    "ended": "ended",
}


def code(agreement: Agreement) -> str:
    """Return the agreement code: the first 120 bits of the newest digest, in groups of four."""
    return _code_of(newest(agreement))


def read_code(text: str) -> str | None:
    """Return the code that a person typed as `code` writes it; None if it cannot be one.

    Case, spaces and hyphens of any kind do not matter; O is read as 0, I and L as 1 (Crockford).
    """
    typed = "".join(
        char for char in text if not char.isspace() and unicodedata.category(char) != "Pd"
    ).translate(_HEARD_AS)
    if len(typed) != CODE_LENGTH or not set(typed) <= set(ALPHABET):
        return None
    return _grouped(typed)


def _code_of(digest: str) -> str:
    bits = int(digest, 16) >> (256 - 5 * CODE_LENGTH)
    shifts = range(5 * (CODE_LENGTH - 1), -1, -5)
    return _grouped("".join(ALPHABET[bits >> shift & 31] for shift in shifts))


def _grouped(plain: str) -> str:
    return "-".join(plain[start : start + GROUP] for start in range(0, CODE_LENGTH, GROUP))


@dataclass(frozen=True)
class Same:
    """The code is that of the newest revision."""

    holds: ClassVar[bool] = True

    @property
    def sentence(self) -> str:
        """What it means, for people."""
        return _("The same: this is the text that the code was noted for.")


@dataclass(frozen=True)
class SameUpTo:
    """The code is that of an earlier revision.

    Attributes:
        number: of that revision; 0 for the time before the first one.
        changes: what came after, in order; never empty.
    """

    number: int
    changes: tuple[Revision, ...]
    holds: ClassVar[bool] = True

    @property
    def sentence(self) -> str:
        """What it means, for people, with what came after."""
        changes = "; ".join(_happened(revision) for revision in self.changes)
        if not self.number:
            return _("The same agreement, then still without a clause. Since: {changes}.").format(
                changes=changes
            )
        return _("The same up to revision {number}, then changed: {changes}.").format(
            number=self.number, changes=changes
        )


@dataclass(frozen=True)
class NotHere:
    """The code belongs to no revision of this file."""

    holds: ClassVar[bool] = False

    @property
    def sentence(self) -> str:
        """What it means, for people."""
        return _("This code is not in this file: an older copy, or another agreement.")


@dataclass(frozen=True)
class Altered:
    """Clauses and revisions do not add up: the file was changed outside the program.

    Attributes:
        what: the part that does not: "clause c2", "revision 3", "partners", "updated", "order".
        sentence: what it means, for people.
    """

    what: str
    sentence: str
    holds: ClassVar[bool] = False


@dataclass(frozen=True)
class Unchanged:
    """Everything adds up, and no code was given."""

    holds: ClassVar[bool] = True

    @property
    def sentence(self) -> str:
        """What it means, for people."""
        return _("Nothing changed that can be seen without a code.")


Verdict = Same | SameUpTo | NotHere | Altered | Unchanged
"""Whether an agreement is what both saw; `holds` and `sentence` are there on each."""


def verify(agreement: Agreement, code: str | None = None) -> Verdict:
    """Return whether `agreement` adds up and, with a `code`, whether it is the text of that code.

    Whoever changes a file and recomputes everything is found out only by a code noted before.

    Raises:
        Refused: if `code` is not 24 letters and digits of a code.
    """
    noted = None if code is None else read_code(code)
    if code is not None and noted is None:
        raise Refused(
            _(
                "A code is 24 letters and digits in groups of four, without the letter U. "
                "Compare what was typed with what was noted."
            )
        )
    altered = _broken_chain(agreement) or _altered_clauses(agreement)
    if altered is not None:
        return altered
    if noted is None:
        return Unchanged()
    digests = [base(agreement.partners), *(revision.digest for revision in agreement.revisions)]
    codes = [_code_of(each) for each in digests]
    if noted not in codes:
        return NotHere()
    number = codes.index(noted)
    changes = agreement.revisions[number:]
    return SameUpTo(number, changes) if changes else Same()


def _broken_chain(agreement: Agreement) -> Altered | None:
    """Return the first thing that does not follow from all that stands before it."""
    before = base(agreement.partners)
    clauses: dict[str, Clause] = {}
    for number, revision in enumerate(agreement.revisions, start=1):
        event = revision.model_dump(exclude={"digest"}, exclude_none=True)
        if revision.number != number or digest(before, event) != revision.digest:
            if number == 1 and digest(base(revision.yes), event) == revision.digest:
                said = _("The names are not those of the two who agreed: {outside}.")
                return _altered("partners", said)
            said = _("Revision {number} does not follow from what stands before it: {outside}.")
            return _altered(f"revision {number}", said, number=number)
        if not _follows(clauses.get(revision.clause), revision):
            return _says_other(revision.clause)
        before = revision.digest
        clauses[revision.clause] = revision.after()
    return None


def _follows(before: Clause | None, revision: Revision) -> bool:
    """Whether the event changed only what such an event changes."""
    after = revision.after()
    if _STATUS_AFTER.get(revision.event, after.status) != after.status:
        return False
    if before is None or revision.event == "agreed":
        return before is None and revision.event == "agreed"
    changed = {name for name, value in before if value != getattr(after, name)}
    return before.status != "ended" and changed <= _MAY_CHANGE[revision.event]


def _altered_clauses(agreement: Agreement) -> Altered | None:
    """Return the first clause that is not what the revisions add up to, or what else is not."""
    told = {revision.clause: revision.after() for revision in agreement.revisions}
    ids = [clause.id for clause in agreement.clauses]
    for clause in agreement.clauses:
        if clause.id not in told:
            said = _("Clause {id} was never agreed here: {outside}.")
            return _altered(f"clause {clause.id}", said, id=clause.id)
        if clause != told[clause.id]:
            return _says_other(clause.id)
    there = set(ids)
    missing = [id for id in told if id not in there]
    if missing:
        said = _("Clause {id} is missing: {outside}.")
        return _altered(f"clause {missing[0]}", said, id=missing[0])
    if ids != list(told):
        return _altered("order", _("The clauses stand in another order: {outside}."))
    if agreement.updated != (agreement.revisions[-1].on if agreement.revisions else None):
        return _altered("updated", _("The day of the last change is another one: {outside}."))
    return None


def _says_other(id: str) -> Altered:
    said = _("Clause {id} does not say what was agreed: {outside}.")
    return _altered(f"clause {id}", said, id=id)


def _altered(what: str, said: str, **names: str | int) -> Altered:
    return Altered(what, said.format(outside=_("changed outside the program"), **names))


def as_text(agreement: Agreement) -> str:
    """Return the agreement as plain lines, for people who never saw the program.

    At most 76 columns but for longer words; ends with a newline.
    """
    one, two = agreement.partners
    what = _("A promise between two people: not a contract, not evidence.")
    ending = _("Either of the two ends any part of it by saying so.")
    paragraphs = [
        _wrapped(_("The agreement of {one} and {two}").format(one=one, two=two)),
        _wrapped(f"{what} {ending}"),
    ]
    if not agreement.clauses:
        empty = _("Nothing stands here yet. What both say yes to, in the same words, will.")
        paragraphs.append(_wrapped(empty))
    last: dict[str, dict[str, date]] = {}
    for revision in agreement.revisions:
        last.setdefault(revision.clause, {})[revision.event] = revision.on
    headings: dict[Status, str] = {
        "in force": _("IN FORCE"),
        "paused": _("PAUSED"),
        "ended": _("ENDED"),
    }
    for status, heading in headings.items():
        clauses = [clause for clause in agreement.clauses if clause.status == status]
        if clauses:
            paragraphs.append(heading)
            paragraphs += [_clause_text(clause, last.get(clause.id, {})) for clause in clauses]
    if agreement.updated:
        updated = _("Last changed on {day}.").format(day=in_words(agreement.updated))
        paragraphs.append(_wrapped(updated))
    can = _("Whoever notes it can see later whether this text was changed (workshop verify).")
    cannot = _("It cannot show who pressed yes, or that anyone was free to refuse.")
    noted = _("Agreement code: {code}").format(code=code(agreement))
    paragraphs.append(f"{noted}\n{_wrapped(f'{can} {cannot}')}")
    return "\n\n".join(paragraphs) + "\n"


def _clause_text(clause: Clause, last: Mapping[str, date]) -> str:
    """Return a clause in lines; `last` is the day on which each kind of event last befell it."""
    kinds: dict[ClauseKind, str] = {
        "agreement": _("Agreement"),
        "promise": _("Promise"),
        "responsibility": _("Responsibility"),
        "decision": _("How to decide"),
        "boundary": _("Boundary"),
    }
    kind = kinds[clause.kind]
    if clause.owner:
        kind = _("{kind} of {owner}").format(kind=kind, owner=clause.owner)
    days = [_("Agreed on {day}.").format(day=in_words(clause.agreed_on))]
    if "changed" in last:
        days.append(_("In these words since {day}.").format(day=in_words(last["changed"])))
    if clause.status in last:
        turned = _("Paused on {day}.") if clause.status == "paused" else _("Ended on {day}.")
        days.append(turned.format(day=in_words(last[clause.status])))
    if clause.review_on and clause.status != "ended":
        days.append(_("To be looked at again on {day}.").format(day=in_words(clause.review_on)))
    head = _wrapped(f"{clause.id}  {kind}")
    return "\n".join((head, _wrapped(clause.text, "    "), _wrapped(" ".join(days), "    ")))


def _happened(revision: Revision) -> str:
    happened: dict[Event, str] = {
        "agreed": _("{day}, clause {id} agreed"),
        "changed": _("{day}, clause {id} changed"),
        "paused": _("{day}, clause {id} paused"),
        "resumed": _("{day}, clause {id} in force again"),
        "ended": _("{day}, clause {id} ended"),
        "review": _("{day}, clause {id} looked at again and kept"),
    }
    return happened[revision.event].format(day=in_words(revision.on), id=revision.clause)


def in_words(day: date) -> str:
    """Return `day` in words, such as "23 November 2026", whatever the locale."""
    months = _(
        "January February March April May June July August September October November December"
    )
    return f"{day.day} {months.split()[day.month - 1]} {day.year}"


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
