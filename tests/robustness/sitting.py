"""One evening in one face, forked at its answers: what a blow at any call leaves, and whether told.

From one answer to the next is a stretch. An undisturbed evening says which calls each stretch has,
and what its files are after each change. In a second evening each blow falls upon a process that is
forked as the stretch begins.
"""

import signal
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, NoReturn, Protocol

from support.choosing import moment
from support.couple import texts

from workshop import paths
from workshop.cards.choice import Choice, Chosen
from workshop.cards.deeds import Back, Retry
from workshop.core.course.session import Ask
from workshop.core.turns.reply import Reply
from workshop.desk.desk import Desk

from .fork import Ended, Other, die, forked
from .reading import Files, Reading, unlocked
from .seam import Blow, Seam

CHANGING = ("replace", "unlink", "mkdir", "rmdir")
"""The calls after which other files may be there, or none."""
TEMPORARY = ".tmp"
IN_PLAIN = (b"ALEX", b"NOTE", b"SEALED", b"DRAFT")
"""A name, and what stands in whatever the two type."""
Answering = Callable[[Ask | Choice, Desk], Reply | Chosen]


class Face(Protocol):
    """A way to hold an evening: by keys on the screen, or line by line."""

    def __call__(self, data: Path, couple: Answering, told: Callable[[str], None]) -> None:
        """Begin in the folder `data`, and let `couple` answer everything until it is over.

        Where it cannot even begin, `told` is given what the two read then.
        """


@dataclass
class Stretch:
    """What happens from one answer to the next, where nothing goes wrong.

    Attributes:
        calls: what the disk is asked, in order.
        states: what its files are: at first, and after each change.
        seconds: how long it takes.
    """

    calls: list[str] = field(default_factory=list)
    states: list[Files] = field(default_factory=list)
    seconds: float = 0.0


@dataclass(frozen=True)
class Outcome:
    """What came of one blow.

    Attributes:
        stretch: in which it fell.
        call: the name of the call that was struck; empty where it was any instant, or where a
            process came to its end with fewer calls than were counted, and nothing failed.
        killed: whether it was a kill.
        told: whether the two were told.
        wrong: what is not as it was promised; empty where all is.
        left: the files that a kill left behind.
    """

    stretch: int
    call: str
    killed: bool
    told: bool = False
    wrong: str = ""
    left: Files = field(default_factory=dict)


@dataclass(frozen=True)
class Instant:
    """A kill whenever it happens to be: so much of a stretch after its beginning."""

    part: float


def below(data: Path) -> Files:
    """Return every file there but the locks, by its path."""
    return {
        str(file.relative_to(data)): file.read_bytes()
        for file in sorted(data.rglob("*"))
        if file.is_file() and file.name != paths.LOCK
    }


def whole(files: Files) -> Files:
    """Return the files that are no half of a save."""
    return {name: held for name, held in files.items() if not name.endswith(TEMPORARY)}


