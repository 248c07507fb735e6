"""The guide's panel as a page over what is asked, where there is no room for a column."""

from collections.abc import Iterable

from textual.widget import Widget

from workshop.tui.hour import Hour
from workshop.tui.screens.room import Room
from workshop.tui.widgets.choices import Choices
from workshop.tui.widgets.panel import Panel
from workshop.words import _


class PanelScreen(Room):
    """How the hour stands, and what the guide may do."""

    enter = False
    waits = True
    has_column = False

    def __init__(self, hour: Hour) -> None:
        """Show the panel of `hour`."""
        super().__init__()
        self.hour = self._hour = hour
        self.title_line = _("The hour")

    def body(self) -> Iterable[Widget]:
        """Return the panel."""
        yield Panel(self._hour)

    def focus_first(self) -> None:
        """Put the focus on the list, of which nothing is chosen yet."""
        self.query_one(Choices).focus(scroll_visible=False)
