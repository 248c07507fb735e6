"""What tables of a file look like, told without models: whether a table fits, and nothing more.

What fits here fits its model too. What does not may fit it all the same: then the model is asked,
which also says what is wrong.
"""

import re
from collections.abc import Callable, Mapping
from datetime import date

from workshop.core.text import ANSWER_LIMIT, NAME_LIMIT, clean, is_blank, is_name, one_line

Fits = Callable[[object], bool]
"""Whether a value is of this shape."""


def text(value: object) -> bool:
    """Whether `value` is text that is clean already."""
    return isinstance(value, str) and (value.isprintable() or clean(value) == value)


def said(value: object) -> bool:
    """Whether `value` is what somebody said: clean, not blank, not too long."""
    return (
        isinstance(value, str)
        and clean(value) == value
        and len(value) <= ANSWER_LIMIT
        and not is_blank(value)
    )


def name(value: object) -> bool:
    """Whether `value` is what a partner can be called."""
    return (
        isinstance(value, str)
        and one_line(value) == value
        and len(value) <= NAME_LIMIT
        and is_name(value)
    )


def day(value: object) -> bool:
    """Whether `value` is a day, with no time of it."""
    return type(value) is date


def yes_or_no(value: object) -> bool:
    """Whether `value` is true or false."""
    return isinstance(value, bool)


def number(least: int, most: int = 2**63 - 1) -> Fits:
    """Return the shape of whole numbers from `least` to `most`."""
    return lambda value: type(value) is int and least <= value <= most


def one_of(*words: str) -> Fits:
    """Return the shape of text that is one of `words`."""
    known = frozenset(words)
    return lambda value: isinstance(value, str) and value in known


def spelt(pattern: str) -> Fits:
    """Return the shape of text that matches `pattern` as a whole."""
    matches = re.compile(pattern).fullmatch
    return lambda value: isinstance(value, str) and matches(value) is not None


def either(one: Fits, other: Fits) -> Fits:
    """Return the shape of what `one` fits, or the `other`."""
    return lambda value: one(value) or other(value)


def listed(fits: Fits) -> Fits:
    """Return the shape of lists of what `fits`."""
    return lambda value: isinstance(value, list) and all(map(fits, value))


def table(needed: Mapping[str, Fits], allowed: Mapping[str, Fits]) -> Fits:
    """Return the shape of tables with every key that is `needed`, and no others than `allowed`."""
    known = {**needed, **allowed}
    must = frozenset(needed)

    def fits(value: object) -> bool:
        if not isinstance(value, dict) or not must <= value.keys():
            return False
        for key, item in value.items():  # a thousand times over: no generator
            fits_here = known.get(key)
            if fits_here is None or not fits_here(item):
                return False
        return True

    return fits
