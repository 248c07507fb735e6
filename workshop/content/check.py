"""Everything that is wrong in one file that authors write. Reads bytes, opens nothing.

Whoever checks an exercise waits for no model but its own.
"""

import re
import unicodedata
from collections.abc import Iterator, Mapping
from datetime import date, datetime
from pathlib import PurePath
from typing import Any, Literal, assert_never

from workshop import toml
from workshop.content.balance import balance
from workshop.content.kind import ContentKind
from workshop.content.library import BEFORE, FORMAT, Library
from workshop.content.misfit import entry, fitted, keys_of, misfits, placed, step_kind
from workshop.content.problem import Problem, nearest, quoted
from workshop.content.readings import THEME_LINE, THEMES, link, theme_of
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
from workshop.core.text import clean, tidy
from workshop.errors import NotFound, TooNew, Trouble, Unreadable
from workshop.words import _

READING_WORDS = (300, 500)
"""How many words a reading has, from and to; the page before you begin may differ."""
_LINK = re.compile(r"\]\(([^)\s]*)\)")
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
    table: toml.Table | None = None,
    english: Exercise | None = None,
) -> tuple[Problem, ...]:
    """Return everything wrong in a file that authors write; nothing when it is right.

    Args:
        data: its bytes.
        file: how it was named; its last part is the name that an id must match.
        kind: what it is.
        library: where a programme's exercises are looked for.
        today: the day to which help lines are held.
        table: what is in the file, where it was read as TOML already.
        english: the same exercise in English, where this one is in another language.
    """
    if kind == "reading":
        return tuple(_reading(data, file, library))
    try:
        if table is None:
            table = toml.read_authored(data, _("this file"))
        found = list(_found(tidy(table), file, kind, library, today, english))
    except Unreadable as trouble:
        return (Problem(file, "", trouble.sentence, line=trouble.line),)
    except RecursionError:
        return (Problem(file, "", _("lists and tables are nested too deeply here.")),)
    return placed(found, data)


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
    except TooNew as trouble:
        yield Problem(file, "", trouble.sentence, at=("format",))
        return
    except Unreadable:
        if table.get("format") == 1:  # true or 1.0, which the model would take for 1
            yield Problem(file, "", _('"format" must be 1.'), at=("format",))
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
                said = _("step {number} has this id too: give each step its own.")
                sentence = said.format(number=first[id])
                where = entry("steps", index + 1, step)
                yield Problem(file, where, sentence, at=("steps", index, "id"))
            for key in _LEADING:
                named = step.get(key)
                for name in named if isinstance(named, tuple) else (named,):
                    if isinstance(name, str) and name not in first and key in keys_of(kind):
                        sentence = _leads_nowhere(key, name, list(first), name in ids)
                        where = entry("steps", index + 1, step)
                        yield Problem(file, where, sentence, at=("steps", index, key))
        if isinstance(id, str):
            first.setdefault(id, index + 1)


def _leads_nowhere(key: str, name: str, earlier: list[str], later: bool) -> str:
    said = _('"{key}" names {name}, which is no step here.')
    if later:
        said = _('"{key}" names {name}, which is no earlier step: only those can be quoted.')
    return said.format(key=key, name=quoted(name)) + nearest(name, earlier)


def _programme(table: Mapping[str, Any], file: str, library: Library) -> Iterator[Problem]:
    yield from _name(table, file)
    yield from misfits(Programme, table, file)
    evenings = table.get("evenings")
    for number, evening in enumerate(evenings if isinstance(evenings, tuple) else (), start=1):
        ids = evening.get("exercises") if isinstance(evening, Mapping) else None
        if not isinstance(ids, tuple):
            continue
        where, at = entry("evenings", number, evening), ("evenings", number - 1)
        minutes: list[int] = []
        for place, id in enumerate(ids):
            if not isinstance(id, str):
                continue
            named = (*at, "exercises", place)
            try:
                minutes.append(library.exercise(id).minutes)
            except NotFound:
                near = nearest(id, library.exercise_ids())
                said = _("there is no exercise called {id}.").format(id=quoted(id))
                yield Problem(file, where, said + near, at=named)
            except Trouble:
                said = _("the exercise {id} has something wrong in its own file: check that.")
                yield Problem(file, where, said.format(id=quoted(id)), at=named)
        says = evening.get("minutes")
        opening, close = evening.get("opening", OPENING), evening.get("close", CLOSE)
        talk = evening.get("talk", 0)
        if not type(opening) is type(close) is type(talk) is int:
            continue
        total = evening_minutes(minutes, opening, close, talk)
        if type(says) is int and ids and len(minutes) == len(ids) and says != total:
            said = _(
                '"minutes" says {says}, and it adds up to {total}: its exercises, {around} for'
                " opening and close, {between} between two exercises. Write minutes = {total}."
            )
            if talk:
                said = _(
                    '"minutes" says {says}, and it adds up to {total}: its exercises, {around} for'
                    " opening and close, {between} between two exercises, {talk} for talk. Write"
                    " minutes = {total}."
                )
            sentence = said.format(
                says=says, total=total, around=opening + close, between=BETWEEN, talk=talk
            )
            yield Problem(file, where, sentence, at=(*at, "minutes"))