class Sitting:
    """One evening, held again and again.

    Attributes:
        sealed: what was typed sealed.
        stretches: what an undisturbed evening is made of.
        after: the files that it ends with.
    """

    def __init__(
        self,
        face: Face,
        data: Path,
        couple: Answering,
        read: Reading,
        before: Callable[[Path], None],
    ) -> None:
        """Know how it is held.

        Args:
            face: in which face.
            data: below which each evening gets a folder.
            couple: how the two answer.
            read: how their files are read.
            before: makes what is there before they sit down.
        """
        data.mkdir(parents=True)
        self._read, self._before = read, before
        self._face, self._couple, self._root = face, couple, data
        self._data = data  # of this evening
        self._seam = Seam()
        self.sealed: list[bytes] = []
        self.stretches: list[Stretch] = []
        self.after: Files = {}
        self._number = 0
        self._blows: Mapping[int, Sequence[Blow | Instant]] = {}
        self._outcomes: list[Outcome] = []
        self._other: Other | None = None  # where this is the other process
        self._waits = self._told = self._mends = False
        self._began = 0.0

    def _whole(self) -> Files:
        return whole(self._read(below(self._data)))

    # -- undisturbed --------------------------------------------------------------------------

    def undisturbed(self) -> list[Stretch]:
        """Hold it once, with nothing in its way."""
        self._seam.heard = self._note
        self._hold(self._end_stretch)
        self._seam.heard = lambda _name, _args, _result: None
        self.after = self.stretches.pop().states[-1]
        return self.stretches

    def _end_stretch(self) -> None:
        now = time.perf_counter()
        if self.stretches:
            self.stretches[-1].calls = list(self._seam.names)
            self.stretches[-1].seconds = now - self._began
        self._seam.names.clear()
        self.stretches.append(Stretch(states=[self._whole()]))
        self._began = time.perf_counter()

    def _note(self, name: str, _args: tuple[Any, ...], _result: object) -> None:
        if name in CHANGING:
            state = self._whole()
            if state != self.stretches[-1].states[-1]:
                self.stretches[-1].states.append(state)

    # -- struck -------------------------------------------------------------------------------

    def struck(self, blows: Mapping[int, Sequence[Blow | Instant]]) -> list[Outcome]:
        """Hold it once more, and at each stretch let its blows fall."""
        assert self.stretches, "hold it undisturbed first"
        self._blows, self._outcomes, self._number = blows, [], -1
        self._hold(self._strike)
        return self._outcomes

    def _strike(self) -> None:
        if self._other is not None:
            self._tell()
        self._number += 1
        if self._number == len(self.stretches):
            return  # it is over
        before, folders = below(self._data), folders_in(self._data)
        for blow in self._blows.get(self._number, ()):
            after = None
            if isinstance(blow, Instant):
                after = blow.part * self.stretches[self._number].seconds
            match forked(after):
                case Other() as other:
                    self._other, self._waits = other, isinstance(blow, Instant)
                    if isinstance(blow, Blow):
                        self._seam.strike(blow)
                    return
                case ended:
                    self._outcomes.append(self._outcome(blow, ended))
                    restore(self._data, before, folders)

    def _outcome(self, blow: Blow | Instant, ended: Ended) -> Outcome:
        stretch = self.stretches[self._number]
        call = stretch.calls[blow.call - 1] if isinstance(blow, Blow) else ""
        if not is_fault(blow):
            left = below(self._data)
            wrong = "" if ended.killed else f"it was not killed: {ended.told}"
            return Outcome(
                self._number, call, True, wrong=wrong or self._amiss(stretch, left), left=left
            )
        if ended.killed or not isinstance(ended.told, list):
            return Outcome(self._number, call, False, wrong=f"it crashed: {ended}")
        struck, told, wrong = ended.told
        return Outcome(self._number, "".join(struck), False, told, wrong)

    def _amiss(self, stretch: Stretch, left: Files) -> str:
        wrong = amiss(stretch, left, self._read, self.sealed)
        everything = b"".join(left.values())
        if self._read is unlocked and any(word in everything for word in IN_PLAIN):
            return "something of a locked workshop lies there in plain"
        return wrong

    # -- in the other process -----------------------------------------------------------------

    def _tell(self, trouble: str = "") -> None:
        """End the other process where its stretch ends: tell how it went, or wait for the kill."""
        if self._waits:
            _wait_for_the_kill()
        assert self._other is not None
        if self._seam.kills:
            die()  # it came to the end with fewer calls than were counted
        self._seam.mend()
        now = self._whole()
        wrong = trouble
        if not wrong and not self._told and now != self.stretches[self._number].states[-1]:
            wrong = f"{self._seam.struck[:1]} failed unsaid"
        elif not wrong and now != self.stretches[self._number].states[-1]:
            wrong = f"{self._seam.struck[:1]} failed, and to try again did not mend it"
        self._other.tell([self._seam.struck[:1], self._told, wrong[:500]])

    def _answer(self, asked: Ask | Choice, desk: Desk) -> Reply | Chosen:
        if self._other is not None and moment(asked) in ("unsaved", "leave"):
            self._told = self._mends = True
            wrong = self._amiss(self.stretches[self._number], below(self._data))
            if wrong:
                self._tell(wrong)
            self._seam.mend()
            return Chosen(Retry() if moment(asked) == "unsaved" else Back())
        given = self._couple(asked, desk)
        if isinstance(asked, Ask) and asked.turn.privacy == "sealed":
            self.sealed += [text.encode() for text in texts(given)]  # type: ignore[arg-type]
        return given

    # -- both ---------------------------------------------------------------------------------

    def _hold(self, at: Callable[[], None]) -> None:
        self._data = self._root / str(len(list(self._root.iterdir())))
        self._data.mkdir()
        self._before(self._data)
        with self._seam.listening(), self._each_answer(at):
            at()
            try:
                self._face(self._data, self._answer, self._ended_early)
            except BaseException as error:
                if self._other is None:
                    raise
                self._waits = False
                self._tell(f"{type(error).__name__}: {error}")
            at()

    def _ended_early(self, sentence: str) -> None:
        """End where the evening could not even begin: a sentence says so."""
        assert self._other is not None, sentence
        self._waits = False
        wrong = self._amiss(self.stretches[self._number], below(self._data))
        self._other.tell([self._seam.struck[:1], True, wrong])

    @contextmanager
    def _each_answer(self, at: Callable[[], None]) -> Iterator[None]:
        """Call `at` whenever an answer is given; not when a disk that failed is tried again."""
        really = Desk.reply

        def reply(desk: Desk, given: Reply | Chosen) -> None:
            if not self._mends:
                at()
            self._mends = False
            really(desk, given)

        Desk.reply = reply  # type: ignore[method-assign]
        try:
            yield
        finally:
            Desk.reply = really  # type: ignore[method-assign]


def _wait_for_the_kill() -> NoReturn:
    while True:
        signal.pause()


def is_fault(blow: Blow | Instant) -> bool:
    """Whether something fails, and nothing is killed."""
    return isinstance(blow, Blow) and blow.way.startswith("fail")


def amiss(stretch: Stretch, left: Files, read: Reading, sealed: Sequence[bytes] = ()) -> str:
    """Return what is wrong with the files that are left; empty where nothing is."""
    now = whole(read(left))
    for name in {name for state in stretch.states for name in state} | set(now):
        copied = name.replace(paths.BACKUP, "")  # a copy is what the file was at any time
        if now.get(name) not in {s.get(one) for s in stretch.states for one in (name, copied)}:
            return f"{name} is neither old nor new"
    opened = b"".join(held for state in stretch.states for held in state.values())
    everything = b"".join(left.values())
    if any(text in everything and text not in opened for text in sealed):
        return "something sealed is on the disk"
    return ""


def folders_in(data: Path) -> set[Path]:
    """Return every folder there."""
    return {path for path in data.rglob("*") if path.is_dir()}


def restore(data: Path, files: Files, folders: set[Path]) -> None:
    """Let these be there again; the lock of a folder stays, as whoever holds it goes on."""
    now = below(data)
    for name in now.keys() - files.keys():
        (data / name).unlink()
    for folder in sorted(folders_in(data) - folders, reverse=True):
        (folder / paths.LOCK).unlink(missing_ok=True)
        folder.rmdir()
    for name, held in files.items():
        if now.get(name) != held:
            (data / name).write_bytes(held)
