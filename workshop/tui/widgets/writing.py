"""Where somebody types: as long as an answer may be, and nothing that is sealed leaves it."""

from collections.abc import Sequence
from typing import Literal

from rich.cells import cell_len
from textual.containers import VerticalScroll
from textual.document._document import EditResult
from textual.document._edit import Edit
from textual.message import Message
from textual.widgets import TextArea

from workshop.core.text import ANSWER_LIMIT, clean
from workshop.tui.text import literal

FEWEST_ROWS = ((24, 5), (0, 3))
"""On how many rows of the terminal how many rows of text are in sight, at the fewest."""
SHORT = 16
"""With fewer rows than that a terminal is short: a box has no upper edge there."""


class Writing(TextArea):
    """A text of up to 4,000 characters.

    An edit that would make it longer is refused whole, and told: nothing is cut. Sealed text cannot
    be copied: whoever sits down next could paste it.
    """

    class TooLong(Message):
        """An edit was refused, since the text would have been too long."""

    def __init__(
        self, text: str = "", *, sealed: bool, id: str, hints: Sequence[str], boxes: int = 1
    ) -> None:
        """Make a box with the cursor at the end of `text`.

        Args:
            text: what stands there.
            sealed: whether nobody else may see it.
            id: what it is called.
            hints: what Enter does here, for its lower edge: the first that fits is said.
            boxes: among how many boxes the fewest rows are shared.
        """
        super().__init__(clean(text), id=id, compact=True, highlight_cursor_line=False)
        self._sealed, self._boxes = sealed, boxes
        self._hints, self._hint = hints, ""
        self.move_cursor(self.document.end)
        self._rows, self._had_edges = 1, self._edges
        self.styles.height = self._rows + self._edges
        self._read_from: float | None = None  # where the body was, before what is above was read

    def on_resize(self) -> None:
        """Say what Enter does here, as far as there is room."""
        room = self.size.width - 2  # beside the corners
        hint = next((hint for hint in self._hints if cell_len(hint) <= room), self._hints[-1])
        if hint != self._hint:
            self._hint = hint
            self.border_subtitle = literal(hint)

    @property
    def fewest(self) -> int:
        """The fewest rows of text that are in sight on this terminal."""
        height = self.app.size.height
        fewest = next(rows for least, rows in FEWEST_ROWS if height >= least)
        return -(-fewest // self._boxes)

    @property
    def rows(self) -> int:
        """How many rows of text are in sight."""
        return self._rows

    @rows.setter
    def rows(self, rows: int) -> None:
        edges = self._edges
        if (rows, edges) != (self._rows, self._had_edges):
            self._rows, self._had_edges = rows, edges
            self.styles.height = rows + edges

    @property
    def _edges(self) -> int:
        """How many rows stand around the text."""
        return 2 if self.app.size.height >= SHORT else 1

    @property
    def answer(self) -> str:
        """What was typed, without empty lines around it: the same as when it is typed by lines."""
        return clean(self.text).strip("\n")

    def edit(self, edit: Edit) -> EditResult:
        """Do an edit with clean text, unless it makes the text too long."""
        edit.text = clean(edit.text)
        removed = self.get_text_range(*sorted((edit.from_location, edit.to_location)))
        if len(self.text) - len(removed) + len(edit.text) > ANSWER_LIMIT and edit.text:
            self.post_message(self.TooLong())
            return EditResult(self.cursor_location, "")
        return super().edit(edit)

    def on_text_area_changed(self) -> None:
        """Scroll to the cursor once more, where a word went to a new row below.

        Textual scrolls while the text is as high as it was, and so not as far as that row. Where
        they had read what is above, the box comes back as it was.
        """
        if self._read_from is not None and self._body is not None:
            self._body.scroll_to(y=self._read_from, animate=False, immediate=True)
            self._read_from = None
        self.scroll_cursor_visible()

    def action_cursor_page_up(self) -> None:
        """Scroll what is above, from within the box; in the box itself where nothing is."""
        if not self._scrolls("up"):
            super().action_cursor_page_up()

    def action_cursor_page_down(self) -> None:
        """Scroll what is below, from within the box; in the box itself where nothing is."""
        if not self._scrolls("down"):
            super().action_cursor_page_down()

    def _scrolls(self, way: Literal["up", "down"]) -> bool:
        body = self._body
        if body is None or body.scroll_y == (0 if way == "up" else body.max_scroll_y):
            return False
        if self._read_from is None:
            self._read_from = body.scroll_y
        if way == "up":
            body.scroll_page_up(animate=False)
        else:
            body.scroll_page_down(animate=False)
        return True

    @property
    def _body(self) -> VerticalScroll | None:
        """What it stands in, with all that is above it."""
        around = (part for part in self.ancestors if isinstance(part, VerticalScroll))
        return next(around, None)

    def action_copy(self) -> None:
        """Copy what is selected, unless it is sealed."""
        if not self._sealed:
            super().action_copy()

    def action_cut(self) -> None:
        """Cut what is selected, unless it is sealed."""
        if not self._sealed:
            super().action_cut()
