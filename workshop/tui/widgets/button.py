"""A button in words."""

from textual.content import Content
from textual.widget import Widget
from textual.widgets import Button as TextualButton


class Button(TextualButton, inherit_css=False):
    """A button of one row, without borders; it looks as the room's own style sheet says.

    Textual's button brings a hundred rules, for frames and kinds that there are none of here: to
    read them takes a tenth of the time until the first page shows. It has the same name, by which
    rules and queries find it.
    """

    DEFAULT_CSS = """
    Button {
        width: auto;
        min-width: 16;
        height: auto;
        line-pad: 1;
        text-align: center;
        content-align: center middle;
        pointer: pointer;
        &:focus { background-tint: $foreground 5%; }
        &:disabled { text-opacity: 0.6; pointer: not-allowed; }
        &.-active { tint: $background 30%; }
    }
    """

    def __init__(self, label: Content, id: str) -> None:
        """Make a button that says `label`."""
        Widget.__init__(self, id=id)  # Textual's own would choose among its looks
        self.set_reactive(TextualButton.label, label)
        self.action = None
        self.active_effect_duration = 0.2

    def watch_flat(self, flat: bool) -> None:
        """Have one look only: nothing is styled anew."""
