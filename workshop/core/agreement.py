"""The shared agreement: its clauses, what happened to them, and how effects become both.

How it reads is in `page.py`; its code, and whether it is still what both saw, in `verify.py`.
"""

import hashlib
import json
import unicodedata
from collections.abc import Iterable, Mapping
from datetime import date, timedelta
from itertools import count
from typing import Annotated, Any, Literal, assert_never

from pydantic import Field, model_validator

from workshop.core.model import Frozen
from workshop.core.people import Side, same_name
from workshop.core.text import Name, Said, clean

ClauseKind = Literal["agreement", "promise", "responsibility", "decision", "boundary"]
"""What kind of promise a clause is."""
Status = Literal["in force", "paused", "ended"]
"""How a clause stands."""
Event = Literal["agreed", "changed", "paused", "resumed", "ended", "review"]
"""What happened to a clause; `review` is looked at again, and kept."""
ClauseId = Annotated[str, Field(pattern=r"^c[1-9][0-9]{0,8}$")]
"""c1, c2, c3 ... in the order of their coming; never used again."""
Digest = Annotated[str, Field(pattern=r"^[0-9a-f]{64}$")]
"""SHA-256 (FIPS 180-4), 64 hexadecimal digits."""
Weeks = Annotated[int, Field(ge=1, le=520)]
"""Look at it again after so many weeks."""

BY_HAND = "page"
"""How the origin of what one of them did on the page alone begins."""
LAST_NUMBER = 999_999_999
"""The highest number that the id of a clause can have."""


class Written(Frozen):
    """What is read from an agreement: unclean text is refused, so nothing hides behind cleaning.

    Only NFD, which some editors write, is quietly made NFC.
    """

    @model_validator(mode="before")
    @classmethod
    def _tidy(cls, data: Any) -> Any:
        if not isinstance(data, dict):
            return data
        return {_seen(key, "a key"): _seen(item, f'"{key}"') for key, item in data.items()}


def _seen(value: object, where: str) -> object:
    """Return `value` with its strings in NFC and its lists tuples; tables see to themselves."""
    match value:
        case str():
            text = unicodedata.normalize("NFC", value)
            if clean(text) != text:
                hidden = next(
                    char for char in text if clean(char) != unicodedata.normalize("NFC", char)
                )
                raise ValueError(
                    f"{where} holds a character that works unseen, U+{ord(hidden):04X}: take it out"
                )
            return text
        case list() | tuple():
            return tuple(_seen(item, where) for item in value)
        case _:
            return value


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
        yes: who said yes to these words, in the order of the partners.
        owner: whose it is, where it is one's own.
    """

    id: ClauseId
    kind: ClauseKind
    text: Said
    exercise: str
    agreed_on: date
    review_on: date | None = None
    status: Status
    yes: tuple[Name, ...]
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
        yes: who said yes to these words, in the order of the partners.
        owner: whose it is, where it is one's own.
        origin: the run and turn that it comes from; the same origin is never settled twice.
        digest: see `digest`; it binds this revision to all before it.
    """

    number: Annotated[int, Field(ge=1, lt=2**63)]
    on: date
    clause: ClauseId
    event: Event
    kind: ClauseKind
    text: Said
    exercise: str
    agreed_on: date
    review_on: date | None = None
    status: Status
    yes: tuple[Name, ...]
    owner: Name | None = None
    origin: str
    digest: Digest

    def after(self) -> Clause:
        """Return the clause as it was after this event."""
        terms = self.model_dump(include=set(Clause.model_fields))
        return Clause.model_validate({"id": self.clause, **terms})


