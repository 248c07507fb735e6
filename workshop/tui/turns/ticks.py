"""The view for ticks."""

from collections.abc import Iterable, Sequence

from textual.app import ComposeResult
from textual.widget import Widget
from textual.widgets import Static

from workshop.core.reply import Picked, Reply
from workshop.core.turn import Pick
from workshop.errors import Refused
from workshop.tui.text import literal
from workshop.tui.turns.view import View
from workshop.tui.widgets.rows import ELSEWHERE, HERE, Rows
from workshop.words import _


class TicksView(View):
    """A box before each item."""

    def __init__(self, turn: Pick) -> None:
        super().__init__()
        self._turn = turn
        self._ticks: set[int] = set()

    def compose(self) -> ComposeResult:
        """Yield how many there are, the rows, and what the keys do."""
        yield Static("", id="left")
        yield Rows(len(self._turn.items), 0, self._texts, {"space", "enter", "x"})
        yield Static(
            literal(_("Space ticks, or takes a tick away. Arrows move, Tab leads on.")),
            classes="quiet",
        )

    def on_mount(self) -> None:
        """Tell how many there may be."""
        self._tell()

    def first(self) -> Rows:
        """Return the rows."""
        return self.query_one(Rows)

    def at_hand(self) -> Iterable[tuple[Widget, Widget]]:
        """Yield the row at hand, with what is told above the rows if both fit."""
        return self.first().at_hand(self.query_one("#left"))

    def reply(self, place: int) -> Reply:  # noqa: ARG002  only one button takes the ticks
        """Return the ticks; none is fine."""
        picked = Picked(ticks=tuple(sorted(self._ticks)))
        if missing := self._turn.missing(picked):
            raise Refused(missing)
        return picked

    def on_rows_pressed(self, event: Rows.Pressed) -> None:
        """Tick, or take the tick away."""
        event.stop()
        self._ticks ^= {self.first().at + 1}
        self.first().show()
        self._tell()

    def _tell(self) -> None:
        told = _("Ticked: {ticks} of {count} at the most.").format(
            ticks=len(self._ticks), count=self._turn.count
        )
        self.query_one("#left", Static).update(literal(told))

    def _texts(self, row: int, here: bool) -> Sequence[str]:
        box = "[x]" if row + 1 in self._ticks else "[ ]"
        return (f"{HERE if here else ELSEWHERE}{box} {self._turn.items[row]}",)
