"""A page to read and leave again: help, help lines, the agreement, the page before you begin."""

from collections.abc import Callable, Iterable, Sequence

from textual.widget import Widget
from textual.widgets import Static

from workshop.tui.screens.room import Room
from workshop.tui.text import literal


class Page(Room):
    """Paragraphs, literal, and one way on."""

    docked = True
    BINDINGS = [("escape", "leave", "Back")]  # noqa: RUF012  Textual's own form

    def __init__(
        self, title: str, paragraphs: Sequence[str], on: str, leave: Callable[[], None]
    ) -> None:
        """Show a page.

        Args:
            title: what it is.
            paragraphs: what it says.
            on: what the button says.
            leave: what the button does.
        """
        super().__init__()
        self.title_line = title
        self._paragraphs, self._on, self._leave = paragraphs, on, leave

    def body(self) -> Iterable[Widget]:
        """Return the paragraphs."""
        for paragraph in self._paragraphs:
            if paragraph.startswith("#"):
                yield Static(literal(paragraph.lstrip("# ")), classes="heading")
            else:
                yield Static(literal(paragraph))

    def labels(self) -> Sequence[str]:
        """Return the way on."""
        return (self._on,)

    def pressed(self, place: int) -> None:  # noqa: ARG002  there is one button
        """Go on."""
        self._leave()

    def action_leave(self) -> None:
        """Go on."""
        self._leave()
