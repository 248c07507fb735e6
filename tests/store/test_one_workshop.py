"""One workshop's folder: one writer, a good copy, nothing of others lost, all of it deleted."""

from datetime import date
from pathlib import Path

import pytest
from support.evening import UNSYNCED, files, workshop_of

from workshop import paths
from workshop.errors import ChangedOnDisk, InUse, TooNew, Unreadable
from workshop.store.documents import Notes
from workshop.store.folder import Folder
from workshop.store.forgetting import forget

NOTES = Notes(exercise="talk", digest="0", first="left", began=date(2026, 11, 23))


@pytest.fixture
def us(tmp_path: Path) -> Path:
    """A workshop that nobody has open."""
    folder = Folder(tmp_path / "us", UNSYNCED)
    folder.create(workshop_of(["talk"]))
    folder.close()
    return folder.path


def opened(path: Path) -> Folder:
    folder = Folder(path, UNSYNCED)
    folder.open()
    return folder


def test_a_second_window_is_told_and_writes_nothing(us: Path) -> None:
    first = opened(us)
    before = files(us, copies=True)

    with pytest.raises(InUse):
        opened(us)

    assert files(us, copies=True) == before
    first.close()
    opened(us).close()


def test_it_is_not_forgotten_while_somebody_has_it_open(us: Path) -> None:
    first = opened(us)
    before = files(us, copies=True)

    with pytest.raises(InUse):
        forget(us)

    assert files(us, copies=True) == before
    first.close()


def test_forgetting_one_leaves_all_others(us: Path, tmp_path: Path) -> None:
    other = Folder(tmp_path / "them", UNSYNCED)
    other.create(workshop_of(["talk"]))
    other.close()
    before = files(other.path)

    forget(us)

    assert not us.exists()
    assert files(other.path) == before


@pytest.mark.parametrize("name", [paths.WORKSHOP, paths.AGREEMENT])
def test_what_is_found_good_is_copied_and_the_copy_named_when_it_breaks(
    us: Path, name: str
) -> None:
    if name == paths.AGREEMENT:
        (us / name).write_text('format = 1\npartners = ["ALEX", "SAM"]\n')
    good = (us / name).read_bytes()
    opened(us).close()
    (us / name).write_bytes(good[:-9])

    with pytest.raises(Unreadable) as told:
        opened(us)

    assert (us / f"{name}.bak").read_bytes() == good
    assert f"The last good copy is {us / name}.bak" in told.value.sentence


def test_what_something_else_changed_meanwhile_is_not_overwritten_unasked(us: Path) -> None:
    folder = opened(us)
    workshop = folder.workshop()
    theirs = (us / paths.WORKSHOP).read_bytes() + b"# theirs\n"
    (us / paths.WORKSHOP).write_bytes(theirs)
    ours = workshop.model_copy(update={"archived": True})

    with pytest.raises(ChangedOnDisk):
        folder.save_workshop(ours)

    assert (us / paths.WORKSHOP).read_bytes() == theirs
    folder.allow_overwrite()
    folder.save_workshop(ours)
    assert folder.workshop() == ours
    assert (us / f"{paths.WORKSHOP}.conflict").read_bytes() == theirs


def test_of_notes_that_are_dropped_no_copy_stays(us: Path) -> None:
    folder = opened(us)
    folder.save_notes(1, NOTES)
    file = paths.notes(us, 1)
    for suffix in (".conflict", ".bak"):
        file.with_name(file.name + suffix).write_bytes(b"what was said")

    folder.drop_notes(1)

    assert list(file.parent.iterdir()) == []


def test_what_a_later_version_wrote_is_refused_and_left(us: Path) -> None:
    file = us / paths.WORKSHOP
    newer = file.read_bytes().replace(b"format = 1", b"format = 2", 1)
    file.write_bytes(newer)

    with pytest.raises(TooNew, match="later version"):
        opened(us)

    assert file.read_bytes() == newer
