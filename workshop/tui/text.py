"""Every partner's text on its way to the screen: literal, and without what acts on a terminal."""

from rich.segment import Segment
from textual.color import Color
from textual.content import Content
from textual.filter import LineFilter

from workshop.core.text import clean


def literal(text: str) -> Content:
    """Return `text` as content in which nothing is markup."""
    return Content(clean(text))


class Unseen(LineFilter):
    """The last line: takes control characters out of what is drawn, whoever put them there."""

    def apply(self, segments: list[Segment], background: Color) -> list[Segment]:  # noqa: ARG002
        """Return `segments` with clean text; control segments of Textual's own stay."""
        if all(segment.text.isprintable() or segment.control for segment in segments):
            return segments  # as nearly all are
        return [
            segment if segment.control else Segment(_on_a_line(segment.text), segment.style)
            for segment in segments
        ]


def _on_a_line(text: str) -> str:
    # NFC is for the models: here it could change how many cells a line has.
    return text if text.isprintable() else "".join(char for char in text if clean(char))
