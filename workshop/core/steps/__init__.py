"""One file per step kind; a new kind is a new file, and its name here.

A kind is imported with the first step of it: most exercises have a third of them.
"""

from collections.abc import Mapping
from functools import cache
from importlib import import_module
from typing import Annotated, Any

from pydantic import GetCoreSchemaHandler
from pydantic_core import CoreSchema, SchemaValidator
from pydantic_core.core_schema import (
    ValidationInfo,
    tagged_union_schema,
    with_info_plain_validator_function,
)

from workshop.core.course.step import Step

KINDS = (
    "agree",
    "boundary",
    "breathe",
    "choose",
    "circles",
    "divide",
    "gather",
    "listen",
    "move",
    "pick",
    "rate",
    "read",
    "review",
    "speak",
    "think",
    "write",
)
"""What authors call them. Each is a file of that name, and in it a class."""


def step_kind(name: str) -> type[Step] | None:
    """Return the kind of that name, if it is one."""
    if name not in KINDS:
        return None
    kind: type[Step] = getattr(import_module(f"workshop.core.steps.{name}"), name.capitalize())
    return kind


class _ByKind:
    """Validates a step by the kind that it names, and so builds what validates that one alone."""

    def __get_pydantic_core_schema__(
        self, source: Any, handler: GetCoreSchemaHandler
    ) -> CoreSchema:
        return with_info_plain_validator_function(_validated)


def _validated(value: object, info: ValidationInfo) -> object:
    if isinstance(value, Step):
        return value
    name = value.get("kind") if isinstance(value, Mapping) else None
    known = isinstance(name, str) and name in KINDS
    # Of what names no kind, any validator says so.
    validator = _validator(name if isinstance(name, str) and known else KINDS[0])
    return validator.validate_python(value, context=info.context)


@cache
def _validator(name: str) -> SchemaValidator:
    kind = step_kind(name)
    assert kind is not None
    kind.model_rebuild()
    return SchemaValidator(tagged_union_schema({name: kind.__pydantic_core_schema__}, "kind"))


AnyStep = Annotated[Step, _ByKind()]
"""A step of any kind."""

__all__ = ["KINDS", "AnyStep", "step_kind"]
