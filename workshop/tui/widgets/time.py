"""A clock on the wall: how long somebody has talked. It ticks every five seconds, if at all."""

from collections.abc import Callable, Sequence

from rich.cells import cell_len
from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.style import Style
from textual.timer import Timer
from textual.widget import Widget
from textual.widgets import Static

from workshop.cards.marks import minutes, time_is_up, with_sum
from workshop.core.people import Pair
from workshop.core.turns import SpeakingTime
from workshop.tui.text import literal
from workshop.tui.widgets.names import MARKS

TICK = 5
"""Seconds between two movements of the bar."""
BAR = 30
"""How many cells the longest bar has that says how long somebody spoke."""
MOST = 50
"""How many columns the bar of a turn takes at most."""
DONE, HALF_DONE, HALF_LEFT = "━", "╸", "╺"
"""A column of a bar; half of one, where it ends; the other half, where the rest begins."""


class Time(Widget):
    """How much of the suggested time has gone by. When it is over it says so, and nothing else.

    Drawn as one part: Textual's own bar has two, and looks sixteen times a second what to show.
    """

    ALLOW_SELECT = False
    COMPONENT_CLASSES = {"time--gone", "time--left"}  # noqa: RUF012  Textual's own form

    def __init__(self, gone: Callable[[], int], suggested: int) -> None:
        super().__init__(id="time")
        self._gone, self._suggested = gone, suggested
        self._shown = 0  # how many seconds of it
        self._ticking: Timer | None = None

    def on_mount(self) -> None:
        """Show it, and again every few seconds."""
        self.tick()
        self._ticking = self.set_interval(TICK, self.tick)

    def begin_again(self, other: "Time") -> None:
        """Show the time of another turn from now on, that `other` would show."""
        self._gone, self._suggested = other._gone, other._suggested
        self.tick()
        if self._ticking is not None:
            self._ticking.reset()

    def tick(self) -> None:
        """Show the time that has gone by."""
        self._shown = self._gone() // TICK * TICK
        self.refresh()

    def render(self) -> Content:
        """Return the bar, and the figures beside it."""
        figures = f"  {minutes(self._shown)} / {minutes(self._suggested)}"
        if self._shown >= self._suggested:
            figures += "  " + time_is_up()
        columns = max(0, min(MOST, self.size.width - cell_len(figures)))
        halves = min(2 * columns, 2 * columns * self._shown // self._suggested)
        gone, half = divmod(halves, 2)
        left = columns - gone - half
        begun = bool(left) and bool(halves) and not half
        return Content.assemble(
            (DONE * gone + HALF_DONE * half, self._look("gone")),
            (HALF_LEFT * begun + DONE * (left - begun), self._look("left")),
            figures,
        )

    def _look(self, part: str) -> Style:
        return self.get_visual_style(f"time--{part}", partial=True)


class Times(Vertical):
    """How long each spoke, as two bars for each exercise, and in all."""

    def __init__(self, times: Sequence[SpeakingTime], pair: Pair) -> None:
        super().__init__(id="times")
        self._rows = with_sum(times)
        self._pair = pair

    def compose(self) -> ComposeResult:
        """Yield a title and two bars, again and again, all to the same measure."""
        longest = max(1, *(max(row.left, row.right) for row in self._rows))
        for row in self._rows:
            yield Static(literal(row.title), classes="question")
            for side, seconds in (("left", row.left), ("right", row.right)):
                name = self._pair.left if side == "left" else self._pair.right
                mark = MARKS.left if side == "left" else MARKS.right
                with Horizontal(classes="spoke"):
                    yield Static(literal(f"{mark} {name}"), classes="name")
                    bar = "━" * round(BAR * seconds / longest)
                    yield Static(literal(f"{bar} {minutes(seconds)}"), classes=side)
