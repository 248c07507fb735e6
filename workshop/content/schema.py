"""JSON Schema of what authors write and of the agreement, made from the models, each field told.

The words are those of the models' own docstrings: an `Attributes:` section, or a string below the
field. Editors complete and check TOML with it, and other programs can.
"""

import ast
import inspect
import json
import re
from collections.abc import Mapping
from typing import TYPE_CHECKING, Annotated, Any, Literal, Union

from pydantic import BaseModel, Field

from workshop.content.known_keys import models_in, step_kinds
from workshop.core.agreement.agreement import Agreement
from workshop.core.course.step import Step
from workshop.core.exercise import Exercise, Programme

SchemaKind = Literal["exercise", "programme", "agreement"]
MODELS: Mapping[SchemaKind, type[BaseModel]] = {
    "exercise": Exercise,
    "programme": Programme,
    "agreement": Agreement,
}
"""What there is a schema of."""
DIALECT = "https://json-schema.org/draft/2020-12/schema"


if TYPE_CHECKING:
    _OfAnyKind = Step
else:
    _OfAnyKind = Union[tuple(step_kinds().values())]  # noqa: UP007  not known before


class _Whole(Exercise):
    """An exercise with all kinds of steps, as a schema has them beside each other."""

    steps: Annotated[
        tuple[Annotated[_OfAnyKind, Field(discriminator="kind")], ...],
        *Exercise.model_fields["steps"].metadata,
    ]


_ATTRIBUTE = re.compile(r"^(\w+): (.+)$")


def schema(kind: SchemaKind) -> bytes:
    """Return the JSON Schema (draft 2020-12) of `kind`, as the bytes of a file."""
    model = MODELS[kind]
    made = (_Whole if model is Exercise else model).model_json_schema(by_alias=True)
    definitions = made.get("$defs", {})
    for described in _all_models(model):
        of = made if described is model else definitions.get(described.__name__)
        if of is not None:
            _describe(of, described)
    made = {"$schema": DIALECT, **made, "title": f"Equal Say: {kind}"}
    if kind != "agreement":
        # The first line of a file may name its schema; TOML takes it for a comment.
        made["$comment"] = "Made by `workshop schema`; do not edit."
    return (json.dumps(made, ensure_ascii=False, indent=2) + "\n").encode()


def _all_models(model: type[BaseModel]) -> tuple[type[BaseModel], ...]:
    """Return `model` and every model in it, once each."""
    found: dict[type[BaseModel], None] = {}
    waiting = [model]
    while waiting:
        one = waiting.pop()
        if one not in found:
            found[one] = None
            for field in one.model_fields.values():
                waiting.extend(models_in(field.annotation))
    return tuple(found)


def _describe(of: dict[str, Any], model: type[BaseModel]) -> None:
    """Put what the docstrings say into a schema, and leave out what is for programmers."""
    of["description"] = (inspect.getdoc(model) or "").split("\n\n")[0].replace("\n", " ")
    of.pop("title", None)
    words = field_words(model)
    for name, field in model.model_fields.items():
        key = field.alias or name
        properties = of.get("properties", {})
        if key in properties:
            properties[key].pop("title", None)
            if name in words:
                properties[key]["description"] = words[name]
            elif name == "kind":
                of.setdefault("required", []).insert(0, "kind")
                properties[key].pop("default", None)
                properties[key]["description"] = f'What kind of step this is: "{field.default}".'


def field_words(model: type[BaseModel]) -> dict[str, str]:
    """Return what the docstrings of a model, and of those it is made from, say of its fields."""
    words: dict[str, str] = {}
    for part in reversed(model.__mro__):
        if issubclass(part, BaseModel) and part.__module__.startswith("workshop."):
            words |= _of_docstring(inspect.cleandoc(part.__dict__.get("__doc__") or ""))
            words |= _below_fields(inspect.getsource(part))
    return words


def _of_docstring(text: str) -> dict[str, str]:
    """Return the `Attributes:` section of a docstring (Google's style), by field."""
    words: dict[str, str] = {}
    name = ""
    for line in text.partition("Attributes:\n")[2].split("\n"):
        if found := _ATTRIBUTE.match(line[4:]) if not line.startswith(" " * 5) else None:
            name = found[1]
            words[name] = found[2]
        elif name and line.strip():
            words[name] += " " + line.strip()
    return words


def _below_fields(source: str) -> dict[str, str]:
    """Return the strings that stand below fields in the source of a class, by field."""
    (cls,) = ast.parse(inspect.cleandoc("\n" + source)).body
    assert isinstance(cls, ast.ClassDef)
    words: dict[str, str] = {}
    for field, below in zip(cls.body, cls.body[1:], strict=False):
        if (
            isinstance(field, ast.AnnAssign)
            and isinstance(field.target, ast.Name)
            and isinstance(below, ast.Expr)
            and isinstance(below.value, ast.Constant)
            and isinstance(below.value.value, str)
        ):
            words[field.target.id] = " ".join(below.value.value.split())
    return words
