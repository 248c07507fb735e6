"""A file as its author typed it: where a place in it is, what is told of it, what was meant."""

import re
from bisect import bisect_right

from workshop.values import dataclass

QUOTES = "“”„‟‘’‚‛«»‹›`´＂＇"
"""What word processors, and other keyboards, make of straight quotes."""
ODD_SPACES = "\u00a0\u1680\u2000-\u200b\u202f\u205f\u2060\u3000\ufeff"
"""What looks like a space, or like nothing, and is neither."""
BEGINS = re.compile(
    r"^[ \t]*(?:\[\[?[A-Za-z][\w.\-]*\]\]?[ \t]*(?:#.*)?$"
    rf"|[a-z][a-z_]*[ \t]*=[ \t]*[\"'{QUOTES}\[{{0-9tf])",
    re.MULTILINE,
)
"""A line that begins something: `[[steps]]`, or a key and what it says. No text has such a one."""


_SHOWN = 40
"""The most characters of what an author typed that a sentence shows."""


def shown(text: str) -> str:
    """Return what an author typed as it may stand in a sentence: whole, or three dots."""
    return text if len(text) <= _SHOWN and text.isprintable() else "..."


MOST_SLIPS = 100
"""How many slips are told of a file: whoever has more mends these first."""


class Enough(Exception):
    """So many slips are told that nobody reads more."""


@dataclass(frozen=True)
class Slip:
    """A slip of the pen: something that is not written as such a file is.

    Attributes:
        line: its line, from 1.
        what: what is wrong.
        mend: what to write instead.
    """

    line: int
    what: str
    mend: str


class Source:
    """The text of a file, in which slips are told, and changed for what was meant."""

    def __init__(self, text: str) -> None:
        """Begin with nothing told.

        Args:
            text: what is in the file, its lines ended by LF.
        """
        self.text = text
        self.slips: dict[tuple[int, str], Slip] = {}
        self._breaks = [found.start() for found in re.finditer("\n", text)]
        self._changes: list[tuple[int, int, str]] = []

    def line(self, at: int) -> int:
        """Return the line of a place, from 1."""
        return bisect_right(self._breaks, at - 1) + 1 if at else 1

    def row_end(self, at: int) -> int:
        """Return where the row of a place ends: at its LF, or at the end of the file."""
        row = self.line(at) - 1
        return self._breaks[row] if row < len(self._breaks) else len(self.text)

    def row_start(self, at: int) -> int:
        """Return where the row of a place begins."""
        row = self.line(at) - 1
        return self._breaks[row - 1] + 1 if row else 0

    def last_seen(self, until: int) -> int:
        """Return where what can be seen ends, before `until`."""
        while until > 0 and self.text[until - 1].isspace():
            until -= 1
        return until

    def tell(self, at: int, what: str, mend: str) -> None:
        """Note a slip at a place; the same one only once in a line.

        Raises:
            Enough: it is one of very many.
        """
        if len(self.slips) >= MOST_SLIPS:
            raise Enough
        line = self.line(at)
        self.slips.setdefault((line, what), Slip(line, what, mend))

    def change(self, start: int, end: int, by: str) -> None:
        """Put `by` in place of what stands from `start` to before `end`."""
        self._changes.append((start, end, by))

    def meant(self) -> tuple[str, list[int]]:
        """Return the text as it was meant, and of each of its lines the line in the file."""
        parts: list[str] = []
        lines: list[int] = [1]
        at = 0
        # What is put in at one place goes in as it came.
        changes = sorted(self._changes, key=lambda change: change[:2])
        for start, end, by in changes:
            if start < at:
                continue  # within what was changed as a whole
            parts += (self.text[at:start], by)
            lines += range(self.line(at) + 1, self.line(start) + 1)
            lines += [self.line(start)] * by.count("\n")
            at = end
        parts.append(self.text[at:])
        lines += range(self.line(at) + 1, self.line(len(self.text)) + 1)
        return "".join(parts), lines
