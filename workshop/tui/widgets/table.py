"""A table of workshops, drawn as one part: a thousand rows take no longer to show than ten do.

Textual's own lists make a part of each row, or lay out a text for it: for a thousand of them that
takes the time of many frames, with each key that is typed to find one.
"""

from collections.abc import Callable

from textual.content import Content
from textual.widget import Widget

from workshop.cards.caseload import Cells, heads
from workshop.core.text import one_line
from workshop.tui.text import literal
from workshop.tui.widgets.lines import ELSEWHERE, Lines

GAP = "  "
LAST = NEXT = 10
DUE, DONE = 4, 8
"""How many columns a day, a number and what is done have."""
NARROW = 60
"""With fewer columns, a row has a label and names alone: the page of a workshop says the rest."""


class Table(Lines, can_focus=False):
    """Rows of which one is chosen by the keys of its screen, or by a click."""

    def __init__(self, id: str) -> None:
        super().__init__((), id)
        self._count = 0
        self._cells: Callable[[int], Cells] = lambda _place: heads()

    def show(self, count: int, cells: Callable[[int], Cells]) -> None:
        """Show so many rows. What stands in one is asked for when it comes in sight."""
        is_as_long = count == self._count
        self._count, self._cells = count, cells
        self.refresh(layout=not is_as_long)

    @property
    def rows(self) -> int:
        """How many rows there are."""
        return self._count

    def row(self, place: int) -> Content:
        """Return a row."""
        return in_columns(self._cells(place), self.size.width - len(ELSEWHERE))

    @property
    def is_in_use(self) -> bool:
        """Whether Enter means one of its rows: always."""
        return True


class Heads(Widget):
    """What stands over the columns."""

    def render(self) -> Content:
        """Return the line."""
        return Content(ELSEWHERE) + in_columns(heads(), self.size.width - len(ELSEWHERE))


def in_columns(cells: Cells, width: int) -> Content:
    """Return `cells` beside each other, each cut off where its column ends."""
    label, names, last, next, due, done = (literal(one_line(cell)) for cell in cells)
    if width < NARROW:
        room = max(0, width - len(GAP))
        parts = [(label, room * 2 // 5), (names, room - room * 2 // 5)]
    else:
        room = width - LAST - NEXT - DUE - DONE - 5 * len(GAP)
        label_room = room * 2 // 5
        parts = [
            (label, label_room),
            (names, room - label_room),
            (last, LAST),
            (next, NEXT),
            (due, DUE),
            (done, DONE),
        ]
    cut = (cell.truncate(room, ellipsis=True, pad=True) for cell, room in parts)
    return Content(GAP).join(cut)
