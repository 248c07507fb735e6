"""The view for a day that both pick."""

from datetime import date

from textual.app import ComposeResult
from textual.widgets import Input

from workshop.core.reply import Day, Reply
from workshop.errors import Refused
from workshop.tui.turns.view import View
from workshop.words import _


class DayView(View):
    """A line for another day than those on the buttons."""

    def compose(self) -> ComposeResult:
        """Yield the line."""
        yield Input(placeholder=_("year-month-day"), id="day", compact=True, max_length=10)

    def reply(self, place: int) -> Reply:  # noqa: ARG002  only one button takes a day
        """Return the day that was typed."""
        try:
            return Day(on=date.fromisoformat(self.query_one("#day", Input).value.strip()))
        except ValueError:
            raise Refused(
                _("Type another day above, as year-month-day, such as 2027-03-01.")
            ) from None
