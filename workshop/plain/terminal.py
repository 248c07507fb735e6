"""Lines out and lines in: wraps, reads, tells commands from text, and clears what was sealed."""

import contextlib
import difflib
import os
import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import TextIO

from workshop.core.text import clean
from workshop.doors import CLEAR
from workshop.errors import NotPrinted
from workshop.plain import editing
from workshop.plain.commands import (
    COMMANDS,
    LIKE_A_COMMAND,
    NAMES,
    Command,
    CommandName,
    EndOfInput,
)
from workshop.plain.parts import Parts, more, paragraphs, wrapped
from workshop.plain.signals import Signals, Suspended
from workshop.words import _

WIDTH = 76
END = "."
"""The line that ends a text."""
LONGEST = 1023 if sys.platform == "darwin" else 4095
"""The most bytes of one line that a real terminal hands over; it drops the rest without a word."""
PROMPT = "> "


def as_heading(text: str) -> str:
    """Return `text` as it stands above what belongs to it."""
    return text + ("" if text[-1] in ".?!:" else ":")


class Terminal:
    """What one line-by-line conversation is held over.

    Attributes:
        sealed: whether what is asked now is sealed: then it is cleared before anybody else looks.
        tells: what is said to a command in its place, so that whoever typed it types on; None where
            that command is not answered there.
    """

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
        self.sealed = False
        self.tells: Callable[[CommandName], Sequence[str] | None] = lambda _name: None
        self._is_typed, self._is_window = source.isatty(), sink.isatty()
        self._real = self._is_window and environment.get("TERM", "dumb") != "dumb"
        self._edited = editing.reader(source, sink) if self._real else None
        self._parts = Parts(breaks=self._is_typed)
        self._width, self._columns = WIDTH, WIDTH + 3
        if sink.isatty():
            with contextlib.suppress(OSError, ValueError):
                columns = os.get_terminal_size(sink.fileno()).columns
                self._width = max(20, min(WIDTH, columns - 1))
                self._columns = max(20, min(WIDTH + 3, columns - 1))

    def say(self, text: str = "", indent: str = "", head: str = "") -> None:
        """Print `text`, wrapped; its own line breaks stay, and no long word is cut.

        Where it is long, the rest comes before the next line is read, in parts. A heading, `head`,
        comes in the same part as what begins below it.
        """
        width = min(self._width + len(indent), self._columns)
        above = wrapped(clean(head), indent[:2], width) if head else ""
        for paragraph in paragraphs(clean(text)):  # the name of a folder may hold what acts
            self._put(self._parts.take(above + wrapped(paragraph, indent, width)))
            above = ""
        self._flush()

    def say_the_rest(self) -> None:
        """Print what is left to say, with no break: nobody is asked anything after it."""
        self._put("".join(self._parts.rest()))
        self._flush()

    @contextlib.contextmanager
    def asking(self, prompt: str, *, beside: bool = False) -> Iterator[None]:
        """Say `prompt` to whoever asks where they are, `beside` what is said of it already."""
        before = self.tells

        def tells(name: CommandName) -> Sequence[str] | None:
            told = before(name)
            if name == "where" and not (beside and told):
                return [prompt]
            return [*told, prompt] if beside and told and prompt else told

        self.tells = tells
        try:
            yield
        finally:
            self.tells = before

    @property
    def real(self) -> bool:
        """Whether somebody looks at a screen that scrolls, and can be cleared."""
        return self._real

    def clear(self) -> None:
        """On a real terminal, clear the screen and what can be scrolled back to."""
        self._parts.let_go()
        if self._real:
            self._put(CLEAR)
            self._flush()

    def forget_keys(self) -> None:
        """Throw away what was typed before it was asked for, where somebody types."""
        if self._source.isatty():
            editing.forget_keys(self._source)

    def line(self, *, unseen: bool = False, early: bool = False) -> str:
        """Return the next line, cleaned, without its end.

        Args:
            unseen: whether it is not shown as it is typed, where it could not be cleared.
            early: whether it can be typed before all was said: nothing is decided by that.

        Raises:
            Command: the line is one of the commands, whatever its case and the space around it.
            EndOfInput: there are no more lines.
            Stopped: a signal came.
            Suspended: there was a rest at something sealed.
        """
        line = self._say_in_parts(early=early) or self._uncommanded(unseen)
        word = line.strip().casefold()
        if word.startswith("::") and LIKE_A_COMMAND.fullmatch(word[1:]):
            return line.strip()[1:]
        if LIKE_A_COMMAND.fullmatch(word):
            return self._asked_about(line.strip())
        return line

    def _say_in_parts(self, *, early: bool) -> str:
        """Say what is left; before each part somebody presses Enter.

        Returns what they typed instead, where it can be typed `early`; else nothing.

        Raises:
            Command: a command was typed instead.
        """
        first, *others = self._parts.rest()
        self._put(first)
        for number, part in enumerate(others, start=2):
            while True:
                how = more(number, len(others) + 1)
                self._put(how + "\n")
                with self.asking(how, beside=True):
                    typed = self._uncommanded()
                if early and typed.strip():
                    return typed
                if not typed.strip():
                    break
            self._put(part)
        return ""

    @property
    def is_typed(self) -> bool:
        """Whether somebody types the replies."""
        return self._is_typed

    def passphrase(self) -> str:
        """Return the next line as it was typed, without ever showing it.

        Raises:
            Command: the line is one of the commands.
            EndOfInput: there are no more lines.
            Stopped: a signal came.
        """
        line = self._read(unseen=True, covered=True)
        if line in NAMES:
            raise Command(NAMES[line])
        return line

    def _asked_about(self, said: str) -> str:
        """Ask whether a line that looks like a command is one.

        Raises:
            Command: it is.
        """
        near = difflib.get_close_matches(said.casefold(), COMMANDS, n=3, cutoff=0.5)
        self.say(_("Is that a command? “{line}” is not one.").format(line=said))
        for place, command in enumerate(near, start=1):
            self.say(f"  {place}: {command}")
        last = str(len(near) + 1)
        self.say(f"  {last}: " + _("No, it is what I want to say"))
        while True:
            answer = self._uncommanded().strip().casefold()
            if answer == last:
                return said
            if answer in map(str, range(1, len(near) + 1)):
                raise Command(NAMES[near[int(answer) - 1]])
            self.say(_("Type a number from 1 to {most}.").format(most=last))

    def _uncommanded(self, unseen: bool = False) -> str:
        """Return the next line that is no command which is answered in its place.

        Raises:
            Command: it is another command.
        """
        while (name := NAMES.get((line := self._whole(unseen)).strip().casefold())) is not None:
            if (told := self.tells(name)) is None:
                raise Command(name)
            for sentence in told:
                self.say(sentence)
        return line

    def _whole(self, unseen: bool) -> str:
        """Return the next line, all of it."""
        line = self._read(unseen)
        while self._is_cut(line):
            self.say(
                _(
                    "That line was longer than a terminal takes, so its end is missing. The line"
                    " was not taken. Type it as several shorter lines."
                )
            )
            line = self._read(unseen)
        return clean(line)

    def _is_cut(self, line: str) -> bool:
        """Whether a terminal that edits no line itself has dropped the end of it."""
        is_typed = self._source.isatty() and self._edited is None
        return is_typed and len(line.encode(errors="replace")) >= LONGEST

    def _read(self, unseen: bool, covered: bool = False) -> str:
        while True:
            self._flush()
            self._parts.let_go()
            try:
                with self._reading():
                    line = self._signals.wait(self._reader(unseen, covered))
            except Suspended as suspended:
                if self.sealed:
                    self.clear()
                if suspended.rests:
                    self._signals.rest()
                if self.sealed:
                    raise
                continue
            if not line:
                self._signals.check()  # a window that closes ends the input as well
                if self._is_typed and not self._source.isatty():
                    self._signals.hang_up()  # its signal is still on the way
                self._put("\n")
                raise EndOfInput
            return line.rstrip("\r\n")

    def _reader(self, unseen: bool, covered: bool) -> Callable[[], str]:
        """Return what reads a line, after the prompt; it returns "" where there are no more."""
        if self._edited is not None and not covered:
            return lambda: self._edited(PROMPT) if self._edited else ""
        if (covered or (unseen and not self._real)) and self._source.isatty():
            return lambda: editing.unseen(self._source, self._sink, PROMPT)
        self._put(PROMPT)
        self._flush()
        return self._source.readline

    def _put(self, text: str) -> None:
        with self._printing():
            self._sink.write(text)

    def _flush(self) -> None:
        with self._printing():
            self._sink.flush()

    @contextlib.contextmanager
    def _reading(self) -> Iterator[None]:
        """Take it for a closed window when nothing can be read any more."""
        try:
            yield
        except OSError:
            self._signals.hang_up()

    @contextlib.contextmanager
    def _printing(self) -> Iterator[None]:
        """Take it for a closed window when nothing can be shown any more.

        Raises:
            NotPrinted: it is no window, but a file, say, on a disk that is full.
        """
        try:
            yield
        except BrokenPipeError:
            raise  # nobody reads our lines: that is no window
        except OSError as error:
            if self._is_window:
                self._signals.hang_up()
            raise NotPrinted(error) from None
