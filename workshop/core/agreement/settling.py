"""How what both said yes to, or one of them ended, is written down in the agreement."""

from collections.abc import Iterable
from datetime import date, timedelta
from itertools import count
from typing import Annotated, Literal, assert_never

from pydantic import Field, model_validator

from workshop.core.agreement.agreement import (
    Agreement,
    Clause,
    ClauseId,
    ClauseKind,
    Event,
    Revision,
    Status,
    digest,
    newest,
)
from workshop.core.agreement.by_hand import Terms, put_back
from workshop.core.fields import Said
from workshop.core.model import Frozen
from workshop.core.people import Side

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


class HandAgreed(Frozen):
    """Both said yes to what was changed by hand in one clause.

    Attributes:
        origin: see `ClauseAgreed`.
        on: the day on which both said yes.
        terms: the clause as the file had it when they were asked.
    """

    origin: str
    on: date
    terms: Terms


ClauseEffect = ClauseAgreed | ClauseEvent | HandAgreed
"""What a settled entry changes in the agreement."""


class FreshPage(Frozen):
    """Both begin a new agreement, with only what is in force.

    Attributes:
        origin: see `ClauseAgreed`.
        on: the day.
        terms: the clauses that it takes over, in order.
        delete_old: whether both said that the old one is deleted.
    """

    origin: str
    on: date
    terms: tuple[Terms, ...]
    delete_old: bool


def settle(agreement: Agreement, effects: Iterable[ClauseEffect], on: date) -> Agreement:
    """Return `agreement` with `effects` written down on the day `on`, each origin only once.

    Appends to the chain as it stands and touches no other clause. An effect on a clause that is
    missing, or has ended, is skipped: see `gone`.
    """
    known = {revision.origin for revision in agreement.revisions}
    for effect in effects:
        if effect.origin in known:
            continue
        known.add(effect.origin)
        match effect:
            case ClauseAgreed():
                after = _new_clause(agreement, effect)
                agreement = _appended(agreement, "agreed", after, effect.origin, on)
            case ClauseEvent():
                agreement = _befallen(agreement, effect, on)
            case HandAgreed():
                agreement = _taken_in(agreement, effect, on)
    return agreement


def begun_afresh(partners: tuple[str, str], fresh: FreshPage) -> Agreement:
    """Return the new agreement that both began, its clauses counted from c1."""
    page = Agreement(partners=partners)
    for number, terms in enumerate(fresh.terms, start=1):
        clause = Clause(
            id=f"c{number}",
            kind=terms.kind,
            text=terms.text,
            exercise=terms.exercise,
            agreed_on=terms.agreed_on or fresh.on,
            review_on=terms.review_on,
            status="in force",
            owner=_owner(page, terms.owner),
        )
        page = _appended(page, "agreed", clause, f"{fresh.origin}/{number}", fresh.on)
    return page


def is_begun_by(agreement: Agreement, fresh: FreshPage) -> bool:
    """Whether `agreement` is what `fresh` began, perhaps with more since."""
    if not fresh.terms:
        return not agreement.revisions and not agreement.clauses
    return any(one.origin.startswith(f"{fresh.origin}/") for one in agreement.revisions)


def _taken_in(agreement: Agreement, effect: HandAgreed, on: date) -> Agreement:
    """Return `agreement` after both said yes to what was changed by hand in one clause.

    What an event may not change stays as the revisions have it: an ended clause stays ended, and
    comes back as a new one.
    """
    terms = effect.terms
    assert terms.clause is not None
    agreed = agreement.agreed(terms.clause)
    agreement = put_back(agreement, terms.clause)
    events: list[tuple[Event, Clause]] = []
    if terms.gone:
        if agreed is not None and agreed.status != "ended":
            events.append(("ended", agreed.model_copy(update={"status": "ended"})))
    else:
        if agreed is None or agreed.status == "ended":
            clause = Clause(
                id=terms.clause if agreed is None else _new_id(agreement),
                kind=terms.kind,
                text=terms.text,
                exercise=terms.exercise,
                agreed_on=effect.on,
                review_on=terms.review_on,
                status="in force",
                owner=_owner(agreement, terms.owner),
            )
            events.append(("agreed", clause))
        else:
            clause = agreed
            if (terms.text, terms.review_on) != (agreed.text, agreed.review_on):
                news = {"text": terms.text, "review_on": terms.review_on}
                clause = agreed.model_copy(update=news)
                events.append(("changed", clause))
        if terms.status != clause.status:
            turned: dict[Status, Event] = {
                "in force": "resumed",
                "paused": "paused",
                "ended": "ended",
            }
            after = clause.model_copy(update={"status": terms.status})
            events.append((turned[terms.status], after))
    for number, (event, after) in enumerate(events):
        origin = f"{effect.origin}/{number + 1}" if number else effect.origin
        agreement = _appended(agreement, event, after, origin, on)
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


def _new_clause(agreement: Agreement, effect: ClauseAgreed) -> Clause:
    return Clause(
        id=_new_id(agreement),
        kind=effect.kind,
        text=effect.text,
        exercise=effect.exercise,
        agreed_on=effect.on,
        review_on=_later(effect.on, effect.weeks),
        status="in force",
        owner=_owner(agreement, effect.owner),
    )


def _befallen(agreement: Agreement, effect: ClauseEvent, on: date) -> Agreement:
    """Return `agreement` after an event; as it is where the clause is missing, or has ended.

    What was changed by hand stays so, and marked: the event befalls what both said yes to as well.
    """
    now, agreed = agreement.clause(effect.clause), agreement.agreed(effect.clause)
    if now is None or now.status == "ended":
        return agreement
    news, by_one = _news(effect), effect.event in ("paused", "ended")
    if agreed is None:
        if by_one or effect.event == "review":  # of the page as a whole, not of these words
            return _with(agreement, now.model_copy(update=news))
        both = {"agreed_on": effect.on, "status": "in force"}
        return _appended(
            agreement, "agreed", now.model_copy(update={**news, **both}), effect.origin, on
        )
    if agreed.status == "ended":
        return put_back(agreement, effect.clause) if by_one else agreement
    after = agreed.model_copy(update=news)
    agreement = _appended(agreement, effect.event, after, effect.origin, on)
    return agreement if now == agreed else _with(agreement, now.model_copy(update=news))


def _news(effect: ClauseEvent) -> dict[str, object]:
    """Return the fields of a clause that an event changes."""
    match effect.event:
        case "changed":
            return {"text": effect.text, "review_on": _later(effect.on, effect.weeks)}
        case "review":
            return {"review_on": effect.review_on or _later(effect.on, effect.weeks)}
        case "paused" | "ended":
            return {"status": effect.event}
        case "resumed":
            return {"status": "in force"}
        case _:
            assert_never(effect.event)


def _with(agreement: Agreement, after: Clause) -> Agreement:
    """Return `agreement` with one of its clauses replaced."""
    clauses = (after if clause.id == after.id else clause for clause in agreement.clauses)
    return agreement.model_copy(update={"clauses": tuple(clauses)})


def _appended(
    agreement: Agreement, happened: Event, after: Clause, origin: str, on: date
) -> Agreement:
    event = {
        "number": len(agreement.revisions) + 1,
        "on": on,
        "clause": after.id,
        "event": happened,
        **after.model_dump(exclude={"id"}, exclude_none=True),
        "origin": origin,
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
