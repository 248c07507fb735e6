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
from workshop.unfit import Told, told
from workshop.words import _

if TYPE_CHECKING:
    from workshop.core.course.step import Step

F = TypeVar("F", bound=Frozen)


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
            for detail in _each_once(table, details)
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
        way = (*way, _meant(found.value, "kind") or "kind")
    what, mend = _told(model, detail, found)
    return Problem(file, found.where, what, mend, at=way)


def _meant(part: object, key: str) -> str | None:
    """Return a key of a step that no kind of step has, and that may have been meant to be `key`."""
    if not isinstance(part, Mapping) or key in part:
        return None
    known = {name for kind in step_kinds().values() for name in keys_of(kind)}
    from difflib import get_close_matches  # few keys are wrong

    near = get_close_matches(key, [name for name in part if name not in known], n=1)
    return near[0] if near else None


def _told(model: type[BaseModel], detail: ErrorDetails, at: Place) -> Told:
    key = str(detail["loc"][-1]) if detail["loc"] else ""
    match detail["type"]:
        case "extra_forbidden":
            return _unknown(model, detail["loc"])
        case "union_tag_not_found":
            return _no_kind(at.value, detail)
        case "union_tag_invalid":
            return _no_such_kind(at.value, detail)
        case "missing":
            from workshop.content.example_lines import example_line

            mend = _("Add a line such as: {line}")
            line = example_line(_model_at(model, detail["loc"][:-1]), key)
            if line.startswith("["):
                mend = _("Add a part that begins with the line {line}")
            return Told(_('"{key}" is missing.').format(key=key), mend.format(line=line))
        case "tuple_type" if isinstance(at.value, Mapping) and at.subject == quoted(key):
            what = _('"{key}" may be there several times, and stands in single brackets.')
            mend = _("Write [[{key}]], in double brackets, above each of them.")
            return Told(what.format(key=key), mend.format(key=_headed(detail["loc"])))
        case "model_type" | "model_attributes_type" | "dict_type":
            return _no_part(model, detail, at)
        case "literal_error":
            return _no_such_word(detail, at)
        case _:
            return told(detail, at.subject, len(at.value) if isinstance(at.value, str) else 0)


def _headed(location: Sequence[int | str]) -> str:
    """Return what stands in the brackets above a part, such as `steps.scales`."""
    kinds = step_kinds()
    return ".".join(part for part in location if isinstance(part, str) and part not in kinds)


def _no_part(model: type[BaseModel], detail: ErrorDetails, at: Place) -> Told:
    """Return what is said where keys of its own are wanted, and something else stands there."""
    location = detail["loc"]
    name = next((part for part in reversed(location) if isinstance(part, str)), "")
    keys = ", ".join(keys_of(_model_at(model, location)))
    headed = f"[[{_headed(location)}]]" if isinstance(location[-1], int) else f"[{name}]"
    if isinstance(at.value, tuple) and at.value and isinstance(at.value[0], Mapping):
        what = _('"{key}" is there once, and stands in double brackets.').format(key=name)
        return Told(what, _("Write {header}, in single brackets.").format(header=headed))
    mend = _("Write a line {header}, and beneath it its keys.")
    if name != "steps":
        mend = _("Write a line {header}, and beneath it its keys: {keys}.")
    what = _("{key} must have keys of its own.").format(key=at.subject)
    return Told(what, mend.format(header=headed, keys=keys))


def _no_such_word(detail: ErrorDetails, at: Place) -> Told:
    known = str(detail.get("ctx", {}).get("expected", "")).replace("'", '"')
    what = _("{key} must be {this}.").format(key=at.subject, this=known)
    if '"' not in known:
        return Told(what, _("Write {key} = {this}.").format(key=at.at[-1], this=known))
    near = ""
    if isinstance(at.value, str):
        near = nearest(at.value, [one for one in known.split('"') if one.isalpha() and one != "or"])
    return Told(what, near or _("Write one of them, in quotes."))


def _unknown(model: type[BaseModel], location: Sequence[int | str]) -> Told:
    key = str(location[-1])
    here = _model_at(model, location[:-1])
    known = keys_of(here)
    what = _("unknown key {key}.").format(key=quoted(key))
    elsewhere = _elsewhere(model, here, key)
    mend = elsewhere or nearest(key, known)
    return Told(what, mend or _("Known here: {keys}.").format(keys=", ".join(sorted(known))))


def _elsewhere(model: type[BaseModel], here: type[BaseModel], key: str) -> str:
    """Return where a key belongs that is known, and not here; empty where it is known nowhere."""
    if key in keys_of(model) and here is not model:
        if key in ("steps", "evenings"):
            return _("Write [[{key}]], in double brackets.").format(key=key)
        return _("It belongs to the top of the file, above the first line in brackets.")
    for name, field in model.model_fields.items():
        for part in models_in(field.annotation):
            if part is not here and key in keys_of(part) and name == "facilitator":
                return _("It belongs beneath the line [{part}].").format(part=name)
    kinds = [name for name, kind in step_kinds().items() if key in keys_of(kind)]
    if not kinds or "steps" not in model.model_fields:
        return ""
    if here is model:
        return _("It belongs in a step, beneath a line [[steps]].")
    if here not in step_kinds().values():
        return ""
    mend = _("It is a key of steps of another kind: {kinds}. Take it out, or change the kind.")
    return mend.format(kinds=", ".join(kinds))


def _no_kind(part: object, detail: ErrorDetails) -> Told:
    near = _meant(part, "kind")
    if near:
        what = _('"kind" is missing.')
        return Told(what, _('Is {key} meant to be "kind"?').format(key=quoted(near)))
    mend = _("Add a line such as: {line} Known kinds: {kinds}.")
    return Told(_('"kind" is missing.'), mend.format(line='kind = "speak".', kinds=_kinds(detail)))


def _kinds(detail: ErrorDetails) -> str:
    if detail["loc"][:1] == ("steps",):
        return ", ".join(sorted(step_kinds()))
    return str(detail.get("ctx", {}).get("expected_tags", "")).replace("'", "")


def _no_such_kind(part: object, detail: ErrorDetails) -> Told:
    kind = part.get("kind") if isinstance(part, Mapping) else None
    known = _kinds(detail)
    what = _("this kind is not known here.")
    if isinstance(kind, str):
        said = _("kind {kind} is not known here.")
        if detail["loc"][:1] == ("steps",):
            said = _("kind {kind} is not a step kind.")
        what = said.format(kind=quoted(kind))
    near = nearest(kind, known.split(", ")) if isinstance(kind, str) else ""
    return Told(what, f"{near} " * bool(near) + _("There are: {kinds}.").format(kinds=known))


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
