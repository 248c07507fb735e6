"""The view for two circles, sealed, or open when they are typed from paper."""

from collections.abc import Sequence

from textual.app import ComposeResult
from textual.widgets import Static, TextArea

from workshop.core.course.session import Ask
from workshop.core.text import is_blank
from workshop.core.turns import CirclesOpen, CirclesSealed
from workshop.core.turns.reply import POINTS_LIMIT, Circled, Reply
from workshop.errors import Refused
from workshop.tui.text import literal
from workshop.tui.turns.view import View
from workshop.tui.widgets.writing import Writing
from workshop.words import _

CIRCLES = ("inner", "outer")
"""What the two places to type are called."""


class CirclesView(View):
    """Two lists, one point a line."""

    def __init__(self, ask: Ask, turn: CirclesSealed | CirclesOpen) -> None:
        super().__init__()
        self._turn = turn
        self._start = ask.circled or Circled()

    def compose(self) -> ComposeResult:
        """Yield both places to type, each under its question."""
        start = self._start
        yield Static(literal(self._turn.inner), classes="question")
        yield self._box("inner", start.inner)
        yield Static(literal(self._turn.outer), classes="question")
        yield self._box("outer", start.outer)

    def _box(self, circle: str, points: Sequence[str]) -> Writing:
        hints = (
            _("One on each line. Enter: the next. Tab goes on."),
            _("Enter: the next. Tab goes on."),
        )
        text = "\n".join(points)
        return Writing(text, sealed=self._sealed, id=circle, hints=hints, boxes=2)

    def boxes(self) -> Sequence[Writing]:
        """Return both circles."""
        return (self.first(), self.query_one("#outer", Writing))

    def first(self) -> Writing:
        """Return the inner circle."""
        return self.query_one("#inner", Writing)

    def to_mend(self) -> Writing:
        """Return the first circle that holds more points than it may."""
        full = [name for name in CIRCLES if len(self._typed(name)) > POINTS_LIMIT]
        return self.query_one(f"#{full[0]}", Writing) if full else self.first()

    @property
    def _sealed(self) -> bool:
        return self._turn.privacy == "sealed"

    def begun(self) -> Circled | None:
        """Return both circles, unless they are sealed, or hold more points than they may."""
        inner, outer = self._typed("inner"), self._typed("outer")
        if self._sealed or max(len(inner), len(outer)) > POINTS_LIMIT:
            return None
        return Circled(inner=inner, outer=outer)

    @property
    def would_be_gone(self) -> bool:
        """Whether there is a point in either circle."""
        return bool(self._typed("inner") or self._typed("outer"))

    def reply(self, place: int) -> Reply:  # noqa: ARG002  only one button takes the circles
        """Return both circles."""
        return Circled(inner=self._points("inner"), outer=self._points("outer"))

    def on_text_area_changed(self, event: TextArea.Changed) -> None:
        """Tell of open circles; sealed ones are in no file before both are open."""
        event.stop()
        if not self._sealed:
            self.post_message(self.Typed())

    def _points(self, circle: str) -> tuple[str, ...]:
        points = self._typed(circle)
        if len(points) > POINTS_LIMIT:
            raise Refused(
                _("A circle holds up to {most} points; take some out.").format(most=POINTS_LIMIT)
            )
        return points

    def _typed(self, circle: str) -> tuple[str, ...]:
        lines = self.query_one(f"#{circle}", Writing).answer.split("\n")
        return tuple(line for line in lines if not is_blank(line))
