"""Lines out and lines in: wraps, reads, tells commands from text, and clears what was sealed."""

import contextlib
import os
import sys
import textwrap
from collections.abc import Iterator, Mapping
from typing import TextIO

from workshop.plain.signals import Signals
from workshop.words import _

WIDTH = 76
COMMANDS = (
    ":pass",
    ":back",
    ":pause",
    ":paper",
    ":readings",
    ":agreement",
    ":lines",
    ":help",
    ":hide",
    ":quit",
)
END = "."
"""The line that ends a text."""
LONGEST = 1023 if sys.platform == "darwin" else 4095
"""The most bytes of one line that a real terminal hands over; it drops the rest without a word."""
CLEAR = "\x1b[2J\x1b[3J\x1b[H"
"""Clears the screen and what can be scrolled back to."""


class Command(Exception):
    """A line was exactly one of the commands.

    Attributes:
        name: the command, without its colon.
    """

    def __init__(self, name: str) -> None:
        super().__init__(name)
        self.name = name


class EndOfInput(Exception):
    """There are no more lines."""


class Terminal:
    """What one line-by-line conversation is held over."""

    def __init__(
        self, source: TextIO, sink: TextIO, environment: Mapping[str, str], signals: Signals
    ) -> None:
        """Hold a conversation over two streams.

        Args:
            source: where replies come from, a line each.
            sink: where prompts go.
            environment: `TERM` and `COLUMNS` are read from it.
            signals: what may stop the waiting.
        """
        self._source, self._sink, self._signals = source, sink, signals
        self._real = sink.isatty() and environment.get("TERM", "dumb") != "dumb"
        self._width = WIDTH
        if sink.isatty():
            with contextlib.suppress(OSError, ValueError):
                self._width = max(20, min(WIDTH, os.get_terminal_size(sink.fileno()).columns - 1))

    def say(self, text: str = "", indent: str = "") -> None:
        """Print `text`, wrapped; its own line breaks stay, and no long word is cut."""
        for line in text.split("\n"):
            wrapped = textwrap.wrap(
                line,
                self._width,
                initial_indent=indent,
                subsequent_indent=indent,
                break_long_words=False,
                break_on_hyphens=False,
                replace_whitespace=False,
                drop_whitespace=True,
            )
            self._put(("\n".join(wrapped) if wrapped else indent.rstrip()) + "\n")
        self._flush()

    @property
    def real(self) -> bool:
        """Whether somebody looks at a screen that scrolls."""
        return self._real

    def clear(self) -> None:
        """On a real terminal, clear the screen and what can be scrolled back to."""
        if self._real:
            self._put(CLEAR)
            self._flush()

    def line(self) -> str:
        """Return the next line, without its end.

        Raises:
            Command: the line is exactly one of the commands.
            EndOfInput: there are no more lines.
            Stopped: a signal came.
        """
        line = self._read()
        while self._source.isatty() and len(line.encode(errors="replace")) >= LONGEST:
            self.say(
                _(
                    "That line was longer than a terminal takes, so its end is missing. The line"
                    " was not taken. Type it as several shorter lines."
                )
            )
            line = self._read()
        if line in COMMANDS:
            raise Command(line[1:])
        if line.startswith("::") and line[1:] in COMMANDS:
            return line[1:]
        return line

    def _read(self) -> str:
        self._put("> ")
        self._flush()
        with self._window():
            line = self._signals.wait(self._source.readline)
        if not line:
            self._signals.check()  # a window that closes ends the input as well
            self._put("\n")
            raise EndOfInput
        return line.rstrip("\r\n")

    def _put(self, text: str) -> None:
        with self._window():
            self._sink.write(text)

    def _flush(self) -> None:
        with self._window():
            self._sink.flush()

    @contextlib.contextmanager
    def _window(self) -> Iterator[None]:
        """Take it for a closed window when nothing can be shown or read any more."""
        try:
            yield
        except BrokenPipeError:
            raise  # nobody reads our lines: that is no window
        except OSError:
            self._signals.hang_up()
