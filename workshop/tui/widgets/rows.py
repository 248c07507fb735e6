"""A list to go through by keys: one row has the cursor, and keys act on it."""

from collections.abc import Callable, Iterable, Sequence

from textual import events
from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.message import Message
from textual.widget import Widget
from textual.widgets import Static

from workshop.cards.finding import meant_by
from workshop.tui.text import literal

HERE = "› "
"""Stands before what the cursor is on."""
ELSEWHERE = "  "


class Row(Horizontal):
    """One row: a text, and cells beside it, or below it where the terminal is narrow."""

    def __init__(self, number: int, cells: int) -> None:
        super().__init__(classes="row")
        self.number, self._cells = number, cells
        self._shown: tuple[tuple[str, ...], bool] | None = None  # thirty rows take long to lay out

    def compose(self) -> ComposeResult:
        """Yield the text and the cells, still empty."""
        yield Static("", classes="item")
        for _cell in range(self._cells):
            yield Static("", classes=f"cell of-{self._cells}")

    def show(self, texts: Sequence[str], here: bool) -> None:
        """Show the text and the cells, where they are others than before."""
        if (shown := (tuple(texts), here)) == self._shown:
            return
        self._shown = shown
        for part, text in zip(self.query(Static), texts, strict=True):
            part.update(literal(text))
        self.set_class(here, "here")


class Rows(Vertical, can_focus=True):
    """Rows, and a cursor on one of them.

    Arrows, Home, End, numbers and first letters move the cursor, unless the view takes them; what
    other keys do is for the view to say.
    """

    class Pressed(Message):
        """A key was pressed that is no movement, or a row was clicked.

        Attributes:
            key: its name; "click" for a click.
            character: what it types, if anything.
        """

        def __init__(self, key: str, character: str | None) -> None:
            super().__init__()
            self.key, self.character = key, character

    def __init__(
        self, number: int, cells: int, texts: Callable[[int, bool], Sequence[str]], acts: set[str]
    ) -> None:
        """Make them.

        Args:
            number: how many rows.
            cells: how many cells each has beside its text.
            texts: gives the text and the cells of a row, from its number and whether the cursor
                is on it.
            acts: the keys and characters that the view takes.
        """
        super().__init__(id="rows")
        self._number, self._cells, self._texts, self._acts = number, cells, texts, acts
        self.at = 0

    def compose(self) -> ComposeResult:
        """Yield the rows."""
        for number in range(self._number):
            yield Row(number, self._cells)

    def on_mount(self) -> None:
        """Show what is in them."""
        self.show()

    def on_resize(self) -> None:
        """Show it again: narrow terminals name the scale in each cell."""
        self.show()

    def show(self) -> None:
        """Show all rows as they are now."""
        for row in self.query(Row):
            row.show(self._texts(row.number, row.number == self.at), row.number == self.at)

    def move(self, to: int) -> None:
        """Move the cursor to a row, as far as there are any, and bring it in sight."""
        self.at = max(0, min(self._number - 1, to))
        self.show()
        self._here.scroll_visible(animate=False)

    @property
    def _here(self) -> Row:
        return list(self.query(Row))[self.at]

    def at_hand(self, above: Widget) -> Iterable[tuple[Widget, Widget]]:
        """Yield the row with the cursor, from `above` it if there is room, and alone."""
        yield above, self._here
        yield self._here, self._here

    def on_key(self, event: events.Key) -> None:
        """Move, or tell the view."""
        match event.key:
            case "up":
                self.move(self.at - 1)
            case "down":
                self.move(self.at + 1)
            case "home":
                self.move(0)
            case "end":
                self.move(self._number - 1)
            case key if key in self._acts or (event.character or "") in self._acts:
                self.post_message(self.Pressed(key, event.character))
            case _ if meant := self._meant_by(event.character or ""):
                self.move(meant[0])
            case _:
                return
        event.stop()
        event.prevent_default()

    def _meant_by(self, key: str) -> list[int]:
        """Return the rows that a number or a first letter goes to, where it does nothing else."""
        items = [self._texts(row, False)[0] for row in range(self._number)]
        return meant_by(items, key, self.at)

    def on_click(self, event: events.Click) -> None:
        """Move to the row that was clicked, and act on it."""
        if event.widget is None:
            return
        for part in event.widget.ancestors_with_self:
            if isinstance(part, Row):
                self.move(part.number)
                self.post_message(self.Pressed("click", None))
