"""A program on a pseudo-terminal, whose screen is read: how long until a text stands there."""

import os
import pty
import select
import signal
import struct
import sys
import termios
from collections.abc import Mapping, Sequence
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


def until(argv: Sequence[str], text: str, environment: Mapping[str, str]) -> Shown:
    """Start a program, wait until `text` is on its screen, and end it.

    Raises:
        TimeoutError: it never was.
    """
    screen = pyte.Screen(COLUMNS, LINES)
    reader = pyte.ByteStream(screen)
    began = perf_counter()
    child, terminal = pty.fork()
    if child == 0:
        try:
            os.execve(argv[0], list(argv), {**environment, "TERM": "xterm-256color"})
        finally:
            os._exit(127)  # where there is no such program
    ioctl(terminal, termios.TIOCSWINSZ, struct.pack("HHHH", LINES, COLUMNS, 0, 0))
    try:
        while not any(text in row for row in screen.display):
            if perf_counter() - began > PATIENCE or not _read(terminal, reader):
                shown = "\n".join(screen.display)
                raise TimeoutError(f"{text!r} never showed:\n{shown}")
        seconds = perf_counter() - began
    finally:
        os.kill(child, signal.SIGKILL)
        _pid, _status, used = os.wait4(child, 0)
        os.close(terminal)
    peak = used.ru_maxrss // (1024 if sys.platform == "darwin" else 1)
    return Shown(seconds, peak)


def _read(terminal: int, reader: pyte.ByteStream) -> bool:
    ready, _write, _error = select.select([terminal], [], [], 1.0)
    if not ready:
        return True
    try:
        data = os.read(terminal, 65536)
    except OSError:
        return False
    reader.feed(data)
    return bool(data)
