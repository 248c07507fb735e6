"""Days as people write them are read as they mean them, or refused with a sentence that helps."""

from contextlib import suppress
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workshop.core.days import day_forms, in_words, read_day, with_weekday
from workshop.core.turn_id import TurnId
from workshop.core.turns import PickDay
from workshop.errors import Refused

MONDAY = date(2026, 11, 23)


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("tomorrow", date(2026, 11, 24)),
        ("Sunday", date(2026, 11, 29)),
        ("on sun", date(2026, 11, 29)),
        ("this sunday", date(2026, 11, 29)),
        ("monday", date(2026, 11, 30)),
        ("Tues", date(2026, 11, 24)),
        ("in 2 weeks", date(2026, 12, 7)),
        ("in a week", date(2026, 11, 30)),
        ("in 10 days", date(2026, 12, 3)),
        ("in 1 month", date(2026, 12, 23)),
        ("in 3 months", date(2027, 2, 23)),
        ("7 dec", date(2026, 12, 7)),
        ("7. December", date(2026, 12, 7)),
        ("Dec 7", date(2026, 12, 7)),
        ("december 7th, 2026", date(2026, 12, 7)),
        ("the 3rd", None),
        ("3 november", date(2027, 11, 3)),
        ("23 nov", date(2027, 11, 23)),
        ("29 feb", None),
        ("25/12", date(2026, 12, 25)),
        ("25.12.", date(2026, 12, 25)),
        ("12/25/2026", date(2026, 12, 25)),
        ("12/12", date(2026, 12, 12)),
        (" 2027-03-01 ", date(2027, 3, 1)),
        ("2027-3-1", date(2027, 3, 1)),
        ("monday 7 december 2026", date(2026, 12, 7)),
        ("sunday 7 december 2026", None),
        ("31 nov", None),
        ("in 9999 weeks", None),
        ("in 999 weeks ago", None),
        ("ma 7", None),
        ("7 ju", None),
        ("２０２７-03-01", None),
        ("soon", None),
        ("7", None),
        ("on " * 2000, None),
        ("", None),
    ],
)
def test_a_day_is_read_as_it_is_meant(text: str, day: date | None) -> None:
    if day is not None:
        assert read_day(text, MONDAY) == day
        return
    with pytest.raises(Refused, match="Write it like: sunday, tomorrow, in 2 weeks, 7 dec"):
        read_day(text, MONDAY)


@pytest.mark.parametrize("text", ["7/12", "7.12.", "07-12-2026", "12/7/2026"])
def test_a_day_that_could_be_two_is_refused(text: str) -> None:
    with pytest.raises(Refused, match=r"could be two days\. Write the month in letters"):
        read_day(text, MONDAY)


@given(today=st.dates(date(2000, 1, 1), date(2100, 1, 1)), ahead=st.integers(1, 365))
def test_every_day_is_read_as_it_is_told(today: date, ahead: int) -> None:
    day = today + timedelta(days=ahead)

    for told in (day.isoformat(), in_words(day), with_weekday(day)):
        assert read_day(told, today) == day


@given(text=st.text(), today=st.dates())
def test_whatever_is_typed_is_a_day_or_refused(text: str, today: date) -> None:
    with suppress(Refused):
        assert isinstance(read_day(text, today), date)


def test_next_and_a_weekday_could_be_two_days_and_both_are_told() -> None:
    with pytest.raises(Refused, match=r"“next sun” could be 29 nov or 6 dec\."):
        read_day("next sun", date(2026, 11, 26))

    assert read_day("6 dec", date(2026, 11, 26)) == date(2026, 12, 6)


@pytest.mark.parametrize(
    ("typed", "day"),
    [
        ("7 dec 27", date(2027, 12, 7)),
        ("31/12/26", date(2026, 12, 31)),
        ("31.1.27", date(2027, 1, 31)),
    ],
)
def test_a_year_in_two_figures_is_of_this_century(typed: str, day: date) -> None:
    assert read_day(typed, date(2026, 11, 23)) == day


@pytest.mark.parametrize(
    "typed", ["today", "2026-11-23", "1999-01-01", "25 dec 25", "2027-11-25", "9999-12-31"]
)
def test_a_day_that_cannot_be_picked_is_not_told_as_one(typed: str) -> None:
    turn = PickDay(id=TurnId("next"), prompt="When?", today=MONDAY)

    with pytest.raises(Refused, match=r"[0-9]{4} cannot be picked: pick a day after today"):
        turn.read(typed)


@given(today=st.dates(date(2000, 1, 1), date(2100, 1, 1)))
def test_every_form_that_is_told_can_be_taken(today: date) -> None:
    turn = PickDay(id=TurnId("next"), prompt="When?", today=today)
    _lead, forms = day_forms(today).rstrip(".").split(": ")

    for form in forms.replace(" or ", " ").split(", "):
        assert today < turn.read(form)
