"""Days as people say them, whatever the locale: in words, and read from words."""

import re
from calendar import monthrange
from contextlib import suppress
from datetime import date, timedelta

from workshop.errors import Refused
from workshop.words import _

MOST_WORDS = 6
"""The most words that a day is written in, such as "on Monday the 7 dec 2026"."""


def in_words(day: date) -> str:
    """Return `day` in words, such as "23 November 2026", whatever the locale."""
    # To translators: a day as it is told. The month is one of those here, so write it as in a date.
    said = _("{day} {month} {year}")
    return said.format(day=day.day, month=_months()[day.month - 1], year=day.year)


def with_weekday(day: date) -> str:
    """Return `day` in words with its weekday, such as "Monday, 23 November 2026"."""
    # To translators: a day with its weekday before it.
    return _("{weekday}, {day}").format(weekday=_weekdays()[day.weekday()], day=in_words(day))


def _months() -> list[str]:
    return [
        _("January"),
        _("February"),
        _("March"),
        _("April"),
        _("May"),
        _("June"),
        _("July"),
        _("August"),
        _("September"),
        _("October"),
        _("November"),
        _("December"),
    ]


def _weekdays() -> list[str]:
    return [
        _("Monday"),
        _("Tuesday"),
        _("Wednesday"),
        _("Thursday"),
        _("Friday"),
        _("Saturday"),
        _("Sunday"),
    ]


def read_day(text: str, today: date) -> date:
    """Return the day that `text` means to somebody who says it today.

    A weekday is the next one of that name, and a day without its year the next one of that date.

    Args:
        text: as people write it: tomorrow, sunday, in 2 weeks, 7 dec, 2027-03-01.
        today: the day it is said on.

    Raises:
        Refused: it is no day, or could be two.
    """
    words = text.casefold().replace(",", " ").split()
    try:
        day = _read(words, today) if len(words) <= MOST_WORDS else None
    except (ValueError, OverflowError):
        day = None
    if day is None:
        raise Refused(_("That could not be read as a day. {forms}").format(forms=day_forms(today)))
    return day


def day_forms(today: date) -> str:
    """Return in which ways a day can be written, each of which could be taken today."""
    said = _("Write it like: sunday, tomorrow, in 2 weeks, 7 dec, or {day}.")
    return said.format(day=_dated(1, 3, None, today) or today)


def _read(words: list[str], today: date) -> date | None:
    weekday = _place(words[0], _weekdays()) if words else None
    if weekday is not None and len(words) > 1:
        day = _read(words[1:], today)  # as we write it ourselves: Monday, 7 December 2026
        return day if day is not None and day.weekday() == weekday else None
    match words:
        case [before, *rest] if rest and before in _words_before():
            return _read(rest, today)
        case [word] if weekday is not None or word in (
            _("today").casefold(),
            _("tomorrow").casefold(),
        ):
            ahead = timedelta(days=1) if weekday is None else _until(weekday, today)
            return today if word == _("today").casefold() else today + ahead
        # To translators: as in "next sunday", which could be either of two.
        case [after, word] if (
            after == _("next").casefold() and (named := _place(word, _weekdays())) is not None
        ):
            day = today + _until(named, today)
            said = _("“next {day}” could be {this} or {that}. Write the one you mean.")
            later = day + timedelta(weeks=1)
            raise Refused(said.format(day=word, this=_short(day), that=_short(later)))
        case [word]:
            return _in_figures(word, today)
        # To translators: as in "in 2 weeks".
        case [ahead_of, number, unit] if ahead_of == _("in").casefold():
            return _ahead(_counted(number), unit, today)
        case [one, two, *rest] if len(rest) <= 1:
            month = _place(two, _months())
            number = one if month is not None else two
            if month is None:
                month = _place(one, _months())
            if month is None:
                return None
            year = _number(rest[0], 4) if rest else None
            return _dated(_number(_bare(number), 2), month + 1, year, today)
        case _:
            return None


