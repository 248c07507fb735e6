"""A page as bytes, in the format that somebody asks for."""

from typing import Literal, assert_never

from workshop.export.pages.page import Page

PageTo = Literal["text", "md", "html"]
"""What a page becomes: text for a terminal, text to share, a page to print."""


def as_bytes(page: Page, to: PageTo) -> bytes:
    """Return the bytes of `page`."""
    match to:
        case "text":
            from workshop.export.pages.as_text import as_text

            return as_text(page).encode()
        case "md":
            from workshop.export.pages.as_markdown import as_markdown

            return as_markdown(page).encode()
        case "html":
            from workshop.export.pages.as_html import as_html

            return as_html(page).encode()
        case _:
            assert_never(to)
