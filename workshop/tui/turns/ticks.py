"""The view for ticks."""

from collections.abc import Sequence

from textual.app import ComposeResult
from textual.widgets import Static

from workshop.core.turns import Pick
from workshop.core.turns.reply import Picked, Reply
from workshop.errors import Refused
from workshop.tui.text import literal
from workshop.tui.turns.rows import RowsView
from workshop.tui.widgets.rows import ELSEWHERE, HERE, Rows
from workshop.words import _


class TicksView(RowsView):
    """A box before each item."""

    def __init__(self, turn: Pick) -> None:
        super().__init__()
        self._turn = turn
        self._ticks: set[int] = set()

    def compose(self) -> ComposeResult:
        """Yield how many there are, the rows, and what the keys do."""
        yield Static("", id="told")
        yield Rows(len(self._turn.items), 0, self._texts, {"space", "enter", "x"})
        yield Static(
            literal(_("Space ticks, or takes a tick away. Arrows move, Tab leads on.")),
            classes="quiet",
        )

    @property
    def would_be_gone(self) -> bool:
        """Whether anything is ticked."""
        return bool(self._ticks)

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
        self.tell()

    def told(self) -> str:
        """Return how it stands now."""
        ticks, count = len(self._ticks), self._turn.count
        if count >= len(self._turn.items):
            return _("Ticked: {ticks}.").format(ticks=ticks)
        return _("Ticked: {ticks} of {count} at the most.").format(ticks=ticks, count=count)

    def _texts(self, row: int, here: bool) -> Sequence[str]:
        box = "[x]" if row + 1 in self._ticks else "[ ]"
        return (f"{HERE if here else ELSEWHERE}{box} {self._turn.items[row]}",)
