"""One option of a list as it is drawn: its mark and number, and its words beside them."""

from rich.cells import cell_len
from textual.content import Content
from textual.css.styles import RulesMap
from textual.strip import Strip
from textual.style import Style
from textual.visual import RenderOptions, Visual

FEWEST = 8
"""With fewer columns beside its number than that, words are broken anywhere."""
ROOMY = 60
"""From so many columns on, the line of what it holds stands behind the label."""


class Entry(Visual):
    """A label beside a mark; words that need more than a row stay beside it.

    The line of what it holds is whole where the cursor is, and where there are few; elsewhere there
    is as much of it as a row has room for, or none of it where the list is narrow.
    """

    def __init__(self, mark: str, label: Content, whole: Content, *, here: bool, few: bool) -> None:
        """Make it.

        Args:
            mark: what stands before it: whether the cursor is there, and its number.
            label: what it is called.
            whole: the same, with the line of what it holds.
            here: whether the cursor is on it.
            few: whether there are few, and so room for all that each holds.
        """
        self._mark, self._label, self._whole = mark, label, whole
        self._here, self._few = here, few

    def _rows(self, width: int) -> list[Content]:
        room = max(FEWEST, width - cell_len(self._mark))
        if self._here or (self._few and width >= ROOMY):
            rows = self._whole.wrap(room)
        elif width >= ROOMY and len(self._label) < len(self._whole) and self._is_short(room):
            rows = [self._whole.truncate(room, ellipsis=True)]
        else:
            rows = self._label.wrap(room)
        beside = " " * cell_len(self._mark)
        return [
            Content(beside if row else self._mark) + words.rstrip()
            for row, words in enumerate(rows)
        ]

    def _is_short(self, room: int) -> bool:
        return "\n" not in self._whole.plain and self._label.cell_length < room

    def render_strips(
        self, width: int, height: int | None, style: Style, options: RenderOptions
    ) -> list[Strip]:
        """Return its rows as they are drawn."""
        return Content("\n").join(self._rows(width)).render_strips(width, height, style, options)

    def get_optimal_width(self, rules: RulesMap, container_width: int) -> int:  # noqa: ARG002
        """Return as many columns as it takes on one row."""
        return cell_len(self._mark) + self._label.cell_length

    def get_height(self, rules: RulesMap, width: int) -> int:  # noqa: ARG002
        """Return how many rows it takes."""
        return len(self._rows(width))
