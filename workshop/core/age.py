"""Ages as people write them, such as 2y, 18m or 90d, told by the day that lies so long back."""

import re
from datetime import date, timedelta

from workshop.core.days import months_from
from workshop.errors import Refused
from workshop.words import _

_AGE = re.compile(r"([0-9]{1,5}) ?([ymwd])", re.IGNORECASE)


def so_long_before(text: str, today: date) -> date:
    """Return the day that lies as long before today as `text` says.

    Where there is no such day in its month, it is the last one there is.

    Args:
        text: a number and the letter of years, months, weeks or days.
        today: the day it is said on.

    Raises:
        Refused: it is no age, or reaches back further than any calendar.
    """
    found = _AGE.fullmatch(text.strip())
    number = int(found[1]) if found else 0
    try:
        if found and number:
            return _before(number, found[2].lower(), today)
    except (ValueError, OverflowError):
        pass  # before the year 1
    raise Refused(
        _(
            "That could not be read as an age. Write a number and a letter: 2y for two years, 18m"
            " for months, 6w for weeks, 90d for days."
        )
    )


def _before(number: int, unit: str, today: date) -> date:
    match unit:
        case "y":
            return months_from(today, -12 * number)
        case "m":
            return months_from(today, -number)
        case "w":
            return today - timedelta(weeks=number)
        case _:
            return today - timedelta(days=number)
