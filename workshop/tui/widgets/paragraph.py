"""A paragraph to read; a line that is a point of a list goes on below its words."""

import re

from textual.content import Content
from textual.geometry import Size
from textual.widget import Widget

from workshop.tui.text import literal

FARTHEST = 12
"""How far from the edge a line may hang, in columns; on a narrow screen that is much already."""
_MARK = re.compile(r" *(?:[-–✓›] |\S+(?: \S+)* {2,})?")
"""What stands before the words of a line: a dash, a key and two spaces, or spaces alone."""


class Paragraph(Widget):
    """Lines, literal, each wrapped on its own."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self._lines = text.split("\n")

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:  # noqa: ARG002
        """Return how many rows it takes."""
        return len(self._rows(width))

    def render(self) -> Content:
        """Return the lines."""
        return Content("\n").join(self._rows(self.size.width))

    def _rows(self, width: int) -> list[Content]:
        return [row for line in self._lines for row in _hung(line, max(1, width))]


def hangs(text: str) -> bool:
    """Whether any line of `text` has something before its words."""
    return any(_before(line) for line in text.split("\n"))


def _before(line: str) -> int:
    found = _MARK.match(line)
    columns = literal(found[0]).cell_length if found is not None else 0
    return columns if columns <= FARTHEST else 0


def _hung(line: str, width: int) -> list[Content]:
    """Return the rows of a line."""
    before = _before(line)
    if not before or width <= 2 * before:
        return literal(line).wrap(width)
    first, *others = literal(line[before:]).wrap(width - before) or [Content("")]
    return [literal(line[:before]) + first, *(one.pad_left(before) for one in others)]