def _name(table: Mapping[str, Any], file: str) -> Iterator[Problem]:
    id, name = table.get("id"), PurePath(file).name
    if isinstance(id, str) and name != f"{id}.toml":  # as loading looks for it
        said = _("the file is called {name} and its id is {id}: make them the same.")
        yield Problem(file, "", said.format(name=quoted(name), id=quoted(id)), at=("id",))


def _help_lines(table: Mapping[str, Any], file: str, today: date) -> Iterator[Problem]:
    from workshop.content.help_lines import STALE, HelpLines

    yield from misfits(HelpLines, table, file)
    for where, at, service in _services(table):
        checked = service.get("checked")
        if not isinstance(checked, date) or isinstance(checked, datetime):
            continue
        if checked > today:
            said = _('"checked" says {day}, which is still to come: write the day it was checked.')
            yield Problem(file, where, said.format(day=checked.isoformat()), at=(*at, "checked"))
        elif today - checked > STALE:
            said = _("it was checked on {day}, over a year ago: check it again.")
            sentence = said.format(day=checked.isoformat())
            yield Problem(file, where, sentence, "warning", (*at, "checked"))


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


def _reading(data: bytes, file: str, library: Library) -> Iterator[Problem]:
    if len(data) > toml.SIZE_LIMIT:
        yield Problem(file, "", _("this file is larger than 1 MB, so it was not read."))
        return
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError:
        yield Problem(file, "", _("this file is not UTF-8 text: save it as UTF-8."))
        return
    if text.startswith("\ufeff"):
        said = _("it begins with a byte order mark: save it as UTF-8 without one.")
        yield Problem(file, "", said)
    elif not text.startswith("# ") or not text.split("\n", 1)[0][2:].strip():
        yield Problem(file, "", _('it must begin with a heading: "# " and a title.'))
    lines = unicodedata.normalize("NFC", text.replace("\r\n", "\n"))
    for number, line in enumerate(lines.split("\n"), start=1):
        if clean(line) != line:
            said = _("this line holds a character that works unseen: take it out.")
            yield Problem(file, "", said, line=number)
        for target in _LINK.findall(line):
            yield from _link(target, file, number, library)
    if PurePath(file).name.startswith(BEFORE):
        return
    if theme_of(lines) is None:
        said = _("it says no theme: write <!-- theme: {first} --> below the title, or {others}.")
        named = said.format(first=THEMES[0], others=", ".join(THEMES[1:]))
        yield Problem(file, "", named, line=min(2, lines.count("\n")))
    words = len(THEME_LINE.sub("", lines).split())
    least, most = READING_WORDS
    if not least <= words <= most:
        said = _("it has {words} words; a reading has {least} to {most}.")
        yield Problem(file, "", said.format(words=words, least=least, most=most), "warning")


def _link(target: str, file: str, line: int, library: Library) -> Iterator[Problem]:
    """Yield a problem where a link leads to no reading, exercise or page."""
    if target.startswith(("https://", "http://", "#")):
        return
    leads = link(target)
    if leads is None:
        said = _(
            "the link {link} leads nowhere here: a reading is linked as name.md, an exercise as"
            " ../id.toml."
        )
        yield Problem(file, "", said.format(link=quoted(target)), line=line)
        return
    if leads.to == "reading":
        known, said = library.reading_names(), _("the link {link} leads to no reading.")
    else:
        known, said = library.exercise_ids(), _("the link {link} leads to no exercise.")
    if leads.id not in known:
        near = nearest(leads.id, known)
        yield Problem(file, "", said.format(link=quoted(target)) + near, line=line)
