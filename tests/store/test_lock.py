"""One writer at a time, also across programs, and however the first one ends."""

import errno
import os
import stat
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

import workshop
from workshop.errors import InUse, NotSaved
from workshop.store.lock import WriterLock
from workshop.system import System

ANOTHER_PROGRAM = """
import sys
from pathlib import Path
from workshop.errors import Trouble
from workshop.store.lock import WriterLock
try:
    with WriterLock(Path(sys.argv[1])):
        print("held", flush=True)
        sys.stdin.read()
except Trouble as trouble:
    print(type(trouble).__name__, trouble.sentence, flush=True)
"""


@contextmanager
def another_program(folder: Path) -> Iterator[subprocess.Popen[str]]:
    """Run another program that takes the lock, says so, and keeps it until its input ends."""
    home = Path(workshop.__file__).parent.parent
    with subprocess.Popen(
        [sys.executable, "-c", ANOTHER_PROGRAM, str(folder)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
        env={**os.environ, "PYTHONPATH": str(home)},
    ) as process:
        try:
            yield process
        finally:
            process.kill()


def said_by(process: subprocess.Popen[str]) -> str:
    assert process.stdout is not None
    return process.stdout.readline().strip()


def test_another_program_that_wants_to_write_is_told(tmp_path: Path) -> None:
    with WriterLock(tmp_path), another_program(tmp_path) as other:
        said = said_by(other)

    assert said == (
        "InUse This workshop is open in another window. Close it there first, "
        "or read the agreement with `workshop show`."
    )


def test_while_another_program_writes_we_are_told(tmp_path: Path) -> None:
    with another_program(tmp_path) as other:
        assert said_by(other) == "held"

        with pytest.raises(InUse):
            WriterLock(tmp_path).acquire()


def test_once_the_other_program_is_done_we_may_write(tmp_path: Path) -> None:
    with another_program(tmp_path) as other:
        assert said_by(other) == "held"
        other.communicate()

        WriterLock(tmp_path).acquire()


def test_once_the_other_program_is_killed_we_may_write(tmp_path: Path) -> None:
    with another_program(tmp_path) as other:
        assert said_by(other) == "held"
        other.kill()
        other.wait()

        WriterLock(tmp_path).acquire()


def test_once_we_let_go_another_program_may_write(tmp_path: Path) -> None:
    lock = WriterLock(tmp_path)
    lock.acquire()
    lock.release()

    with another_program(tmp_path) as other:
        assert said_by(other) == "held"


def test_a_failure_while_we_write_lets_go_too(tmp_path: Path) -> None:
    lock = WriterLock(tmp_path)
    with pytest.raises(ZeroDivisionError), lock:
        raise ZeroDivisionError

    with another_program(tmp_path) as other:
        assert said_by(other) == "held"
        lock.release()


def test_a_second_lock_in_the_same_program_is_told(tmp_path: Path) -> None:
    with WriterLock(tmp_path), pytest.raises(InUse):
        WriterLock(tmp_path).acquire()


def test_taking_it_twice_and_letting_go_twice_is_taking_it_once(tmp_path: Path) -> None:
    lock = WriterLock(tmp_path)
    lock.acquire()
    lock.acquire()
    lock.release()

    WriterLock(tmp_path).acquire()
    lock.release()


def test_what_one_thread_took_another_can_let_go(tmp_path: Path) -> None:
    lock = WriterLock(tmp_path)
    thread = threading.Thread(target=lock.acquire)
    thread.start()
    thread.join()
    with pytest.raises(InUse):
        WriterLock(tmp_path).acquire()

    lock.release()

    WriterLock(tmp_path).acquire()


def test_a_disk_that_fails_when_we_let_go_does_not_stop_us(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    fcntl = pytest.importorskip("fcntl")

    def fail(*args: object) -> None:
        raise OSError(errno.EIO, os.strerror(errno.EIO))

    lock = WriterLock(tmp_path)
    lock.acquire()
    with monkeypatch.context() as patch:
        patch.setattr(fcntl, "flock", fail)
        lock.release()
    lock.release()


def test_through_a_link_it_is_the_same_workshop(tmp_path: Path) -> None:
    folder = tmp_path / "folder"
    folder.mkdir()
    (tmp_path / "link").symlink_to(folder)

    with WriterLock(folder), pytest.raises(InUse):
        WriterLock(tmp_path / "link").acquire()


def test_the_lock_is_an_empty_file_for_the_owner_only_that_stays(tmp_path: Path) -> None:
    before = os.umask(0)
    try:
        with WriterLock(tmp_path):
            pass
    finally:
        os.umask(before)

    assert [path.name for path in tmp_path.iterdir()] == [".lock"]
    assert stat.S_IMODE((tmp_path / ".lock").stat().st_mode) == 0o600
    assert (tmp_path / ".lock").read_bytes() == b""


def test_a_workshop_that_is_gone_is_told_and_not_made_again(tmp_path: Path) -> None:
    with pytest.raises(NotSaved, match="no longer there"):
        WriterLock(tmp_path / "gone").acquire()

    assert list(tmp_path.iterdir()) == []


def test_a_folder_that_cannot_be_written_to_is_told(tmp_path: Path) -> None:
    (tmp_path / ".lock").mkdir()

    with pytest.raises(NotSaved, match=r"cannot be written to.*`workshop show`"):
        WriterLock(tmp_path).acquire()


def test_letting_go_when_the_folder_is_gone_is_fine(tmp_path: Path) -> None:
    folder = tmp_path / "folder"
    folder.mkdir()
    with WriterLock(folder):
        (folder / ".lock").unlink()
        folder.rmdir()

    assert not folder.exists()


NO_LOCKS = {"SMB": 95, "SMB on a Mac": 45, "none left": errno.ENOLCK, "Lustre": 38, "EIO": 5}


class Lockless(System):
    """A disk that has no locks."""

    def __init__(self, code: int) -> None:
        self.code = code

    def lock(self, descriptor: int) -> None:  # noqa: ARG002  whatever is asked
        raise OSError(self.code, os.strerror(self.code))


@pytest.mark.parametrize("code", NO_LOCKS.values(), ids=NO_LOCKS)
def test_a_disk_without_locks_is_written_to_and_known_to_guard_nothing(
    tmp_path: Path, code: int
) -> None:
    lock = WriterLock(tmp_path, Lockless(code))

    lock.acquire()

    assert not lock.guards
    lock.renew()
    lock.release()
    assert [path.name for path in tmp_path.iterdir()] == [".lock"]


def test_an_empty_file_of_that_name_is_nobody_s(tmp_path: Path) -> None:
    (tmp_path / ".lock").touch()

    lock = WriterLock(tmp_path)
    lock.acquire()

    with pytest.raises(InUse):
        WriterLock(tmp_path).acquire()
    assert lock.guards
    lock.release()


def test_a_file_that_was_removed_is_taken_again_before_the_next_save(tmp_path: Path) -> None:
    lock = WriterLock(tmp_path)
    lock.acquire()
    (tmp_path / ".lock").unlink()

    lock.renew()

    with pytest.raises(InUse):
        WriterLock(tmp_path).acquire()
    lock.release()


def test_another_window_that_came_in_meanwhile_is_told_until_it_is_closed(tmp_path: Path) -> None:
    lock, other = WriterLock(tmp_path), WriterLock(tmp_path)
    lock.acquire()
    (tmp_path / ".lock").unlink()
    other.acquire()

    for _time in ("the first save", "tried again"):
        with pytest.raises(InUse):
            lock.renew()
    other.release()
    lock.renew()

    with pytest.raises(InUse):
        other.acquire()
    lock.release()
