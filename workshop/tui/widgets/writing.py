"""Where somebody types: as long as an answer may be, and nothing that is sealed leaves it."""

from textual.document._document import EditResult
from textual.document._edit import Edit
from textual.message import Message
from textual.widgets import TextArea

from workshop.core.text import ANSWER_LIMIT, clean

FEWEST_ROWS, MOST_ROWS = 2, 8
"""How many rows of text are in sight: one line may well be broken into more."""


class Writing(TextArea):
    """A text of up to 4,000 characters.

    An edit that would make it longer is refused whole, and told: nothing is cut. Sealed text cannot
    be copied: whoever sits down next could paste it.
    """

    class TooLong(Message):
        """An edit was refused, since the text would have been too long."""

    def __init__(self, text: str = "", *, lines: int, sealed: bool, id: str) -> None:
        super().__init__(clean(text), id=id, compact=True, highlight_cursor_line=False)
        self._sealed = sealed
        self.move_cursor(self.document.end)
        self.styles.height = max(FEWEST_ROWS, min(MOST_ROWS, lines)) + 2

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

        Textual scrolls while the text is as high as it was, and so not as far as that row.
        """
        self.scroll_cursor_visible()

    def action_copy(self) -> None:
        """Copy what is selected, unless it is sealed."""
        if not self._sealed:
            super().action_copy()

    def action_cut(self) -> None:
        """Cut what is selected, unless it is sealed."""
        if not self._sealed:
            super().action_cut()
