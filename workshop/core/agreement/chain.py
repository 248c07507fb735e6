"""How the chain of revisions grows by one, and what a new clause gets."""

from datetime import date, timedelta
from itertools import count

from workshop.core.agreement.agreement import (
    Agreement,
    Clause,
    Revision,
    digest,
    newest,
    owned_after,
)
from workshop.core.agreement.kinds import Event
from workshop.core.agreement.renamed import Renamed
from workshop.core.people import Side

LAST_NUMBER = 999_999_999
"""The highest number that the id of a clause can have."""


def appended(
    agreement: Agreement, happened: Event, after: Clause, origin: str, on: date
) -> Agreement:
    """Return `agreement` with one revision more, and the clause as it is after it."""
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
        format=agreement.format,
        partners=agreement.partners,
        updated=on,
        clauses=clauses,
        revisions=(*agreement.revisions, revision),
    )


def renamed(agreement: Agreement, side: Side, name: str, origin: str, on: date) -> Agreement:
    """Return `agreement` with another name for the partner on `side`, and one revision more.

    What was changed by hand in a clause stays so, and marked; its owner is called otherwise, too.

    Args:
        agreement: as it stands.
        side: whose name.
        name: what that one is called from now on.
        origin: tells this event from all others.
        on: the day.
    """
    old = name_of(agreement, side)
    event = {
        "number": len(agreement.revisions) + 1,
        "on": on,
        "event": "renamed",
        "old": old,
        "new": name,
        "origin": origin,
    }
    revision = Renamed.model_validate({**event, "digest": digest(newest(agreement), event)})
    left, right = agreement.partners
    return Agreement(
        format=2,
        partners=(name, right) if side == "left" else (left, name),
        updated=on,
        clauses=tuple(owned_after(clause, revision) for clause in agreement.clauses),
        revisions=(*agreement.revisions, revision),
    )


def new_id(agreement: Agreement) -> str:
    """Return the id one above the highest that was ever used; at the very end, the lowest free."""
    ids = {clause.id for clause in agreement.clauses}
    ids |= {revision.clause for revision in agreement.of_clauses}
    used = {int(id.removeprefix("c")) for id in ids}
    highest = max(used, default=0)
    free = highest + 1 if highest < LAST_NUMBER else next(n for n in count(1) if n not in used)
    return f"c{free}"


def later(on: date, weeks: int | None) -> date | None:
    """Return the day so many weeks after another; None for no such day."""
    if weeks is None:
        return None
    return on + min(timedelta(weeks=weeks), date.max - on)


def owner_name(agreement: Agreement, owner: Side | None) -> str | None:
    """Return the name of the one on a side; None where it is nobody's own."""
    return None if owner is None else name_of(agreement, owner)


def name_of(agreement: Agreement, side: Side) -> str:
    """Return what the partner on `side` is called in it."""
    return agreement.partners[0 if side == "left" else 1]