class Agreement(Written):
    """The clauses of two partners, and the chain of revisions that they add up to.

    A file that was changed by hand opens as long as it can be understood: whether clauses and
    revisions still agree is for `verify` to say.

    Attributes:
        format: the format of the file: 1.
        partners: the two names, left and right.
        updated: the day of the newest revision; None while there is none.
        clauses: every promise as it stands, the ended ones too.
        revisions: what happened, in order; the clauses are what they add up to.
    """

    format: Literal[1] = 1
    partners: tuple[Name, Name]
    updated: date | None = None
    clauses: tuple[Clause, ...] = ()
    revisions: tuple[Revision, ...] = ()

    @model_validator(mode="after")
    def _can_be_told_apart(self) -> "Agreement":
        if same_name(*self.partners):
            raise ValueError("the two names are the same")
        ids: set[str] = set()
        for clause in self.clauses:
            if clause.id in ids:
                raise ValueError(f'two clauses have the id "{clause.id}"')
            ids.add(clause.id)
        return self

    def clause(self, id: str) -> Clause | None:
        """Return the clause with this id, if it is there."""
        return next((clause for clause in self.clauses if clause.id == id), None)


class ClauseAgreed(Frozen):
    """Both said yes to a new clause.

    Attributes:
        origin: run and turn, such as "1/clause/consent/1".
        on: the day on which both said yes.
        weeks: when to look at it again, counted from `on`; None for no such day.
        owner: whose it is, where it is one's own.
    """

    origin: str
    kind: ClauseKind
    text: Said
    exercise: str
    on: date
    weeks: Weeks | None = None
    owner: Side | None = None


class ClauseEvent(Frozen):
    """Something happened to a clause that was agreed before.

    Attributes:
        origin: run and turn, such as "7/review/consent/2".
        clause: the id of the clause.
        on: the day on which it happened.
        text: the new words that both said yes to; for `changed`, and only then.
        weeks: for `changed` and `review`: when to look at it again, counted from `on`; None for
            no such day. The other events leave that day as it is.
        review_on: the same for `review`, as a day that was picked.
    """

    origin: str
    event: Literal["changed", "paused", "resumed", "ended", "review"]
    clause: ClauseId
    on: date
    text: Said | None = None
    weeks: Weeks | None = None
    review_on: date | None = None

    @model_validator(mode="after")
    def _makes_sense(self) -> "ClauseEvent":
        if (self.text is not None) != (self.event == "changed"):
            raise ValueError("new words belong to a changed clause, and only there")
        if self.weeks is not None and self.event not in ("changed", "review"):
            raise ValueError("weeks belong to a changed or reviewed clause, and only there")
        if self.review_on is not None and (self.event != "review" or self.weeks is not None):
            raise ValueError("a day belongs to a reviewed clause, in place of weeks")
        return self


ClauseEffect = ClauseAgreed | ClauseEvent
"""What a settled entry changes in the agreement."""


def settle(agreement: Agreement, effects: Iterable[ClauseEffect], on: date) -> Agreement:
    """Return `agreement` with `effects` written down on the day `on`, each origin only once.

    Appends to the chain as it stands and touches no other clause. An effect on a clause that is
    missing, or has ended, is skipped: see `gone`.
    """
    known = {revision.origin for revision in agreement.revisions}
    for effect in effects:
        if effect.origin in known:
            continue
        after = _outcome(agreement, effect)
        if after is not None:
            known.add(effect.origin)
            agreement = _appended(agreement, effect, after, on)
    return agreement


def settled_alone(
    agreement: Agreement, event: Literal["paused", "ended"], clause: ClauseId, on: date
) -> Agreement:
    """Return `agreement` after one of the two paused or ended a clause outside of any exercise.

    Its origin says that it was done on the page, and not by whom.
    """
    origin = f"{BY_HAND}/{len(agreement.revisions) + 1}"
    return settle(agreement, [ClauseEvent(origin=origin, event=event, clause=clause, on=on)], on)


