"""How what both said yes to, or one of them ended, is written down in the agreement."""

from collections.abc import Iterable
from datetime import date
from typing import Literal, assert_never

from workshop.core.agreement.agreement import Agreement, Clause
from workshop.core.agreement.by_hand import put_back
from workshop.core.agreement.chain import appended, later, new_id, owner_name
from workshop.core.agreement.clause_names import ClauseId
from workshop.core.agreement.effect import ClauseAgreed, ClauseEffect, ClauseEvent, HandAgreed
from workshop.core.agreement.kinds import Event, Status
from workshop.core.agreement.origin import ByOne, part


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
                agreement = appended(agreement, "agreed", after, effect.origin, on)
            case ClauseEvent():
                agreement = _befallen(agreement, effect, on)
            case HandAgreed():
                agreement = _taken_in(agreement, effect, on)
    return agreement


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
                id=terms.clause if agreed is None else new_id(agreement),
                kind=terms.kind,
                text=terms.text,
                exercise=terms.exercise,
                agreed_on=effect.on,
                review_on=terms.review_on,
                status="in force",
                owner=owner_name(agreement, terms.owner),
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
        origin = part(effect.origin, number + 1) if number else effect.origin
        agreement = appended(agreement, event, after, origin, on)
    return agreement


def settled_alone(
    agreement: Agreement, event: Literal["paused", "ended"], clause: ClauseId, on: date
) -> Agreement:
    """Return `agreement` after one of the two paused or ended a clause outside of any exercise.

    Its origin says that it was done on the page, and not by whom.
    """
    origin = str(ByOne(str(len(agreement.revisions) + 1)))
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
        id=new_id(agreement),
        kind=effect.kind,
        text=effect.text,
        exercise=effect.exercise,
        agreed_on=effect.on,
        review_on=later(effect.on, effect.weeks),
        status="in force",
        owner=owner_name(agreement, effect.owner),
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
        return appended(
            agreement, "agreed", now.model_copy(update={**news, **both}), effect.origin, on
        )
    if agreed.status == "ended":
        return put_back(agreement, effect.clause) if by_one else agreement
    after = agreed.model_copy(update=news)
    agreement = appended(agreement, effect.event, after, effect.origin, on)
    return agreement if now == agreed else _with(agreement, now.model_copy(update=news))


def _news(effect: ClauseEvent) -> dict[str, object]:
    """Return the fields of a clause that an event changes."""
    match effect.event:
        case "changed":
            return {"text": effect.text, "review_on": later(effect.on, effect.weeks)}
        case "review":
            return {"review_on": effect.review_on or later(effect.on, effect.weeks)}
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
