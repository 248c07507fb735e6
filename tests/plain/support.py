"""A made-up couple that reads what the plain face prints and answers it, and ways to run it.

They answer what they are asked, not line for line, so that no test hangs or breaks when a page has
one more line.
"""

import io
import os
import re
import subprocess
import sys
from collections import deque
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from random import Random
from typing import TextIO

import pytest

from workshop.cli import main
from workshop.system import SYSTEM

TODAY = date(2026, 11, 23)
KEPT = ("PATH", "PYTHONPATH", "SYSTEMROOT", "HOME")
"""What a process of the program is given of whoever runs the tests."""
MOST_LINES = 500
"""More lines than any evening here needs: a couple that types more is going round in circles."""
MOST_ENDS = 20
"""More reads after the end of input than any program needs."""

PREFERRED = (
    "I type it all the same",
    "Open both",
    "Tonight",
    "Go on",
    "Yes, these words",
    "Add to it",
    "Delete them",
    "No day for now",
    "Finish the evening",
    "Stop here, keep our place",
)
"""What the couple chooses where Enter alone means nothing."""

_OPTION = re.compile(r"^  (Enter|\d+): (.*)$", re.MULTILINE)
_ASKED_AGAIN = re.compile(r"^Type a number from 1 to \d+\.$")


class StillClock:
    """A clock that goes on only when it is told to.

    Attributes:
        day: today.
        now: seconds gone by.
    """

    def __init__(self, day: date = TODAY) -> None:
        self.day, self.now = day, 0.0

    def today(self) -> date:
        return self.day

    def seconds(self) -> float:
        return self.now


@dataclass(frozen=True)
class Asked:
    """What was printed since the last reply.

    Attributes:
        text: all of it.
    """

    text: str

    @property
    def options(self) -> Mapping[str, str]:
        """What there is to choose, each with what has to be typed for it, if that is asked last."""
        last = [line for line in self.text.splitlines() if line.strip() != ">"]
        while last and _ASKED_AGAIN.match(last[-1].removeprefix("> ")):
            last.pop()
        if not last or not _OPTION.match(last[-1]):
            return {}
        before = self.text.rfind(last[-1])
        start = max(self.text.rfind("\n\n", 0, before), self.text.rfind("\n> ", 0, before))
        found = _OPTION.findall(self.text[max(0, start) :])
        return {label: "" if key == "Enter" else key for key, label in found}

    def choose(self, *wanted: str) -> str | None:
        """Return what to type for the first of `wanted` that an offered label begins with."""
        for begin in wanted:
            for label, key in self.options.items():
                if label.startswith(begin):
                    return key
        return None


Lines = str | Sequence[str] | None
"""What is typed: a line, some lines, or None for the end of input."""


class Choose(str):
    """An option to choose, by how its label begins."""

    __slots__ = ()


AGAIN: Mapping[str, Lines] = {
    "What you typed so far is kept.": ".",
    "There is this already:": Choose("Add to it"),
    "Type now.": ".",
}
"""What is typed where they have typed something already."""


def in_words(*lines: str) -> dict[str, Lines]:
    """Return what is typed by two who have these words for a clause."""
    return {"There is this already:": Choose("Write it anew"), "Type now.": [*lines, "."]}


ON_FRIDAYS = in_words("We eat out on Fridays.")


@dataclass
class Couple:
    """Two who answer everything, unless they are told otherwise.

    Attributes:
        says: words found in what was printed → what is typed then; each as often as it comes.
        once: the same, for the first time only.
        heard: everything they were asked, in order.
    """

    says: dict[str, Lines] = field(default_factory=dict)
    once: dict[str, Lines] = field(default_factory=dict)
    heard: list[Asked] = field(default_factory=list)

    def __call__(self, text: str) -> Lines:
        asked = Asked(text)
        self.heard.append(asked)
        for words in list(self.once):
            if words in text:
                return self._typed(self.once.pop(words), asked)
        for words, lines in {**AGAIN, **self.says}.items():
            if words in text:
                return self._typed(lines, asked)
        return self._usual(asked)

    def _typed(self, lines: Lines, asked: Asked) -> Lines:
        if isinstance(lines, Choose):
            key = asked.choose(lines)
            assert key is not None, f"{lines!r} is not offered in:\n{asked.text}"
            return key
        return lines

    def _usual(self, asked: Asked) -> Lines:
        if options := asked.options:
            key = asked.choose(*PREFERRED)
            return key if key is not None else next(iter(options.values()))
        if "only a dot" in asked.text:
            return ["Something.", "."]
        return ""


