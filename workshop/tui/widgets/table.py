"""A table of workshops, drawn as one part: a thousand rows take no longer to show than ten do.

Textual's own lists make a part of each row, or lay out a text for it: for a thousand of them that
takes the time of many frames, with each key that is typed to find one. Here nothing gets another
place when other rows are shown.
"""

from collections.abc import Callable
from textwrap import wrap

from textual import events
from textual.content import Content
from textual.strip import Strip
from textual.widget import Widget

from workshop.cards.caseload import Cells, heads
from workshop.core.text import one_line
from workshop.tui.text import literal
from workshop.tui.widgets.lines import ELSEWHERE, HERE
from workshop.tui.widgets.place import PlaceChosen

GAP = "  "
LAST = NEXT = 10
DUE, DONE = 4, 8
"""How many columns a day, a number and what is done have."""
NARROW = 60
"""With fewer columns, a row has a label and names alone: the page of a workshop says the rest."""
BAR, NO_BAR = "▐", " "
"""Stand at the end of each row where there are more than are in sight: which part is."""
A_TURN = 3
"""How many rows the mouse's wheel moves."""


class Table(Widget):
    """Rows of which one is chosen by the keys of its screen, or by a click.

    Attributes:
        at: which row Enter means.
        rows: how many there are.
    """

    class Chosen(PlaceChosen):
        """A row was chosen."""

    ALLOW_SELECT = False
    COMPONENT_CLASSES = {"table--here"}  # noqa: RUF012  Textual's own form
    DEFAULT_CSS = """
    Table { height: 1fr; text-wrap: nowrap; }
    Table > .table--here { background: $chosen; color: $chosen-text; text-style: bold; }
    """

    def __init__(self, id: str) -> None:
        super().__init__(id=id)
        self.at = self.rows = 0
        self._first = 0  # the row that is drawn on top
        self._cells: Callable[[int], Cells] = lambda _place: heads()
        self._nothing = ""

    def show(self, rows: int, cells: Callable[[int], Cells], nothing: str) -> None:
        """Show other rows.

        Args:
            rows: how many.
            cells: returns what stands in one; it is asked for those in sight.
            nothing: what is said where there is none.
        """
        self.rows, self._cells, self._nothing = rows, cells, nothing
        self.go_to(self.at)

    def render_line(self, y: int) -> Strip:
        """Draw a row."""
        place, width = self._first + y, self.size.width
        here = place == self.at < self.rows
        line = Content(HERE if here else ELSEWHERE)
        if place < self.rows:
            line += in_columns(self._cells(place), width - len(ELSEWHERE) - len(BAR))
        elif not self.rows:
            room = max(1, width - len(ELSEWHERE) - len(BAR))
            line += literal("".join(wrap(self._nothing, room)[y : y + 1]))
        style = self.get_visual_style("table--here") if here else self.visual_style
        drawn = line.truncate(width - len(BAR), ellipsis=True, pad=True).stylize_before(style)
        bar = Content(self._bar(y)).stylize_before(self.visual_style)
        return Strip([*drawn.render_segments(), *bar.render_segments()], width)

    def _bar(self, y: int) -> str:
        """Return what stands at the end of a row of the screen."""
        height = self.size.height
        if self.rows <= height:
            return NO_BAR
        begins = self._first * height // self.rows
        long = max(1, height * height // self.rows)
        return BAR if begins <= y < begins + long or y == begins == height - 1 else NO_BAR

    def on_resize(self) -> None:
        """Bring the row that Enter means in sight again."""
        self.go_to(self.at)

    def go_to(self, place: int) -> None:
        """Go to a row, or to the one nearest to it, and bring it in sight."""
        self.at = max(0, min(self.rows - 1, place))
        height = max(1, self.size.height)
        self._first = min(max(self._first, self.at - height + 1), self.at)
        self._first = max(0, min(self._first, self.rows - height))
        self.refresh()

    def choose(self) -> None:
        """Say which row it is, if there is one."""
        if self.at < self.rows:
            self.post_message(self.Chosen(self.at))

    def on_click(self, event: events.Click) -> None:
        """Choose the row that was clicked."""
        event.stop()
        if self._first + event.y < self.rows:
            self.go_to(self._first + event.y)
            self.choose()

    def on_mouse_scroll_down(self, event: events.MouseScrollDown) -> None:
        """Go down."""
        event.stop()
        self.go_to(self.at + A_TURN)

    def on_mouse_scroll_up(self, event: events.MouseScrollUp) -> None:
        """Go up."""
        event.stop()
        self.go_to(self.at - A_TURN)


class Heads(Widget):
    """What stands over the columns."""

    def render(self) -> Content:
        """Return the line."""
        return Content(ELSEWHERE) + in_columns(heads(), self.size.width - len(ELSEWHERE) - len(BAR))


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
