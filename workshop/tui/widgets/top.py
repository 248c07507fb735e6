"""The line on top: what this is, and where they are in it."""

from textual.content import Content
from textual.widget import Widget

from workshop.core.text import one_line
from workshop.tui.text import literal


class Top(Widget):
    """A title, and on the right where they are, drawn as one line. A long title is cut off."""

    ALLOW_SELECT = False

    def __init__(self, title: str, where: str, shorter: str) -> None:
        """Make it.

        Args:
            title: what this is.
            where: where they are in it; may be empty.
            shorter: the same for a narrow screen.
        """
        super().__init__(id="top")
        self._words = title, where, shorter

    def say(self, title: str, where: str, shorter: str) -> None:
        """Say something else, if it is."""
        if (title, where, shorter) != self._words:
            self._words = title, where, shorter
            self.refresh()

    def render(self) -> Content:
        """Return the line."""
        title, where, shorter = (literal(one_line(words)) for words in self._words)
        right = (shorter if self.screen.has_class("-narrow") else where).pad_left(1)
        room = max(0, self.size.width - right.cell_length)
        return Content("").join([title.truncate(room, ellipsis=True, pad=True), right])
