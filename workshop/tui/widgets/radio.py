"""One of several, told apart by a mark and not by colour alone."""

from textual import events
from textual.binding import Binding
from textual.content import Content
from textual.widgets import RadioButton, RadioSet

from workshop.cards.finding import meant_by
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


class Radios(RadioSet):
    """Radio buttons of which one is chosen: arrows, numbers and first letters go to one.

    Enter or Space chooses it; so does a click.
    """

    BINDINGS = [  # noqa: RUF012  Textual's own form
        Binding("home", "go_to_end(0)", show=False),
        Binding("end", "go_to_end(-1)", show=False),
    ]

    def __init__(self, *radios: Radio, id: str, in_a_row: bool = False) -> None:
        """Have these radios, below each other or in a row."""
        super().__init__(*radios, id=id, classes="in-a-row" if in_a_row else None, compact=True)

    @property
    def _there(self) -> list[int]:
        """The places of those that can be chosen."""
        return [place for place, radio in enumerate(self.query(Radio)) if not radio.disabled]

    def action_go_to_end(self, end: int) -> None:
        """Go to the first one, or to the last one."""
        self._selected = self._there[end]  # Textual's own

    def on_key(self, event: events.Key) -> None:
        """Go to the one of this number, or to the next one that begins with this letter."""
        there = self._there
        labels = [str(list(self.query(Radio))[place].label) for place in there]
        here = there.index(self._selected) if self._selected in there else None
        meant = meant_by(labels, event.character or "", here)
        if meant:
            event.stop()
            event.prevent_default()
            self._selected = there[meant[0]]
