"""Makes the list of every field in the page for authors: `python docs/fields.py`.

It is made from the schemas, which are made from the models: so a new field is in it, with the words
that its docstring has.
"""

import json
from collections.abc import Iterator
from pathlib import Path
from textwrap import wrap
from typing import Any

from workshop.content.schema import SchemaKind, schema

PAGE = Path(__file__).with_name("writing-exercises.md")
BEGINS, ENDS = "## Every field\n", "## Begin a preview at any turn\n"
"""The headings between which it stands."""
WIDTH = 116
ABOUT = """\
What is *needed* has to be there, the rest may be left out. Every step has a `kind` and an `id`
besides: the id is of small letters, digits and hyphens, up to 40.\
"""
Told = dict[str, Any]
"""A part of a schema."""


def page(text: str) -> str:
    """Return the page for authors `text` with the fields as they are today."""
    before, _begins, rest = text.partition(BEGINS)
    _old, ends, after = rest.partition(ENDS)
    if not ends:
        raise ValueError(f"{PAGE} has no place for the fields, or what follows it")
    return before + "\n\n".join([BEGINS.rstrip(), ABOUT, *_parts()]) + "\n\n" + ends + after


def _parts() -> Iterator[str]:
    """Yield each heading, and the list of fields below it."""
    exercise, programme = _schema("exercise"), _schema("programme")
    yield from _part("An exercise", exercise)
    yield from _part("`[facilitator]`", exercise["$defs"]["Facilitator"])
    kinds = exercise["properties"]["steps"]["items"]["discriminator"]["mapping"]
    for kind, where in sorted(kinds.items()):
        yield from _part(f"`{kind}`", exercise["$defs"][where.rpartition("/")[2]], is_step=True)
        if kind == "rate":
            yield from _part("`[[steps.scales]]`, of `rate`", exercise["$defs"]["Scale"])
    yield from _part("A programme", programme)
    yield from _part("`[[evenings]]`, of a programme", programme["$defs"]["PlannedEvening"])


def _schema(kind: SchemaKind) -> Told:
    told: Told = json.loads(schema(kind))
    return told


def _part(title: str, told: Told, *, is_step: bool = False) -> Iterator[str]:
    yield f"### {title}"
    yield "\n".join(
        line
        for name, field in told["properties"].items()
        if not (is_step and name in ("kind", "id"))
        for line in _field(name, field, is_needed=name in told.get("required", ()))
    )


def _field(name: str, field: Told, *, is_needed: bool) -> Iterator[str]:
    """Yield the lines of one field: what it is for, what may stand in it, and what if it is not."""
    needed = ", *needed*" if is_needed else ""
    default = field.get("default")
    left_out = "" if default in (None, []) else f"; `{_value(default)}` when left out"
    said = f"- `{name}`{needed}: {field['description']} {_form(field)}{left_out}."
    yield from wrap(
        said, WIDTH, subsequent_indent="  ", break_long_words=False, break_on_hyphens=False
    )


def _form(field: Told) -> str:
    """Return what may stand in a field, as it begins a sentence."""
    match field:
        case {"anyOf": ways}:
            first, *more = (_form(way) for way in ways if way.get("type") != "null")
            return " or ".join([first, *map(_within, more)])
        case {"const": only}:
            return f"Always `{_value(only)}`"
        case {"enum": [*ways]}:
            *most, last = (f"`{_value(way)}`" for way in ways)
            return f"{', '.join(most)} or {last}"
        case {"type": "boolean"}:
            return "`true` or `false`"
        case {"type": "integer", "minimum": least, "maximum": most}:
            return f"A number from {least} to {most}"
        case {"type": "string", "pattern": _pattern, "maxLength": most}:
            return f"An id of small letters, digits and hyphens, up to {most}"
        case {"type": "string", "maxLength": most}:
            return f"A text of up to {most:,} characters"
        case {"type": "string"}:
            return "The id of a step"
        case {"type": "array", "items": {"type": "string", **free}} if not free:
            return "A list of such ids"
        case {"type": "array", "items": each}:
            return f"A list of {_how_many(field)}: {_each(each)}"
        case {"$ref": _where}:
            return "A table"
        case _:
            raise ValueError(f"nobody said how this is told: {field}")


def _each(item: Told) -> str:
    """Return what may stand in one place of a list."""
    if "$ref" in item or "oneOf" in item or "discriminator" in item:
        return "a table each"
    if "pattern" in item:
        return "an id each"
    return f"{_within(_form(item))} each"


def _within(form: str) -> str:
    """Return what begins a sentence as it stands within one."""
    return form[0].lower() + form[1:]


def _how_many(field: Told) -> str:
    match field:
        case {"minItems": least, "maxItems": most}:
            return f"{least} to {most}"
        case {"maxItems": most}:
            return f"up to {most}"
        case {"minItems": least}:
            return f"{least} or more"
        case _:
            return "any length"


def _value(value: object) -> str:
    """Return a value as it stands in a file."""
    return json.dumps(value, ensure_ascii=False)


if __name__ == "__main__":
    PAGE.write_text(page(PAGE.read_text(encoding="utf-8")), encoding="utf-8", newline="\n")
