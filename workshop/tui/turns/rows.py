"""What the views for lists share: rows to go through by keys, and above them what is told."""

from collections.abc import Iterable

from textual.widget import Widget
from textual.widgets import Static

from workshop.tui.text import literal
from workshop.tui.turns.view import View
from workshop.tui.widgets.rows import Rows


class RowsView(View):
    """A line that tells how it stands, with the id `told`, and rows below it."""

    def on_mount(self) -> None:
        """Tell how it stands."""
        self.tell()

    def told(self) -> str:
        """Return how it stands now, in a few words."""
        raise NotImplementedError

    def tell(self) -> None:
        """Show how it stands."""
        self.query_one("#told", Static).update(literal(self.told()))
        self.post_message(self.Typed())

    def first(self) -> Rows:
        """Return the rows."""
        return self.query_one(Rows)

    def at_hand(self) -> Iterable[tuple[Widget, Widget]]:
        """Yield the row at hand, with what is told above the rows if both fit."""
        return self.first().at_hand(self.query_one("#told"))
