"""A clock on the wall: how long somebody has talked. It ticks every five seconds, if at all."""

from collections.abc import Callable, Sequence

from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.timer import Timer
from textual.widgets import ProgressBar, Static

from workshop.cards.marks import minutes, with_sum
from workshop.core.people import Pair
from workshop.core.turns import SpeakingTime
from workshop.tui.text import literal
from workshop.tui.widgets.names import MARKS

TICK = 5
"""Seconds between two movements of the bar."""
BAR = 30
"""How many cells the longest bar has."""


class Time(Horizontal):
    """How much of the suggested time has gone by. Nothing happens when it is over."""

    def __init__(self, gone: Callable[[], int], suggested: int) -> None:
        super().__init__(id="time")
        self._gone, self._suggested = gone, suggested
        self._ticking: Timer | None = None

    def compose(self) -> ComposeResult:
        """Yield the bar and the figures."""
        yield ProgressBar(total=self._suggested, show_eta=False, show_percentage=False)
        yield Static("", id="figures")

    def on_mount(self) -> None:
        """Show it, and again every few seconds."""
        self.tick()
        self._ticking = self.set_interval(TICK, self.tick)

    def begin_again(self, other: "Time") -> None:
        """Show the time of another turn from now on, that `other` would show."""
        self._gone, self._suggested = other._gone, other._suggested
        self.query_one(ProgressBar).total = self._suggested
        self.tick()
        if self._ticking is not None:
            self._ticking.reset()

    def tick(self) -> None:
        """Show the time that has gone by."""
        gone = self._gone() // TICK * TICK
        self.query_one(ProgressBar).update(progress=min(gone, self._suggested))
        self.query_one("#figures", Static).update(f"{minutes(gone)} / {minutes(self._suggested)}")


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
