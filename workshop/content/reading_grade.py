"""How hard a text is to read: the grade of Kincaid, Fishburne, Rogers & Chissom 1975."""

import re
from functools import cache
from typing import Any

_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*")
_END = re.compile(r"[.!?]+(?=\s|$)")
FEWEST_WORDS = 30
"""Below so many words the grade says little."""


def reading_grade(text: str) -> float | None:
    """Return the school grade (United States) at which English `text` can be read.

    Flesch-Kincaid: 0.39 words a sentence + 11.8 syllables a word - 15.59. Syllables are counted at
    the places where a word can be hyphenated, which misses a few: the grade is a little low.

    Returns:
        The grade; None for texts of fewer than 30 words.
    """
    words = _WORD.findall(text)
    if len(words) < FEWEST_WORDS:
        return None
    sentences = sum(1 for part in _END.split(text) if _WORD.search(part))
    syllables = sum(_syllables(word.lower()) for word in words)
    return 0.39 * len(words) / sentences + 11.8 * syllables / len(words) - 15.59


@cache
def _syllables(word: str) -> int:
    return len(_hyphenation().positions(word)) + 1


@cache
def _hyphenation() -> Any:
    from pyphen import Pyphen  # reads a dictionary: only where something is checked

    return Pyphen(lang="en_US", left=1, right=1)
