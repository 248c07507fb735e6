"""Buttons in words, one row without borders: the main way to answer."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import islice

from rich.cells import cell_len
from textual.app import ComposeResult
from textual.containers import Container
from textual.message import Message
from textual.widget import Widget

from workshop.cards.finding import meant_by
from workshop.tui.text import literal
from workshop.tui.widgets.button import Button

ROW = 74
"""How many columns a row of buttons has, where the guide's panel stands beside it too."""
AROUND = 8
"""How many columns a button takes beside its words."""


def _fit_in_a_row(labels: Sequence[str]) -> bool:
    """Whether all of these buttons are in sight beside each other: with long names some are not."""
    return sum(cell_len(label) + AROUND for label in labels) <= ROW + 2


class Answers(Container):
    """A row of buttons, or a column where the terminal is narrow, or they are too long for a row.

    With `enter`, the first one has the focus, so that anybody's Enter goes on. Without it none has:
    nothing is preselected, and `equal` makes all of one size.
    """

    class Pressed(Message):
        """A button was pressed.

        Attributes:
            place: which one, from 0.
            since: when, on the clock of the events.
        """

        def __init__(self, place: int, since: float) -> None:
            super().__init__()
            self.place, self.since = place, since

    def __init__(self, labels: Sequence[str], *, enter: bool, equal: bool, upright: bool) -> None:
        many = not (equal or _fit_in_a_row(labels))
        kinds = {"equal": equal, "upright": upright or many, "enter": enter, "many": many}
        super().__init__(id="answers", classes=" ".join(kind for kind, on in kinds.items() if on))
        self._labels, self.enter = labels, enter
        self._after_first: tuple[Widget, ...] = ()

    def put_after_first(self, *parts: Widget) -> None:
        """Have something else between the first button and the others, before it is shown."""
        self._after_first = parts

    def compose(self) -> ComposeResult:
        """Yield the buttons."""
        buttons = self._buttons(0)
        yield from islice(buttons, 1)
        yield from self._after_first
        yield from buttons

    def _buttons(self, begin: int) -> Iterator[Button]:
        for place, label in islice(enumerate(self._labels), begin, None):
            yield Button(literal(label), f"answer-{place}")

    @property
    def _shown(self) -> list[Button]:
        """The buttons that can be pressed now, in order."""
        return [one for one in self._there if one.display and not one.disabled]

    @property
    def _stands_upright(self) -> bool:
        """Whether the buttons stand below each other."""
        return len({button.region.x for button in self._shown}) <= 1

    def go_by(self, key: str, character: str) -> bool:
        """Go to the button that an arrow, a number or a first letter means; return whether any.

        Words that somebody types, where nothing is typed, end on no button: an Enter behind them
        presses none, unless Enter alone would go on here.
        """
        buttons = self._shown
        here = next((place for place, one in enumerate(buttons) if one.has_focus), None)
        steps = {"left": -1, "right": 1}
        if self._stands_upright and here is not None:
            steps |= {"up": -1, "down": 1}
        if step := steps.get(key):
            return self._step(step)
        meant = meant_by([str(one.label) for one in buttons], character, here)
        if meant:
            buttons[meant[0]].focus()
        elif character.isalnum() and here is not None and not self.enter:
            self.screen.set_focus(None)
        return bool(meant)

    def _step(self, by: int) -> bool:
        """Go to the next part that takes keys, or the one before; return whether there is one."""
        parts = [one for one in self.children if one.focusable]
        here = next((place for place, one in enumerate(parts) if one.has_focus), None)
        there = by + ((-1 if by > 0 else len(parts)) if here is None else here)
        if not 0 <= there < len(parts):
            return False
        parts[there].focus()
        return True

    def rename(self, place: int, label: str) -> None:
        """Let a button say something else, and make room for it."""
        button = self._there[place]
        if str(button.label) != label:
            button.label = literal(label)
            button.refresh(layout=True)

    @property
    def _there(self) -> list[Button]:
        """The buttons that are there, by place."""
        return [part for part in self.children if isinstance(part, Button)]

    def say(self, other: "Answers") -> None:
        """Say what `other` would, which has its buttons in the same way; none has been pressed."""
        self._labels = other._labels
        for kind in ("upright", "many"):
            self.set_class(other.has_class(kind), kind)
        buttons = self._there
        for place, button in enumerate(buttons):
            button.display = place < len(self._labels)
            button.let_go()  # else it would take no second press
        self.mount_all(self._buttons(len(buttons)))
        self.show_all()

    def show_only(self, labels: Mapping[int, str]) -> None:
        """Show the buttons at these places, saying this, and hide the others."""
        for place, button in enumerate(self._there[: len(self._labels)]):
            button.display = place in labels
            self.rename(place, labels.get(place, self._labels[place]))

    def show_all(self) -> None:
        """Show every button as it was at first."""
        self.show_only(dict(enumerate(self._labels)))

    def on_button_pressed(self, event: Button.Pressed) -> None:
        """Say which button it was."""
        event.stop()
        places = (place for place, one in enumerate(self._there) if one is event.button)
        self.post_message(self.Pressed(next(places), event.time))
