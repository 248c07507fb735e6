"""What stands beside a turn on a wide terminal: the path of the evening, and what is agreed."""

from collections.abc import Sequence

from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.widgets import Static

from workshop.cards.beside import Part
from workshop.tui.text import literal
from workshop.tui.widgets.paragraph import Paragraph


class Beside(VerticalScroll, can_focus=False):
    """A quiet column of its own: nothing in it is asked, and no key acts there."""

    def __init__(self, parts: Sequence[Part]) -> None:
        super().__init__(id="beside")
        self.parts = parts

    def compose(self) -> ComposeResult:
        """Yield each part."""
        for part in self.parts:
            yield Static(literal(part.heading), classes="heading")
            yield Paragraph("\n".join(part.lines))

    def on_mount(self) -> None:
        """Take the room that it stands in from the rest of the screen."""
        self.screen.add_class("has-beside")
