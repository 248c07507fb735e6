"""A button in words."""

from textual.content import Content
from textual.geometry import Size
from textual.widget import Widget
from textual.widgets import Button as TextualButton

from workshop.tui.looks import SHAPED

LOOKS_PRESSED = 0.05
"""Seconds after which a button looks as if it was pressed, if nothing else has come of it yet."""


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
        self._looks_pressed = False

    def render(self) -> Content:
        """Return the label, between brackets where no colour tells where a button is."""
        said = self.label
        assert isinstance(said, Content)
        return Content.assemble("[", said, "]") if self._has_shape else said

    def get_content_width(self, container: Size, viewport: Size) -> int:
        """Return how many cells the label takes, and its brackets."""
        return super().get_content_width(container, viewport) + (2 if self._has_shape else 0)

    @property
    def _has_shape(self) -> bool:
        return self.app.has_class(SHAPED) or self._touches_another

    @property
    def _touches_another(self) -> bool:
        """Whether it stands right above or below another: no ground shows where one ends."""
        among = self.parent
        return (
            isinstance(among, Widget)
            and str(among.styles.layout) == "<vertical>"
            and not self.styles.margin.bottom
            and sum(part.display for part in among.children) > 1
        )

    def watch_flat(self, flat: bool) -> None:
        """Have one look only: nothing is styled anew."""

    def _start_active_affect(self) -> None:
        """Take no second press for a while. Private in Textual, which paints it pressed at once.

        Most presses lead on, to a screen that had to wait for that.
        """
        if self.active_effect_duration > 0:
            self.add_class("-active", update=False)
            self.set_timer(LOOKS_PRESSED, self._look_pressed)
            self.set_timer(self.active_effect_duration, self.let_go)

    def _look_pressed(self) -> None:
        if self.has_class("-active"):
            self._looks_pressed = True
            self.update_node_styles(animate=False)

    def let_go(self) -> None:
        """Take presses again, and look so."""
        self.remove_class("-active", update=self._looks_pressed)
        self._looks_pressed = False
