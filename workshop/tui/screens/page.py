"""A page to read and leave again: help, help lines, the agreement, the page before you begin."""

from collections.abc import Callable, Iterable, Sequence

from textual.binding import Binding
from textual.widget import Widget
from textual.widgets import Static

from workshop.tui.screens.room import Room
from workshop.tui.text import literal


class Page(Room):
    """Paragraphs, literal, and one way on, or two."""

    docked = True
    BINDINGS = [Binding("escape", "close_page", show=False)]  # noqa: RUF012  Textual's own form

    def __init__(
        self,
        title: str,
        paragraphs: Sequence[str],
        on: str,
        leave: Callable[[], None],
        other: tuple[str, Callable[[], None]] | None = None,
    ) -> None:
        """Show a page.

        Args:
            title: what it is.
            paragraphs: what it says.
            on: what the button says.
            leave: what the button does.
            other: what a second button says and does, if there is one.
        """
        super().__init__()
        self.title_line = title
        self._paragraphs, self._leave = paragraphs, leave
        self._ways = [(on, leave), *([other] if other else [])]

    def body(self) -> Iterable[Widget]:
        """Return the paragraphs."""
        yield from told(self._paragraphs)

    def labels(self) -> Sequence[str]:
        """Return the ways on."""
        return [label for label, _do in self._ways]

    def pressed(self, place: int) -> None:
        """Go on."""
        self._ways[place][1]()

    def action_close_page(self) -> None:
        """Go on."""
        self._leave()


def told(paragraphs: Iterable[str]) -> Iterable[Widget]:
    """Return paragraphs to show; one that begins with "#" is a heading."""
    for paragraph in paragraphs:
        if paragraph.startswith("#"):
            yield Static(literal(paragraph.lstrip("# ")), classes="heading")
        else:
            yield Static(literal(paragraph))
