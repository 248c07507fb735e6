"""How hard a text is to read: the grade of Kincaid, Fishburne, Rogers & Chissom 1975."""

import re
from collections.abc import Iterable
from functools import cache, lru_cache
from typing import NamedTuple

_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*")
_NUMBERS = "0123456789"
FEWEST_WORDS = 30
"""Of fewer words the grade says little: one long word moves it by a grade."""


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


Amount = tuple[int, int, int]
"""How much there is to read: how many words, their syllables, and the sentences they make."""


def amount(text: Iterable[Measured]) -> Amount:
    """Return how much a text is, of what stands between two spaces in it, measured, in order."""
    words = syllables = sentences = ended = 0
    for more_words, more_syllables, ends in text:
        words += more_words
        syllables += more_syllables
        if ends:
            sentences += words > ended  # what holds no word is no sentence
            ended = words
    return words, syllables, sentences + (words > ended)


def reading_grade(text: Amount, fewest: int = FEWEST_WORDS) -> float:
    """Return the school grade (United States) at which an English text can be read.

    Flesch-Kincaid: 0.39 words a sentence + 11.8 syllables a word - 15.59. Syllables are counted at
    the places where a word can be hyphenated, which misses a few: the grade is a little low.

    Args:
        text: how much it is.
        fewest: of fewer words there is none, and 0 is returned.
    """
    words, syllables, sentences = text
    if words < fewest:
        return 0
    return 0.39 * words / sentences + 11.8 * syllables / words - 15.59


def measured(part: str) -> Measured:
    """Return the measures of what stands between two spaces."""
    words = _WORD.findall(part)
    syllables = sum(syllables_of(word.lower()) for word in words)
    return Measured(len(words), syllables, part.endswith((".", "!", "?")))


@lru_cache(maxsize=16_384)  # authors mostly use the same words
def syllables_of(word: str) -> int:
    """Return how many parts a word in small letters has between which a hyphen may stand.

    By the patterns of Liang 1983: each says for the places within and around some letters how much
    speaks for a hyphen (odd) or against one (even). The highest number of all that fit counts.
    """
    patterns, longest = _patterns()
    dotted = f".{word}."
    places = [0] * (len(dotted) + 1)
    for start in range(len(dotted) - 1):
        for end in range(start + 1, min(start + longest, len(dotted)) + 1):
            pattern = patterns.get(dotted[start:end])
            if pattern is not None:
                place = start
                for char in pattern:
                    if char in _NUMBERS:
                        places[place] = max(places[place], int(char))
                    else:
                        place += 1
    return 1 + sum(number % 2 for number in places[2:-2])


@cache
def _patterns() -> tuple[dict[str, str], int]:
    """Return all patterns by their letters, and how many letters the longest has.

    Their numbers are read where a word has them, which are few of them: Pyphen reads all.
    """
    from pyphen import LANGUAGES  # which lists its dictionaries: only where something is checked

    data = LANGUAGES["en_US"].read_bytes()
    letters = data.translate(None, _NUMBERS.encode()).decode().splitlines()
    patterns = dict(zip(letters, data.decode().splitlines(), strict=True))
    return patterns, max(map(len, filter(str.islower, patterns)))
