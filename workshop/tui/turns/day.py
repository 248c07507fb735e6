"""The view for a day that both pick."""

from contextlib import suppress

from textual.app import ComposeResult
from textual.widgets import Input, Static

from workshop.core.days import day_forms, read_day, with_weekday
from workshop.core.reply import Day, Reply
from workshop.core.turn import PickDay
from workshop.errors import Refused
from workshop.tui.text import literal
from workshop.tui.turns.view import View

LONGEST = 40
"""How many characters a day may be written in."""


class DayView(View):
    """A line for another day than those on the buttons, and which day it means."""

    def __init__(self, turn: PickDay) -> None:
        super().__init__()
        self._turn = turn

    def compose(self) -> ComposeResult:
        """Yield the line, and what stands for the day below it."""
        yield Input(id="day", compact=True, max_length=LONGEST)
        yield Static(literal(day_forms()), id="means", classes="quiet")

    def on_input_changed(self, event: Input.Changed) -> None:
        """Show at once which day it means, so that it is seen before it is taken."""
        event.stop()
        means = day_forms()
        with suppress(Refused):
            means = with_weekday(read_day(event.value, self._turn.today))
        self.query_one("#means", Static).update(literal(means))

    def reply(self, place: int) -> Reply:  # noqa: ARG002  only one button takes a day
        """Return the day that was typed.

        Raises:
            Refused: it is no day, or could be two.
        """
        return Day(on=read_day(self.query_one("#day", Input).value, self._turn.today))
