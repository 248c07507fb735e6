"""The view for an order: what is taken goes up to its place, and can be moved."""

from collections.abc import Sequence

from textual.app import ComposeResult
from textual.widgets import Static

from workshop.core.turns import Rank
from workshop.core.turns.reply import Ranked, Reply
from workshop.errors import Refused
from workshop.tui.text import literal
from workshop.tui.turns.rows import RowsView
from workshop.tui.widgets.rows import ELSEWHERE, HERE, Rows
from workshop.words import _, plural


class OrderView(RowsView):
    """What has a place stands on top, in order; what has none yet stands below.

    Nothing has a place at first: an order that is there already would be taken as it is.
    """

    def __init__(self, turn: Rank) -> None:
        super().__init__()
        self._turn = turn
        self._placed: list[int] = []
        self._waiting = list(range(1, len(turn.items) + 1))

    def compose(self) -> ComposeResult:
        """Yield how many are left, the rows, and what the keys do."""
        yield Static("", id="told")
        keys = {"space", "enter", "backspace", "delete", "shift+up", "shift+down", "u", "d"}
        yield Rows(len(self._turn.items), 0, self._texts, keys)
        yield Static(
            literal(
                _(
                    "Space gives the next place, or takes it back. u and d move up and down."
                    " Arrows go, Tab leads on."
                )
            ),
            classes="quiet",
        )

    @property
    def would_be_gone(self) -> bool:
        """Whether anything has a place."""
        return bool(self._placed)

    def reply(self, place: int) -> Reply:  # noqa: ARG002  only one button takes the order
        """Return the order.

        Raises:
            Refused: something has no place yet.
        """
        ranked = Ranked(order=tuple(self._placed))
        if missing := self._turn.missing(ranked):
            raise Refused(missing)
        return ranked

    def to_mend(self) -> Rows:
        """Return the rows, the cursor on the first one that has no place yet."""
        self.first().move(len(self._placed))
        return self.first()

    def on_rows_pressed(self, event: Rows.Pressed) -> None:
        """Give a place, take one back, or move."""
        event.stop()
        at = self.first().at
        match event.key:
            case "space" | "enter" | "click":
                self._place(at) if at >= len(self._placed) else self._take_back(at)
            case "backspace" | "delete":
                if at < len(self._placed):
                    self._take_back(at)
            case "shift+up" | "u":
                self._swap(at, at - 1)
            case "shift+down" | "d":
                self._swap(at, at + 1)
        self.tell()

    def _place(self, at: int) -> None:
        """Give the next place; the cursor goes up with the row."""
        self._placed.append(self._waiting.pop(at - len(self._placed)))
        self.first().move(len(self._placed) - 1)

    def _take_back(self, at: int) -> None:
        """Take the place back; the cursor goes down with the row."""
        number = self._placed.pop(at)
        self._waiting.append(number)
        self._waiting.sort()
        self.first().move(len(self._placed) + self._waiting.index(number))

    def _swap(self, at: int, to: int) -> None:
        placed = self._placed
        if at < len(placed) and 0 <= to < len(placed):
            placed[at], placed[to] = placed[to], placed[at]
            self.first().move(to)

    def told(self) -> str:
        """Return how it stands now."""
        left = len(self._waiting)
        return (
            plural("{count} has no place yet.", "{count} have no place yet.", left)
            if left
            else _("All have a place, the best first.")
        )

    def _texts(self, row: int, here: bool) -> Sequence[str]:
        placed = self._placed
        number = placed[row] if row < len(placed) else self._waiting[row - len(placed)]
        place = str(row + 1) if row < len(placed) else "–"
        return (f"{HERE if here else ELSEWHERE}{place:>2}  {self._turn.items[number - 1]}",)
