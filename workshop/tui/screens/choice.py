"""What both choose beside the turns: the map, half done, pause, leave, how to answer, not saved."""

from collections.abc import Iterable, Sequence

from textual.widget import Widget
from textual.widgets import Input, Static

from workshop.desk import Choice, Chosen, Desk
from workshop.errors import Refused
from workshop.tui.messages import Answered
from workshop.tui.screens.room import Room
from workshop.tui.text import literal
from workshop.tui.widgets.drawing import Drawing, then_and_now


class ChoiceScreen(Room):
    """A question, what matters for it, and the options below each other; none is preselected."""

    upright = True
    enter = False

    def __init__(self, desk: Desk, choice: Choice) -> None:
        super().__init__()
        self._desk, self._choice = desk, choice
        self.title_line = desk.title

    def body(self) -> Iterable[Widget]:
        """Return the lines, the question, and a line to type on where an option wants one."""
        yield Static(literal(self._choice.prompt), id="prompt")
        for drawn in self._choice.drawn:
            yield Static(literal(drawn.title), classes="heading")
            yield Drawing(drawn.pictures[0].axes, then_and_now(drawn), self._desk.pair)
        if self._choice.lines:
            yield Static(literal("\n".join(self._choice.lines)), classes="quiet")
        for option in self._choice.options:
            if option.asks_for:
                yield Static(literal(option.asks_for), classes="quiet")
                yield Input(id=f"for-{option.key}", compact=True)

    def labels(self) -> Sequence[str]:
        """Return what there is to choose."""
        return [option.label for option in self._choice.options]

    def pressed(self, place: int) -> None:
        """Choose."""
        option = self._choice.options[place]
        text = self.query_one(f"#for-{option.key}", Input).value if option.asks_for else ""
        try:
            self._desk.reply(Chosen(option.key, text))
        except Refused as refused:
            self.tell(refused.sentence)
            return
        self.post_message(Answered())
