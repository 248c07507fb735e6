"""A `workshop.toml` made anew where none can be read: around the agreement, of what else is left.

The agreement matters most to a pair, and names the two. What was done is told by the clauses and by
what was kept; a few lines of the broken file are taken where each of them can be read by itself.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from datetime import date
from typing import TYPE_CHECKING, Any

from workshop import paths
from workshop.core.agreement.agreement import Agreement
from workshop.core.agreement.origin import OfTurn, origin_of
from workshop.core.agreement.seen import seen_of
from workshop.store.workshop import Finished, Partner, Workshop

if TYPE_CHECKING:
    from workshop.store.condition import Condition

_LINE = re.compile(r"(?:id|created|coin|guided|programme) = [^\n]+")
_PATH = re.compile(r"^path = \[[^\[\]]*\]$", re.MULTILINE)
_NAME = re.compile(r'\[(left|right)\]\n(name = "[^\n]+)')


def rebuilt(
    found: Condition, token: str, today: date, path_of: Callable[[str | None], Sequence[str]]
) -> Workshop | None:
    """Return what `workshop.toml` can say again; None where the names of the two are in no file.

    Args:
        found: what there is of the workshop.
        token: sixteen random hexadecimal digits, for its id and the coin.
        today: the day.
        path_of: returns the exercises of a programme, of the usual one for None or one unknown.
    """
    file = found.file(paths.WORKSHOP)
    left = b"" if file is None or file.data is None else file.data
    text = left.decode("utf-8", "replace").removeprefix("\ufeff")
    names = _partners(found) or _names(text)
    if names is None:
        return None
    done = tuple(_done(found))
    usual: dict[str, Any] = {
        "id": token,
        "created": min((one.on for one in done), default=today),
        "last_evening": max((one.on for one in done), default=None),
        "coin": "left" if int(token, 16) % 2 else "right",
    }
    said = _lines(text)
    programme = said.get("programme")
    usual["path"] = tuple(path_of(programme if isinstance(programme, str) else None))
    rest = {
        "left": Partner(name=names[0]),
        "right": Partner(name=names[1]),
        "done": done,
        "record": seen_of(found.agreement) if found.agreement else None,
    }
    with suppress(ValueError):
        return Workshop.model_validate({**usual, **said, **rest})
    with suppress(ValueError):
        return Workshop.model_validate({**usual, **rest})
    return None


def _partners(found: Condition) -> tuple[str, str] | None:
    """Return the names in the agreement, or in a copy of it."""
    file = found.file(paths.AGREEMENT)
    there = [found.agreement, *(copy.document for copy in (file.copies if file else ()))]
    return next((one.partners for one in there if isinstance(one, Agreement)), None)


def _lines(text: str) -> dict[str, Any]:
    """Return what lines before the first table say that are right by themselves."""
    said: dict[str, Any] = {}
    head = text.partition("\n[")[0]
    for line in (*head.splitlines(), *_PATH.findall(head)):
        if _LINE.fullmatch(line) or _PATH.fullmatch(line):
            with suppress(tomllib.TOMLDecodeError):
                said |= tomllib.loads(line)
    return said


def _names(text: str) -> tuple[str, str] | None:
    """Return the names of the two, where both can be read still."""
    found: dict[str, object] = {}
    for side, line in _NAME.findall(text):
        with suppress(tomllib.TOMLDecodeError):
            found[side] = tomllib.loads(line)["name"]
    match found:
        case {"left": str(left), "right": str(right)}:
            return left, right
        case _:
            return None


def _done(found: Condition) -> Iterator[Finished]:
    """Yield what was done, by run: what something was kept of, and what clauses come from."""
    runs: dict[int, Finished] = {}
    under_way = {file.name for file in found.files}
    for one in found.agreement.of_clauses if found.agreement else ():
        origin = origin_of(one.origin)
        run = origin.run if isinstance(origin, OfTurn) else 0  # which is of no exercise
        if run and f"{paths.NOTES}/{run}.toml" not in under_way:
            runs[run] = Finished(run=run, exercise=one.exercise, on=one.on, minutes=0)
    for run, kept in found.kept.items():
        runs[run] = Finished(run=run, exercise=kept.exercise, on=kept.on, minutes=0)
    yield from (runs[run] for run in sorted(runs))
