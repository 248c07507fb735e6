"""The view for a consent: the answers are the buttons; other words have a place of their own."""

from collections.abc import Sequence

from textual.app import ComposeResult
from textual.widgets import Static, TextArea

from workshop.cards.turns.consent import other_words_next
from workshop.core.turns import Consent
from workshop.core.turns.reply import OtherWords, Reply
from workshop.tui.text import literal
from workshop.tui.turns.view import View, enter_here
from workshop.tui.widgets.writing import Writing
from workshop.words import _


class ConsentView(View):
    """Shows a place for other words once that button was pressed, with the words asked."""

    def __init__(self, turn: Consent) -> None:
        super().__init__()
        self._turn = turn

    def compose(self) -> ComposeResult:
        """Yield the place for other words, hidden at first."""
        how = _("Change the words, then send them.")
        hint = Static(literal(f"{how} {other_words_next()}"), classes="quiet")
        keys = enter_here(is_sealed=True, app=self.app)
        writing = Writing(self._turn.words, sealed=True, id="writing", hints=keys)
        hint.display = writing.display = False
        yield hint
        yield writing

    def boxes(self) -> Sequence[Writing]:
        """Return the place for other words."""
        return (self.query_one("#writing", Writing),)

    def first(self) -> Writing | None:
        """Return the place for other words, once it shows."""
        writing = self.query_one("#writing", Writing)
        return writing if writing.display else None

    @property
    def would_be_gone(self) -> bool:
        """Whether other words stand here than those asked about."""
        writing = self.first()
        return writing is not None and writing.answer.strip() != self._turn.words.strip()

    def open(self) -> None:
        """Show where to type other words."""
        self._show(True)
        self.query_one("#writing", Writing).focus(scroll_visible=False)

    def close(self) -> None:
        """Go back to the answers; the words asked about stand there again next time."""
        self.query_one("#writing", Writing).text = self._turn.words
        self._show(False)

    def _show(self, shown: bool) -> None:
        for part in self.children:
            part.display = shown

    def reply(self, place: int) -> Reply:  # noqa: ARG002  only one button takes words
        """Return the other words."""
        return OtherWords(text=self.query_one("#writing", Writing).answer)

    def on_text_area_changed(self, event: TextArea.Changed) -> None:
        """Keep it here: a consent is in no file before both are in."""
        event.stop()
