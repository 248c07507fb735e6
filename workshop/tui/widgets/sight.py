"""Where parts are in what scrolls."""

from textual.widget import Widget


def row_of(part: Widget, body: Widget) -> int:
    """Return the row of `body`, however it is scrolled, at which `part` of it begins."""
    row = 0
    while part is not body:
        row += part.virtual_region.y
        assert isinstance(part.parent, Widget)
        part = part.parent
    return row
