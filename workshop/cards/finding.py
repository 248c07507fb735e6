"""Which of many options somebody means who types: part of its words, or its number."""

from collections.abc import Sequence

from workshop.core.text import as_sought

FEW = 9
"""As many have a key of their own; of more than that, what is typed finds some."""


def found(labels: Sequence[str], typed: str) -> list[int]:
    """Return the places of what `typed` finds, in order: all where nothing is typed.

    Args:
        labels: what the options say; the first has the number 1.
        typed: parts of words, in any order, without regard to case or accents; or the beginning
            of a number.
    """
    words = as_sought(typed).split()
    if len(words) == 1 and words[0].isdecimal():
        return [place for place in range(len(labels)) if str(place + 1).startswith(words[0])]
    return [
        place
        for place, label in enumerate(labels)
        if all(word in as_sought(label) for word in words)
    ]


def nearest(labels: Sequence[str], typed: str, places: Sequence[int]) -> int | None:
    """Return which of the `places` that `typed` finds is the nearest, if it finds any.

    What has this number, or begins with it, comes before what has a word that does, and that before
    what only holds it.
    """
    wanted = as_sought(typed).strip()

    def far(place: int) -> int:
        label = as_sought(labels[place])
        if str(place + 1) == wanted or label.startswith(wanted):
            return 0
        return 1 if f" {wanted}" in label else 2

    return min(places, key=far, default=None)


def meant_by(labels: Sequence[str], key: str, after: int | None) -> list[int]:
    """Return the places that one character may mean: by number, or by first letter, in order.

    Args:
        labels: what the options say; the first has the number 1.
        key: a digit or a letter; anything else means nothing.
        after: where the cursor is, if anywhere: a letter goes from one to the next.
    """
    if key.isdecimal():
        return [place for place in range(len(labels)) if str(place + 1) == key]
    if not key.isalpha():
        return []
    begin = 0 if after is None else after + 1
    places = [*range(begin, len(labels)), *range(min(begin, len(labels)))]
    wanted = as_sought(key)
    return [place for place in places if _first_letters(labels[place]).startswith(wanted)]


def _first_letters(label: str) -> str:
    """Return `label` from its first letter on: quotation marks, numbers and ticks come before."""
    sought = as_sought(label)
    return next((sought[at:] for at, char in enumerate(sought) if char.isalpha()), "")
