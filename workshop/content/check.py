"""Everything that is wrong in one file that authors write. Reads bytes, opens nothing.

Whoever checks an exercise waits for no model but its own.
"""

from collections.abc import Iterator, Mapping
from datetime import date, datetime
from pathlib import PurePath
from typing import Any, Literal, assert_never

from workshop import toml
from workshop.content.authored import Authored, authored
from workshop.content.balance import balance
from workshop.content.kind import ContentKind
from workshop.content.library import FORMAT, Library
from workshop.content.misfit import entry, fitted, keys_of, misfits, step_kind
from workshop.content.problem import Problem, nearest, quoted
from workshop.content.reading_check import reading_problems
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
from workshop.errors import NotFound, TooNew, Trouble, Unreadable
from workshop.words import _

_LEADING = ("about", "from", "target")
"""The keys that name an earlier step."""
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
    if read.table is not None and not read.table:
        return slipped(read, file) or (_empty(data, file, kind),)
    try:
        found = list(_found(read.table or {}, file, kind, library, today, english))
    except RecursionError:
        what = _("lists and parts are nested too deeply here.")
        return (*slipped(read, file), Problem(file, "", what, _("Write fewer in each other.")))
    return told_in_order(found if read.table else [], read, data, file)


def _empty(data: bytes, file: str, kind: ContentKind) -> Problem:
    what = _("this file is empty.")
    if data.strip():
        what = _("nothing but notes is in this file: each of its lines begins with #.")
    mend = _("`workshop new-exercise FILE` writes one to begin from.")
    if kind == "programme":
        mend = _("`workshop new-programme FILE` writes one to begin from.")
    return Problem(file, "", what, mend, line=1)


def _found(
    table: toml.Table,
    file: str,
    kind: Literal["exercise", "programme", "help lines", "evening words"],
    library: Library,
    today: date,
    english: Exercise | None,
) -> Iterator[Problem]:
    try:
        toml.check_format(table, _("this file"), FORMAT)
    except TooNew:
        what = _("this file is for a later version of Equal Say: its format is {number}.")
        mend = _("Update the program, or write format = {newest}.").format(newest=FORMAT)
        yield Problem(file, "", what.format(number=table["format"]), mend, at=("format",))
        return
    except Unreadable:
        if table.get("format") == 1:  # true or 1.0, which the model would take for 1
            what, mend = _('"format" must be 1.'), _("Write format = 1.")
            yield Problem(file, "", what, mend, at=("format",))
    match kind:
        case "exercise":
            yield from _exercise(table, file, english)
        case "programme":
            yield from _programme(table, file, library)
        case "help lines":
            yield from _help_lines(table, file, today)
        case "evening words":
            from workshop.core.evening.words import EveningWords

            yield from misfits(EveningWords, table, file)
        case _:
            assert_never(kind)


def _exercise(table: Mapping[str, Any], file: str, english: Exercise | None) -> Iterator[Problem]:
    yield from _name(table, file)
    loose = list(_loose(table, file))  # says what the model would of the whole, and more of it
    exercise, wrong = fitted(Exercise, table, file, whole=not loose)
    yield from wrong
    yield from loose
    yield from wording(table, file, english=english is None)
    if exercise is not None and not loose:
        yield from balance(exercise, file)
        if english is not None:
            yield from differs(exercise, english, file)


def _loose(table: Mapping[str, Any], file: str) -> Iterator[Problem]:
    """Yield ids that are there twice, and references that lead to no earlier step."""
    steps = table.get("steps")
    steps = steps if isinstance(steps, tuple) else ()
    ids = [step.get("id") if isinstance(step, Mapping) else None for step in steps]
    first: dict[str, int] = {}  # of each id, the number of the step that has it first
    for index, (step, id) in enumerate(zip(steps, ids, strict=True)):
        kind = step_kind(step)
        if kind is not None:
            if isinstance(id, str) and id in first:
                what = _("step {number} has this id too.").format(number=first[id])
                where, mend = entry("steps", index + 1, step), _("Give each step its own.")
                yield Problem(file, where, what, mend, at=("steps", index, "id"))
            for key in _LEADING:
                named = step.get(key)
                for name in named if isinstance(named, tuple) else (named,):
                    if isinstance(name, str) and name not in first and key in keys_of(kind):
                        what, mend = _leads_nowhere(key, name, list(first), name in ids)
                        where = entry("steps", index + 1, step)
                        yield Problem(file, where, what, mend, at=("steps", index, key))
        if isinstance(id, str):
            first.setdefault(id, index + 1)


def _leads_nowhere(key: str, name: str, earlier: list[str], later: bool) -> tuple[str, str]:
    what = _('"{key}" names {name}, which is no step here.')
    mend = nearest(name, earlier) or _("Name the id of an earlier step.")
    if later:
        what = _('"{key}" names {name}, which is no earlier step.')
        mend = _("Only those can be quoted: move that step up, or name another.")
    return what.format(key=key, name=quoted(name)), mend


def _programme(table: Mapping[str, Any], file: str, library: Library) -> Iterator[Problem]:
    yield from _name(table, file)
    yield from misfits(Programme, table, file)
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


def _name(table: Mapping[str, Any], file: str) -> Iterator[Problem]:
    id, name = table.get("id"), PurePath(file).name
    if isinstance(id, str) and name != f"{id}.toml":  # as loading looks for it
        what = _("the file is called {name} and its id is {id}.")
        mend = _("Make them the same.")
        yield Problem(file, "", what.format(name=quoted(name), id=quoted(id)), mend, at=("id",))


def _help_lines(table: Mapping[str, Any], file: str, today: date) -> Iterator[Problem]:
    from workshop.content.help_lines import STALE, HelpLines

    yield from misfits(HelpLines, table, file)
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
        for where, below, service in listed(of, "services"):
            yield f"{country} {where}", (*at, *below), service