def _words_before() -> list[str]:
    # To translators: words that may stand before a typed day and say nothing, with spaces between.
    return _("on the this").casefold().split()


def _bare(number: str) -> str:
    """Return the number of a day without what follows it: 7 of "7th"."""
    # To translators: what may follow the number of a typed day, with spaces between.
    for end in _("st nd rd th .").casefold().split():
        if number.endswith(end):
            return number.removesuffix(end)
    return number


def _until(weekday: int, today: date) -> timedelta:
    """Return how long it is until the next day of that name; today is not one."""
    return timedelta(days=7 - (today.weekday() - weekday) % 7)


def _short(day: date) -> str:
    """Return a day as it can be typed, such as "7 dec"."""
    # To translators: the months as they can be typed, with spaces between; at least three letters.
    months = _("jan feb mar apr may jun jul aug sep oct nov dec").split()
    # To translators: a day as it can be typed, such as "7 dec".
    said = _("{day} {month}")
    return said.format(
        day=day.day, month=(months if len(months) == 12 else _months())[day.month - 1]
    )


def _counted(word: str) -> int:
    """Return the number that a word or figures mean."""
    # To translators: the word for one of something, as in "in a week".
    if word == _("a").casefold():
        return 1
    # To translators: numbers in words as they are typed, with spaces between, from one on.
    named = _("one two three four five six seven eight nine ten eleven twelve").casefold().split()
    return named.index(word) + 1 if word in named else _number(word, 3)


def _ahead(number: int, unit: str, today: date) -> date | None:
    # To translators: a day in every form in which it is counted, with spaces between; so below.
    if unit in _("day days").casefold().split():
        return today + timedelta(days=number)
    if unit in _("week weeks").casefold().split():
        return today + timedelta(weeks=number)
    if unit in _("month months").casefold().split():
        return months_from(today, number)
    return None


def months_from(day: date, months: int) -> date:
    """Return the day so many months after `day`: the last of its month, where that is shorter.

    Raises:
        ValueError: it is in no year that a calendar has.
    """
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def _in_figures(word: str, today: date) -> date | None:
    """Return the day that figures mean; a day and a month that could be swapped are refused."""
    if found := re.fullmatch(r"([0-9]{4})-([0-9]{1,2})-([0-9]{1,2})", word):
        return date(int(found[1]), int(found[2]), int(found[3]))
    found = re.fullmatch(r"([0-9]{1,2})[/.-]([0-9]{1,2})(?:[/.-]([0-9]{4}|[0-9]{2})|\.)?", word)
    if found is None:
        return None
    one, two = int(found[1]), int(found[2])
    if max(one, two) <= 12 and one != two:
        raise Refused(
            _("{day} could be two days. Write the month in letters, such as 7 dec.").format(
                day=word
            )
        )
    return _dated(max(one, two), min(one, two), int(found[3]) if found[3] else None, today)


CENTURY = 2000
"""What a year in two figures is counted from: nobody plans an evening in the year 27."""


def _dated(day: int, month: int, year: int | None, today: date) -> date | None:
    """Return a date; the next one there is where the year is not said."""
    if year is not None:
        return date(CENTURY + year if year < 100 else year, month, day)
    for after in range(2):
        with suppress(ValueError):
            found = date(today.year + after, month, day)
            if found > today:
                return found
    return None


def _number(text: str, digits: int) -> int:
    """Return a number of at most so many digits, none of them from another script."""
    if not re.fullmatch(rf"[0-9]{{1,{digits}}}", text):
        raise ValueError(text)
    return int(text)


def _place(word: str, names: list[str]) -> int | None:
    """Return which name `word` is, whole or from its first three letters on."""
    word = word.rstrip(".")
    found = [n for n, name in enumerate(names) if name.casefold().startswith(word)]
    return found[0] if len(found) == 1 and len(word) >= 3 else None
