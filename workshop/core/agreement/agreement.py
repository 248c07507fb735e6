"""The shared agreement: its clauses, what happened to them, and the digests that bind both.

How effects become clauses and revisions is in `settling.py`, how it reads in `page.py`; its code,
and whether it is still what both saw, in `verify.py`.
"""

import hashlib
import json
from collections.abc import Iterable, Mapping
from datetime import date
from typing import Annotated, Literal

from pydantic import Field, model_validator

from workshop.core.agreement.clause_names import ClauseId
from workshop.core.agreement.kinds import ClauseKind, Event, Status
from workshop.core.agreement.renamed import Names, Renamed, names_before
from workshop.core.agreement.written import Digest, Number, Written
from workshop.core.fields import Name, Said
from workshop.core.text import same_name
from workshop.unfit import Unfit
from workshop.words import _


class Clause(Written):
    """One promise, as it stands.

    Attributes:
        id: what revisions call it.
        kind: what kind of promise it is.
        text: its words.
        exercise: the id of the exercise it comes from.
        agreed_on: the day on which both said yes to it first.
        review_on: when to look at it again, if there is such a day.
        status: how it stands.
        owner: whose it is, where it is one's own.
    """

    id: ClauseId
    kind: ClauseKind
    text: Said
    exercise: str
    agreed_on: date
    review_on: date | None = None
    status: Status
    owner: Name | None = None


class Revision(Written):
    """What happened to one clause, with every field of the clause as it was afterwards.

    Attributes:
        number: from 1, in order.
        on: the day on which it was written down here.
        clause: the id of the clause.
        event: what happened; `review` is looked at again, and kept.
        kind: what kind of promise the clause is.
        text: its words after the event.
        exercise: the id of the exercise it comes from.
        agreed_on: the day on which both said yes to it first.
        review_on: when to look at it again, if there is such a day.
        status: how it stands after the event.
        owner: whose it is, where it is one's own.
        origin: the run and turn that it comes from; the same origin is never settled twice.
        digest: see `digest`; it binds this revision to all before it.
    """

    number: Number
    on: date
    clause: ClauseId
    event: Event
    kind: ClauseKind
    text: Said
    exercise: str
    agreed_on: date
    review_on: date | None = None
    status: Status
    owner: Name | None = None
    origin: str
    digest: Digest

    def after(self) -> Clause:
        """Return the clause as it was after this event."""
        terms = self.model_dump(include=set(Clause.model_fields))
        return Clause.model_validate({"id": self.clause, **terms})


AnyRevision = Annotated[Revision | Renamed, Field(discriminator="event")]
"""What happened: to a clause, or to a name."""


