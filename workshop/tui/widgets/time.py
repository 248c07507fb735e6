"""A clock on the wall: how long somebody has talked. It ticks every five seconds, if at all."""

from collections.abc import Callable

from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.widgets import ProgressBar, Static

TICK = 5
"""Seconds between two movements of the bar."""


class Time(Horizontal):
    """How much of the suggested time has gone by. Nothing happens when it is over."""

    def __init__(self, gone: Callable[[], int], suggested: int) -> None:
        super().__init__(id="time")
        self._gone, self._suggested = gone, suggested

    def compose(self) -> ComposeResult:
        """Yield the bar and the figures."""
        yield ProgressBar(total=self._suggested, show_eta=False, show_percentage=False)
        yield Static("", id="figures")

    def on_mount(self) -> None:
        """Show it, and again every few seconds."""
        self.tick()
        self.set_interval(TICK, self.tick)

    def tick(self) -> None:
        """Show the time that has gone by."""
        gone = self._gone() // TICK * TICK
        self.query_one(ProgressBar).update(progress=min(gone, self._suggested))
        self.query_one("#figures", Static).update(f"{_clock(gone)} / {_clock(self._suggested)}")


def _clock(seconds: int) -> str:
    return f"{seconds // 60}:{seconds % 60:02}"
