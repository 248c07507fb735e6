"""Ages as people write them lead to a day, or are refused with a sentence that helps."""

from datetime import date

import pytest

from workshop.core.age import so_long_before
from workshop.errors import Refused

TODAY = date(2028, 2, 29)


@pytest.mark.parametrize(
    ("age", "day"),
    [
        ("2y", date(2026, 2, 28)),
        ("4y", date(2024, 2, 29)),
        ("18m", date(2026, 8, 29)),
        ("1m", date(2028, 1, 29)),
        ("2m", date(2027, 12, 29)),
        ("6w", date(2028, 1, 18)),
        ("90d", date(2027, 12, 1)),
        ("1d", date(2028, 2, 28)),
        (" 2 Y ", date(2026, 2, 28)),
        ("02y", date(2026, 2, 28)),
        ("2027y", date(1, 2, 28)),
    ],
)
def test_an_age_leads_to_a_day(age: str, day: date) -> None:
    assert so_long_before(age, TODAY) == day


@pytest.mark.parametrize(
    "text",
    [
        "",
        "2",
        "y",
        "2 years",
        "2y6m",
        "-2y",
        "0y",
        "0d",
        "1.5y",
        "2028y",
        "99999y",
        "99999m",
        "999999d",
        "９d",
        "2\u202ey",
        "soon",
    ],
)
def test_what_is_no_age_is_refused_with_examples(text: str) -> None:
    with pytest.raises(Refused, match="2y for two years"):
        so_long_before(text, TODAY)
