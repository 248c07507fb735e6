"""The part of a screen that scrolls: boxes take what room there is, air goes where there is none.

What begins out of sight is announced on its first row.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, Protocol, runtime_checkable

from textual import events
from textual.containers import VerticalScroll
from textual.geometry import Size
from textual.layout import DockArrangeResult

from workshop.tui.text import literal
from workshop.tui.widgets.sight import row_of
from workshop.words import _, plural

if TYPE_CHECKING:  # a page to read has no box, and is there before one is imported
    from workshop.tui.widgets.writing import Writing

MOST_ROWS = 16
"""How many rows of a box are in sight, where there is room for any number."""
NONE = (0, 0, 0, 0)
"""No margin."""
ANNOUNCED = ("Quote", "Row", "Lines", "Choices")
"""What is counted where it begins out of sight: what was said, and what is listed."""
BETWEEN = "   "
"""Stands between what is said of above and of below."""


@runtime_checkable
class Listing(Protocol):
    """What tells several things, each from a row of its own."""

    @property
    def begins(self) -> Iterable[int]:
        """Its rows at which one begins."""


class Body(VerticalScroll, can_focus=True):
    """What scrolls. A click on its text or on empty ground leaves the focus where it is.

    Attributes:
        boxes: what somebody writes in: the rows that are free are theirs.
        may_tighten: whether the rows between its parts are given up before anything is scrolled.
    """

    def __init__(self, *, may_tighten: bool) -> None:
        super().__init__(id="body")
        self.boxes: Sequence[Writing] = ()
        self.may_tighten = may_tighten
        self._announced = ""

    def focus_on_click(self) -> bool:
        """Return False: whoever types goes on typing."""
        return False

    # -- the room there is --------------------------------------------------------------------

    def arrange(self, size: Size, optimal: bool = False) -> DockArrangeResult:
        """Find out where its parts go, with boxes that are as high as there is room for."""
        found = super().arrange(size, optimal)
        boxes = [box for box in self.boxes if box.display]
        if not size.height or not (boxes or self.may_tighten):
            return found
        needed = found.total_region.height - sum(box.rows - box.fewest for box in boxes)
        if self.may_tighten:
            needed -= self._tighten(needed, size.height)
        self._share(boxes, size.height - needed)
        is_short = self.screen.has_class("-short")
        self._keep_a_row(not is_short or needed > size.height + self.gutter.top)
        return super().arrange(size, optimal)

    def _keep_a_row(self, is_needed: bool) -> None:
        """Have a first row to announce something on; a short screen has one where it needs it."""
        if is_needed != bool(self.gutter.top):
            self.styles.border_top = ("blank" if is_needed else "none", "transparent")

    def _tighten(self, needed: int, height: int) -> int:
        """Take out rows between parts, the lowest first, where there are too many; put others back.

        Returns:
            How many rows less are needed then; less than none where more are.
        """
        parts = [part for part in reversed(self.children) if part.display]
        before = sum(part.styles.margin.bottom for part in parts)
        air = sum(part.styles.base.margin.bottom for part in parts)
        excess = needed - before + air - height
        for part in parts:
            rows = part.styles.base.margin.bottom
            if excess > 0 and rows:
                air -= rows
                excess -= rows
                if part.styles.margin.bottom:
                    part.styles.margin = NONE
            elif part.styles.inline.has_rule("margin"):
                part.styles.clear_rule("margin")
        return before - air

    def _share(self, boxes: Sequence[Writing], free: int) -> None:
        """Give the boxes the rows that are free, as evenly as it goes."""
        for place, box in enumerate(boxes):
            share = max(0, free) // (len(boxes) - place)
            box.rows = min(MOST_ROWS, box.fewest + share)
            free -= share

    # -- what is out of sight -----------------------------------------------------------------

    def announce(self) -> None:
        """Say how much begins above what is in sight, and below it."""
        first, rows = round(self.scroll_y), self.scrollable_content_region.height
        begins = list(self._begins()) if self.max_scroll_y else []
        above = sum(row < first for row in begins)
        below = sum(row >= first + rows for row in begins)
        said = [*self._says_above(above, first > 0), *self._says_below(below, first)]
        told = BETWEEN.join(said)
        if told != self._announced:
            self._announced = told
            self.border_title = literal(told)

    def _says_above(self, count: int, is_more: bool) -> Iterator[str]:
        if count:
            yield self._by(plural("{count} more above", "{count} more above", count), _("Page Up"))
        elif is_more:
            yield self._by(_("More above"), _("Page Up"))

    def _says_below(self, count: int, first: int) -> Iterator[str]:
        if count:
            below = plural("{count} more below", "{count} more below", count)
            yield self._by(below, _("Page Down"))
        elif self.max_scroll_y and first < self.max_scroll_y:
            yield self._by(_("More below"), _("Page Down"))

    def _by(self, more: str, key: str) -> str:
        """Return where more is, and by which key it shows where there is room to say so."""
        if self.screen.has_class("-narrow"):
            return more
        return _("{more} ({key})").format(more=more, key=key)

    def _begins(self) -> Iterator[int]:
        """Yield the row of each thing that was said, and of each that is listed."""
        for part in self.query(", ".join(ANNOUNCED)):
            if part.display:
                row = row_of(part, self)
                begins = part.begins if isinstance(part, Listing) else (0,)
                yield from (row + begin for begin in begins)

    def on_click(self, event: events.Click) -> None:
        """Show more of what is above, where that is announced."""
        if event.widget is self and event.y == 0 and self.scroll_y > 0:
            event.stop()
            self.scroll_page_up(animate=False)
