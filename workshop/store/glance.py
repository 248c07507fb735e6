"""What a list says of a workshop: read from its own files, without the models of them.

A file that looks in any way other than it was written by the program is read by its model, which
says what is wrong, or understands it all the same.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, get_args

from workshop import paths, toml
from workshop.core.agreement.found import Found, how_found
from workshop.core.agreement.kinds import (
    CLAUSE_ID,
    DIGEST,
    RENAMED,
    ClauseKind,
    Event,
    Status,
)
from workshop.core.caseload import UNKNOWN
from workshop.core.glance import Glance
from workshop.core.progress import LAST_RUN, ticked_off
from workshop.core.text import same_name
from workshop.errors import Unreadable
from workshop.places import is_taken
from workshop.store.files import bytes_of, numbers_among, numbers_in
from workshop.store.shape import (
    Fits,
    day,
    either,
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
    from workshop.core.agreement.agreement import Agreement
    from workshop.store.workshop import Workshop


_CLAUSE: dict[str, Fits] = {
    "kind": one_of(*get_args(ClauseKind)),
    "text": said,
    "exercise": text,
    "agreed_on": day,
    "status": one_of(*get_args(Status)),
}
_AT_TIMES: dict[str, Fits] = {"review_on": day, "owner": name}
_ID = spelt(CLAUSE_ID)
_DIGEST = spelt(DIGEST)
_FORMAT = number(1, 1)
_PARTNER = table(
    {"name": name}, {"answers": one_of("type", "say", "paper", "guide types"), "was": name}
)
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
            table(
                {"run": number(1, LAST_RUN), "exercise": text, "on": day, "minutes": number(0)}, {}
            )
        ),
        "ground_rules": listed(said),
        "rules_off": listed(said),
        "rules_untold": listed(said),
        "seen": number(0),
        "last_evening": day,
        "next_evening": day,
        "homework": listed(table({"side": _SIDE, "text": said, "by": day}, {})),
        "pause_until": day,
        "archived": yes_or_no,
        "copies": listed(text),
        "own": text,
        "renaming": table({"side": _SIDE, "old": name}, {}),
        "record": table({"revisions": number(0), "digest": _DIGEST}, {}),
    },
)
"""`workshop.toml` as the program writes it."""
_REVISION = table(
    {
        "number": number(1),
        "on": day,
        "clause": _ID,
        "event": one_of(*get_args(Event)),
        **_CLAUSE,
        "origin": text,
        "digest": _DIGEST,
    },
    _AT_TIMES,
)
_RENAMED = table(
    {
        "number": number(1),
        "on": day,
        "event": one_of(RENAMED),
        "old": name,
        "new": name,
        "origin": text,
        "digest": _DIGEST,
    },
    {},
)


def _agreement(format: int, revision: Fits) -> Fits:
    return table(
        {"format": number(format, format), "partners": listed(name)},
        {
            "updated": day,
            "clauses": listed(table({"id": _ID, **_CLAUSE}, _AT_TIMES)),
            "revisions": listed(revision),
        },
    )


AGREEMENT = either(_agreement(1, _REVISION), _agreement(2, either(_REVISION, _RENAMED)))
"""`agreement.toml` as the program writes it."""


def quick(path: Path, inside: Collection[str] | None = None) -> Glance | None:
    """Return what a list says of the workshop in the folder `path`; None where models must say.

    Args:
        path: the folder.
        inside: what everything in it is called; None where the disk is to be asked for each.
    """
    try:
        # A thousand times over, to make a path of each takes longer than to look into it.
        workshop = _table(f"{path}/{paths.WORKSHOP}")
        if workshop is None or (_may_be(_SEALED, inside) and _is_behind(str(path))):
            return _outside(path)
        agreement = _table(f"{path}/{paths.AGREEMENT}")
        runs = runs_with_notes(path) if inside is None else _runs_among(inside)
    except Unreadable:
        return None
    if not WORKSHOP(workshop):
        return None
    names = workshop["left"]["name"], workshop["right"]["name"]
    if same_name(*names) or (agreement is not None and not _is_agreement(agreement)):
        return None
    done = workshop.get("done", [])
    ticks = ticked_off(workshop["path"], (finished["exercise"] for finished in done))
    clauses = agreement.get("clauses", []) if agreement is not None else []
    partners = agreement["partners"] if agreement is not None else names
    reviews = (one.get("review_on") for one in clauses if one["status"] == "in force")
    evening = evening_of(path) if _may_be(_EVENING, inside) else _NONE
    days = [workshop["created"], workshop.get("last_evening"), evening.began]
    return Glance(
        names=names,
        done=sum(ticks),
        of=len(ticks),
        half_done=not runs <= {finished["run"] for finished in done},
        last_day=max(on for on in (*days, *(one["on"] for one in done)) if on is not None),
        is_open=evening.is_open,
        next_evening=workshop.get("next_evening"),
        reviews=tuple(sorted(on for on in reviews if on is not None)),
        guided=workshop.get("guided", False),
        archived=workshop.get("archived", False),
        in_agreement=_others(names, partners, workshop.get("renaming")),
        agreement=_found(workshop, agreement),
    )


_SEALED = f"{paths.WORKSHOP}{paths.SEALED}"
_EVENING = f"{paths.NOTES}/{paths.EVENING}"


def _may_be(name: str, inside: Collection[str] | None) -> bool:
    return inside is None or name in inside


def _is_behind(path: str) -> bool:
    """Whether what lies in the folder `path` in plain is left over beside what is locked.

    Raises:
        Unreadable: nobody can tell.
    """
    if not is_taken(f"{path}/{_SEALED}"):
        return False
    from workshop.store.outside import is_locked

    return is_locked(Path(path))


def _outside(path: Path) -> Glance | None:
    """Return what can be seen of a locked workshop; None where nothing stands outside."""
    from workshop.store.outside import read

    try:
        found = read(path)
        is_there = is_taken(f"{path}/{paths.WORKSHOP}{paths.SEALED}")
    except Unreadable:
        return None
    if found is None or not found.locked or not is_there:
        return None
    # How its files are called is outside, too: so that nobody deletes what is under way.
    half_done = bool(runs_with_notes(path, sealed=True))
    return replace(found.glance, half_done=half_done, is_open=_is_open_behind(path))


def _is_open_behind(path: Path | str) -> bool:
    """Whether an evening is open in a locked workshop, as far as its files can tell."""
    file = f"{path}/{paths.NOTES}/{paths.EVENING}{paths.SEALED}"
    try:
        return bytes_of(file, most=1) is not None
    except Unreadable:
        return True  # it is told to whoever opens it


def of(path: Path, workshop: Workshop, agreement: Agreement | None) -> Glance:
    """Return what a list says of a workshop in the folder `path` that was read by its models."""
    ticks = ticked_off(workshop.path, (finished.exercise for finished in workshop.done))
    clauses = agreement.clauses if agreement else ()
    partners = agreement.partners if agreement else workshop.names
    reviews = (one.review_on for one in clauses if one.status == "in force")
    evening = evening_of(path)
    days = [workshop.created, workshop.last_evening, evening.began]
    return Glance(
        names=(workshop.left.name, workshop.right.name),
        done=sum(ticks),
        of=len(ticks),
        half_done=not runs_with_notes(path) <= {finished.run for finished in workshop.done},
        last_day=max(on for on in (*days, *(one.on for one in workshop.done)) if on is not None),
        is_open=evening.is_open,
        next_evening=workshop.next_evening,
        reviews=tuple(sorted(on for on in reviews if on is not None)),
        guided=workshop.guided,
        archived=workshop.archived,
        in_agreement=_others(workshop.names, partners, workshop.renaming),
        agreement=workshop.found(agreement),
    )


def _found(workshop: toml.Table, agreement: toml.Table | None) -> Found:
    """Return how the agreement is found, beside what was seen of it."""
    there = None if agreement is None else [one["digest"] for one in agreement.get("revisions", [])]
    record = workshop.get("record", {"revisions": 0, "digest": ""})
    return how_found(record["revisions"], record["digest"], there)


def _others(
    names: tuple[str, str], partners: Sequence[str], renaming: object
) -> tuple[str, str] | None:
    """Return the `partners` of an agreement where they are not called as the two are.

    A name that is being changed is not in all files yet, and will be.
    """
    if renaming is not None or names == tuple(partners):
        return None
    left, right = partners
    return left, right


# -- the evening that is open ----------------------------------------------------------------------


@dataclass(frozen=True)
class Evening:
    """The evening of a workshop that is open, if one is.

    Attributes:
        is_open: whether one is.
        began: the day on which it was opened last, where it says so.
    """

    is_open: bool
    began: date | None = None


_NONE = Evening(is_open=False)
_BEGAN = re.compile(rb"format = 1\nbegan = (\d{4}-\d\d-\d\d)\n")
"""How the notes of an evening begin, as the program writes them."""


def evening_of(path: Path | str) -> Evening:
    """Return the evening that is open in the folder `path`; what cannot be read says no day."""
    file = f"{path}/{_EVENING}"
    try:
        data = bytes_of(file)
        if data is None:
            return _NONE
        if found := _BEGAN.match(data):
            return Evening(True, date.fromisoformat(found[1].decode()))
        began = toml.read_table(data, file).get("began")
    except (Unreadable, ValueError):
        return Evening(is_open=True)  # it is told to whoever opens it
    return Evening(True, began if day(began) else None)


def runs_with_notes(path: Path | str, *, sealed: bool = False) -> set[int]:
    """Return which exercises have notes in the folder `path`: under way, or not closed yet."""
    return set(numbers_in(f"{path}/{paths.NOTES}", suffix=paths.SEALED if sealed else ""))


def _runs_among(names: Iterable[str]) -> set[int]:
    notes = f"{paths.NOTES}/"
    inner = (name.removeprefix(notes) for name in names if name.startswith(notes))
    return set(numbers_among(inner))


# -- the same in haste -----------------------------------------------------------------------------


@dataclass(frozen=True)
class Hint:
    """What the bytes of a workshop's files say at once: a thousand are sorted by it.

    Attributes:
        day: no day of its last evening is later than that; UNKNOWN where no day is seen.
        is_open: whether an evening is open.
        archived: whether it surely is archived; where it is not sure, it may be all the same.
    """

    day: str
    is_open: bool
    archived: bool


_PAST = re.compile(rb"=(?<!\nnext_evening =)(?<!\npause_until =)(?<!\bby =)[ \t]*(\d{4}-\d\d-\d\d)")
"""A day that a key has, but for those ahead. In a file of another layout, or in somebody's words,
it may be one that is ahead all the same: then the workshop is read though it had not to be."""
_ARCHIVED = b"\narchived = true\n"


def hint(path: str) -> Hint:
    """Return what the bytes of a workshop's files say, without what it takes to understand them."""
    evening = evening_of(path)
    try:
        data = bytes_of(f"{path}/{paths.WORKSHOP}")
        if data is None or _is_behind(path):
            data = bytes_of(f"{path}/{paths.OUTSIDE}") or b""
            evening = Evening(_is_open_behind(path))
    except Unreadable:
        data = b""
    days = [found.decode() for found in _PAST.findall(data)]
    if days and evening.began is not None:
        days.append(evening.began.isoformat())
    return Hint(max(days, default=UNKNOWN), evening.is_open, _is_archived(data))


def _is_archived(data: bytes) -> bool:
    """Whether a line above all tables says so, in a file where each line stands for itself."""
    at = data.find(_ARCHIVED)
    if at < 0 or b'"""' in data or b"'''" in data:
        return False
    table = data.find(b"\n[")
    return table < 0 or at < table


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
