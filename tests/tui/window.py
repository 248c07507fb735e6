"""The room in a process of its own, on a pseudo-terminal whose screen can be read."""

import os
import re
import select
import sys
import termios
import time
from collections.abc import Mapping, Sequence
from pathlib import Path

import pexpect
import pyte

SECONDS = 120
"""How long anything may take before a test fails."""
LONG = 10
"""After how many seconds without anything new a click was lost, between two screens."""
LEFT = "\x1b[?1049l"
"""Leaves the alternate screen."""

PROGRAM = """
import sys, time
from datetime import date
from random import Random
from workshop.cli import main

class Clock:
    def today(self):
        return date(2026, 11, 23)
    def seconds(self):
        return time.monotonic()

{more}
sys.exit(main({argv!r}, Clock(), Random(7)))
"""


class Window:
    """One window with the room in it.

    Attributes:
        stream: everything that was sent to the terminal.
    """

    def __init__(
        self,
        data: Path,
        argv: Sequence[str],
        more: str = "",
        *,
        through: Sequence[str] = (),
        around: Mapping[str, str] | None = None,
    ) -> None:
        """Open a window.

        Args:
            data: where workshops are kept.
            argv: the words after `workshop`.
            more: what the program does before it begins.
            through: a program that runs ours, and its words.
            around: more of the environment.
        """
        kept = {
            name: os.environ[name] for name in ("PATH", "HOME", "PYTHONPATH") if name in os.environ
        }
        self.stream = ""
        self._screen = pyte.Screen(80, 24)
        self._reader = pyte.Stream(self._screen)
        said = PROGRAM.format(more=more, argv=["--data", str(data), *argv])
        first, *words = [*through, sys.executable, "-c", said]
        self.child = pexpect.spawn(
            first,
            words,
            env={
                **kept,
                "TERM": "xterm-256color",
                "LANG": "C.UTF-8",
                **(around or {}),
            },
            encoding="utf-8",
            dimensions=(24, 80),
            use_poll=True,  # select() cannot wait for descriptors above 1,023
        )
        self.child.delaybeforesend = None
        self.child.ptyproc.delayafterclose = 0

    @property
    def text(self) -> str:
        """What is on the screen."""
        return "\n".join(self._screen.display)

    def wait(self, text: str) -> None:
        """Wait until `text` is on the screen."""
        deadline = time.monotonic() + SECONDS
        while text not in self.text:
            assert time.monotonic() < deadline, f"{text!r} never shows:\n{self.text}"
            if not self._read():
                raise AssertionError(f"it ended before {text!r} showed:\n{self.text}")

    def goes_on(self) -> bool:
        """Wait until more is drawn, or nothing was for long. Returns False where it has ended."""
        try:
            return self._read(LONG)
        except pexpect.TIMEOUT:
            return True

    def _read(self, seconds: float = SECONDS) -> bool:
        try:
            part = self.child.read_nonblocking(4096, timeout=seconds)
        except (pexpect.EOF, OSError):
            return False
        self.stream += part
        self._reader.feed(part)
        return True

    def press(self, keys: str, then: str) -> None:
        """Send keys, and wait until `then` is on the screen."""
        self.child.send(keys)
        self.wait(then)

    def click(self, label: str) -> None:
        """Click on what is called `label`, the lowest of that name."""
        row = max(y for y, line in enumerate(self._screen.display) if label in line)
        place = f"0;{self._screen.display[row].index(label) + 1};{row + 1}"
        self.child.send(f"\x1b[<{place}M\x1b[<{place}m")

    def ended(self) -> int:
        """Wait for the end. Returns the exit code."""
        deadline = time.monotonic() + SECONDS
        while self._read():  # a cursor that blinks is more to read
            assert time.monotonic() < deadline, f"it does not end:\n{self.text}"
        self.child.wait()
        status = self.child.exitstatus
        assert isinstance(status, int), f"ended by signal {self.child.signalstatus}"
        return status

    def hang_up(self) -> int:
        """Close the window. Returns the exit code."""
        watched = os.pidfd_open(self.child.pid)
        self.child.ptyproc.fileobj.close()
        self.child.ptyproc.closed = self.child.closed = True
        try:
            end = select.poll()
            end.register(watched, select.POLLIN)
            assert end.poll(SECONDS * 1000), "it goes on without a window"
        finally:
            os.close(watched)
        return os.waitstatus_to_exitcode(os.waitpid(self.child.pid, 0)[1])

    @property
    def is_restored(self) -> bool:
        """Whether the terminal echoes, takes lines, shows its cursor and the usual screen."""
        modes = termios.tcgetattr(self.child.child_fd)[3]
        return (
            bool(modes & termios.ECHO and modes & termios.ICANON)
            and LEFT in self.stream
            and self.stream.rfind("\x1b[?25h") > self.stream.rfind("\x1b[?25l")
            and self.stream.rfind("\x1b[?1000l") > self.stream.rfind("\x1b[?1000h")
        )

    @property
    def afterwards_in_words(self) -> str:
        """What is shown once the room is left."""
        shown = self.stream.rpartition(LEFT)[2]
        return " ".join(re.sub(r"\x1b[\[=>?][0-9;?<>=u]*[a-zA-Z]?", "", shown).split())
