"""What is typed finds options: parts of words in any order, or the beginning of a number."""

import pytest

from workshop.cards.finding import found, meant_by, nearest

LABELS = ("A first evening", "José: the table", "Ways back", "“Away” is said", "李", "Table")
MORE = (*LABELS, *("other",) * 5, "Twelfth")


@pytest.mark.parametrize(
    ("typed", "places"),
    [
        ("", [0, 1, 2, 3, 4, 5]),
        ("TABLE", [1, 5]),
        ("tab jose", [1]),
        ("eve fir", [0]),
        ("李", [4]),
        ("[/]", []),
        ("3", [2]),
        (" 3 ", [2]),
    ],
)
def test_parts_of_words_find_it_without_regard_to_case_accents_and_order(
    typed: str, places: list[int]
) -> None:
    assert found(LABELS, typed) == places


def test_the_beginning_of_a_number_finds_all_that_begin_so() -> None:
    assert found(MORE, "1") == [0, 9, 10, 11]


@pytest.mark.parametrize(
    ("typed", "place"),
    [("ta", 5), ("wa", 2), ("ev", 0), ("aw", 3), ("12", 11), ("1", 0), ("nowhere", None)],
)
def test_the_nearest_begins_so_or_has_that_number(typed: str, place: int | None) -> None:
    assert nearest(MORE, typed, found(MORE, typed)) == place


@pytest.mark.parametrize(
    ("key", "after", "places"),
    [
        ("a", None, [0, 3]),
        ("A", 0, [3, 0]),
        ("j", 3, [1]),
        ("x", None, []),
        ("t", 5, [5]),
        ("3", 0, [2]),
        ("9", None, []),
        (" ", None, []),
    ],
)
def test_a_first_letter_goes_from_one_to_the_next_that_begins_so_and_a_digit_to_its_number(
    key: str, after: int | None, places: list[int]
) -> None:
    assert meant_by(LABELS, key, after) == places
