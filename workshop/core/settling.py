"""How what both said yes to, or one of them ended, is written down in the agreement."""

from collections.abc import Iterable
from datetime import date, timedelta
from itertools import count
from typing import Annotated, Literal, assert_never

from pydantic import Field, model_validator

from workshop.core.agreement import (
    Agreement,
    Clause,
    ClauseId,
    ClauseKind,
    Revision,
    digest,
    newest,
)
from workshop.core.model import Frozen
from workshop.core.people import Side
from workshop.core.text import Said

Weeks = Annotated[int, Field(ge=1, le=520)]
"""Look at it again after so many weeks."""


BY_HAND = "page"
"""How the origin of what one of them did on the page alone begins."""
LAST_NUMBER = 999_999_999
"""The highest number that the id of a clause can have."""


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