class Replies(io.TextIOBase):
    """Standard input: each line is typed by somebody who has read what was printed."""

    def __init__(self, screen: io.StringIO, reply: Callable[[str], Lines]) -> None:
        self._screen, self._reply = screen, reply
        self._read = self._ends = 0
        self._waiting: deque[str] = deque()
        self.typed: list[str] = []

    def readline(self, size: int | None = -1) -> str:  # type: ignore[override]  # noqa: ARG002
        if not self._waiting:
            printed = self._screen.getvalue()
            lines = self._reply(printed[self._read :])
            self._read = len(printed)
            if lines is None:
                self._ends = _one_end_more(self._ends)
                return ""
            self._waiting.extend([lines] if isinstance(lines, str) else lines)
        line = self._waiting.popleft()
        self.typed.append(line)
        if len(self.typed) > MOST_LINES:
            pytest.fail(f"going round in circles:\n{self._screen.getvalue()[-2000:]}")
        return line + "\n"


class Typed(io.StringIO):
    """Standard input of which all is there before anything is asked."""

    _ends = 0

    def readline(self, size: int | None = -1) -> str:  # type: ignore[override]
        line = super().readline(size)
        self._ends = self._ends if line else _one_end_more(self._ends)
        return line


def _one_end_more(ends: int) -> int:
    """Return how often the end of input was read, with this time; fail where that never ends."""
    if ends > MOST_ENDS:
        pytest.fail("it goes on reading after the end of input")
    return ends + 1


@dataclass(frozen=True)
class Ran:
    """How a command ended.

    Attributes:
        code: its exit code.
        out: what it printed.
        err: what it complained about.
    """

    code: int
    out: str
    err: str


class Program:
    """The program in this process, with a data folder of its own.

    Attributes:
        data: where its workshops are.
        clock: its clock.
    """

    def __init__(self, data: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        self.data, self.clock = data, StillClock()
        self._monkeypatch = monkeypatch

    def __call__(
        self,
        *argv: str,
        reply: Callable[[str], Lines] | str = "",
        is_terminal: bool = False,
    ) -> Ran:
        """Run one command; `reply` reads what was printed, or is all that is typed."""
        out, err = io.StringIO(), io.StringIO()
        source: TextIO | Replies = Typed(reply) if isinstance(reply, str) else Replies(out, reply)
        if is_terminal:
            source.isatty = lambda: True  # type: ignore[method-assign]
        with self._monkeypatch.context() as patch:
            patch.setattr(sys, "stdin", source)
            patch.setattr(sys, "stdout", out)
            patch.setattr(sys, "stderr", err)
            patch.setenv("WORKSHOP_DATA", str(self.data))
            # What a power cut would lose is shown elsewhere; waiting for the disk takes most time.
            patch.setattr(SYSTEM, "fsync", _at_once)
            code = main(argv, self.clock, Random(7))
        return Ran(code, out.getvalue(), err.getvalue())

    def start(
        self,
        reply: Callable[[str], Lines] | str,
        *more: str,
        names: tuple[str, str] = ("ALEX", "SAM"),
        label: str = "us",
    ) -> Ran:
        """Begin a workshop with the one exercise there is."""
        argv = ["start", "--plain", "--exercise", "compromise", "--begins", "left"]
        return self(*argv, "--names", *names, "--label", label, *more, reply=reply)

    def resume(self, reply: Callable[[str], Lines] | str, label: str = "us") -> Ran:
        """Go on with a workshop."""
        return self("resume", label, reply=reply)

    @property
    def us(self) -> Path:
        """The folder of the workshop called us."""
        return self.data / "us"

    def files(self) -> dict[str, bytes]:
        """Return every file in the data folder, by its path there."""
        return contents(self.data)


def _at_once(descriptor: int) -> None:
    pass


def contents(folder: Path) -> dict[str, bytes]:
    """Return every file below `folder`, by its path there."""
    return {
        str(path.relative_to(folder)): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


def script(name: str) -> str:
    """Return what a person would type, line for line."""
    return (Path(__file__).parent / name).read_text(encoding="utf-8")


def piped(name: str) -> str:
    """Return the same where the screen cannot be cleared: both say that they type all the same."""
    first, rest = script(name).split("\n", 1)
    return f"{first}\n2\n2\n{rest}"


def command(*argv: str) -> list[str]:
    """Return the words that run the program in a process of its own."""
    return [sys.executable, "-m", "workshop", *argv]


def environment(data: Path, **more: str) -> dict[str, str]:
    """Return the environment of such a process, without settings of whoever runs the tests."""
    kept = {name: os.environ[name] for name in KEPT if name in os.environ}
    return {**kept, "WORKSHOP_DATA": str(data), "TERM": "xterm", "LANG": "C.UTF-8", **more}


def run(data: Path, *argv: str, typed: bytes = b"") -> subprocess.CompletedProcess[bytes]:
    """Run one command in a process of its own."""
    return subprocess.run(
        command(*argv), input=typed, capture_output=True, env=environment(data), timeout=120
    )


def acting(text: str) -> set[str]:
    """Return the characters of `text` that could act on a terminal or hide from the eye."""
    return set(re.findall("[\x00-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]", text))


def joined(lines: Iterable[str]) -> str:
    """Return lines as they are typed."""
    return "".join(line + "\n" for line in lines)
