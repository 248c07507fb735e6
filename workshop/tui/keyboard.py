"""What a terminal sends, before Textual reads it: bytes become text and whole, known sequences.

A byte that is no UTF-8, a report of the mouse in the old form, half a sequence, and one that nobody
knows are read as nothing: Textual's own reader ends the program at the first two, and types the
others as text. Nothing here knows a screen.
"""

import re
from codecs import getincrementaldecoder
from collections.abc import Iterator
from functools import lru_cache

from textual._xterm_parser import XTermParser
from textual.events import Key
from textual.message import Message

ESCAPE = "\x1b"
"""The key Escape, alone: no sequence begins with it."""
PAUSE = 0.1
"""How many seconds the rest of a sequence may be on its way."""
LONGEST = 4096
"""The most bytes of one sequence that are waited for."""
PASTE_PAUSE = 1.0
"""How many seconds the rest of what is pasted may be on its way."""
PASTE, PASTED = "\x1b[200~", "\x1b[201~"
"""Stand around what is pasted."""

_WHOLE = re.compile(
    rb"\x1b(?:"
    rb"(?P<old>\[M[\x20-\xff]{3})"  # a report of the mouse in the old form
    rb"|(?P<keys>\[(?!M)[0-?]*[ -/]*[@-~]|O[A-Za-z])"  # CSI, SS3
    rb"|(?P<string>[]PX^_][^\x07\x1b]*(?:\x07|\x1b\\))"  # OSC, DCS and their like
    rb")",
    re.DOTALL,
)
_BEGUN = re.compile(
    rb"\x1b(?:\[M[\x20-\xff]{0,2}|\[[0-?]*[ -/]*|O|[]PX^_][^\x07\x1b]*\x1b?)?\Z", re.DOTALL
)
_BROKEN = re.compile(rb"\x1b(?:\[(?:M[\x20-\xff]{0,2}|[0-?]*[ -/]*))?")
_MOUSE = re.compile(r"\x1b\[<[0-9]{1,5};-?[0-9]{1,5};-?[0-9]{1,5}[Mm]")


class Keyboard:
    """Reads one terminal."""

    def __init__(self, pause: float = PAUSE) -> None:
        """Read nothing yet.

        Args:
            pause: how many seconds the rest of a sequence may be on its way.
        """
        self._pause = pause
        self._decode = getincrementaldecoder("utf-8")("ignore").decode
        self._begun = b""  # a sequence of which the rest is not here yet
        self._since = 0.0
        self._pasting, self._heard = False, 0.0

    def feed(self, data: bytes, at: float) -> Iterator[str]:
        """Yield what `data` says: text, known sequences one at a time, and ESCAPE.

        Args:
            data: what was read; nothing, where nothing came.
            at: when, in seconds that only go forward.
        """
        if self._begun and (at - self._since >= self._pause or len(self._begun) > LONGEST):
            yield from self._given_up()
        if self._pasting and at - self._heard >= PASTE_PAUSE:
            # What is typed next would be held back, and come out where somebody else writes.
            self._pasting = False
            yield PASTED
        if not data:
            return
        self._heard = at
        data = self._begun + data
        self._begun = b""
        while data:
            plain, escape, rest = data.partition(b"\x1b")
            if text := self._decode(plain):
                yield text
            if not escape:
                return
            data = escape + rest
            whole = _WHOLE.match(data)
            if whole is not None:
                yield from self._sequence(whole)
                data = data[whole.end() :]
            elif _BEGUN.match(data):
                self._begun, self._since = data, at
                return
            else:
                broken = _BROKEN.match(data)
                assert broken is not None
                if broken.end() == 1 and not self._pasting:
                    yield ESCAPE
                data = data[broken.end() :]

    def _sequence(self, whole: re.Match[bytes]) -> Iterator[str]:
        self._decode(b"", True)  # half a letter before it is none
        if whole["keys"] is None:
            return
        sequence = whole[0].decode()
        if sequence in (PASTE, PASTED):
            self._pasting = sequence == PASTE
            yield sequence
        elif not self._pasting and is_known(sequence):
            yield sequence

    def _given_up(self) -> Iterator[str]:
        """Yield what is left of a sequence of which no more comes: the key Escape, or nothing."""
        if self._begun == b"\x1b" and not self._pasting:
            yield ESCAPE
        self._begun = b""


class Wire:
    """Bytes in, events out."""

    def __init__(self, debug: bool = False, pause: float = PAUSE) -> None:
        """Read nothing yet; see `Keyboard`."""
        self._keyboard, self._parser = Keyboard(pause), XTermParser(debug)

    def events(self, data: bytes, at: float) -> Iterator[Message]:
        """Yield the events that `data` means.

        Args:
            data: what was read; nothing, where nothing came.
            at: when, in seconds that only go forward.
        """
        for said in self._keyboard.feed(data, at):
            if said == ESCAPE:
                yield Key("escape", said)
            else:
                yield from self._parser.feed(said)
        yield from self._parser.tick()


def is_known(sequence: str) -> bool:
    """Whether Textual's reader understands a sequence, and is ready for the next key after it."""
    return _MOUSE.fullmatch(sequence) is not None or _is_understood(sequence)


@lru_cache(maxsize=512)
def _is_understood(sequence: str) -> bool:
    try:
        events = list(XTermParser().feed(f"{sequence}a"))
    except (ValueError, OverflowError):  # a code that is no character
        return False
    return len(events) > 1 and isinstance(events[-1], Key) and events[-1].key == "a"
