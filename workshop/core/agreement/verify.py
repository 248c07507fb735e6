"""The agreement code, and whether an agreement is still the text that both saw."""

import unicodedata
from collections.abc import Mapping
from dataclasses import replace
from typing import ClassVar

from workshop.core.agreement.agreement import (
    Agreement,
    Clause,
    Revision,
    base,
    digest,
    newest,
    owned_after,
)
from workshop.core.agreement.kinds import Event, Status
from workshop.core.agreement.renamed import Renamed
from workshop.core.days import in_words
from workshop.errors import Refused
from workshop.values import dataclass
from workshop.words import _

ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
"""Crockford's base32 (crockford.com/base32.html): no I, L, O, U, which are misread."""
CODE_LENGTH = 24
"""Characters in a code, 5 bits each: 120 bits, too many for two texts with one code."""
GROUP = 4
"""Characters in a group of the code."""

_HEARD_AS = str.maketrans("abcdefghijklmnopqrstuvwxyzILO", "ABCDEFGH1JK1MN0PQRSTUVWXYZ110")
_MAY_CHANGE: Mapping[str, frozenset[str]] = {
    "changed": frozenset({"text", "review_on"}),
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


def code_of(agreement: Agreement) -> str:
    """Return the agreement code; empty where there is none yet, or it vouches for nothing."""
    return code(agreement) if agreement.revisions and verify(agreement).holds else ""


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
    changes: tuple[Revision | Renamed, ...]
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
        what: the part that does not: "clause c2", "revision 3", "updated", "order".
        sentence: what it means, for people.
        breaks_chain: whether what happened was changed itself, so that no yes to a clause can mend
            it.
    """

    what: str
    sentence: str
    breaks_chain: bool = False
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
    digests = [base(agreement.first_names), *(revision.digest for revision in agreement.revisions)]
    codes = [_code_of(each) for each in digests]
    if noted not in codes:
        return NotHere()
    number = codes.index(noted)
    changes = agreement.revisions[number:]
    return SameUpTo(number, changes) if changes else Same()


def _broken_chain(agreement: Agreement) -> Altered | None:
    """Return the first thing that does not follow from all that stands before it."""
    before, names = base(agreement.first_names), agreement.first_names
    clauses: dict[str, Clause] = {}
    for number, revision in enumerate(agreement.revisions, start=1):
        event = revision.model_dump(exclude={"digest"}, exclude_none=True)
        if revision.number != number or digest(before, event) != revision.digest:
            said = _("Revision {number} does not follow from what stands before it: {outside}.")
            if number == 1:  # what stands before it are the names
                said = _("The names and revision 1 do not belong together: {outside}.")
            broken = _altered(f"revision {number}", said, number=number)
            return replace(broken, breaks_chain=True)
        before = revision.digest
        if isinstance(revision, Renamed):
            after = revision.names_after(names)
            if after is None:
                said = _("Revision {number} does not fit the names before it: {outside}.")
                broken = _altered(f"revision {number}", said, number=number)
                return replace(broken, breaks_chain=True)
            names = after
            clauses = {id: owned_after(one, revision) for id, one in clauses.items()}
            continue
        if not _follows(clauses.get(revision.clause), revision):
            return _says_other(revision.clause)
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
    told = agreement.told()
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
        return _altered("order", _("The clauses are in another order: {outside}."))
    if agreement.updated != (agreement.revisions[-1].on if agreement.revisions else None):
        return _altered("updated", _("The day of the last change is a different one: {outside}."))
    return None


def _says_other(id: str) -> Altered:
    said = _("Clause {id} does not say what was agreed: {outside}.")
    return _altered(f"clause {id}", said, id=id)


def _altered(what: str, said: str, **names: str | int) -> Altered:
    return Altered(what, said.format(outside=_("changed outside the program"), **names))


def _happened(revision: Revision | Renamed) -> str:
    day = in_words(revision.on)
    if isinstance(revision, Renamed):
        said = _("{day}, {old} is called {new}")
        return said.format(day=day, old=revision.old, new=revision.new)
    happened: dict[Event, str] = {
        "agreed": _("{day}, clause {id} agreed"),
        "changed": _("{day}, clause {id} changed"),
        "paused": _("{day}, clause {id} paused"),
        "resumed": _("{day}, clause {id} taken up again"),
        "ended": _("{day}, clause {id} ended"),
        "review": _("{day}, clause {id} looked at again and kept"),
    }
    return happened[revision.event].format(day=day, id=revision.clause)
