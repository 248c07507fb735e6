"""A couple that listens: it answers every kind of turn, and what it hears is counted.

`python -m tests.plain.listening` prints the table: the words of each exercise, turn by turn.
"""

import io
import re
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory

from support.evening import begin, shipped_exercises, workshop_of

from workshop.doors import CLEAR
from workshop.plain.face import Face
from workshop.plain.signals import Signals
from workshop.plain.terminal import Terminal

from .support import Asked, Couple, Lines, Replies

SAYS = "On Fridays we eat together, no phones, and the other one picks a film."
"""What they write wherever they write: as long as a list takes."""

_WORD = re.compile(r"\w[\w’'-]*")
_BREAK = re.compile(r"^Enter for more: part \d+ of \d+\.\n> \Z", re.MULTILINE)
_LEFT = re.compile(r"\((\d+)\s+left\)(?::|: Type .*)\s+> \Z", re.DOTALL)
_LEAST = re.compile(r"^A number (?:from (\d+) to \d+ )?for each", re.MULTILINE)
_NUMBERED = re.compile(r"^  (\d+): ", re.MULTILINE)


@dataclass
class Listening(Couple):
    """Two who answer everything, in whole sentences.

    Attributes:
        least: the least number that the rows of the list under way take; empty where none is one.
        chunks: what was said, from break to break.
        parts: what was said of what they answer next.
    """

    least: str = ""
    chunks: list[str] = field(default_factory=list)
    parts: str = ""

    def __call__(self, text: str) -> Lines:
        self.chunks.append(text.replace(CLEAR, ""))
        self.parts += text
        if _BREAK.search(text):
            return ""
        text, self.parts = self.parts, ""
        return super().__call__(text)

    def _usual(self, asked: Asked) -> Lines:
        text = asked.text
        if found := _LEAST.search(text):
            self.least = max(found[1] or "1", "1")  # a list of nothing but 0 is asked again
        elif "points in all" in text:
            self.least = ""
        if "Type all the numbers" in text:
            return " ".join(_NUMBERED.findall(text))
        if "Type the numbers that you tick" in text:
            return "1 2"
        if asked.options:
            return super()._usual(asked)
        if found := _LEFT.search(text):
            return found[1]
        if "only a dot" in text:
            return [SAYS, "."]
        return self.least if text.endswith(":\n> ") else ""


def words(text: str) -> int:
    """Return how many words somebody hears."""
    return len(_WORD.findall(text))


@dataclass(frozen=True)
class Heard:
    """What was heard in one exercise, from the first page to the last line.

    Attributes:
        chunks: what was said without a break.
    """

    chunks: Sequence[str]

    @property
    def turns(self) -> list[int]:
        """The words of each turn: what is said until the next one is asked."""
        counted: list[int] = []
        for chunk in self.chunks:
            if chunk.startswith("\n") or not counted:  # an empty line stands above each
                counted.append(0)
            counted[-1] += words(chunk)
        return counted

    @property
    def longest(self) -> int:
        """The most words without a break."""
        return max(map(words, self.chunks))


class Screen(io.StringIO):
    """A terminal's screen: somebody looks at it, and it can be cleared."""

    def isatty(self) -> bool:
        return True


class Typing(Replies):
    """A keyboard at which somebody sits."""

    def isatty(self) -> bool:
        return True


def heard(folder: Path, exercise: str) -> Heard:
    """Return what two hear who do an exercise, from its opening to the close of the evening."""
    couple, screen = Listening(), Screen()
    terminal = Terminal(Typing(screen, couple), screen, {"TERM": "xterm"}, Signals())
    desk = begin(folder, workshop_of([exercise]))
    assert Face(desk, terminal).run() == 0
    desk.let_go()
    return Heard(couple.chunks)


def row(exercise: str, of: Heard) -> str:
    """Return one row of the table."""
    turns = of.turns
    return f"| {exercise} | {len(turns)} | {median(turns):g} | {max(turns)} | {of.longest} |"


def table(exercises: Sequence[str]) -> Iterator[str]:
    """Yield the table for some exercises, and a last row for all of them."""
    yield "| exercise | turns | words, median | most | most without a break |"
    yield "|---|---|---|---|---|"
    every, longest = [], 0
    for exercise in exercises:
        with TemporaryDirectory() as folder:
            of = heard(Path(folder) / "us", exercise)
        every += of.turns
        longest = max(longest, of.longest)
        yield row(exercise, of)
    yield f"| all | {len(every)} | {median(every):g} | {max(every)} | {longest} |"


if __name__ == "__main__":
    rows = table(sys.argv[1:] or [one.id for one in shipped_exercises()])
    sys.stdout.writelines(f"{line}\n" for line in rows)
