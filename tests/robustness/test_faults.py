"""Each call of a save fails, once or for good: the old file or the new one stands, and we are told.

Enumerated as SQLite's ioerr tests do: the first call fails, then the second, and so on, until a
save meets no fault. A writer that opens the file and writes into it is held to the same, and fails.
"""

import errno
import os
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

import pytest

from workshop.errors import NotSaved
from workshop.store.atomic import make_folder, remove, save
from workshop.system import System

from .naive import naive_save

OLD = b"old = 'what both wrote last week'\n"
NEW = b"new = 'what both wrote tonight, and somewhat longer'\n"
CODES = ("EIO", "ENOSPC", "EACCES", "EROFS", "EINTR", "EDQUOT")
CALLS = tuple(
    name
    for name, call in vars(System).items()
    if callable(call) and not name.startswith("_") and name not in ("token", "pause")
)

Lasts = Literal["once", "for that call", "for all calls"]
Happens = Literal["instead", "afterwards"]
Writer = Callable[[Path, bytes, System], None]


@dataclass(frozen=True)
class Fault:
    """What goes wrong, for how long, and whether the call was carried out all the same."""

    error: str
    lasts: Lasts
    happens: Happens = "instead"
    chunk: int = 1_000_000
    """The most bytes one write takes."""


class Failing(System):
    """Lets the call number `nth` fail, and keeps a list of the calls."""

    full_fsync_command = None  # one way to sync, so that the syncs can be counted

    def __init__(self, fault: Fault, nth: int) -> None:
        self.fault = fault
        self.nth = nth
        self.calls: list[str] = []
        self.failed: list[int] = []
        self.descriptors: set[object] = set()
        """What was opened and not closed again."""

    @property
    def first_failed(self) -> str:
        return self.calls[self.failed[0]]

    def failed_after_the_last_sync(self) -> bool:
        """Whether the file and its name were safe on the disk before anything failed."""
        return self.calls[: self.failed[0]].count("fsync") >= 2

    def ask(self, name: str, *args: object) -> object:
        self.calls.append(name)
        honest = getattr(System, name)
        if name == "write":
            args = (args[0], args[1][: self.fault.chunk])  # type: ignore[index]
        if name == "close":
            self.descriptors.discard(args[0])
        if not self._is_to_fail(name):
            result = honest(self, *args)
            if name.startswith("open"):
                self.descriptors.add(result)
            return result
        self.failed.append(len(self.calls) - 1)
        if self._is_carried_out(name):
            result = honest(self, *args)
            if name.startswith("open"):
                os.close(result)  # nobody will ever be told that number
        if self.fault.error == "ctrl+c":
            raise KeyboardInterrupt
        code = getattr(errno, self.fault.error)
        raise OSError(code, os.strerror(code))

    def _is_carried_out(self, name: str) -> bool:
        """Whether the call does its work before it fails."""
        if name == "close":
            return True  # the descriptor is gone, whatever close says
        if name == "write" and self.fault.error == "EINTR":
            return False  # an interrupted write that wrote anything says how much: no failure
        return self.fault.happens == "afterwards"

    def _is_to_fail(self, name: str) -> bool:
        if not self.failed:
            return len(self.calls) == self.nth
        match self.fault.lasts:
            case "once":
                return False
            case "for that call":
                return name == self.first_failed
            case "for all calls":
                return True


def _asking(name: str) -> Callable[..., object]:
    return lambda self, *args: self.ask(name, *args)


for _name in CALLS:
    setattr(Failing, _name, _asking(_name))


