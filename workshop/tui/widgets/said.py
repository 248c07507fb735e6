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

    @property
    def has_label(self) -> bool:
        """Whether it says whose words they are."""
        return bool(self._said.label)

    def say(self, other: "Quote") -> None:
        """Say what `other` would, which has a label where this one has."""
        self._said = other._said
        if self.has_label:
            self.query_one(".label", Static).update(literal(self._said.label))
        self.query_one(".words", Static).update(literal(self._said.text))

    def compose(self) -> ComposeResult:
        """Yield the label, if there is one, and the words."""
        if self._said.label:
            yield Static(literal(self._said.label), classes="label")
        yield Static(literal(self._said.text), classes="words")
