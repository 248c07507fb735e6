"""The view for points that sum to 100, and for weights."""

from collections.abc import Sequence

from textual.app import ComposeResult
from textual.widgets import Static

from workshop.core.turns import Points
from workshop.core.turns.reply import Pointed, Reply
from workshop.errors import Refused
from workshop.tui.text import literal
from workshop.tui.turns.rows import RowsView
from workshop.tui.widgets.rows import ELSEWHERE, HERE, Rows
from workshop.words import _, plural

STEP = 5
"""How many points the left and right arrows take and give."""


class PointsView(RowsView):
    """A number beside each item, and above them always what is left to give out."""

    def __init__(self, turn: Points) -> None:
        super().__init__()
        self._turn = turn
        # Points begin at 0, since they sum to something; of weights each has to be given.
        self._start = 0 if turn.total else None
        self._points: list[int | None] = [self._start] * len(turn.items)
        self._typing = False

    def compose(self) -> ComposeResult:
        """Yield what is left, the rows, and what the keys do."""
        yield Static("", id="told")
        keys = {"left", "right", "enter", "backspace", "delete", "+", "-"}
        digits = {str(digit) for digit in range(10)}
        yield Rows(len(self._turn.items), 1, self._texts, keys | digits)
        if self._turn.total:
            how = _("Type a number; left, right: by 5. Up, down: another line. Tab: the buttons.")
        else:
            how = _(
                "Type {least} to {most} and it goes on. Up, down: another line. Tab: the buttons."
            )
        if self._turn.most > 9 and not self._turn.total:
            how = _("Type a number, Enter goes on. Up, down: another line. Tab: the buttons.")
        how = how.format(least=self._turn.least, most=self._turn.most)
        yield Static(literal(how), classes="quiet")

    @property
    def would_be_gone(self) -> bool:
        """Whether anything has points."""
        return any(number != self._start for number in self._points)

    def reply(self, place: int) -> Reply:  # noqa: ARG002  only one button takes the points
        """Return the points.

        Raises:
            Refused: some are left to give out, or too many, or an item has no weight yet.
        """
        given = [number for number in self._points if number is not None]
        if len(given) < len(self._points):
            item = self._turn.items[self._points.index(None)]
            raise Refused(_("“{item}” has no number yet.").format(item=item))
        pointed = Pointed(points=tuple(given))
        if missing := self._turn.missing(pointed):
            raise Refused(missing)
        return pointed

    def to_mend(self) -> Rows:
        """Return the rows, the cursor on the first one that has no number yet."""
        if None in self._points:
            self.first().move(self._points.index(None))
        return self.first()

    def on_rows_pressed(self, event: Rows.Pressed) -> None:
        """Change the number at the cursor, or go on."""
        event.stop()
        now = self._points[self.first().at] or 0
        match event.key, event.character:
            case "enter", _:
                self._typing = False
                self.first().move(self.first().at + 1)
            case "click", _:
                self._typing = False
            case ("left" | "right") as way, _:
                self._give(now + (STEP if way == "right" else -STEP))
            case (("backspace" | "delete"), _):
                self._give(now // 10)
            case _, ("+" | "-") as way:
                self._give(now + (1 if way == "+" else -1))
            case _, str(digit) if digit.isascii() and digit.isdigit():
                self._type(int(digit), now)

    def _type(self, digit: int, now: int) -> None:
        """Take a digit: after another one it makes the number longer, as far as that can be."""
        if self._turn.most <= 9:
            if self._turn.least <= digit <= self._turn.most:
                self._give(digit)
                self.first().move(self.first().at + 1)
            return
        longer = now * 10 + digit
        self._give(longer if self._typing and longer <= self._turn.most else digit)
        self._typing = True

    def _give(self, number: int) -> None:
        self._typing = False
        self._points[self.first().at] = max(self._turn.least, min(self._turn.most, number))
        self.first().show()
        self.tell()

    def told(self) -> str:
        """Return how it stands now."""
        total = self._turn.total
        if total is None:
            left = self._points.count(None)
            told = (
                plural("{count} has no number yet.", "{count} have no number yet.", left)
                if left
                else _("All have a number.")
            )
        else:
            left = total - sum(number or 0 for number in self._points)
            if left > 0:
                told = _("{left} of {total} left to give out.").format(left=left, total=total)
            elif left < 0:
                told = _("{over} too many: take some back.").format(over=-left)
            else:
                told = _("All {total} have been given out.").format(total=total)
        return told

    def _texts(self, row: int, here: bool) -> Sequence[str]:
        number = self._points[row]
        mark = HERE if here else ELSEWHERE
        return self._turn.items[row], f"{mark}{'–' if number is None else number:>3}"
