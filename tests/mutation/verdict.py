"""What becomes of a change: a test notices it, or none does; or nothing can be said of it."""

from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from queue import SimpleQueue
from tempfile import TemporaryDirectory
from threading import Lock
from typing import Literal

from . import tree
from .change import Change, DoesNotApply, Place, changed, check_tests, place_of, sources
from .tree import Ran, Tree

Kind = Literal["killed", "killed by the limit", "SURVIVED", "DOES NOT APPLY", "NO VERDICT"]
GOAL = 0.9
"""Which part of the changes has to be noticed."""
UNCHANGED_LIMIT = 240.0
"""After how many seconds tests are given up that run on the program as it is."""
FOR_EACH, FOR_ALL = (20.0, 5.0), (40.0, 10.0)
"""The limits of one test and of all of them, on a changed program: so many seconds, and so many
times what the tests take on the program as it is. What ends at a limit hangs, and is not slow."""


@dataclass(frozen=True)
class Verdict:
    """What became of one change.

    Attributes:
        name: of the change.
        kind: what became of it.
        by: the test that noticed it; or why nothing can be said.
        seconds: how long its tests took until then.
    """

    name: str
    kind: Kind
    by: str
    seconds: float

    @property
    def is_killed(self) -> bool:
        """Whether something noticed it."""
        return self.kind in ("killed", "killed by the limit")

    @property
    def is_an_error(self) -> bool:
        """Whether the list has to be mended: it says nothing of the tests."""
        return self.kind in ("DOES NOT APPLY", "NO VERDICT")


def is_well(verdicts: Sequence[Verdict]) -> bool:
    """Whether every change could be tried, and enough of them were noticed."""
    killed = sum(one.is_killed for one in verdicts)
    return not any(one.is_an_error for one in verdicts) and killed >= GOAL * len(verdicts)


def tried(changes: Sequence[Change], root: Path, workers: int) -> Iterator[Verdict]:
    """Yield what becomes of each change, in order, several tried at a time."""
    with TemporaryDirectory(prefix="changes-") as where:
        folders = [Path(where) / str(number) for number in range(workers)]
        for folder in folders:
            folder.mkdir()
        trial = _Trial(root, [Tree(root, folder) for folder in folders])
        with ThreadPoolExecutor(workers) as pool:
            yield from pool.map(trial.of, changes)


def verdict_of(change: Change, ran: Ran) -> Verdict:
    """Return what it means how the tests of `change` ended with it in the program."""
    match ran.code:
        case tree.PASSED:
            return Verdict(change.name, "SURVIVED", "", ran.seconds)
        case tree.FAILED | tree.NOT_IMPORTED:
            return Verdict(change.name, "killed", ran.failed, ran.seconds)
        case None:
            return Verdict(change.name, "killed by the limit", "", ran.seconds)
        case code:
            return Verdict(change.name, "NO VERDICT", f"the tests ended with {code}", ran.seconds)


class _Trial:
    """Tries changes on a few copies of everything."""

    def __init__(self, root: Path, copies: Sequence[Tree]) -> None:
        self._root = root
        self._modules = sources(root / "workshop")
        self._unchanged: dict[str, Ran] = {}  # how tests end on the program as it is
        self._locks: dict[str, Lock] = {}
        self._lock = Lock()
        self._free: SimpleQueue[Tree] = SimpleQueue()
        for copy in copies:
            self._free.put(copy)

    def of(self, change: Change) -> Verdict:
        """Return what becomes of one change."""
        try:
            place = place_of(change, self._modules)
            check_tests(change, self._root)
        except DoesNotApply as trouble:
            return Verdict(change.name, "DOES NOT APPLY", str(trouble), 0.0)
        with self._a_tree() as copy:
            unchanged = [self._as_it_is(test, copy) for test in change.tests]
            for test, ran in zip(change.tests, unchanged, strict=True):
                if ran.code != tree.PASSED:
                    why = f"{test} fails on the program as it is: {ran.failed}"
                    return Verdict(change.name, "NO VERDICT", why, 0.0)
            return self._changed(change, place, copy, sum(ran.seconds for ran in unchanged))

    def _changed(self, change: Change, place: Place, copy: Tree, usual: float) -> Verdict:
        file, source = place.file.relative_to(self._root), self._modules[place.file]
        copy.write(file, changed(change, place, source))
        try:
            each, limit = (first + times * usual for first, times in (FOR_EACH, FOR_ALL))
            ran = copy.run(change.tests, limit, each)
        finally:
            copy.write(file, source)
        return verdict_of(change, ran)

    def _as_it_is(self, test: str, copy: Tree) -> Ran:
        """Return how a test ends on the program as it is; each is run once."""
        with self._lock:
            lock = self._locks.setdefault(test, Lock())
        with lock:
            if test not in self._unchanged:
                limit = UNCHANGED_LIMIT
                self._unchanged[test] = copy.run((test,), limit, limit)
            return self._unchanged[test]

    @contextmanager
    def _a_tree(self) -> Iterator[Tree]:
        copy = self._free.get()
        try:
            yield copy
        finally:
            self._free.put(copy)
