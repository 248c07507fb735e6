"""The view for ratings: one key answers and goes on to the next."""

from collections.abc import Sequence

from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.widgets import Static

from workshop.core.turns import Rate
from workshop.core.turns.reply import Rated, Reply
from workshop.tui.text import literal
from workshop.tui.turns.rows import RowsView
from workshop.tui.widgets.rows import ELSEWHERE, HERE, Rows
from workshop.words import _


class RatingView(RowsView):
    """A row for each item, a cell for each scale; the options of the scale at hand stand above."""

    def __init__(self, turn: Rate) -> None:
        super().__init__()
        self._turn = turn
        self._answers = [[0] * len(turn.scales) for _item in turn.items]
        self._scale = 0

    def compose(self) -> ComposeResult:
        """Yield the options, the questions, the rows, and what the keys do."""
        scales = self._turn.scales
        yield Static("", id="told")
        with Horizontal(classes="row heads"):
            yield Static("", classes="item")
            for scale in scales:
                yield Static(literal(scale.question), classes=f"cell of-{len(scales)}")
        most = max(len(scale.options) for scale in scales)
        digits = {str(number) for number in range(most + 1)}
        keys = {"left", "right", "space", "enter", "backspace", "delete"}
        yield Rows(len(self._turn.items), len(scales), self._texts, digits | keys)
        yield Static(
            literal(_("A number answers and moves on. 0 clears it. Arrows move, Tab goes on.")),
            classes="quiet",
        )

    @property
    def would_be_gone(self) -> bool:
        """Whether anything is rated."""
        return any(map(any, self._answers))

    def reply(self, place: int) -> Reply:  # noqa: ARG002  only one button takes the ratings
        """Return all ratings; empty ones are fine."""
        return Rated(answers=tuple(tuple(answers) for answers in self._answers))

    def on_rows_pressed(self, event: Rows.Pressed) -> None:
        """Answer, or go to another cell."""
        event.stop()
        rows, options = self.first(), self._turn.scales[self._scale].options
        match event.key, event.character:
            case "left", _:
                self._go(rows.at, self._scale - 1)
            case "right", _:
                self._go(rows.at, self._scale + 1)
            case "enter", _:
                self._next()
            case (("space" | "click"), _):
                self._answer((self._answers[rows.at][self._scale] + 1) % (len(options) + 1))
            case (("backspace" | "delete"), _):
                self._answer(0)
            case _, str(digit) if digit.isascii() and digit.isdigit():
                if int(digit) <= len(options):
                    self._answer(int(digit))
                    self._next()

    def _answer(self, number: int) -> None:
        self._answers[self.first().at][self._scale] = number
        self.first().show()

    def _next(self) -> None:
        """Go down the scale, then to the top of the next one."""
        at = self.first().at + 1
        if at < len(self._turn.items):
            self._go(at, self._scale)
        elif self._scale + 1 < len(self._turn.scales):
            self._go(0, self._scale + 1)

    def _go(self, at: int, scale: int) -> None:
        self._scale = max(0, min(len(self._turn.scales) - 1, scale))
        self.first().move(at)
        self.tell()

    def told(self) -> str:
        """Return how it stands now."""
        options = self._turn.scales[self._scale].options
        return "   ".join(f"{number} {option}" for number, option in enumerate(options, start=1))

    def _texts(self, row: int, here: bool) -> Sequence[str]:
        cells = []
        narrow = self.screen.has_class("-narrow")
        for number, scale in enumerate(self._turn.scales):
            answer = self._answers[row][number]
            words = f"{answer} {scale.options[answer - 1]}" if answer else "–"
            if narrow and len(self._turn.scales) > 1:
                words = f"{scale.question}: {words}"
            cells.append((HERE if here and number == self._scale else ELSEWHERE) + words)
        return self._turn.items[row], *cells
