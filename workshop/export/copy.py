"""A copy of an agreement as bytes, in the format that somebody asks for."""

from datetime import date
from typing import Literal, assert_never

from workshop.core.agreement.agreement import Agreement

To = Literal["html", "md", "ics"]
"""What a copy is: a page to print, a text to share, the days for a calendar."""


def as_copy(agreement: Agreement, to: To, today: date, *, with_text: bool = False) -> bytes:
    """Return the bytes of a copy.

    Args:
        agreement: what is copied.
        to: what it becomes.
        today: the day, which is named in it.
        with_text: whether the words stand in a calendar too.

    Raises:
        Trouble: there is no day to put in a calendar.
    """
    match to:
        case "md":
            from workshop.export.markdown import markdown

            return markdown(agreement, today).encode()
        case "html":
            from workshop.export.html import html

            return html(agreement, today).encode()
        case "ics":
            from workshop.export.ics import ics  # a calendar library takes its time to load

            return ics(agreement, today, with_text=with_text)
        case _:
            assert_never(to)
