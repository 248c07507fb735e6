"""The view for what is shared out: each row can go to the other, and the words follow below."""

from collections.abc import Sequence

from textual.app import ComposeResult
from textual.widgets import Static

from workshop.cards.moves import row_in_words, standing, whose_is
from workshop.core.course.session import Ask
from workshop.core.people import SIDES
from workshop.core.turns import Moving
from workshop.core.turns.moving import Whose, moved_on
from workshop.core.turns.reply import Moved, Reply
from workshop.tui.text import literal
from workshop.tui.turns.rows import RowsView
from workshop.tui.widgets.names import MARKS
from workshop.tui.widgets.rows import ELSEWHERE, HERE, Rows
from workshop.words import _

NOBODY, BOTH = "–", "="
"""Stand before whose a row is, where it is not one's."""


class MovesView(RowsView):
    """A row for each thing, with whose it is; above them how many each has, below them the words.

    Left and right give a row to whoever sits there.
    """

    def __init__(self, ask: Ask, turn: Moving) -> None:
        super().__init__()
        self._turn = turn
        self._whose: list[Whose] = list((ask.moved or turn.proposed).whose)

    def compose(self) -> ComposeResult:
        """Yield how it stands, the rows, what the keys do, and the words that are made of them."""
        yield Static("", id="told")
        keys = {"space", "enter", "left", "right", "b"}
        yield Rows(len(self._turn.rows), 1, self._texts, keys)
        how = _(
            "Left, right: to the one there. Space moves it on, b: both, by turns. Tab: the buttons."
        )
        yield Static(literal(how), classes="quiet")
        yield Static("", id="words-of-rows", classes="of-rows")

    def begun(self) -> Moved:
        """Return whose each row is now."""
        return Moved(whose=tuple(self._whose))

    @property
    def would_be_gone(self) -> bool:
        """Whether any row was moved."""
        return self.begun() != self._turn.proposed

    def reply(self, place: int) -> Reply:  # noqa: ARG002  only one button takes the rows
        """Return whose each row is."""
        return self.begun()

    def on_rows_pressed(self, event: Rows.Pressed) -> None:
        """Give the row at the cursor to somebody; the cursor stays on it."""
        event.stop()
        rows = self.first()
        now = self._whose[rows.at]
        match event.key:
            case "left" | "right" as side:
                self._whose[rows.at] = self._turn.whose(side)
            case "b":
                self._whose[rows.at] = "both"
            case _:
                self._whose[rows.at] = moved_on(now)
        rows.show()
        self.tell()

    def tell(self) -> None:
        """Show how many each has, and the words."""
        words = self._turn.in_words(self.begun())
        self.query_one("#words-of-rows", Static).update(literal(words))
        super().tell()

    def told(self) -> str:
        """Return how many each has."""
        return standing(self._turn, self.begun())

    def _texts(self, row: int, here: bool) -> Sequence[str]:
        whose = self._whose[row]
        whose_row = f"{self._sign(whose)} {whose_is(self._turn, whose)}"
        return f"{HERE if here else ELSEWHERE}{row_in_words(self._turn.rows[row])}", whose_row

    def _sign(self, whose: Whose) -> str:
        for side in SIDES:
            if whose == self._turn.whose(side):
                return MARKS[side]
        return BOTH if whose == "both" else NOBODY
