"""What keeps a table from being a model, everything at once, in an author's words."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any, TypeVar

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from workshop.content.lines import Lines
from workshop.content.misfit_words import Place, in_words, meant
from workshop.content.problem import Problem, quoted
from workshop.core.model import TIDY, Frozen
from workshop.unfit import Unfit
from workshop.words import _, plural

F = TypeVar("F", bound=Frozen)


MOST = 100
"""How many things that do not fit in one file are told; the rest is counted."""


def misfits(
    model: type[Frozen], table: Mapping[str, Any], file: str, whole: bool = True
) -> list[Problem]:
    """Return why `table` is not a `model`: one problem each, none if it is.

    Args:
        model: what it is meant to be.
        table: with tidy text.
        file: the file, as it was named.
        whole: also say what is wrong with the parts together, once each of them is right.
    """
    return fitted(model, table, file, whole)[1]


def fitted(
    model: type[F], table: Mapping[str, Any], file: str, whole: bool = True
) -> tuple[F | None, list[Problem]]:
    """Return `table` as a `model`, None if it is none, and why; see `misfits`."""
    try:
        return model.model_validate(table, context=TIDY), []
    except ValidationError as error:
        details = error.errors(include_input=False, include_url=False)[:MOST]
        found = [
            _problem(model, table, file, detail)
            for detail in _each_once(table, details)
            if (whole or detail["loc"]) and not _only_seems_short(detail, details)
        ]
        more = error.error_count() - MOST
        return None, [*found, and_more(more, found[-1])] if more > 0 and found else found


def and_more(count: int, last: Problem) -> Problem:
    """Return that so many more things are wrong, where the last one stands that is told."""
    what = plural("and {count} more thing is wrong.", "and {count} more things are wrong.", count)
    return replace(last, what=what, mend=_("Mend these first, and check it again."))


def placed(problems: Sequence[Problem], data: bytes) -> tuple[Problem, ...]:
    """Return what is wrong in a TOML file with its lines, in their order.

    Args:
        problems: what is wrong.
        data: the file's bytes, which are TOML.
    """
    if not problems:
        return ()  # most files are right: then nobody asks for lines
    lines = Lines(data.decode("utf-8-sig"))
    told = [replace(problem, line=lines.line(problem.at)) for problem in problems]
    return tuple(sorted(told, key=lambda problem: problem.line))


def entry(name: str, number: int, item: object) -> str:
    """Return what one entry of a list is called: `step 2 "floor"`, counted from 1."""
    one_of = {
        "steps": _("step {number}"),
        "evenings": _("evening {number}"),
        "directories": _("directory {number}"),
        "countries": _("country {number}"),
        "services": _("service {number}"),
    }
    called = one_of.get(name, f"{name} {{number}}").format(number=number)
    label = item.get("id", item.get("name")) if isinstance(item, Mapping) else None
    return f"{called} {quoted(label)}" if isinstance(label, str) and label.strip() else called


def place(table: Mapping[str, Any], location: Sequence[int | str]) -> Place:
    """Return where a location of pydantic's is, in words."""
    where: list[str] = []
    at: list[str | int] = []
    value: Any = table
    name = subject = ""
    fresh = False
    for part in location:
        if isinstance(part, int):
            value = value[part] if isinstance(value, list | tuple) else None
            at.append(part)
            fresh = isinstance(value, Mapping)
            if fresh:
                where.append(entry(name, part + 1, value))
                subject = ""
            else:
                subject = _('"{name}", number {number}').format(name=name, number=part + 1)
        elif fresh and isinstance(value, Mapping) and value.get("kind") == part:
            fresh = False  # only names the model that was chosen by `kind`
        else:
            if isinstance(value, Mapping) and name and not fresh and subject == quoted(name):
                where.append(name)
            value = value.get(part) if isinstance(value, Mapping) else None
            name, subject, fresh = part, quoted(part), False
            at.append(part)
    return Place(" ".join(where), subject, value, tuple(at))


def _only_seems_short(detail: ErrorDetails, details: Sequence[ErrorDetails]) -> bool:
    """Whether a list is called too short since something in it is wrong, which is told already."""
    if detail["type"] != "too_short":
        return False
    way = detail["loc"]
    return any(len(one["loc"]) > len(way) and one["loc"][: len(way)] == way for one in details)


def _each_once(table: Mapping[str, Any], details: Sequence[ErrorDetails]) -> Sequence[ErrorDetails]:
    """Return what is wrong; of a key that may hold one of several types, once and no type's name.

    pydantic tells of such a key once for each type, and names the type in its location.
    """
    found: dict[tuple[int | str, ...], ErrorDetails] = {}
    several: set[tuple[int | str, ...]] = set()
    for detail in details:
        way = _without_types(table, detail["loc"])
        if len(way) < len(detail["loc"]):
            several.add(way)
        found.setdefault(way, {**detail, "loc": way})
    nearer = {way[:size] for way in found for size in range(len(way))} & several
    return [detail for way, detail in found.items() if way not in nearer]


def _without_types(
    table: Mapping[str, Any], location: tuple[int | str, ...]
) -> tuple[int | str, ...]:
    way: list[int | str] = []
    value: Any = table
    for part in location:
        if isinstance(part, int):
            value = value[part] if isinstance(value, list | tuple) else None
        elif isinstance(value, Mapping):
            if part in value or value.get("kind") != part:
                value = value.get(part)
        elif value is not None or way[-1:] == [part]:
            continue  # what is no table has no keys: a type's name
        way.append(part)
    return tuple(way)


def _problem(
    model: type[BaseModel], table: Mapping[str, Any], file: str, detail: ErrorDetails
) -> Problem:
    found = place(table, detail["loc"])
    way = found.at
    if detail["type"] in ("union_tag_invalid", "union_tag_not_found"):
        way = (*way, meant(found.value, "kind") or "kind")
    if isinstance(error := detail.get("ctx", {}).get("error"), Unfit):
        way = (*way, *error.at)
    what, mend = in_words(model, detail, found)
    return Problem(file, found.where, what, mend, at=way)
