"""Ratings on shared axes: one mark for each of the two, a line between them. No totals."""

from collections.abc import Sequence

from rich.cells import cell_len, set_cell_size
from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.widget import Widget
from textual.widgets import Static

from workshop.cards.choice import Drawn
from workshop.cards.marks import ends
from workshop.core.people import BySide, Pair
from workshop.core.text import clean
from workshop.core.turns.picture import Axis, Picture, differ
from workshop.tui.text import literal
from workshop.tui.widgets.names import MARKS
from workshop.values import dataclass
from workshop.words import _

WIDTHS = {1: 30, 2: 22, 3: 16}
"""How many cells an axis is wide, by how many there are beside each other."""


@dataclass(frozen=True)
class Line:
    """One line of a drawing.

    Attributes:
        label: what it is about.
        places: where both stand on each axis, from the left, from 0; None for an empty answer.
    """

    label: str
    places: tuple[BySide[int | None], ...]


def lines_of(picture: Picture) -> tuple[Line, ...]:
    """Return a line for each item of a picture."""
    return tuple(
        Line(
            marked.item,
            tuple(picture.places(row, axis) for axis in range(len(picture.axes))),
        )
        for row, marked in enumerate(picture.items)
    )


def then_and_now(drawn: Drawn) -> tuple[Line, ...]:
    """Return for each item a line for each day on which a picture was kept."""
    by_day = [(day, lines_of(one)) for day, one in zip(drawn.days, drawn.pictures, strict=True)]
    return tuple(
        Line(f"{lines[row].label} ({day})", lines[row].places)
        for row in range(len(drawn.pictures[0].items))
        for day, lines in by_day
    )


class Drawing(Vertical):
    """Axes beside each other, or below each other where the terminal is narrow."""

    def __init__(self, axes: Sequence[Axis], lines: Sequence[Line], pair: Pair) -> None:
        super().__init__(classes="drawing")
        self._axes, self._lines, self._pair = axes, lines, pair

    def compose(self) -> ComposeResult:
        """Yield the questions, the ends of the axes, a row for each line, and the legend."""
        yield self._row("", [literal(axis.question) for axis in self._axes], "heads")
        yield self._row("", [self._ends(axis) for axis in self._axes], "ends")
        for line in self._lines:
            pairs = list(zip(self._axes, line.places, strict=True))
            drawn = [self._drawn(axis, places) for axis, places in pairs]
            far = len(pairs) == 1 and differ(*pairs[0])
            yield self._row(line.label, drawn, "line", far=far)
        yield Static(self._legend(), classes="quiet legend")

    def _row(
        self, label: str, cells: Sequence[Content], kind: str, far: bool = False
    ) -> Horizontal:
        parts: list[Widget] = [Static(literal(label), classes="item")]
        for axis, cell in zip(self._axes, cells, strict=True):
            # Which axis it is, where they stand below each other; else it is said above all.
            between = " – ".join(clean(end) for end in ends(axis, self._pair))
            asked = Static(literal(f"{axis.question} ({between})"), classes="asked quiet")
            parts.append(Vertical(asked, Static(cell), classes=f"axis of-{len(self._axes)}"))
        if len(self._axes) == 1:
            remark = literal(_("you place this differently") if far else "")
            parts.append(Static(remark, classes="quiet remark"))
        return Horizontal(*parts, classes=f"row {kind}")

    @property
    def _width(self) -> int:
        return WIDTHS[min(3, len(self._axes))]

    def _ends(self, axis: Axis) -> Content:
        half = self._width // 2 - 1
        left, right = (_within(clean(end), half) for end in ends(axis, self._pair))
        return literal(left + " " * (self._width - cell_len(left) - cell_len(right)) + right)

    def _drawn(self, axis: Axis, places: BySide[int | None]) -> Content:
        """Return an axis with both marks; where both stand alike they stand beside each other."""
        width = self._width

        def cell(place: int) -> int:
            return place * (width - 2) // (axis.steps - 1)

        shown = [
            "·" if any(cell(step) == at for step in range(axis.steps)) else " "
            for at in range(width)
        ]
        left, right = places.left, places.right
        styles: dict[int, str] = {}
        if left is not None and right is not None:
            one, two = sorted((cell(left), cell(right)))
            for at in range(one + 1, two):
                shown[at] = "─"
        if left is not None:
            shown[cell(left)] = MARKS.left
            styles[cell(left)] = "$left"
        if right is not None:
            at = cell(right) + (left == right)
            shown[at] = MARKS.right
            styles[at] = "$right"
        return Content.assemble(
            *((char, styles.get(at, "$quiet")) for at, char in enumerate(shown))
        )

    def _legend(self) -> Content:
        pair = self._pair
        parts = [f"{MARKS.left} {pair.left}", f"{MARKS.right} {pair.right}"]
        far = _("far apart: you place this differently") if len(self._axes) > 1 else ""
        return literal("   ".join(part for part in (*parts, far) if part))


def _within(text: str, cells: int) -> str:
    """Return `text` in at most so many cells, with an ellipsis where it is longer."""
    if cell_len(text) <= cells:
        return text
    return set_cell_size(text, cells - 1).rstrip() + "…"