def check_one(writer: Writer, folder: Path, system: Failing, before: bytes | None) -> None:
    """Save once, with faults; fail unless all that was promised holds."""
    path = folder / "agreement.toml"
    if before is None:
        path.unlink(missing_ok=True)
    else:
        path.write_bytes(before)
    told: str | None = None
    try:
        writer(path, NEW, system)
    except NotSaved as trouble:
        told = trouble.sentence
    except KeyboardInterrupt:
        told = "ctrl+c"
    after = path.read_bytes() if path.exists() else None
    beside = [found for found in folder.iterdir() if found != path]

    assert after in (before, NEW), f"torn: {after!r}"
    assert not system.descriptors, "left open"
    assert told or after == NEW, "nobody was told"
    assert (told == "ctrl+c") <= (system.fault.error == "ctrl+c")
    if told and "nothing on the disk was changed" in told:
        assert after == before, "told the untruth"
    if system.failed:
        assert told or _may_be_passed_over(system), f"{system.first_failed} went wrong unsaid"
        if "unlink" not in {system.calls[number] for number in system.failed}:
            assert not beside, "litter"
    else:
        assert not told
        assert not beside
    for found in beside:
        found.unlink()


def _may_be_passed_over(system: Failing) -> bool:
    """Whether the save may succeed in spite of the fault: it came to nothing."""
    if system.failed_after_the_last_sync():
        return True
    if system.fault.error == "EINTR":
        return system.fault.lasts == "once" or system.first_failed == "close"
    return False


def check_all(writer: Writer, folder: Path, fault: Fault, before: bytes | None) -> int:
    """Let each call fail in turn; return how many there were."""
    for nth in range(1, 1000):
        system = Failing(fault, nth)
        check_one(writer, folder, system, before)
        if not system.failed:
            return nth - 1
    pytest.fail("no end of calls")


def faults() -> list[Fault]:
    found = [
        Fault(code, lasts, happens, chunk)
        for code in CODES
        for lasts in ("once", "for that call", "for all calls")
        for happens in ("instead", "afterwards")
        for chunk in (1_000_000, 7)
    ]
    return [*found, Fault("ctrl+c", "once"), Fault("ctrl+c", "once", "afterwards")]


@pytest.mark.parametrize("before", [OLD, None], ids=["over a file", "a first file"])
@pytest.mark.parametrize("fault", faults(), ids=str)
def test_whatever_fails_the_file_is_old_or_new_and_it_is_told(
    tmp_path: Path, fault: Fault, before: bytes | None
) -> None:
    calls = check_all(save, tmp_path, fault, before)

    assert calls >= 9 + len(NEW) // fault.chunk


def test_a_signal_that_comes_in_between_once_is_nobody_s_trouble(tmp_path: Path) -> None:
    path = tmp_path / "agreement.toml"
    for nth in range(1, 100):
        system = Failing(Fault("EINTR", "once"), nth)
        try:
            save(path, NEW, system)
        except NotSaved:
            assert system.first_failed == "real_path"  # where no system is ever interrupted
        if not system.failed:
            break
    assert nth > 9


@pytest.mark.parametrize("fault", faults(), ids=str)
def test_a_writer_that_writes_into_the_file_itself_is_caught(tmp_path: Path, fault: Fault) -> None:
    with pytest.raises(AssertionError, match=r"torn|untruth|nobody|unsaid"):
        check_all(naive_save, tmp_path, fault, OLD)


@pytest.mark.parametrize("code", CODES)
def test_whatever_fails_a_file_told_as_removed_is_gone(tmp_path: Path, code: str) -> None:
    path = tmp_path / "notes.toml"
    for nth in range(1, 100):
        path.write_bytes(OLD)
        system = Failing(Fault(code, "for all calls"), nth)
        told = ""
        try:
            remove(path, system)
        except NotSaved as trouble:
            told = trouble.sentence
        assert path.exists() == ("may still be there" in told)
        assert told or not system.failed or system.first_failed == "close"
        if not system.failed:
            break
    assert nth > 4  # open the folder, unlink, fsync, close


@pytest.mark.parametrize("lasts", ["once", "for that call"])
@pytest.mark.parametrize("code", CODES)
def test_whatever_fails_a_folder_is_made_or_told_and_not_there(
    tmp_path: Path, code: str, lasts: Lasts
) -> None:
    path = tmp_path / "2026-11-23" / "notes"
    for nth in range(1, 100):
        system = Failing(Fault(code, lasts), nth)
        try:
            make_folder(path, system)
        except NotSaved:
            assert not path.parent.exists()
        else:
            path.rmdir()
            path.parent.rmdir()
        if not system.failed:
            break
    assert nth > 10
