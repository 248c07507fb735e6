"""That workshops lie in a repository, a synced folder or one open to others is told once."""

from pathlib import Path
from random import Random

import pytest
from support.evening import SHIPPED, StillClock, drop

from workshop.cards.choice import Choice, Chosen
from workshop.cards.deeds import Back, Stop
from workshop.desk.desk import Desk
from workshop.desk.guides.caseload import Caseload
from workshop.desk.kept_where import notices
from workshop.desk.workshops import Plan, Workshops
from workshop.store.kept_in import keeper_of
from workshop.system import System

MARKED = {
    ".git": "git",
    ".hg": "Mercurial",
    ".svn": "Subversion",
    ".stfolder": "Syncthing",
    ".dropbox.cache": "Dropbox",
    ".nextcloudsync.log": "Nextcloud",
    ".owncloudsync.log": "ownCloud",
}
CALLED = {
    "Dropbox": "Dropbox",
    "Dropbox (Work)": "Dropbox",
    "OneDrive": "OneDrive",
    "OneDrive - Our School": "OneDrive",
    "OneDrive-Personal": "OneDrive",
    "Google Drive": "Google Drive",
    "GoogleDrive-sam@example.org": "Google Drive",
    "My Drive": "Google Drive",
    "iCloudDrive": "iCloud",
    "Mobile Documents": "iCloud",
    "Nextcloud": "Nextcloud",
}


def workshops(data: Path) -> Workshops:
    return Workshops(data, SHIPPED, StillClock(), Random(7))


@pytest.fixture
def data(tmp_path: Path) -> Path:
    """A data folder, deep in a repository."""
    (tmp_path / ".git").mkdir()
    folder = tmp_path / "ours" / "data"
    folder.mkdir(parents=True)
    return folder


def begun(data: Path) -> Desk:
    return workshops(data).begin(Plan(("ALEX", "SAM"), ("money",), label="us"))


@pytest.mark.parametrize("mark", MARKED)
def test_what_keeps_a_folder_is_known_by_what_lies_in_one_above(tmp_path: Path, mark: str) -> None:
    (tmp_path / mark).touch()

    keeper = keeper_of(tmp_path / "a" / "b")

    assert keeper is not None
    assert (keeper.name, keeper.root) == (MARKED[mark], tmp_path)


@pytest.mark.parametrize("name", CALLED)
def test_or_by_what_one_above_is_called(tmp_path: Path, name: str) -> None:
    keeper = keeper_of(tmp_path / name / "data")

    assert keeper is not None
    assert (keeper.name, keeper.versions) == (CALLED[name], False)


@pytest.mark.parametrize("name", ["ours", "dropboxes", "My Drives", "Oned"])
def test_any_other_folder_is_kept_by_nobody(tmp_path: Path, name: str) -> None:
    assert keeper_of(tmp_path / name) is None


def test_it_is_found_where_a_link_leads(tmp_path: Path) -> None:
    (tmp_path / "Dropbox").mkdir()
    (tmp_path / "data").symlink_to(tmp_path / "Dropbox")

    assert keeper_of(tmp_path / "data") is not None


def test_it_is_said_once_and_again_for_another_keeper(data: Path) -> None:
    first, second = notices(data), notices(data)
    (data / ".stfolder").touch()
    third = notices(data)

    assert "git keeps versions. What somebody commits stays" in first[0]
    assert second == ()
    assert "Syncthing copies to other machines" in third[0]
    assert (data / ".told").read_text() == "git\nSyncthing\n"


def test_where_it_cannot_be_noted_it_is_said_all_the_same(data: Path) -> None:
    (data / ".told").mkdir()

    assert len(notices(data)) == len(notices(data)) == 1


def test_of_a_folder_that_is_not_there_yet_nothing_is_said(data: Path) -> None:
    assert notices(data / "new") == ()
    assert not (data / "new").exists()


def test_the_two_read_it_before_they_begin_and_never_again(data: Path) -> None:
    desk = begun(data)
    told = desk.ask()
    assert isinstance(told, Choice)
    assert told.option(Stop()) is not None
    desk.reply(Chosen(Back()))
    opening = desk.ask()
    drop(desk)

    again = workshops(data).resume(data / "us")

    assert "git keeps versions" in told.lines[0]
    assert not isinstance(opening, Choice)
    assert not isinstance(again.ask(), Choice)
    drop(again)


def test_a_disk_without_locks_is_told_first(data: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def knows_no_locks(_system: System, _descriptor: int) -> None:
        raise OSError(45, "no locks")

    monkeypatch.setattr(System, "lock", knows_no_locks)
    desk = begun(data)
    first = desk.ask()
    desk.reply(Chosen(Back()))
    second = desk.ask()

    assert isinstance(first, Choice)
    assert isinstance(second, Choice)
    assert first.prompt == "This disk cannot keep a second window out."
    assert second.prompt == "Something to know about where this is kept."
    drop(desk)


def test_a_disk_that_closes_no_folder_is_told_once(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(System, "chmod", lambda _system, path, _mode: path.chmod(0o755))
    desk = begun(tmp_path / "data")
    told = desk.ask()
    drop(desk)
    again = workshops(tmp_path / "data").resume(tmp_path / "data" / "us")

    assert isinstance(told, Choice)
    assert "Others on this machine can look into" in told.lines[0]
    assert not isinstance(again.ask(), Choice)
    drop(again)


def test_home_and_the_caseload_say_it_too(data: Path) -> None:
    home = workshops(data).home()
    (data / ".told").unlink()
    caseload = Caseload(workshops(data))

    assert "git keeps versions" in home.notices[0]
    assert "git keeps versions" in caseload.said
