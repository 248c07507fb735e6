"""The view for a day that both pick."""

from contextlib import suppress

from textual.app import ComposeResult
from textual.widgets import Input, Static

from workshop.core.days import day_forms, with_weekday
from workshop.core.turns import PickDay
from workshop.core.turns.reply import Day, Reply
from workshop.errors import Refused
from workshop.tui.text import literal
from workshop.tui.turns.view import View
from workshop.words import _

LONGEST = 40
"""How many characters a day may be written in."""


class DayView(View):
    """A line for another day than those on the buttons, and which day it means."""

    def __init__(self, turn: PickDay) -> None:
        super().__init__()
        self._turn = turn
        self._meant = ""  # what was typed when the day was last told

    def compose(self) -> ComposeResult:
        """Yield the line, and what stands for the day below it."""
        yield Input(id="day", compact=True, max_length=LONGEST)
        yield Static(literal(day_forms(self._turn.today)), id="means", classes="quiet")

    def first(self) -> Input:
        """Return the line."""
        return self.query_one("#day", Input)

    @property
    def would_be_gone(self) -> bool:
        """Whether anything is typed."""
        return bool(self.first().value.strip())

    def on_input_changed(self, event: Input.Changed) -> None:
        """Show at once which day it means, so that it is seen before it is taken."""
        event.stop()
        self.post_message(self.Typed())
        means = day_forms(self._turn.today)
        with suppress(Refused):
            means = with_weekday(self._turn.read(event.value))
        self.query_one("#means", Static).update(literal(means))

    def reply(self, place: int) -> Reply:  # noqa: ARG002  only one button takes a day
        """Return the day that was typed, once it was told which one that is.

        Raises:
            Refused: it is no day that can be picked, or could be two, or it is told for the first
                time.
        """
        typed = self.first().value.strip()
        if not typed:
            raise Refused(_("Type a day on the line above, or choose one of these."))
        day = self._turn.read(typed)
        if typed not in (self._meant, day.isoformat()):
            self._meant = typed
            raise Refused(_("That is {day}. Enter again takes it.").format(day=with_weekday(day)))
        return Day(on=day)
