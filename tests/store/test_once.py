"""A disk that does not answer once: nothing is taken for broken, missing or empty after that."""

import errno
import os
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path

import pytest
from support.evening import UNSYNCED, workshop_of

from workshop import paths
from workshop.errors import Trouble
from workshop.store.documents import Notes
from workshop.store.folder import Folder
from workshop.store.listing import saved_in, seen
from workshop.system import System

NOTES = Notes(exercise="talk", digest="0", first="left", began=date(2026, 11, 23))
ASKED = ("open", "read", "fstat", "names", "stat", "lstat")


@pytest.fixture
def us(tmp_path: Path) -> Path:
    folder = Folder(tmp_path / "us", UNSYNCED)
    folder.create(workshop_of(["talk"]))
    folder.save_notes(1, NOTES)
    folder.close()
    return folder.path


@contextmanager
def silent(patch: pytest.MonkeyPatch, call: str, at: int) -> Iterator[None]:
    """Let one call of a kind fail: the one with this number."""
    real, count = getattr(System, call), iter(range(10_000))

    def once(system: System, *args: object) -> object:
        if next(count) == at:
            raise OSError(errno.EIO, os.strerror(errno.EIO))
        return real(system, *args)

    with patch.context() as within:
        within.setattr(System, call, once)
        yield


@pytest.mark.parametrize("at", range(6))
@pytest.mark.parametrize("call", ASKED)
def test_a_list_names_it_and_the_next_one_reads_it(
    us: Path, monkeypatch: pytest.MonkeyPatch, call: str, at: int
) -> None:
    before = seen(us)
    with silent(monkeypatch, call, at):
        try:
            during = [one.label for one in saved_in(us.parent)]
        except Trouble:  # of the data folder itself
            during = ["us"]

    assert during == ["us"]
    assert seen(us) == before


@pytest.mark.parametrize("at", range(8))
@pytest.mark.parametrize("call", ASKED)
def test_no_notes_are_lost_and_no_number_is_used_twice(
    us: Path, monkeypatch: pytest.MonkeyPatch, call: str, at: int
) -> None:
    folder = Folder(us, System())
    runs = None
    with silent(monkeypatch, call, at):
        try:
            folder.open()
            runs = folder.runs()
            folder.save_notes(1, NOTES.model_copy(update={"first": "right"}))
        except Trouble:
            pass
        finally:
            folder.close()
    again = Folder(us, UNSYNCED)
    again.open()

    assert runs in (None, (1,))
    assert again.runs() == (1,)
    assert again.notes(1).exercise == "talk"
    again.close()


def test_a_good_copy_that_cannot_be_read_keeps_nobody_out(
    us: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    Folder(us, UNSYNCED).open()
    real = System.open

    def broken(system: System, path: Path | str, flags: int, mode: int) -> int:
        if str(path).endswith(paths.BACKUP):
            raise OSError(errno.EIO, os.strerror(errno.EIO))
        return real(system, path, flags, mode)

    with monkeypatch.context() as within:
        within.setattr(System, "open", broken)
        folder = Folder(us)
        folder.open()
        folder.close()

    assert (us / "workshop.toml.bak").read_bytes() == (us / "workshop.toml").read_bytes()


def test_a_folder_that_cannot_be_read_is_in_the_list_and_takes_no_other_with_it(
    us: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    other = Folder(us.with_name("them"), UNSYNCED)
    other.create(workshop_of(["talk"]))
    other.close()
    real = System.open

    def closed(system: System, path: Path | str, flags: int, mode: int) -> int:
        if us in Path(path).parents:
            raise PermissionError(errno.EACCES, os.strerror(errno.EACCES))
        return real(system, path, flags, mode)

    monkeypatch.setattr(System, "open", closed)
    found = {one.label: one for one in saved_in(us.parent)}

    assert found["them"].glance is not None
    assert found["us"].glance is None
    assert "cannot be opened: Permission denied" in found["us"].trouble
