"""How hard a text is to read: the grade of Kincaid, Fishburne, Rogers & Chissom 1975."""

import re
from functools import cache, lru_cache
from typing import Any, NamedTuple

_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*")
FEWEST_WORDS = 30
"""Below so many words the grade says little."""


class _Measured(NamedTuple):
    """What stands between two spaces."""

    words: int
    syllables: int
    ends: bool
    """Whether a sentence ends with it."""


def reading_grade(text: str) -> float | None:
    """Return the school grade (United States) at which English `text` can be read.

    Flesch-Kincaid: 0.39 words a sentence + 11.8 syllables a word - 15.59. Syllables are counted at
    the places where a word can be hyphenated, which misses a few: the grade is a little low.

    Returns:
        The grade; None for texts of fewer than 30 words.
    """
    words = syllables = sentences = ended = 0
    for more_words, more_syllables, ends in map(_measured, text.split()):
        words += more_words
        syllables += more_syllables
        if ends:
            sentences += words > ended  # what holds no word is no sentence
            ended = words
    sentences += words > ended
    if words < FEWEST_WORDS:
        return None
    return 0.39 * words / sentences + 11.8 * syllables / words - 15.59


@lru_cache(maxsize=16_384)  # authors mostly use the same words
def _measured(part: str) -> _Measured:
    words = _WORD.findall(part)
    syllables = sum(len(_hyphenation().positions(word.lower())) + 1 for word in words)
    return _Measured(len(words), syllables, part.endswith((".", "!", "?")))


@cache
def _hyphenation() -> Any:
    from pyphen import Pyphen  # reads a dictionary: only where something is checked

    return Pyphen(lang="en_US", left=1, right=1)
