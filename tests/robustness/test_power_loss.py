"""Whenever the power goes, a file is whole, and nothing that was acknowledged as saved is lost.

The calls of real saves are recorded, and every state is worked out that a disk could be in had the
power gone between any two of them (after the idea of SQLite's test6.c): what was written and not
synced is lost, kept or torn; names that were changed and not synced are lost or kept, each by
itself. To show that the model can see, each sync is taken out of the record in turn.
"""

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from workshop.store.atomic import make_folder, remove, save
from workshop.system import System

from .power import Content, Disk, Event

ONE = b"one = 'the first evening'\n" * 3
TWO = b"two = 'the second evening'\n" * 4
THREE = b"three = 'the third evening'\n" * 2
CALLS = tuple(
    name
    for name, call in vars(System).items()
    if callable(call) and not name.startswith("_") and name not in ("token", "pause")
)


class Recording(System):
    """Does everything, and writes down what was asked."""

    full_fsync_command = None

    def __init__(self) -> None:
        self.events: list[Event] = []

    def ask(self, name: str, *args: object) -> object:
        if name == "write":
            args = (args[0], bytes(args[1])[:40])  # short writes: there is more to tear
        result = getattr(System, name)(self, *args)
        self.events.append(Event(name, args, result))
        return result

    def during(self, content: Content, act: Callable[[], None]) -> None:
        """Do `act`, noting that it leads to `content`, and that it is acknowledged."""
        self.events.append(Event("under way", (content,)))
        act()
        self.events.append(Event("acknowledged", (content,)))


def _asking(name: str) -> Callable[..., object]:
    return lambda self, *args: self.ask(name, *args)


for _name in CALLS:
    setattr(Recording, _name, _asking(_name))


def violations(events: list[Event], target: Path, before: Content = None) -> list[str]:
    """Return what a power cut could do that was promised not to happen."""
    disk = Disk()
    if before is not None:
        disk.put(target, before)
    acknowledged = before
    allowed = {before}
    found = []
    for number, event in enumerate(events):
        match event:
            case Event("under way", (content,)):
                allowed = {acknowledged, content}
            case Event("acknowledged", (content,)):
                allowed = {content}
                acknowledged = content
        disk.happen(event)
        found += [
            f"after {number} {event.name}: {content!r} instead of {allowed!r}"
            for content in disk.after_power_loss(target)
            if content not in allowed
        ]
    return found


def without(events: list[Event], number: int) -> list[Event]:
    return events[:number] + events[number + 1 :]


def syncs(events: list[Event]) -> list[int]:
    return [number for number, event in enumerate(events) if event.name == "fsync"]


def three_saves(path: Path) -> list[Event]:
    path.write_bytes(ONE)
    disk = Recording()
    for content in (TWO, THREE, ONE):
        disk.during(content, lambda content=content: save(path, content, disk))
    return disk.events


def a_first_evening(path: Path) -> list[Event]:
    disk = Recording()
    disk.during(None, lambda: make_folder(path.parent, disk))
    disk.during(ONE, lambda: save(path, ONE, disk))
    disk.during(None, lambda: remove(path, disk))
    disk.during(TWO, lambda: save(path, TWO, disk))
    return disk.events


def test_no_power_cut_tears_a_file_or_loses_an_acknowledged_save(tmp_path: Path) -> None:
    events = three_saves(tmp_path / "a.toml")

    assert violations(events, tmp_path / "a.toml", before=ONE) == []


def test_no_power_cut_loses_a_first_save_in_a_new_folder_or_brings_back_what_was_removed(
    tmp_path: Path,
) -> None:
    path = tmp_path / "2026-11-23" / "notes" / "1.toml"
    events = a_first_evening(path)

    assert violations(events, path) == []


def test_each_sync_of_a_save_is_needed_the_file_s_and_the_folder_s(tmp_path: Path) -> None:
    path = tmp_path / "a.toml"
    events = three_saves(path)

    assert len(syncs(events)) == 6
    for number in syncs(events):
        assert violations(without(events, number), path, before=ONE) != []


def test_each_sync_of_a_new_folder_and_of_a_removal_is_needed(tmp_path: Path) -> None:
    path = tmp_path / "2026-11-23" / "notes" / "1.toml"
    events = a_first_evening(path)

    assert len(syncs(events)) == 2 + 2 + 1 + 2
    for number in syncs(events):
        assert violations(without(events, number), path) != []


def test_a_folder_whose_maker_was_killed_before_it_was_safe_is_made_safe(tmp_path: Path) -> None:
    path = tmp_path / "2026-11-23" / "1.toml"
    disk = Recording()
    disk.mkdir(path.parent, 0o700)

    make_folder(path.parent, disk)
    disk.during(ONE, lambda: save(path, ONE, disk))

    assert violations(disk.events, path) == []


def test_the_model_sees_that_syncing_after_the_replace_is_too_late(tmp_path: Path) -> None:
    path = tmp_path / "a.toml"
    events = three_saves(path)
    replace = next(number for number, event in enumerate(events) if event.name == "replace")
    sync = syncs(events)[0]

    late = [*without(events, sync)[:replace], events[sync], *events[replace + 1 :]]

    assert violations(late, path, before=ONE) != []


@pytest.mark.parametrize("synced", [False, True])
def test_the_model_sees_that_writing_into_the_file_itself_is_unsafe(
    tmp_path: Path, synced: bool
) -> None:
    path = tmp_path / "a.toml"
    path.write_bytes(ONE)
    disk = Recording()

    def write_into() -> None:
        descriptor = disk.open(path, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
        rest = memoryview(TWO)
        while rest:
            rest = rest[disk.write(descriptor, rest) :]
        if synced:
            disk.fsync(descriptor)
        disk.close(descriptor)

    disk.during(TWO, write_into)

    assert violations(disk.events, path, before=ONE) != []
