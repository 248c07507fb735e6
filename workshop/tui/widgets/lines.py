"""A list of lines of which one is chosen: by the arrows and Enter, or by a click."""

from collections.abc import Sequence

from textual import events
from textual.binding import Binding
from textual.geometry import Region, Size
from textual.strip import Strip
from textual.widget import Widget

from workshop.cards.finding import meant_by
from workshop.core.text import one_line
from workshop.tui.text import literal
from workshop.tui.widgets.place import PlaceChosen
from workshop.tui.widgets.sight import Listed

HERE = "› "
"""Stands before the line that Enter means."""
ELSEWHERE = "  "


class Lines(Listed, Widget, can_focus=True):
    """Any number of lines, drawn as one part: a hundred take no longer to show than one does."""

    class Chosen(PlaceChosen):
        """A line was chosen."""

    ALLOW_SELECT = False
    BINDINGS = [  # noqa: RUF012  Textual's own form
        Binding("up", "move(-1)", show=False),
        Binding("down", "move(1)", show=False),
        Binding("home", "go_to_end(True)", show=False),
        Binding("end", "go_to_end(False)", show=False),
        Binding("enter", "choose", show=False),
    ]
    COMPONENT_CLASSES = {"lines--here"}  # noqa: RUF012  Textual's own form
    DEFAULT_CSS = """
    Lines { height: auto; margin-bottom: 1; text-wrap: nowrap; text-overflow: ellipsis; }
    Lines > .lines--here { background: $chosen; color: $chosen-text; text-style: bold; }
    """

    def __init__(self, lines: Sequence[str], id: str) -> None:
        """Show `lines`, each on a row of its own, as they are."""
        super().__init__(id=id)
        self.lines = tuple(lines)
        self.at = 0

    @property
    def begins(self) -> range:
        """The rows at which a line begins."""
        return range(len(self.lines))

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:  # noqa: ARG002
        """Return a row for each."""
        return len(self.lines)

    def render_line(self, y: int) -> Strip:
        """Draw a row: one line, cut off where it is longer than that."""
        if y >= len(self.lines):
            return Strip.blank(self.size.width)
        here = y == self.at and self.has_focus
        style = self.get_visual_style("lines--here") if here else self.visual_style
        line = literal((HERE if here else ELSEWHERE) + one_line(self.lines[y]))
        width = self.size.width
        return Strip(
            line.truncate(width, ellipsis=True, pad=True).stylize_before(style).render_segments(),
            width,
        )

    def action_move(self, by: int) -> None:
        """Go to another line, and bring it in sight; past the ends, to what stands beside them."""
        if 0 <= self.at + by < len(self.lines):
            self._go_to(self.at + by)
        elif by < 0:
            self.screen.focus_previous()
        else:
            self.screen.focus_next()

    def action_go_to_end(self, first: bool) -> None:
        """Go to the first line, or to the last one."""
        self._go_to(0 if first else len(self.lines) - 1)

    def on_key(self, event: events.Key) -> None:
        """Go to the line of this number, or to the next one that begins with this letter."""
        meant = meant_by(self.lines, event.character or "", self.at)
        if meant:
            event.stop()
            event.prevent_default()
            self._go_to(meant[0])

    def _go_to(self, place: int) -> None:
        self.at = place
        self.refresh()
        if isinstance(self.parent, Widget):
            row = Region(0, self.virtual_region.y + place, 1, 1)
            self.parent.scroll_to_region(row, animate=False)

    def action_choose(self) -> None:
        """Say which line it is."""
        self.post_message(self.Chosen(self.at))

    def on_click(self, event: events.Click) -> None:
        """Choose the line that was clicked."""
        event.stop()
        if event.y < len(self.lines):
            self._go_to(event.y)
            self.action_choose()
