"""What is said of a misfit in a file that authors write: what it is, and how to mend it."""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from pydantic import BaseModel
from pydantic_core import ErrorDetails

from workshop.content.known_keys import keys_of, model_at, models_in, step_kinds
from workshop.content.problem import nearest, quoted
from workshop.unfit import Told, told
from workshop.words import _


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


def meant(part: object, key: str) -> str | None:
    """Return a key of a step that no kind of step has, and that may have been meant to be `key`."""
    if not isinstance(part, Mapping) or key in part:
        return None
    known = {name for kind in step_kinds().values() for name in keys_of(kind)}
    from difflib import get_close_matches  # few keys are wrong

    near = get_close_matches(key, [name for name in part if name not in known], n=1)
    return near[0] if near else None


def in_words(model: type[BaseModel], detail: ErrorDetails, at: Place) -> Told:
    """Return what pydantic found, in an author's words."""
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

            mend = _("Add a line such as `{line}`.")
            line = example_line(model_at(model, detail["loc"][:-1]), key)
            if line.startswith("["):
                mend = _("Add a part that begins with the line `{line}`.")
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
    keys = ", ".join(keys_of(model_at(model, location)))
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
    here = model_at(model, location[:-1])
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
    near = meant(part, "kind")
    if near:
        what = _('"kind" is missing.')
        return Told(what, _('Is {key} meant to be "kind"?').format(key=quoted(near)))
    mend = _("Add a line such as `{line}`. Known kinds: {kinds}.")
    return Told(_('"kind" is missing.'), mend.format(line='kind = "speak"', kinds=_kinds(detail)))


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
