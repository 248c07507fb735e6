"""A copy of an agreement as bytes, in the format that somebody asks for."""

from datetime import date
from typing import Literal, assert_never

from workshop.export.dated import Calendar, Dated

To = Literal["html", "md", "ics"]
"""What a copy is: a page to print, a text to share, the days for a calendar."""


def as_copy(dated: Dated, to: To, today: date, calendar: Calendar | None = None) -> bytes:
    """Return the bytes of a copy.

    Args:
        dated: the agreement that is copied, and the days around it.
        to: what it becomes.
        today: the day, which is named in it.
        calendar: what stands in a calendar besides the days; nothing when left out.

    Raises:
        Trouble: there is no day to put in a calendar.
    """
    match to:
        case "md":
            from workshop.export.markdown import markdown

            return markdown(dated.agreement, today).encode()
        case "html":
            from workshop.export.html import html

            return html(dated.agreement, today).encode()
        case "ics":
            from workshop.export.ics import ics  # a calendar library takes its time to load

            return ics([dated], today, calendar or Calendar())
        case _:
            assert_never(to)
