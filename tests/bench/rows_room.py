"""What has a goal within the room: a key, a turn."""

import re
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

from .measure import Row
from .rows import BARE_WRITING, PYTHON, SWITCHING, environment
from .terminal import Window

PROMPT = re.compile(r"Number \d+( again)? for (ALEX|SAM)\.|Screen \d+\.")
BACKSPACE = "\x7f"


class Pressing:
    """Presses a key in a program that goes on from one measurement to the next."""

    def __init__(self, argv: list[str], environment: Mapping[str, str], key: str) -> None:
        """Remember how to start it; it is started with the first press."""
        self._argv, self._environment, self._key = argv, environment, key
        self._window: Window | None = None

    def write(self) -> float:
        """Type a letter; return how many seconds it takes until it is on the screen.

        It is taken back after that: there is no room for fifty of them.
        """
        window = self._open(lambda text: "word word" in text)
        seconds = window.press(self._key, lambda text: self._key in text)
        window.press(BACKSPACE, lambda text: self._key not in text)
        return seconds

    def go_on(self) -> float:
        """Press it; return how many seconds it takes until something else is asked."""
        window = self._open(lambda text: PROMPT.search(text) is not None)
        there = _asked(window.text)
        return window.press(self._key, lambda text: _asked(text) not in ("", there))

    def end(self) -> None:
        """End it."""
        if self._window is not None:
            self._window.end()

    def _open(self, ready: Callable[[str], bool]) -> Window:
        if self._window is None:
            self._window = Window(self._argv, self._environment)
            self._window.shows(ready)
        self._window.rests(0.3)
        return self._window


def _asked(text: str) -> str:
    found = PROMPT.search(text)
    return found[0] if found else ""


def rows_of_the_room(where: Path) -> Iterator[Row]:
    """Yield the rows; what they need is made in `where`."""

    def opened(kind: str, entries: int, key: str, name: str) -> Pressing:
        program = [PYTHON, "-m", "tests.bench.room", kind, str(entries), str(where / name)]
        return Pressing(program, environment(where), key)

    writing, bare = opened("write", 0, "Z", "writing"), _bare(BARE_WRITING, where, "Z")
    yield Row("a key while writing", "a bare TextArea", 1.15, writing.write, bare.write)
    early, late = (opened("speak", entries, "\r", f"turns-{entries}") for entries in (5, 100))
    switch = _bare(SWITCHING, where, "\r")
    yield Row("a turn, saved, to the next", "a bare screen switch", 1.5, early.go_on, switch.go_on)
    yield Row("a turn at entry 100", "at entry 5", 1.2, late.go_on, early.go_on)
    for window in (writing, bare, early, late, switch):
        window.end()


def _bare(program: str, where: Path, key: str) -> Pressing:
    return Pressing([PYTHON, "-c", program], environment(where), key)
