"""The two names, always on their side, and the band below them that is lit where the turn is."""

from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.widgets import Static

from workshop.core.people import BySide, Side
from workshop.tui.text import literal

MARKS: BySide[str] = BySide("●", "◆")
SIDES: tuple[Side, Side] = ("left", "right")


class Names(Vertical):
    """Who does what now, and whose turn it is."""

    def __init__(self, does: BySide[str], lit: tuple[Side, ...]) -> None:
        super().__init__(id="names")
        self._does, self._lit = does, lit

    def compose(self) -> ComposeResult:
        """Yield both sides, and the band."""
        with Horizontal(id="who"):
            for side, words in zip(SIDES, self._words(), strict=True):
                yield Static(literal(words), classes=self._of(side))
        with Horizontal(id="band"):
            for side in SIDES:
                yield Static("", classes=self._of(side))

    def say(self, other: "Names") -> None:
        """Say what `other` would."""
        self._does, self._lit = other._does, other._lit
        for side, words in zip(SIDES, self._words(), strict=True):
            self.query_one(f"#who .{side}", Static).update(literal(words))
            for part in self.query(f".{side}"):
                part.set_class(side in self._lit, "lit")
                part.refresh()  # Textual does not paint again what only has another hatch

    def _words(self) -> tuple[str, str]:
        return f"{MARKS.left}  {self._does.left}", f"{self._does.right}  {MARKS.right}"

    def _of(self, side: Side) -> str:
        return f"{side} lit" if side in self._lit else side
