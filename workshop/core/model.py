"""The mould of everything that is read from a file or kept in one: frozen, strict, clean."""

from typing import Any

from pydantic import BaseModel, ConfigDict, model_validator

from workshop.core.text import tidy


class Frozen(BaseModel):
    """A value that never changes, refuses what it does not know, and holds only clean text."""

    model_config = ConfigDict(
        frozen=True, extra="forbid", strict=True, hide_input_in_errors=True, allow_inf_nan=False
    )

    @model_validator(mode="before")
    @classmethod
    def _tidy(cls, data: Any) -> Any:
        return tidy(data)
