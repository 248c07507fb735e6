"""What was said, agreed or revealed: words of a partner's, with a bar at their left."""

from textual.app import ComposeResult
from textual.containers import Vertical
from textual.widgets import Static

from workshop.cards.card import Said
from workshop.tui.text import literal


class Quote(Vertical):
    """Somebody's words, literal, under whose they are."""

    def __init__(self, said: Said) -> None:
        super().__init__(classes=f"quote {said.side or 'both'}")
        self._said = said

    def compose(self) -> ComposeResult:
        """Yield the label, if there is one, and the words."""
        if self._said.label:
            yield Static(literal(self._said.label), classes="label")
        yield Static(literal(self._said.text), classes="words")
