"""The view for one text, open or sealed."""

from collections.abc import Sequence

from textual.app import ComposeResult
from textual.widgets import TextArea

from workshop.core.course.session import Ask
from workshop.core.text import is_blank
from workshop.core.turns import Write, WriteSealed
from workshop.core.turns.reply import Reply, Words
from workshop.errors import Refused
from workshop.tui.turns.view import View, enter_here, nothing_typed
from workshop.tui.widgets.writing import Writing


class TextView(View):
    """A text; while it is open, the Desk hears of every change."""

    def __init__(self, ask: Ask, turn: Write | WriteSealed) -> None:
        super().__init__()
        self._ask, self._turn = ask, turn

    def compose(self) -> ComposeResult:
        """Yield the place to type."""
        hints = enter_here(self._sealed, self.app)
        yield Writing(self._ask.draft, sealed=self._sealed, id="writing", hints=hints)

    @property
    def _sealed(self) -> bool:
        return self._turn.privacy == "sealed"

    def begun(self) -> str | None:
        """Return the text, unless it is sealed."""
        return None if self._sealed else self.query_one("#writing", Writing).text

    def boxes(self) -> Sequence[Writing]:
        """Return the text."""
        return (self.first(),)

    def first(self) -> Writing:
        """Return the text."""
        return self.query_one("#writing", Writing)

    @property
    def would_be_gone(self) -> bool:
        """Whether anything is typed."""
        return bool(self.query_one("#writing", Writing).answer.strip())

    def reply(self, place: int) -> Reply:  # noqa: ARG002  only one button takes the text
        """Return the text; sealed, it may be blank."""
        text = self.query_one("#writing", Writing).answer
        if not self._sealed and is_blank(text):
            raise Refused(nothing_typed())
        return Words(text=text)

    def on_text_area_changed(self, event: TextArea.Changed) -> None:
        """Tell of open text."""
        event.stop()
        if not self._sealed:
            self.post_message(self.Typed())
