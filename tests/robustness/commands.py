"""One command that writes, killed and let fail at each of its calls; then it is given once more.

Whatever came of the first time, the second one ends as if the first had gone well.
"""

import io
import os
import shutil
import sys
from collections.abc import Iterator, Sequence
from itertools import cycle, product
from pathlib import Path
from random import Random
from typing import Any

import pytest
from plain.support import StillClock
from support.locks import typing

from workshop.cli import main
from workshop.commands.crash import EXIT
from workshop.plain import editing

from .ends import without_copies
from .figures import Row
from .fork import Ended, Other, die, forked
from .reading import Reading, in_plain, unlocked
from .seam import CODES, SILENT, Blow, Seam
from .sitting import CHANGING, Files, Outcome, Stretch, amiss, below, whole
from .starts import starts
from .writing import WRITING, Writing

NOT_NOTED = "will not name this copy"
"""What is told of a copy that was made and could not be noted: once more mends nothing."""


class Struck:
    """A command, given again and again from the same beginning."""

    def __init__(
        self, writing: Writing, start: Path, place: Path, read: Reading = in_plain
    ) -> None:
        """Give it once with nothing in its way, and once more.

        Args:
            writing: the command.
            start: what there is before it.
            place: where it is given, each time.
            read: how its files are read.
        """
        self._writing, self._start, self._place, self._read = writing, start, place, read
        self._seam = Seam()
        self._out = ""
        self._own: list[int] = []  # the calls that are about what is there, by number
        self._first: int | None = None  # the first that changes anything
        self._ends: dict[frozenset[tuple[str, bytes]], str] = {}
        self._stretch = self._undisturbed()
        self._again()
        self._expected = self._now()

    @property
    def calls(self) -> Sequence[str]:
        """What it asks the disk where nothing goes wrong."""
        return self._stretch.calls

    def blows(self, step: int = 1) -> Iterator[Blow]:
        """Yield what happens at each of its calls, or at one in `step`: a kill, and a fault.

        Until it writes for the first time a kill is as if it had not been given, and so is none.
        What it asks of what comes with the program is no call of it.
        """
        ways = cycle(product(("fail once", "fail until it is mended"), CODES))
        for call in self._own[::step]:
            name = self.calls[call - 1]
            if self._first is not None and call >= self._first:
                yield Blow(call, "kill")
                if name == "write":
                    yield Blow(call, "kill halfway")
            if name not in SILENT:
                way, code = next(ways)
                yield Blow(call, way, code)  # type: ignore[arg-type]

    def outcome(self, blow: Blow) -> Outcome:
        """Let it happen; return what came of it."""
        self._begin_anew()
        kills = blow.way.startswith("kill")
        match forked():
            case Other() as other:
                with self._seam.listening():
                    self._seam.strike(blow)
                    code, out, err = self._give(self._writing.words)
                if kills:
                    die()  # it ended with fewer calls than were counted
                other.tell([code, err[:1000], out != self._out, self._seam.struck[:1]])
            case Ended(killed, told):
                code, err, is_other, struck = told or (None, "", False, [])
                wrong = "" if killed == kills else f"it ended as it should not: {code} {err}"
        is_told = bool(err) or is_other
        wrong = wrong or amiss(self._stretch, below(self._place), self._read)
        if not wrong and not kills:
            wrong = self._untold(code, err, is_told)
        if not wrong and NOT_NOTED not in err:
            wrong = self._end()
        call = self.calls[blow.call - 1] if kills else "".join(struck)
        return Outcome(0, call, kills, is_told, wrong)

    def _untold(self, code: int | None, err: str, is_told: bool) -> str:
        """Return what is wrong with how a call that failed was told."""
        if code == EXIT or "made a mistake" in err:
            return f"it crashed: {err}"
        is_done = self._now() == without_copies(self._stretch.states[-1])
        return (
            "" if is_told or (is_done and not code) else f"it failed unsaid, and ended with {code}"
        )

    def _end(self) -> str:
        """Give it once more, once for all that left the same; return what is wrong in the end."""
        left = frozenset(self._read(below(self._place)).items())
        if left not in self._ends:
            self._again()
            ended = self._now() == self._expected
            self._ends[left] = "" if ended else f"it cannot be ended: {self._difference()}"
        return self._ends[left]

    def _difference(self) -> str:
        now = self._now()
        names = now.keys() | self._expected.keys()
        return ", ".join(sorted(n for n in names if now.get(n) != self._expected.get(n)))

    # -- giving it ----------------------------------------------------------------------------

    def _undisturbed(self) -> Stretch:
        self._begin_anew()
        stretch = Stretch(states=[whole(self._read(below(self._place)))])

        opened: dict[Any, bool] = {}

        def note(name: str, args: tuple[Any, ...], result: Any) -> None:
            is_own = (
                opened.get(args[0], False) if isinstance(args[0], int) else self._is_own(args[0])
            )
            if name in ("open", "open_folder"):
                opened[result] = is_own
            if is_own:
                self._own.append(len(self._seam.names))
            if self._first is None and is_own and (name in CHANGING or _makes(name, args)):
                self._first = len(self._seam.names)
            if name in CHANGING:
                stretch.states.append(whole(self._read(below(self._place))))

        with self._seam.listening():
            self._seam.heard = note
            code, self._out, err = self._give(self._writing.words)
            self._seam.heard = lambda _name, _args, _result: None
        assert code == 0, self._out + err
        assert self._first is not None, f"nothing is written:\n{self._out}"
        stretch.calls = list(self._seam.names)
        return stretch

    def _is_own(self, path: Path | str) -> bool:
        """Whether it is what a command is about: no file that comes with the program."""
        return Path(path).is_relative_to(self._place)

    def _begin_anew(self) -> None:
        shutil.rmtree(self._place, ignore_errors=True)
        shutil.copytree(self._start, self._place)

    def _again(self) -> None:
        for words in (self._writing.words, *self._writing.then):
            self._give(words)

    def _now(self) -> Files:
        return without_copies(whole(self._read(below(self._place))))

    def _give(self, words: Sequence[str]) -> tuple[int, str, str]:
        """Give a command; return its exit code, and what it printed and complained about."""
        out, err = io.StringIO(), io.StringIO()
        source = io.StringIO(self._writing.typed)
        source.isatty = lambda: True  # type: ignore[method-assign]
        with pytest.MonkeyPatch.context() as patch:
            typing(patch, *self._writing.passphrases)
            for name, stream in (("stdin", source), ("stdout", out), ("stderr", err)):
                patch.setattr(sys, name, stream)
            # At a terminal it is not shown; these are none.
            patch.setattr(editing, "unseen", lambda source, _sink, _prompt: source.readline())
            patch.setenv("WORKSHOP_DATA", str(self._place / "data"))
            patch.setenv("TERM", "xterm")
            patch.chdir(self._place)
            code = main(["--plain", *words], StillClock(), Random(7))
        return code, out.getvalue(), err.getvalue()


def _makes(name: str, args: tuple[Any, ...]) -> bool:
    """Whether a call makes a file, or writes into one."""
    return name in ("write", "chmod", "fchmod") or (name == "open" and bool(args[1] & os.O_CREAT))


def rows_of(writing: Writing, struck: Struck, step: int = 1) -> Sequence[Row]:
    """Let everything happen to one command; return what came of kills, and of faults."""
    killed, failed = Row(f"kill -9, {writing.name}"), Row(f"a call fails, {writing.name}")
    for blow in struck.blows(step):
        (killed if blow.way.startswith("kill") else failed).count(struck.outcome(blow))
    return killed, failed


def rows(folder: Path) -> Iterator[Row]:
    """Let everything happen to each command that writes, at each of its calls."""
    prepared = starts(folder / "starts")
    for number, writing in enumerate(WRITING):
        struck = Struck(writing, prepared[writing.start], folder / str(number), unlocked)
        yield from rows_of(writing, struck)
