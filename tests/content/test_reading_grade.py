"""A word has as many syllables as Pyphen finds parts in it, whichever of its patterns are read."""

from random import Random

from pyphen import Pyphen

from workshop import paths
from workshop.content.reading_grade import syllables_of

PYPHEN = Pyphen(lang="en_US", left=1, right=1)


def differing(words: set[str]) -> list[str]:
    """Return the words whose syllables are not the parts that Pyphen finds."""
    return [word for word in words if syllables_of(word) != len(PYPHEN.positions(word)) + 1]


def test_the_words_of_every_exercise_have_the_syllables_that_pyphen_finds() -> None:
    files = (file for file in paths.builtin_content().iterdir() if file.name.endswith(".toml"))
    words = {word.lower() for file in files for word in file.read_text("utf-8").split()}

    assert len(words) > 1000
    assert differing(words) == []


def test_every_pattern_of_pyphen_counts() -> None:
    patterns = {pattern.strip(".") for pattern in PYPHEN.hd.patterns}
    random, some = Random(7), sorted(patterns)
    words = patterns | {"".join(random.choices(some, k=3)) for _word in range(5000)}

    assert differing(words) == []


def test_a_word_without_a_pattern_is_one_syllable() -> None:
    assert [syllables_of(word) for word in ("", "a", "qqq", "it's")] == [1, 1, 1, 1]
