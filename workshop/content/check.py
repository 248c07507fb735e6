"""Everything that is wrong in one file that authors write. Reads bytes, opens nothing.

Whoever checks an exercise waits for no model but its own.
"""

from collections.abc import Iterator, Mapping
from datetime import date, datetime
from typing import Any, Literal, assert_never

from workshop import toml
from workshop.content.authored import Authored, authored
from workshop.content.balance import balance
from workshop.content.kind import ContentKind
from workshop.content.library import Library
from workshop.content.misfit import entry
from workshop.content.problem import Problem, nearest, quoted
from workshop.content.reading_check import reading_problems
from workshop.content.shape import nothing_in, shaped, too_new
from workshop.content.slipped import slipped, told_in_order
from workshop.content.translated import differs
from workshop.content.wording import wording
from workshop.core.exercise import (
    BETWEEN,
    CLOSE,
    OPENING,
    Exercise,
    Programme,
    evening_minutes,
)
from workshop.errors import NotFound, Trouble
from workshop.words import _

At = tuple[str | int, ...]
"""Keys and places in lists that lead to something."""


def check(
    data: bytes,
    file: str,
    kind: ContentKind,
    library: Library,
    today: date,
    read: Authored | None = None,
    english: Exercise | None = None,
) -> tuple[Problem, ...]:
    """Return everything wrong in a file that authors write; nothing when it is right.

    Args:
        data: its bytes.
        file: how it was named; its last part is the name that an id must match.
        kind: what it is.
        library: where a programme's exercises are looked for.
        today: the day to which help lines are held.
        read: what is in the file, where it was read as TOML already.
        english: the same exercise in English, where this one is in another language.
    """
    if kind == "reading":
        return tuple(reading_problems(data, file, library))
    read = read or authored(data)
    if not read.table:
        return slipped(read, file) or (nothing_in(data, file, programme=kind == "programme"),)
    if newer := too_new(read.table, file):
        return told_in_order([newer], read, data, file)
    try:
        found = list(_found(read.table, file, kind, library, today, english))
    except RecursionError:
        what = _("lists and parts are nested too deeply here.")
        return (*slipped(read, file), Problem(file, "", what, _("Write fewer in each other.")))
    return told_in_order(found, read, data, file)


def _found(
    table: toml.Table,
    file: str,
    kind: Literal["exercise", "programme", "help lines", "evening words", "demo"],
    library: Library,
    today: date,
    english: Exercise | None,
) -> Iterator[Problem]:
    match kind:
        case "exercise":
            yield from _exercise(table, file, english)
        case "programme":
            yield from _programme(table, file, library)
        case "help lines":
            yield from _help_lines(table, file, today)
        case "evening words":
            from workshop.core.evening.words import EveningWords

            yield from shaped(EveningWords, table, file)[1]
        case "demo":
            from workshop.content.demo import Demo

            yield from shaped(Demo, table, file)[1]
        case _:
            assert_never(kind)


def _exercise(table: Mapping[str, Any], file: str, english: Exercise | None) -> Iterator[Problem]:
    exercise, wrong = shaped(Exercise, table, file)
    yield from wrong
    yield from wording(table, file, english=english is None)
    if exercise is not None:
        yield from balance(exercise, file)
        if english is not None:
            yield from differs(exercise, english, file)


def _programme(table: Mapping[str, Any], file: str, library: Library) -> Iterator[Problem]:
    yield from shaped(Programme, table, file)[1]
    evenings = table.get("evenings")
    for number, evening in enumerate(evenings if isinstance(evenings, tuple) else (), start=1):
        ids = evening.get("exercises") if isinstance(evening, Mapping) else None
        if not isinstance(ids, tuple):
            continue
        where, at = entry("evenings", number, evening), ("evenings", number - 1)
        minutes: dict[str, int] = {}
        for place, id in enumerate(ids):
            if not isinstance(id, str):
                continue
            named = (*at, "exercises", place)
            try:
                minutes[id] = library.exercise(id).minutes
            except NotFound:
                what = _("there is no exercise called {id}.").format(id=quoted(id))
                mend = nearest(id, library.exercise_ids()) or _("`workshop exercises` lists them.")
                yield Problem(file, where, what, mend, at=named)
            except Trouble:
                what = _("the exercise {id} has something wrong in its own file.")
                mend = _("`workshop check {id}.toml` tells what it is.").format(id=id)
                yield Problem(file, where, what.format(id=quoted(id)), mend, at=named)
        yield from _sum(evening, minutes, file, where, at)


def _sum(
    evening: Mapping[str, Any], minutes: Mapping[str, int], file: str, where: str, at: At
) -> Iterator[Problem]:
    """Yield a problem where an evening's minutes are not what it adds up to."""
    says, ids = evening.get("minutes"), evening["exercises"]
    opening, close = evening.get("opening", OPENING), evening.get("close", CLOSE)
    talk = evening.get("talk", 0)
    if not type(opening) is type(close) is type(talk) is type(says) is int:
        return
    each = [(id, minutes[id]) for id in ids if id in minutes]
    total = evening_minutes([took for _id, took in each], opening, close, talk)
    if not ids or len(each) < len(ids) or says == total:
        return
    what = _('"minutes" says {says}, and it adds up to {total}.').format(says=says, total=total)
    mend = _("Write minutes = {total}, or take the line out.").format(total=total)
    between = _("between two exercises"), BETWEEN * (len(each) - 1)
    parts = [(_("to open"), opening), *each, between, (_("to talk"), talk), (_("to close"), close)]
    rows = [*(row for row in parts if row[1]), (_("together"), total)]
    wide = max(len(name) for name, _minutes in rows)
    told = tuple(f"{name:{wide}}  {took:4}" for name, took in rows)
    yield Problem(file, where, what, mend, at=(*at, "minutes"), rows=told)


def _help_lines(table: Mapping[str, Any], file: str, today: date) -> Iterator[Problem]:
    from workshop.content.help_lines import STALE, HelpLines

    yield from shaped(HelpLines, table, file)[1]
    for where, at, service in _services(table):
        checked = service.get("checked")
        if not isinstance(checked, date) or isinstance(checked, datetime):
            continue
        if checked > today:
            what = _('"checked" says {day}, which is still to come.')
            mend, day = _("Write the day it was checked."), checked.isoformat()
            yield Problem(file, where, what.format(day=day), mend, at=(*at, "checked"))
        elif today - checked > STALE:
            what, day = _("it was checked on {day}, over a year ago."), checked.isoformat()
            mend = _("Check it again.")
            yield Problem(file, where, what.format(day=day), mend, "warning", (*at, "checked"))


def _services(table: Mapping[str, Any]) -> Iterator[tuple[str, At, Mapping[str, Any]]]:
    def listed(of: Mapping[str, Any], key: str) -> Iterator[tuple[str, At, Mapping[str, Any]]]:
        items = of.get(key)
        for number, item in enumerate(items if isinstance(items, tuple) else (), start=1):
            if isinstance(item, Mapping):
                yield entry(key, number, item), (key, number - 1), item

    yield from listed(table, "directories")
    for country, at, of in listed(table, "countries"):
        if isinstance(called := of.get("emergency"), Mapping):
            yield f'{country} "emergency"', (*at, "emergency"), called
        for where, below, service in listed(of, "services"):
            yield f"{country} {where}", (*at, *below), service
