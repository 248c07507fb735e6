"""One of several, told apart by a mark and not by colour alone."""

from textual.content import Content
from textual.widgets import RadioButton

from workshop.tui.text import literal


class Radio(RadioButton):
    """A radio button that reads `(●)` when it is chosen and `( )` when it is not."""

    def __init__(self, label: str, chosen: bool = False) -> None:
        self.BUTTON_INNER = "●" if chosen else " "
        super().__init__(literal(label), value=chosen, compact=True)

    def watch_value(self) -> None:
        """Show the mark."""
        self.BUTTON_INNER = "●" if self.value else " "
        super().watch_value()
        self.refresh()

    def render(self) -> Content:
        """Return the mark and the label.

        Textual draws what stands around the mark in the colour of the ground: it means blocks.
        """
        mark = self.get_visual_style("toggle--button", partial=True)
        words = self.get_visual_style("toggle--label", partial=True)
        label = self.label
        assert isinstance(label, Content)
        said = label.pad(1, 1).stylize_before(words)
        return Content.assemble((f"({self.BUTTON_INNER})", mark), said)
