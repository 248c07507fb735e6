"""What has a goal in the caseload: its first screen, a key that finds, and memory."""

from collections.abc import Callable, Iterator
from pathlib import Path

from .measure import Row
from .rows import PYTHON, WORKSHOP, environment
from .terminal import Shown, Window, until

FRAME = 1 / 60
"""How long Textual has a screen stand at least before it paints another, in seconds."""
BARE_FINDING = """
from textual.app import App
from textual.widgets import Input
class Bare(App):
    def compose(self):
        yield Input("It stands here.", select_on_focus=False)
Bare().run()
"""
MANY, NONE = "0999", "Which workshop?"
"""What is waited for with a thousand workshops, and with none."""


class Finding:
    """Types a letter where one finds, in a program that goes on between measurements."""

    def __init__(self, argv: list[str], data: Path, before: str, after: str) -> None:
        """Remember how to start it, and what stands on its screen before and after the letter."""
        self._argv, self._data, self._before, self._after = argv, data, before, after
        self._window: Window | None = None

    def write(self) -> float:
        """Type a letter, which is taken back after; return how many seconds until it is seen."""
        if self._window is None:
            self._window = Window(self._argv, environment(self._data))
            self._window.shows(lambda text: self._before in text)
        self._window.rests(0.3)
        seconds = self._window.press("7", lambda text: self._after in text)
        self._window.press("\x7f", lambda text: self._after not in text and self._before in text)
        return seconds

    def end(self) -> None:
        """End it."""
        if self._window is not None:
            self._window.end()


def rows_of_the_caseload(where: Path) -> Iterator[Row]:
    """Yield the rows; what they need was made in `where` for those before."""
    none, thousand = where / "none", where / "1000"
    argv = [*WORKSHOP, "caseload"]

    def first(data: Path, text: str) -> Callable[[], float]:
        return lambda: until(argv, text, environment(data)).seconds

    def rested(data: Path, text: str) -> Shown:
        window = Window(argv, environment(data))
        try:
            seconds = window.shows(lambda shown: text in shown)
            window.rests(3.0)  # until all are read
        finally:
            peak = window.end()
        return Shown(seconds, peak)

    yield Row("caseload, 1,000 saved", "none saved", 1.2, first(thousand, MANY), first(none, NONE))
    found = Finding(argv, thousand, "1000 workshops", "271 of 1000 workshops")
    bare = Finding([PYTHON, "-c", BARE_FINDING], none, "It stands here.", "here.7")
    yield Row(
        "a key that finds, 1,000 saved",
        "a key in a bare Input, and a frame",
        1.0,
        found.write,
        lambda: bare.write() + FRAME,
    )
    found.end(), bare.end()
    yield Row(
        "its peak memory, 1,000 saved",
        "none saved",
        1.2,
        lambda: rested(thousand, MANY).peak,
        lambda: rested(none, NONE).peak,
    )