def gone(agreement: Agreement, effects: Iterable[ClauseEffect]) -> tuple[str, ...]:
    """Return the ids of clauses that `effects` cannot reach: they are missing, or have ended.

    In order, each once, the same before settling and after. To end what has ended is no news.
    """
    effects = tuple(effects)
    settled = settle(agreement, effects, date.max)
    known = {revision.origin for revision in settled.revisions}
    ids: list[str] = []
    for effect in effects:
        if isinstance(effect, ClauseEvent) and effect.origin not in known:
            there = settled.clause(effect.clause)
            if (there is None or effect.event != "ended") and effect.clause not in ids:
                ids.append(effect.clause)
    return tuple(ids)


def _outcome(agreement: Agreement, effect: ClauseEffect) -> Clause | None:
    """Return the clause as `effect` leaves it, or None where there is nothing to act on."""
    if isinstance(effect, ClauseAgreed):
        return Clause(
            id=_new_id(agreement),
            kind=effect.kind,
            text=effect.text,
            exercise=effect.exercise,
            agreed_on=effect.on,
            review_on=_later(effect.on, effect.weeks),
            status="in force",
            yes=agreement.partners,
            owner=_owner(agreement, effect.owner),
        )
    before = agreement.clause(effect.clause)
    if before is None or before.status == "ended":
        return None
    match effect.event:
        case "changed":
            news: dict[str, object] = {
                "text": effect.text,
                "yes": agreement.partners,
                "review_on": _later(effect.on, effect.weeks),
            }
        case "review":
            news = {"review_on": effect.review_on or _later(effect.on, effect.weeks)}
        case "paused" | "ended":
            news = {"status": effect.event}
        case "resumed":
            news = {"status": "in force"}
        case _:
            assert_never(effect.event)
    return before.model_copy(update=news)


def _appended(agreement: Agreement, effect: ClauseEffect, after: Clause, on: date) -> Agreement:
    event = {
        "number": len(agreement.revisions) + 1,
        "on": on,
        "clause": after.id,
        "event": "agreed" if isinstance(effect, ClauseAgreed) else effect.event,
        **after.model_dump(exclude={"id"}, exclude_none=True),
        "origin": effect.origin,
    }
    revision = Revision.model_validate({**event, "digest": digest(newest(agreement), event)})
    clauses = tuple(after if clause.id == after.id else clause for clause in agreement.clauses)
    if agreement.clause(after.id) is None:
        clauses += (after,)
    return Agreement(
        partners=agreement.partners,
        updated=on,
        clauses=clauses,
        revisions=(*agreement.revisions, revision),
    )


def _new_id(agreement: Agreement) -> str:
    """Return the id one above the highest that was ever used; at the very end, the lowest free."""
    ids = {clause.id for clause in agreement.clauses}
    ids |= {revision.clause for revision in agreement.revisions}
    used = {int(id.removeprefix("c")) for id in ids}
    highest = max(used, default=0)
    free = highest + 1 if highest < LAST_NUMBER else next(n for n in count(1) if n not in used)
    return f"c{free}"


def _later(on: date, weeks: int | None) -> date | None:
    if weeks is None:
        return None
    return on + min(timedelta(weeks=weeks), date.max - on)


def _owner(agreement: Agreement, owner: Side | None) -> str | None:
    if owner is None:
        return None
    return agreement.partners[0 if owner == "left" else 1]


def digest(before: str, event: Mapping[str, object]) -> str:
    """Return the digest of `event` and the digest `before`, 64 hexadecimal digits.

    `event` holds a revision's fields but its digest, absent ones left out. SHA-256 (FIPS 180-4) of
    the UTF-8 of canonical JSON: keys sorted, no spaces, days as in the file (ISO 8601).
    """
    return _sha256({"before": before, "event": event})


def base(partners: tuple[str, ...]) -> str:
    """Return the digest that stands before the first revision; it binds the two names."""
    return _sha256({"format": 1, "partners": partners})


def newest(agreement: Agreement) -> str:
    """Return the digest of the newest revision, as it is stored."""
    last = agreement.revisions[-1:]
    return last[0].digest if last else base(agreement.partners)


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
