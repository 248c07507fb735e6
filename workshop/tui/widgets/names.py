"""The two names, always on their side, and the band below them that is lit where the turn is."""

from rich.cells import cell_len
from textual.content import Content
from textual.geometry import Size
from textual.style import Style
from textual.widget import Widget

from workshop.core.people import SIDES, BySide, Side
from workshop.tui.text import literal

MARKS: BySide[str] = BySide("●", "◆")
BESIDE_WORDS: BySide[str] = BySide(f"{MARKS.left}  ", f"  {MARKS.right}")
"""A mark as it stands before or after the words of its side."""
MOST_ROWS = 2
"""How many rows the words of a side may take."""
BAND = "━"
AIR = 1
"""How many columns are free on both sides of the words."""


class Names(Widget):
    """Who does what now, and whose turn it is: drawn as one part.

    Of seven parts, four would get other looks with every turn.
    """

    ALLOW_SELECT = False
    COMPONENT_CLASSES = {  # noqa: RUF012  Textual's own form
        "names--left",
        "names--right",
        "names--band",
        "names--band-left",
        "names--band-right",
    }

    def __init__(self, does: BySide[str], lit: tuple[Side, ...]) -> None:
        super().__init__(id="names")
        self._does, self.lit = does, lit

    def say(self, other: "Names") -> None:
        """Say what `other` would."""
        changes_rows = self._does != other._does
        self._does, self.lit = other._does, other.lit
        self.refresh(layout=changes_rows)

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:  # noqa: ARG002
        """Return the rows that the words take, and one for the band."""
        return max(len(self._rows(side, width)) for side in SIDES) + 1

    def render(self) -> Content:
        """Return the words of both, and the band below them."""
        width, height = self.size
        words = min(MOST_ROWS, max(0, height - 1))
        lines = [
            Content("").join(self._cell(side, width, row) for side in SIDES) for row in range(words)
        ]
        band = (
            Content.styled(
                BAND * _columns(side, width),
                self._look(f"band-{side}" if side in self.lit else "band"),
            )
            for side in SIDES
        )
        return Content("\n").join([*lines, Content("").join(band)])

    def _cell(self, side: Side, width: int, row: int) -> Content:
        """Return one row of the words of a side, as wide as its half."""
        rows = self._rows(side, width)
        line = rows[row] if row < len(rows) else Content("")
        free = max(0, _columns(side, width) - 2 * AIR - line.cell_length)
        before, after = (0, free) if side == "left" else (free, 0)
        cell = line.pad(AIR + before, AIR + after)
        return cell.stylize(self._look(side)) if side in self.lit else cell

    def _rows(self, side: Side, width: int) -> list[Content]:
        """Return the words of a side, row by row; its mark stands beside them, never alone."""
        room = _columns(side, width) - 2 * AIR - cell_len(BESIDE_WORDS.left)
        rows = literal(self._does[side]).wrap(max(1, room))[:MOST_ROWS] or [Content("")]
        mark, blank = Content(BESIDE_WORDS[side]), Content(" " * cell_len(BESIDE_WORDS[side]))
        if side == "left":
            return [mark + rows[0], *(blank + row for row in rows[1:])]
        return [*(row + blank for row in rows[:-1]), rows[-1] + mark]

    def _look(self, part: str) -> Style:
        return self.get_visual_style(f"names--{part}", partial=True)


def _columns(side: Side, width: int) -> int:
    """Return how wide the half of a side is."""
    return width // 2 if side == "left" else width - width // 2
