"""The view for the words of a clause, and after how many weeks it is looked at again."""

from collections.abc import Sequence

from textual.app import ComposeResult
from textual.widget import Widget
from textual.widgets import RadioSet, Static, TextArea

from workshop.core.course.session import Ask
from workshop.core.text import is_blank
from workshop.core.turns import Draft
from workshop.core.turns.reply import Drafted, Reply
from workshop.errors import Refused
from workshop.tui.text import literal
from workshop.tui.turns.view import View, enter_here, nothing_typed
from workshop.tui.widgets.radio import Radio, Radios
from workshop.tui.widgets.writing import Writing
from workshop.words import _, plural


class DraftView(View):
    """Words, and weeks where there is a choice."""

    def __init__(self, ask: Ask, turn: Draft) -> None:
        super().__init__()
        self._ask, self._turn = ask, turn

    def compose(self) -> ComposeResult:
        """Yield the place to type, and the weeks."""
        start = self._ask.draft or self._turn.start
        yield Writing(
            start, sealed=False, id="writing", hints=enter_here(is_sealed=False, app=self.app)
        )
        if self._turn.weeks:
            when = _("When will you look at it again? Tab goes there. Left, right, then Enter.")
            yield Static(literal(when), classes="quiet")
            said = (plural("In {count} week", "In {count} weeks", one) for one in self._turn.weeks)
            yield Radios(*map(Radio, said), id="weeks", in_a_row=True)

    def begun(self) -> str | None:
        """Return the words."""
        return self.query_one("#writing", Writing).text

    def boxes(self) -> Sequence[Writing]:
        """Return the words."""
        return (self.first(),)

    def first(self) -> Writing:
        """Return the text."""
        return self.query_one("#writing", Writing)

    def to_mend(self) -> Widget:
        """Return the text, or the weeks where that is all that misses."""
        writing = self.first()
        return self.query_one("#weeks") if writing.answer.strip() else writing

    @property
    def would_be_gone(self) -> bool:
        """Whether anything is typed that did not stand there from the start."""
        text = self.query_one("#writing", Writing).answer.strip()
        return bool(text) and text != self._turn.start.strip()

    def reply(self, place: int) -> Reply:  # noqa: ARG002  only one button takes the text
        """Return the words and the weeks."""
        text = self.query_one("#writing", Writing).answer
        if is_blank(text):
            raise Refused(nothing_typed())
        weeks = None
        if self._turn.weeks:
            chosen = self.query_one("#weeks", RadioSet).pressed_index
            if chosen < 0:
                raise Refused(
                    _("When will you look at it again? Left, right: another. Enter: choose.")
                )
            weeks = self._turn.weeks[chosen]
        return Drafted(text=text, weeks=weeks)

    def on_text_area_changed(self, event: TextArea.Changed) -> None:
        """Tell of the words."""
        event.stop()
        self.post_message(self.Typed())

    def on_radio_set_changed(self, event: RadioSet.Changed) -> None:
        """Tell that something was changed."""
        event.stop()
        self.post_message(self.Typed())
