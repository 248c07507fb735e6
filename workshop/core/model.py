"""The mould of everything that is read from a file or kept in one: frozen, strict, clean."""

from collections.abc import Mapping
from typing import Any, Self

from pydantic import BaseModel, ConfigDict, ValidationInfo, model_validator

from workshop.core.text import tidy

TIDY = object()
"""The context in which a table is validated that is tidy already, all the way down."""


class Frozen(BaseModel):
    """A value that never changes, refuses what it does not know, and holds only clean text."""

    model_config = ConfigDict(
        frozen=True,
        extra="forbid",
        strict=True,
        hide_input_in_errors=True,
        allow_inf_nan=False,
        defer_build=True,  # what validates one is built with the first that is: most never are
    )

    @model_validator(mode="before")
    @classmethod
    def _tidy(cls, data: Any, info: ValidationInfo) -> Any:
        return data if info.context is TIDY else tidy(data)

    @classmethod
    def read_from(cls, table: Mapping[str, Any]) -> Self:
        """Return the model of a document: cleaned once, and not again by each part within it.

        Raises:
            ValidationError: it does not fit.
        """
        return cls.model_validate(tidy(table), context=TIDY)
