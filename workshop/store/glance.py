"""What a list says of a workshop: read from its own files, without the models of them.

A file that looks in any way other than it was written by the program is read by its model, which
says what is wrong, or understands it all the same.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, get_args

from workshop import paths, toml
from workshop.core.agreement.kinds import CLAUSE_ID, DIGEST, ClauseKind, Event, Status
from workshop.core.progress import ticked_off
from workshop.core.text import same_name
from workshop.errors import Unreadable
from workshop.store.files import bytes_of, numbers_in
from workshop.store.shape import (
    Fits,
    day,
    listed,
    name,
    number,
    one_of,
    said,
    spelt,
    table,
    text,
    yes_or_no,
)
from workshop.values import dataclass

if TYPE_CHECKING:
    from datetime import date

    from workshop.core.agreement.agreement import Agreement
    from workshop.store.workshop import Workshop


@dataclass(frozen=True)
class Glance:
    """A workshop in a list.

    Attributes:
        names: left and right.
        done: how many exercises of its path are done.
        of: how many are on it.
        half_done: whether one is under way.
        last_day: the day on which one was done last; the day it began while none is.
        next_evening: when they meet again, if they said.
        next_review: the first day on which a clause in force wants to be looked at.
        guided: whether somebody guides the two.
    """

    names: tuple[str, str]
    done: int
    of: int
    half_done: bool
    last_day: date
    next_evening: date | None
    next_review: date | None
    guided: bool = False


_CLAUSE: dict[str, Fits] = {
    "kind": one_of(*get_args(ClauseKind)),
    "text": said,
    "exercise": text,
    "agreed_on": day,
    "status": one_of(*get_args(Status)),
}
_AT_TIMES: dict[str, Fits] = {"review_on": day, "owner": name}
_ID = spelt(CLAUSE_ID)
_FORMAT = number(1, 1)
_PARTNER = table({"name": name}, {"answers": one_of("type", "say", "paper", "guide types")})
_SIDE = one_of("left", "right")

WORKSHOP = table(
    {
        "format": _FORMAT,
        "id": text,
        "created": day,
        "left": _PARTNER,
        "right": _PARTNER,
        "coin": _SIDE,
        "path": listed(text),
    },
    {
        "guided": yes_or_no,
        "programme": text,
        "done": listed(
            table({"run": number(1), "exercise": text, "on": day, "minutes": number(0)}, {})
        ),
        "ground_rules": listed(said),
        "rules_off": listed(said),
        "seen": number(0),
        "next_evening": day,
        "homework": listed(table({"side": _SIDE, "text": said, "by": day}, {})),
        "pause_until": day,
        "archived": yes_or_no,
        "copies": listed(text),
        "own": text,
    },
)
"""`workshop.toml` as the program writes it."""
AGREEMENT = table(
    {"format": _FORMAT, "partners": listed(name)},
    {
        "updated": day,
        "clauses": listed(table({"id": _ID, **_CLAUSE}, _AT_TIMES)),
        "revisions": listed(
            table(
                {
                    "number": number(1),
                    "on": day,
                    "clause": _ID,
                    "event": one_of(*get_args(Event)),
                    **_CLAUSE,
                    "origin": text,
                    "digest": spelt(DIGEST),
                },
                _AT_TIMES,
            )
        ),
    },
)
"""`agreement.toml` as the program writes it."""


def quick(path: Path) -> Glance | None:
    """Return what a list says of the workshop in the folder `path`; None where models must say."""
    try:
        # A thousand times over, to make a path of each takes longer than to look into it.
        workshop = _table(f"{path}/{paths.WORKSHOP}")
        agreement = _table(f"{path}/{paths.AGREEMENT}") if workshop is not None else None
    except Unreadable:
        return None
    if workshop is None or not WORKSHOP(workshop):
        return None
    names = workshop["left"]["name"], workshop["right"]["name"]
    if same_name(*names) or (agreement is not None and not _is_agreement(agreement)):
        return None
    done = workshop.get("done", [])
    ticks = ticked_off(workshop["path"], (finished["exercise"] for finished in done))
    clauses = agreement.get("clauses", []) if agreement is not None else []
    reviews = [one.get("review_on") for one in clauses if one["status"] == "in force"]
    return Glance(
        names=names,
        done=sum(ticks),
        of=len(ticks),
        half_done=has_notes(path),
        last_day=max((finished["on"] for finished in done), default=workshop["created"]),
        next_evening=workshop.get("next_evening"),
        next_review=min((on for on in reviews if on is not None), default=None),
        guided=workshop.get("guided", False),
    )


def of(workshop: Workshop, agreement: Agreement | None, runs: tuple[int, ...]) -> Glance:
    """Return what a list says of a workshop that was read by its models."""
    ticks = ticked_off(workshop.path, (finished.exercise for finished in workshop.done))
    clauses = agreement.clauses if agreement else ()
    reviews = [one.review_on for one in clauses if one.status == "in force" and one.review_on]
    return Glance(
        names=(workshop.left.name, workshop.right.name),
        done=sum(ticks),
        of=len(ticks),
        half_done=bool(runs),
        last_day=max((finished.on for finished in workshop.done), default=workshop.created),
        next_evening=workshop.next_evening,
        next_review=min(reviews, default=None),
        guided=workshop.guided,
    )


def has_notes(path: Path) -> bool:
    """Whether an exercise is under way in the workshop in the folder `path`."""
    return bool(numbers_in(f"{path}/{paths.NOTES}"))


def _table(path: str) -> toml.Table | None:
    """Return what is in a file; None where there is none. Why it cannot be read, models say."""
    data = bytes_of(path)
    return None if data is None else toml.read_table(data, path)


def _is_agreement(agreement: toml.Table) -> bool:
    """Whether a table is an agreement, its names and its clauses each another."""
    if not AGREEMENT(agreement) or len(agreement["partners"]) != 2:
        return False
    ids = [clause["id"] for clause in agreement.get("clauses", [])]
    return not same_name(*agreement["partners"]) and len(set(ids)) == len(ids)
