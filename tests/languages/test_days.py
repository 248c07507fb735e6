"""Days in another language: as they are told, and as they are typed."""

import calendar
from collections.abc import Iterator
from datetime import date, timedelta
from gettext import NullTranslations

import pytest

from workshop import words
from workshop.core.days import in_words, read_day, with_weekday
from workshop.errors import Refused

MONDAY = date(2026, 11, 23)
ENGLISH_NAMES = [*calendar.month_name[1:], *calendar.day_name]
GERMAN_NAMES = """
    Januar Februar März April Mai Juni Juli August September Oktober November Dezember
    Montag Dienstag Mittwoch Donnerstag Freitag Samstag Sonntag
"""
GERMAN = {
    **dict(zip(ENGLISH_NAMES, GERMAN_NAMES.split(), strict=True)),
    "{day} {month} {year}": "{day}. {month} {year}",
    "{day} {month}": "{day}. {month}",
    "jan feb mar apr may jun jul aug sep oct nov dec": "jan feb mär apr mai jun jul aug sep okt"
    " nov dez",
    "today": "heute",
    "tomorrow": "morgen",
    "on the this": "am den dem diesen",
    "next": "nächsten",
    "st nd rd th .": ".",
    "a": "einer",
    "one two three four five six seven eight nine ten eleven twelve": "einem zwei drei vier fünf"
    " sechs sieben acht neun zehn elf zwölf",
    "day days": "Tag Tage Tagen",
    "week weeks": "woche wochen",
    "month months": "monat monate monaten",
}


class German(NullTranslations):
    def gettext(self, message: str) -> str:
        return GERMAN.get(message, message)


@pytest.fixture(autouse=True)
def _in_german() -> Iterator[None]:
    words.speak(German())
    yield
    words.speak(NullTranslations())


@pytest.mark.parametrize(
    ("typed", "day"),
    [
        ("morgen", date(2026, 11, 24)),
        ("am Sonntag", date(2026, 11, 29)),
        ("in 2 Wochen", date(2026, 12, 7)),
        ("in einer Woche", date(2026, 11, 30)),
        ("in drei Monaten", date(2027, 2, 23)),
        ("7. dez", date(2026, 12, 7)),
        ("Dienstag, 1. Dezember 2026", date(2026, 12, 1)),
        ("2027-03-01", date(2027, 3, 1)),
    ],
)
def test_a_day_is_read_as_it_is_typed_there(typed: str, day: date) -> None:
    assert read_day(typed, MONDAY) == day


@pytest.mark.parametrize("ahead", [1, 8, 40, 99, 130, 200, 360])
def test_a_day_that_is_told_can_be_typed(ahead: int) -> None:
    day = MONDAY + timedelta(days=ahead)

    assert read_day(in_words(day), MONDAY) == day
    assert read_day(with_weekday(day), MONDAY) == day


def test_one_that_could_be_two_is_told_as_both_can_be_typed() -> None:
    with pytest.raises(Refused) as refused:
        read_day("nächsten Sonntag", MONDAY)

    assert "29. nov or 6. dez" in refused.value.sentence
    assert read_day("6. dez", MONDAY) == date(2026, 12, 6)
