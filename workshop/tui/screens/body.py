"""The part of a screen that scrolls."""

from textual.containers import VerticalScroll
from textual.widget import Widget


class Body(VerticalScroll, can_focus=True):
    """What scrolls. A click on its text or on empty ground leaves the focus where it is."""

    def focus_on_click(self) -> bool:
        """Return False: whoever types goes on typing."""
        return False


def row_of(part: Widget, body: Widget) -> int:
    """Return the row of `body`, however it is scrolled, at which `part` of it begins."""
    row = 0
    while part is not body:
        row += part.virtual_region.y
        assert isinstance(part.parent, Widget)
        part = part.parent
    return row
