"""The mould of what is read from an agreement: unclean text is refused there, not cleaned."""

import unicodedata
from collections.abc import Mapping
from typing import Annotated, Any, Self

from pydantic import Field, model_validator

from workshop.core.agreement.kinds import DIGEST
from workshop.core.model import Frozen
from workshop.core.text import clean
from workshop.unfit import Unfit
from workshop.words import _

Digest = Annotated[str, Field(pattern=f"^{DIGEST}$")]
"""SHA-256 (FIPS 180-4), 64 hexadecimal digits."""
Number = Annotated[int, Field(ge=1, lt=2**63)]
"""From 1, in order."""


class Written(Frozen):
    """What is read from an agreement: unclean text is refused, so nothing hides behind cleaning.

    Only NFD, which some editors write, is quietly made NFC.
    """

    @model_validator(mode="before")
    @classmethod
    def _tidy(cls, data: Any) -> Any:
        if not isinstance(data, dict):
            return data
        return {_seen(key, _("a key")): _seen(item, f'"{key}"') for key, item in data.items()}

    @classmethod
    def read_from(cls, table: Mapping[str, Any]) -> Self:
        """Return the model of a document, none of it cleaned."""
        return cls.model_validate(table)


def _unfit(text: str, where: str) -> Unfit:
    """Return why a text is not as `clean` would have it."""
    unseen = (char for char in text if clean(char) != unicodedata.normalize("NFC", char))
    hidden = next(unseen, None)
    if hidden is None:  # each alone is fine
        said = _("{where} holds more marks on one letter than any writing has")
        return Unfit(said.format(where=where), _("Take some of them out."))
    said = _("{where} holds a character that works unseen, {code}")
    return Unfit(said.format(where=where, code=f"U+{ord(hidden):04X}"), _("Take it out."))


def _seen(value: object, where: str) -> object:
    """Return `value` with its strings in NFC and its lists tuples; tables see to themselves."""
    match value:
        case str():
            text = unicodedata.normalize("NFC", value)
            if clean(text) != text:
                raise _unfit(text, where)
            return text
        case list() | tuple():
            return tuple(_seen(item, where) for item in value)
        case _:
            return value
