"""How hard a text is to read: the grade of Kincaid, Fishburne, Rogers & Chissom 1975."""

import re
from collections.abc import Iterable
from functools import cache
from typing import Any, NamedTuple

_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*")
FEWEST_WORDS = 30
"""Below so many words the grade says little."""


class Measured(NamedTuple):
    """What stands between two spaces.

    Attributes:
        words: how many words.
        syllables: how many syllables these have.
        ends: whether a sentence ends with it.
    """

    words: int
    syllables: int
    ends: bool


def reading_grade(text: Iterable[Measured]) -> float | None:
    """Return the school grade (United States) at which English `text` can be read.

    Flesch-Kincaid: 0.39 words a sentence + 11.8 syllables a word - 15.59. Syllables are counted at
    the places where a word can be hyphenated, which misses a few: the grade is a little low.

    Args:
        text: what stands between two spaces, measured, in order.

    Returns:
        The grade; None for texts of fewer than 30 words.
    """
    words = syllables = sentences = ended = 0
    for more_words, more_syllables, ends in text:
        words += more_words
        syllables += more_syllables
        if ends:
            sentences += words > ended  # what holds no word is no sentence
            ended = words
    sentences += words > ended
    if words < FEWEST_WORDS:
        return None
    return 0.39 * words / sentences + 11.8 * syllables / words - 15.59


def measured(part: str) -> Measured:
    """Return the measures of what stands between two spaces."""
    words = _WORD.findall(part)
    syllables = sum(len(_hyphenation().positions(word.lower())) + 1 for word in words)
    return Measured(len(words), syllables, part.endswith((".", "!", "?")))


@cache
def _hyphenation() -> Any:
    from pyphen import Pyphen  # reads a dictionary: only where something is checked

    return Pyphen(lang="en_US", left=1, right=1)
