"""Days as people say them, whatever the locale."""

from datetime import date

from workshop.words import _


def in_words(day: date) -> str:
    """Return `day` in words, such as "23 November 2026", whatever the locale."""
    months = _(
        "January February March April May June July August September October November December"
    )
    return f"{day.day} {months.split()[day.month - 1]} {day.year}"


def with_weekday(day: date) -> str:
    """Return `day` in words with its weekday, such as "Monday, 23 November 2026"."""
    weekdays = _("Monday Tuesday Wednesday Thursday Friday Saturday Sunday")
    return f"{weekdays.split()[day.weekday()]}, {in_words(day)}"
