"""What is deleted with a workshop: all that the program wrote in its folder, and nothing else."""

import errno
from collections.abc import Callable
from pathlib import Path

import pytest
from support.evening import UNSYNCED, Unsynced, workshop_of

from workshop import paths
from workshop.errors import NotSaved, Trouble
from workshop.store.copies import must_be_free
from workshop.store.folder import Folder
from workshop.store.forgetting import contents, forget
from workshop.store.linked import agreement_file
from workshop.system import System

OURS = (
    "agreement.toml",
    "agreement.toml.bak",
    "agreement.toml.conflict",
    "agreement.toml.conflict-2",
    "agreement-before-1.toml",
    "agreement-by-hand-12.toml",
    "kept/1.toml",
    "kept/.equal-say-0123456789abcdef.tmp",
    "notes/1.toml",
    "notes/30.toml.conflict",
    "notes/evening.toml",
    "notes/evening.toml.bak",
    "workshop.toml.bak",
    ".equal-say-0123456789abcdef.tmp",
)
"""Beside `workshop.toml`, what there can be of the program's own."""
OTHERS = (
    "agreement.pdf",
    "agreement (copy).toml",
    "agreement-before-us.toml",
    "notes.txt",
    "notes/1.txt",
    "notes/evening.toml.txt",
    "notes/workshop.toml",
    "kept/our wedding.jpg",
    "photos/1.toml",
    ".equal-say-mine.tmp",
    "1.toml",
)


class Unfollowed(Unsynced):
    """A disk that says of no path where it leads."""

    def real_path(self, path: Path) -> Path:
        raise OSError(errno.EIO, "it is broken", str(path))


@pytest.mark.parametrize("asks", [contents, forget, must_be_free, agreement_file])
def test_where_nobody_can_tell_where_a_path_leads_that_is_said(
    tmp_path: Path, asks: Callable[[Path, System], object]
) -> None:
    link = tmp_path / "agreement.toml"
    link.symlink_to(tmp_path)

    with pytest.raises(Trouble, match="cannot be opened: it is broken"):
        asks(link if asks is agreement_file else tmp_path / "us", Unfollowed())


@pytest.fixture
def us(tmp_path: Path) -> Path:
    """A workshop with every file of its own that there can be."""
    folder = Folder(tmp_path / "us", UNSYNCED)
    folder.create(workshop_of(["talk"]))
    folder.close()
    return put(folder.path, OURS)


def put(folder: Path, names: tuple[str, ...]) -> Path:
    for name in names:
        (folder / name).parent.mkdir(exist_ok=True)
        (folder / name).write_text(name)
    return folder


def left_in(folder: Path) -> set[str]:
    files = (file for file in folder.rglob("*") if not file.is_dir())
    return {file.relative_to(folder).as_posix() for file in files}


def test_of_what_the_program_wrote_nothing_is_left(us: Path) -> None:
    assert forget(us, UNSYNCED)

    assert not us.exists()


def test_what_is_not_the_programs_stays_as_it_is(us: Path) -> None:
    put(us, OTHERS)

    assert not forget(us, UNSYNCED)

    assert left_in(us) == set(OTHERS)
    assert all((us / name).read_text() == name for name in OTHERS)


def test_beforehand_it_is_told_what_goes_and_what_stays(us: Path) -> None:
    put(us, OTHERS)

    found = contents(us, UNSYNCED)

    ours = {file.relative_to(us).as_posix() for file in found.ours}
    assert ours == {*OURS, "workshop.toml", ".lock"}
    outside = {"photos/" if name == "photos/1.toml" else name for name in OTHERS}
    assert set(found.others) == outside


@pytest.mark.parametrize("name", ["agreement.toml", "notes/1.toml", "notes", "kept"])
def test_of_a_link_the_link_alone_is_deleted(us: Path, tmp_path: Path, name: str) -> None:
    real = tmp_path / "real"
    (us / name).rename(real)
    (us / name).symlink_to(real)
    linked = contents(us, UNSYNCED).linked

    assert forget(us, UNSYNCED)

    assert linked == (real,)
    assert left_in(real) if real.is_dir() else real.read_text() == name
    assert not us.exists()


class Stopped(BaseException):
    """The program is killed."""


class Stopping(Unsynced):
    """Is killed before it takes away the file or folder number `nth`."""

    def __init__(self, nth: int) -> None:
        self.left = nth

    def unlink(self, path: Path) -> None:
        self._count()
        super().unlink(path)

    def rmdir(self, path: Path) -> None:
        self._count()
        super().rmdir(path)

    def _count(self) -> None:
        self.left -= 1
        if self.left == 0:
            raise Stopped


STEPS = len(OURS) + 4  # and notes, kept, workshop.toml, .lock; then the folder


@pytest.mark.parametrize("nth", range(1, STEPS + 1))
def test_stopped_anywhere_it_is_a_workshop_or_none_and_can_be_gone_on_with(
    us: Path, nth: int
) -> None:
    put(us, OTHERS)

    with pytest.raises(Stopped):
        forget(us, Stopping(nth))

    is_workshop = (us / paths.WORKSHOP).is_file()
    assert is_workshop or left_in(us) <= {*OTHERS, ".lock"}
    if is_workshop:
        forget(us, UNSYNCED)
        assert left_in(us) == set(OTHERS)


class Refusing(System):
    """Lets no notes be deleted."""

    def unlink(self, path: Path) -> None:
        if path.parent.name == paths.NOTES:
            raise PermissionError(13, "Permission denied")
        super().unlink(path)


def test_what_cannot_be_deleted_is_told_and_the_workshop_is_still_there(us: Path) -> None:
    with pytest.raises(NotSaved, match="could not be removed"):
        forget(us, Refusing())

    assert (us / paths.WORKSHOP).is_file()
