"""What a file has to be before anything is made of it: for `check` and for loading alike."""

from collections.abc import Iterator, Mapping
from pathlib import PurePath
from typing import Any, TypeVar

from workshop.content.known_keys import keys_of, step_kind
from workshop.content.loading import FORMAT
from workshop.content.misfit import entry, fitted
from workshop.content.problem import Problem, nearest, quoted
from workshop.core.model import Frozen
from workshop.words import _

F = TypeVar("F", bound=Frozen)

_LEADING = ("about", "from", "target")
"""The keys that name an earlier step."""


def shaped(model: type[F], table: Mapping[str, Any], file: str) -> tuple[F | None, list[Problem]]:
    """Return what a table is as a `model`, None if it is none, and all that keeps it from being so.

    Args:
        model: what it is meant to be.
        table: with tidy text.
        file: how it was named; its last part is the name that an id must match.
    """
    loose = list(_loose(table, file))  # says what the model would of the whole, and more of it
    content, wrong = fitted(model, table, file, whole=not loose)
    return content, [*_format(table, file), *_name(table, file), *wrong, *loose]


def too_new(table: Mapping[str, Any], file: str) -> Problem | None:
    """Return what is said of a file that is for a later version of the program."""
    number = table.get("format")
    if not isinstance(number, int) or number <= FORMAT:
        return None
    what = _("this file is for a later version of Equal Say: its format is {number}.")
    mend = _("Update the program, or write format = {newest}.").format(newest=FORMAT)
    return Problem(file, "", what.format(number=number), mend, at=("format",))


def nothing_in(data: bytes, file: str, *, programme: bool) -> Problem:
    """Return what is said of a file in which nothing is."""
    what = _("this file is empty.")
    if data.strip():
        what = _("nothing but notes is in this file: each of its lines begins with #.")
    mend = _("`workshop new-exercise FILE` writes one to begin from.")
    if programme:
        mend = _("`workshop new-programme FILE` writes one to begin from.")
    return Problem(file, "", what, mend, line=1)


def _format(table: Mapping[str, Any], file: str) -> Iterator[Problem]:
    """Yield a problem where the format is true or 1.0, which the model would take for 1."""
    number = table.get("format")
    if number == 1 and type(number) is not int:
        yield Problem(file, "", _('"format" must be 1.'), _("Write format = 1."), at=("format",))


def _name(table: Mapping[str, Any], file: str) -> Iterator[Problem]:
    id, name = table.get("id"), PurePath(file).name
    if isinstance(id, str) and name != f"{id}.toml":  # as loading looks for it
        what = _("the file is called {name} and its id is {id}.")
        mend = _("Make them the same.")
        yield Problem(file, "", what.format(name=quoted(name), id=quoted(id)), mend, at=("id",))


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
