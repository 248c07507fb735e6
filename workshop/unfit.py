"""What does not fit where it stands, in words: never in those of whatever found it.

pydantic names a type of misfit; here each has its sentence, and how to mend it. Knows the key that
is meant and the limits it passed, and nothing that stands there.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, NamedTuple

from workshop.words import _

if TYPE_CHECKING:
    from typing import Any

    from pydantic_core import ErrorDetails

_LIMITS = ("ge", "gt", "le", "lt", "max_length", "min_length")
"""What pydantic calls the limit that was passed; of a length, one of the two alone."""


class Unfit(ValueError):
    """Something that a model refuses, with how to mend it."""

    def __init__(self, what: str, mend: str, at: tuple[int | str, ...] = ()) -> None:
        """Say both.

        Args:
            what: what is wrong, without a stop.
            mend: how to mend it, a sentence.
            at: keys and places that lead to it, from the part that is refused.
        """
        super().__init__(what)
        self.what = what
        self.mend = mend
        self.at = at


class Told(NamedTuple):
    """What does not fit, and how to mend it: each a sentence."""

    what: str
    mend: str


def told(detail: ErrorDetails, key: str, size: int = 0) -> Told:
    """Return in words what pydantic found.

    Args:
        detail: what it says of one misfit.
        key: what stands there, as it is called in the sentence; empty for the part as a whole.
        size: how many characters stand there.
    """
    context = detail.get("ctx", {})
    if detail["type"] == "value_error":
        return _of_ours(context.get("error"), key)
    filled = {
        "key": key,
        "this": str(context.get("expected", "")).replace("'", '"'),
        "limit": next((context[name] for name in _LIMITS if name in context), None),
        "count": size,
    }
    what, mend = _sentences(detail["type"], context)
    return Told(what.format(**filled).strip(), mend.format(**filled))


def _of_ours(error: object, key: str) -> Told:
    if not isinstance(error, Unfit):
        return Told(_("{key} does not fit here.").format(key=key).strip(), _("Write it anew."))
    what = f"{key}: {error.what}." if key else f"{error.what}."
    return Told(what, error.mend)


def _sentences(kind: str, context: Mapping[str, Any]) -> tuple[str, str]:
    match kind:
        case "missing":
            return _("{key} is missing."), _("Add it.")
        case "extra_forbidden":
            return _("{key} is not known here."), _("Take it out.")
        case "union_tag_invalid" | "union_tag_not_found":
            return _("it is of a kind that is not known here."), _("Write one that is known.")
        case "string_type":
            return _("{key} must be text."), _("Write it in quotes.")
        case "int_type" | "int_from_float" | "int_parsing_size" | "int_parsing":
            mend = _("Write digits alone: no quotes, no comma, no point.")
            return _("{key} must be a whole number."), mend
        case "bool_type":
            mend = _("Write one of the two in small letters, without quotes.")
            return _("{key} must be true or false."), mend
        case "date_type" | "date_from_datetime_inexact" | "date_from_datetime_parsing":
            mend = _("Write it without quotes and without a time, such as 2026-11-23.")
            return _("{key} must be a day."), mend
        case "tuple_type" | "list_type":
            mend = _("Write its entries in square brackets, with commas between them.")
            return _("{key} must be a list."), mend
        case "model_type" | "model_attributes_type" | "dict_type":
            mend = _("Write them in lines beneath it, and its name in square brackets above.")
            return _("{key} must have keys of its own."), mend
        case "literal_error":
            return _("{key} must be {this}."), _("Write {this}.")
        case "greater_than_equal":
            return _("{key} must be at least {limit}."), _("Write {limit} or more.")
        case "less_than_equal":
            return _("{key} must be at most {limit}."), _("Write {limit} or less.")
        case "string_too_long":
            said = _("{key} has {count:,} characters and may have {limit:,}.")
            return said, _("Make it shorter.")
        case "too_short" if context.get("actual_length"):
            return _("{key} needs at least {limit} entries."), _("Add to it.")
        case "string_too_short" | "too_short":
            return _("{key} is empty."), _("Fill it, or take the whole part out.")
        case "too_long":
            return _("{key} may have up to {limit} entries."), _("Take some out.")
        case "string_pattern_mismatch":
            said = _(
                "{key} may have only small letters a to z, digits and single hyphens between them."
            )
            return said, _('Write it such as "say-it-back".')
        case _:
            return _("{key} does not fit here."), _("Write it anew.")
