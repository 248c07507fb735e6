"""Which keys there are in which part of a file: asked of the models, so that none is forgotten."""

from collections.abc import Mapping, Sequence
from functools import cache
from inspect import isabstract
from typing import TYPE_CHECKING, get_args

from pydantic import BaseModel

if TYPE_CHECKING:
    from workshop.core.course.step import Step


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


def model_at(model: type[BaseModel], location: Sequence[int | str]) -> type[BaseModel]:
    """Return the model of the part that a location of pydantic's leads to."""
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
