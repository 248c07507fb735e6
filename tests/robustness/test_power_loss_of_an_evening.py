"""The power goes at any call of an evening: no file is torn, and no answer that was taken is lost.

An answer is taken when the next thing is asked. Then each sync is taken out of the record in turn,
the file's and the folder's, and what was promised is seen to break.
"""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from support.effort import every
from tui.couple import at_the_table

from .faces import in_lines, locked, nothing
from .figures import COUPLE
from .power import Disk, Event
from .reading import Files, in_plain
from .sitting import CHANGING, Sitting, below

TAKEN = "an answer is taken"


class Recorded(Sitting):
    """An evening of which the calls are written down, with where each answer was taken."""

    def recorded(self) -> list[Event]:
        """Hold it, and return what was asked of the disk."""
        self.events: list[Event] = []
        self.undisturbed()
        return self.events

    def _note(self, name: str, args: tuple[Any, ...], result: object) -> None:
        super()._note(name, args, result)
        if name == "write":
            args = (args[0], bytes(args[1]))
        self.events.append(Event(name, args, result))

    def _end_stretch(self) -> None:
        super()._end_stretch()
        self.events.append(Event(TAKEN))

    @property
    def place(self) -> Path:
        """Where its files are."""
        return self._data


class Evening:
    """The record of an evening, and what a power cut may leave of it.

    Attributes:
        looked_at: how many states of a file were looked at.
    """

    def __init__(self, folder: Path, before: Callable[[Path], None]) -> None:
        self._there: Files = {}  # long before, and safe

        def prepare(data: Path) -> None:
            before(data)
            self._there = below(data)

        # What is locked is compared as it lies there: it is one evening, and its bytes are these.
        sitting = Recorded(in_lines, folder, at_the_table(COUPLE), in_plain, prepare)
        self.events = sitting.recorded()
        self._states = [stretch.states for stretch in sitting.stretches]
        self._states.append([sitting.after])
        self._place = sitting.place
        self._names = {name for states in self._states for state in states for name in state}
        self.looked_at = 0

    @property
    def syncs(self) -> list[int]:
        """The places of the syncs in the record."""
        return [number for number, event in enumerate(self.events) if event.name == "fsync"]

    def can_be_spared(self, sync: int) -> bool:
        """Whether a folder is synced once more before the answer is taken, or nothing changed."""
        folder = self._synced(sync)
        if folder is None:
            return False
        same = [number for number in self.syncs if self._synced(number) == folder]
        before = max((number for number in same if number < sync), default=0)
        after = min((number for number in same if number > sync), default=len(self.events))
        changed = (
            event
            for event in self.events[before:sync]
            if event.name in CHANGING and any(Path(str(a)).parent == folder for a in event.args)
        )
        taken = any(event.name == TAKEN for event in self.events[sync:after])
        return not taken or not any(changed)

    def _synced(self, sync: int) -> Path | None:
        """Return the folder that is synced there; None where it is a file."""
        opened = next(
            event
            for event in reversed(self.events[:sync])
            if event.name in ("open", "open_folder") and event.result == self.events[sync].args[0]
        )
        return Path(str(opened.args[0])) if opened.name == "open_folder" else None

    def wrong(self, without: int | None = None) -> Iterator[str]:
        """Yield what a power cut could do that was promised not to happen.

        Args:
            without: the place of a sync that is taken out; what came before it is not looked at.
        """
        disk, stretch = Disk(), -1
        for name, held in self._there.items():
            disk.put(self._place / name, held)
        for number, event in enumerate(self.events):
            stretch += event.name == TAKEN
            if number == without or self._is_elsewhere(event):
                continue
            disk.happen(event)
            if without is None or number > without:
                yield from self._wrong_at(disk, stretch, taken=event.name == TAKEN)

    def _is_elsewhere(self, event: Event) -> bool:
        """Whether it is about what comes with the program."""
        path = event.args[0] if event.args else None
        return isinstance(path, Path | str) and not Path(path).is_relative_to(self._place)

    def _wrong_at(self, disk: Disk, stretch: int, *, taken: bool) -> Iterator[str]:
        states = self._states[stretch][:1] if taken else self._states[stretch]
        for name in self._names:
            allowed = {state.get(name) for state in states}
            for found in disk.after_power_loss(self._place / name):
                self.looked_at += 1
                if found not in allowed:
                    yield f"{stretch} {name}"


@pytest.fixture(scope="session", params=[nothing, locked], ids=["plain", "locked"])
def evening(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Evening:
    return Evening(tmp_path_factory.mktemp("recorded") / "evening", request.param)


def test_no_power_cut_in_an_evening_tears_a_file_or_loses_an_answer(
    evening: Evening, tally: Callable[[str, int], None]
) -> None:
    assert list(evening.wrong()) == []
    assert evening.looked_at > 1000
    tally("states after a power cut in an evening", evening.looked_at)


def test_each_sync_of_an_evening_is_needed(
    evening: Evening, tally: Callable[[str, int], None]
) -> None:
    syncs = [number for number in evening.syncs if not evening.can_be_spared(number)]
    assert len(syncs) > 0.8 * len(evening.syncs)
    tried = syncs[:: every(9)]

    idle = [number for number in tried if not any(evening.wrong(number))]

    assert idle == []
    tally("syncs of an evening taken out, each seen", len(tried))
