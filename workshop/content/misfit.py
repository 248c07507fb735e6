"""What keeps a table from being a model, everything at once, in an author's words."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import cache
from inspect import isabstract
from typing import TYPE_CHECKING, Any, NamedTuple, TypeVar, get_args

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from workshop.content.lines import Lines
from workshop.content.problem import Problem, nearest, quoted
from workshop.core.model import TIDY, Frozen
from workshop.words import _

if TYPE_CHECKING:
    from workshop.core.course.step import Step

F = TypeVar("F", bound=Frozen)

_LIMITS = ("ge", "le", "max_length", "min_length")
"""What pydantic calls the limit that was passed; of a length, one of the two alone."""


class Place(NamedTuple):
    """A place in a table.

    Attributes:
        where: the part it is in, such as `step 2 "floor"`.
        subject: the key there, in quotes; empty when the whole part is meant.
        value: what stands there; None when nothing does.
        at: the keys and places in lists that lead there.
    """

    where: str
    subject: str
    value: object
    at: tuple[str | int, ...]


def models_in(hint: object) -> tuple[type[BaseModel], ...]:
    """Return the models that a type names, however deep."""
    if isinstance(hint, type) and issubclass(hint, BaseModel):
        # A step of no kind stands for one of any.
        return tuple(step_kinds().values()) if isabstract(hint) else (hint,)
    return tuple(model for part in get_args(hint) for model in models_in(part))


@cache
def step_kinds() -> Mapping[str, type["Step"]]:
    """Return every kind of step, by the name that authors write."""
    from workshop.core import steps

    return {name: kind for name in steps.KINDS if (kind := steps.step_kind(name)) is not None}


def keys_of(model: type[BaseModel]) -> list[str]:
    """Return the keys that a table of this model may have."""
    return [field.alias or name for name, field in model.model_fields.items()]


def step_kind(step: object) -> "type[Step] | None":
    """Return the kind of what an author wrote as a step; None when it names none."""
    from workshop.core import steps

    kind = step.get("kind") if isinstance(step, Mapping) else None
    return steps.step_kind(kind) if isinstance(kind, str) else None


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
        details = error.errors(include_input=False, include_url=False)
        return None, [
            _problem(model, table, file, detail)
            for detail in details
            if (whole or detail["loc"]) and not _only_seems_short(detail, details)
        ]


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


def _problem(
    model: type[BaseModel], table: Mapping[str, Any], file: str, detail: ErrorDetails
) -> Problem:
    location = detail["loc"]
    found = place(table, location)
    way = found.at
    if detail["type"] in ("union_tag_invalid", "union_tag_not_found"):
        way = (*way, _meant(found.value, "kind") or "kind")
    return Problem(file, found.where, _sentence(model, detail, found), at=way)


def _meant(part: object, key: str) -> str | None:
    """Return a key of a step that no kind of step has, and that may have been meant to be `key`."""
    if not isinstance(part, Mapping) or key in part:
        return None
    known = {name for kind in step_kinds().values() for name in keys_of(kind)}
    from difflib import get_close_matches  # few keys are wrong

    near = get_close_matches(key, [name for name in part if name not in known], n=1)
    return near[0] if near else None


def _sentence(model: type[BaseModel], detail: ErrorDetails, at: Place) -> str:
    match detail["type"]:
        case "extra_forbidden":
            return _unknown(model, detail["loc"])
        case "union_tag_not_found":
            said = _('"kind" is missing. One of: {kinds}.').format(kinds=_kinds(detail))
            near = _meant(at.value, "kind")
            hint = _('Is {key} meant to be "kind"?').format(key=quoted(near)) if near else ""
            return f"{said} {hint}".rstrip()
        case "union_tag_invalid":
            return _no_such_kind(at.value, detail)
        case "value_error":
            what = detail["msg"].removeprefix("Value error, ").rstrip(".") + "."
            return f"{at.subject}: {what}" if at.subject else what
        case _:
            return _said(detail, at)


def _unknown(model: type[BaseModel], location: Sequence[int | str]) -> str:
    key = str(location[-1])
    known = keys_of(_model_at(model, location[:-1]))
    near = nearest(key, known)
    said = _("unknown key {key}.").format(key=quoted(key))
    return said + (near or " " + _("Known here: {keys}.").format(keys=", ".join(sorted(known))))


def _kinds(detail: ErrorDetails) -> str:
    if detail["loc"][:1] == ("steps",):
        return ", ".join(sorted(step_kinds()))
    return str(detail.get("ctx", {}).get("expected_tags", "")).replace("'", "")


def _no_such_kind(part: object, detail: ErrorDetails) -> str:
    kind = part.get("kind") if isinstance(part, Mapping) else None
    name = kind if isinstance(kind, str) else str(kind)
    known = _kinds(detail)
    said = _("kind {kind} is not known here. One of: {kinds}.")
    if detail["loc"][:1] == ("steps",):
        said = _("kind {kind} is not a step kind. One of: {kinds}.")
    return said.format(kind=quoted(name), kinds=known) + nearest(name, known.split(", "))


def _model_at(model: type[BaseModel], location: Sequence[int | str]) -> type[BaseModel]:
    models: tuple[type[BaseModel], ...] = (model,)
    for part in location:
        if isinstance(part, int):
            continue
        chosen = [kind for kind in models if _kind(kind) == part] if len(models) > 1 else []
        if chosen:
            models = tuple(chosen)
            continue
        fields = models[0].model_fields.items()
        hints = [field.annotation for name, field in fields if (field.alias or name) == part]
        models = models_in(hints[0]) if hints else ()
        if not models:
            return model
    return models[0]


def _kind(model: type[BaseModel]) -> object:
    return model.model_fields["kind"].default if "kind" in model.model_fields else None


def _said(detail: ErrorDetails, at: Place) -> str:
    limits = detail.get("ctx", {})
    filled = {
        "key": at.subject,
        "this": str(limits.get("expected", "")).replace("'", '"'),
        "limit": next((limits[name] for name in _LIMITS if name in limits), None),
        "count": len(at.value) if isinstance(at.value, str) else 0,
    }
    return _must(detail).format(**filled).strip()


def _must(detail: ErrorDetails) -> str:
    match detail["type"]:
        case "missing":
            return _("{key} is missing: add it.")
        case "string_type":
            return _("{key} must be text, in quotes.")
        case "int_type" | "int_from_float":
            return _("{key} must be a whole number, without quotes.")
        case "bool_type":
            return _("{key} must be true or false, without quotes.")
        case "date_type" | "date_from_datetime_inexact":
            return _("{key} must be a day such as 2026-11-23, without quotes.")
        case "tuple_type":
            return _("{key} must be a list, in square brackets.")
        case "model_type" | "model_attributes_type" | "dict_type":
            return _("{key} must be a table, with keys of its own.")
        case "literal_error":
            return _("{key} must be {this}.")
        case "greater_than_equal":
            return _("{key} must be at least {limit}.")
        case "less_than_equal":
            return _("{key} must be at most {limit}.")
        case "string_too_long":
            return _("{key} has {count:,} characters and may have {limit:,}: make it shorter.")
        case "too_short" if detail.get("ctx", {}).get("actual_length"):
            return _("{key} needs at least {limit} entries: add to it.")
        case "string_too_short" | "too_short":
            return _("{key} is empty: fill it, or take the whole part out.")
        case "too_long":
            return _("{key} may have up to {limit} entries.")
        case "string_pattern_mismatch":
            return _(
                "{key} may have only small letters a to z, digits and single hyphens between them,"
                ' such as "say-it-back".'
            )
        case _:
            return "{key} " + detail["msg"].replace("{", "{{").replace("}", "}}")
