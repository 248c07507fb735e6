"""A program on a pseudo-terminal, whose screen is read: how long until a text stands there."""

import os
import pty
import select
import signal
import struct
import sys
import termios
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from fcntl import ioctl
from time import perf_counter

import pyte

COLUMNS, LINES = 80, 24
PATIENCE = 60.0
"""Seconds after which a program that shows nothing is given up."""


@dataclass(frozen=True)
class Shown:
    """How a program came to show something.

    Attributes:
        seconds: from its start until it stood there.
        peak: the most memory that it held, in KiB.
    """

    seconds: float
    peak: int


class Window:
    """A program on a pseudo-terminal, and the screen that it draws."""

    def __init__(self, argv: Sequence[str], environment: Mapping[str, str]) -> None:
        """Start it."""
        self._screen = pyte.Screen(COLUMNS, LINES)
        self._reader = pyte.ByteStream(self._screen)
        self._began = perf_counter()
        self._child, self._terminal = pty.fork()
        if self._child == 0:
            try:
                os.execve(argv[0], list(argv), {**environment, "TERM": "xterm-256color"})
            finally:
                os._exit(127)  # where there is no such program
        size = struct.pack("HHHH", LINES, COLUMNS, 0, 0)
        ioctl(self._terminal, termios.TIOCSWINSZ, size)

    @property
    def text(self) -> str:
        """All that is on the screen."""
        return "\n".join(self._screen.display)

    def shows(self, wanted: Callable[[str], bool], since: float | None = None) -> float:
        """Wait until the screen is as `wanted`; return how many seconds that took.

        Args:
            wanted: whether a text is it.
            since: from when on; from its start when None.

        Raises:
            TimeoutError: it never was.
        """
        began = self._began if since is None else since
        while not wanted(self.text):
            if perf_counter() - began > PATIENCE or not self._read(1.0):
                raise TimeoutError(f"it never showed:\n{self.text}")
        return perf_counter() - began

    def press(self, keys: str, wanted: Callable[[str], bool]) -> float:
        """Press keys; return how many seconds it takes until the screen is as `wanted`."""
        began = perf_counter()
        os.write(self._terminal, keys.encode())
        return self.shows(wanted, began)

    def rests(self, seconds: float = 1.0) -> None:
        """Read what it draws for that long: a cursor that blinks never comes to rest."""
        until = perf_counter() + seconds
        while (left := until - perf_counter()) > 0 and self._read(left):
            pass

    def end(self) -> int:
        """End it; return the most memory that it held, in KiB."""
        os.kill(self._child, signal.SIGKILL)
        _pid, _status, used = os.wait4(self._child, 0)
        os.close(self._terminal)
        return used.ru_maxrss // (1024 if sys.platform == "darwin" else 1)

    def _read(self, patience: float) -> bool:
        ready, _write, _error = select.select([self._terminal], [], [], patience)
        if not ready:
            return True
        try:
            data = os.read(self._terminal, 65536)
        except OSError:
            return False
        self._reader.feed(data)
        return bool(data)


def until(argv: Sequence[str], text: str, environment: Mapping[str, str], then: str = "") -> Shown:
    """Start a program, wait until `text` is on its screen, and end it.

    Args:
        argv: the program and its words.
        text: what is waited for.
        environment: its environment.
        then: what is waited for once Enter was pressed there; nothing is pressed when empty.

    Raises:
        TimeoutError: it never was.
    """
    window = Window(argv, environment)
    try:
        seconds = window.shows(lambda shown: text in shown)
        if then:
            seconds += window.press("\r", lambda shown: then in shown)
            window.rests()  # what it holds is what it holds once all is done that it does by itself
    finally:
        peak = window.end()
    return Shown(seconds, peak)