class Agreement(Written):
    """The clauses of two partners, and the chain of revisions that they add up to.

    A file that was changed by hand opens as long as it can be understood: whether clauses and
    revisions still agree is for `verify` to say.

    Attributes:
        format: the format of the file: 1, or 2 once a name was changed.
        partners: the two names as they are now, left and right.
        updated: the day of the newest revision; None while there is none.
        clauses: every promise as it stands, the ended ones too.
        revisions: what happened, in order; the clauses are what they add up to.
    """

    format: Literal[1, 2] = 1
    partners: tuple[Name, Name]
    updated: date | None = None
    clauses: tuple[Clause, ...] = ()
    revisions: tuple[AnyRevision, ...] = ()

    @model_validator(mode="after")
    def _can_be_told_apart(self) -> "Agreement":
        if same_name(*self.partners):
            raise Unfit(_("the two names are the same"), _("Make them differ."))
        ids: set[str] = set()
        for clause in self.clauses:
            if clause.id in ids:
                said = _('two clauses have the id "{id}"').format(id=clause.id)
                raise Unfit(said, _("Give each an id of its own."))
            ids.add(clause.id)
        # A program that knows of no new names must leave the file alone, and does so by its format.
        if self.format == 1 and self.renamings:
            said = _("a name was changed, which a file of format 1 cannot tell")
            raise Unfit(said, _("Let it say: format = 2"))
        return self

    @property
    def of_clauses(self) -> tuple[Revision, ...]:
        """What happened to clauses, in order."""
        return tuple(one for one in self.revisions if isinstance(one, Revision))

    @property
    def renamings(self) -> tuple[Renamed, ...]:
        """What happened to names, in order."""
        return tuple(one for one in self.revisions if isinstance(one, Renamed))

    @property
    def first_names(self) -> Names:
        """The names that the record began with, by which its digests begin."""
        return names_before(self.partners, self.renamings)

    @property
    def standing(self) -> tuple[Clause, ...]:
        """The clauses of the file that are not ended, as both said yes to them.

        What was written in by hand, or reworded, counts once both said yes to it.
        """
        told = self.told()
        there = (told.get(clause.id) for clause in self.clauses if clause.status != "ended")
        return tuple(one for one in there if one is not None and one.status != "ended")

    @property
    def shown(self) -> tuple[Clause, ...]:
        """The clauses of the file but for boundaries that were taken off the page."""
        return tuple(
            clause
            for clause in self.clauses
            if clause.kind != "boundary" or clause.status != "ended"
        )

    def clause(self, id: str) -> Clause | None:
        """Return the clause with this id, if it is there."""
        return next((clause for clause in self.clauses if clause.id == id), None)

    def agreed(self, id: str) -> Clause | None:
        """Return the clause with this id as both said yes to it, if they did."""
        since: list[Renamed] = []
        for one in reversed(self.revisions):
            if isinstance(one, Renamed):
                since.insert(0, one)
            elif one.clause == id:
                return _owned_after(one.after(), since)
        return None

    def told(self) -> dict[str, Clause]:
        """Return, by id, each clause as the revisions add up to it: what both said yes to."""
        told: dict[str, Clause] = {}
        for one in self.revisions:
            if isinstance(one, Renamed):
                told = {id: owned_after(clause, one) for id, clause in told.items()}
            else:
                told[one.clause] = one.after()
        return told


def owned_after(clause: Clause, renamed: Renamed) -> Clause:
    """Return `clause` with its owner as that one is called after a name was changed."""
    owner = renamed.owner_after(clause.owner)
    return clause if owner == clause.owner else clause.model_copy(update={"owner": owner})


def _owned_after(clause: Clause, happened: Iterable[Renamed]) -> Clause:
    for one in happened:
        clause = owned_after(clause, one)
    return clause


def digest(before: str, event: Mapping[str, object]) -> str:
    """Return the digest of `event` and the digest `before`, 64 hexadecimal digits.

    `event` holds a revision's fields but its digest, absent ones left out. SHA-256 (FIPS 180-4) of
    the UTF-8 of canonical JSON: keys sorted, no spaces, days as in the file (ISO 8601).
    """
    return _sha256({"before": before, "event": event})


def base(partners: tuple[str, ...]) -> str:
    """Return the digest before the first revision; it binds the names that it began with."""
    return _sha256({"format": 1, "partners": partners})


def newest(agreement: Agreement) -> str:
    """Return the digest of the newest revision, as it is stored."""
    last = agreement.revisions[-1:]
    return last[0].digest if last else base(agreement.first_names)


def _sha256(value: Mapping[str, object]) -> str:
    canonical = json.dumps(
        value,
        sort_keys=True,
        ensure_ascii=False,
        separators=(",", ":"),
        default=date.isoformat,
    )
    return hashlib.sha256(canonical.encode("utf-8")).hexdigest()


def as_document(agreement: Agreement) -> dict[str, object]:
    """Return `agreement` as a TOML document, fields in the order of the file, absent ones left out.

    Lists and days are what a TOML writer takes; nothing is None.
    """
    fields = agreement.model_dump(exclude_none=True)
    return {name: _plain(value) for name, value in fields.items() if value != ()}


def _plain(value: object) -> object:
    match value:
        case tuple():
            return [_plain(item) for item in value]
        case dict():
            return {name: _plain(item) for name, item in value.items()}
        case _:
            return value
