"""Where parts are in what scrolls, and where what is listed begins."""

from collections.abc import Iterable

from textual.widget import Widget


class Listed:
    """A part that lists things: each is counted where it begins out of sight."""

    @property
    def begins(self) -> Iterable[int]:
        """The rows of the part at which one begins."""
        raise NotImplementedError


def row_of(part: Widget, body: Widget) -> int:
    """Return the row of `body`, however it is scrolled, at which `part` of it begins."""
    row = 0
    while part is not body:
        row += part.virtual_region.y
        assert isinstance(part.parent, Widget)
        part = part.parent
    return row
