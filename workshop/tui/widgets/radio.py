"""One of several, told apart by a mark and not by colour alone."""

from textual.widgets import RadioButton

from workshop.tui.text import literal


class Radio(RadioButton):
    """A radio button that reads `(●)` when it is chosen and `( )` when it is not."""

    BUTTON_LEFT = "("
    BUTTON_RIGHT = ")"

    def __init__(self, label: str, chosen: bool = False) -> None:
        self.BUTTON_INNER = "●" if chosen else " "
        super().__init__(literal(label), value=chosen, compact=True)

    def watch_value(self) -> None:
        """Show the mark."""
        self.BUTTON_INNER = "●" if self.value else " "
        super().watch_value()
        self.refresh()
