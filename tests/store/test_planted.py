"""A folder that somebody sent may hold links: what they lead to is neither written nor deleted.

The agreement may be a link that the two made, to where the agreement really is.
"""

import os
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from support.evening import A_DAY, UNSYNCED, workshop_of

from workshop import paths
from workshop.core.agreement.agreement import Agreement
from workshop.core.agreement.effect import ClauseAgreed
from workshop.core.agreement.settling import settle
from workshop.errors import ChangedOnDisk, Trouble, Unreadable
from workshop.store import atomic
from workshop.store.documents import EveningNotes, Notes
from workshop.store.folder import Folder

NOTES = Notes(exercise="talk", digest="0", first="left", began=date(2026, 11, 23))
NAMES = (
    paths.WORKSHOP,
    f"{paths.WORKSHOP}.bak",
    f"{paths.AGREEMENT}.bak",
    f"{paths.AGREEMENT}.conflict",
    "agreement-by-hand-1.toml",
    "agreement-before-1.toml",
    "notes/1.toml",
    "notes/1.toml.bak",
    "notes/evening.toml",
    "notes/evening.toml.bak",
    "notes/evening.toml.conflict",
    "kept/1.toml",
    "kept/1.toml.conflict",
)
"""What the program reads, writes or deletes in a workshop's folder, the agreement aside."""


def agreement_of(*texts: str) -> Agreement:
    """Return an agreement of ALEX and SAM on each of `texts`."""
    effects = [
        ClauseAgreed(origin=f"1/{number}", kind="agreement", text=text, exercise="talk", on=A_DAY)
        for number, text in enumerate(texts)
    ]
    return settle(Agreement(partners=("ALEX", "SAM")), effects, A_DAY)


@pytest.fixture
def us(tmp_path: Path) -> Path:
    """A workshop with an agreement that nobody has open."""
    folder = Folder(tmp_path / "us", UNSYNCED)
    folder.create(workshop_of(["talk"]))
    folder.save_agreement(agreement_of("Sundays are ours."))
    folder.close()
    return folder.path


def sit(path: Path, meanwhile: Callable[[], None] = lambda: None) -> None:
    """Do in a workshop all that an evening does on the disk, and something else once it is open."""
    folder = Folder(path, UNSYNCED)
    folder.open()
    try:
        meanwhile()
        folder.evening()
        folder.save_evening(EveningNotes(first="left"))
        folder.save_notes(1, NOTES)
        folder.keep_old_page()
        folder.keep_edited()
        folder.save_agreement(agreement_of("Sundays are ours.", "So are Mondays."))
        folder.save_workshop(workshop_of(["talk", "listen"]))
        folder.drop_old_pages()
        folder.drop_notes(1)
        folder.drop_evening()
    finally:
        folder.close()


def trouble_of(us: Path, meanwhile: Callable[[], None] = lambda: None) -> str:
    """Do what an evening does, and return what is told if it cannot."""
    try:
        sit(us, meanwhile)
    except Trouble as trouble:
        return trouble.sentence
    return ""


def names(folder: Path) -> list[str]:
    return sorted(file.name for file in folder.iterdir())


def put(us: Path, name: str, victim: Path, how: str) -> None:
    """Put a link of that name in the place of whatever is there."""
    (us / name).parent.mkdir(exist_ok=True)
    (us / name).unlink(missing_ok=True)
    getattr(us / name, how)(victim)


@pytest.mark.parametrize("name", [*NAMES, paths.LOCK])
def test_what_a_planted_link_leads_to_is_neither_written_nor_deleted(
    us: Path, tmp_path: Path, name: str
) -> None:
    victim = tmp_path / "profile"
    victim.write_bytes((us / name).read_bytes() if (us / name).exists() else b"export A=1\n")
    before = victim.read_bytes()
    put(us, name, victim, "symlink_to")

    told = trouble_of(us)

    assert str(us) in told
    assert name in told
    assert victim.read_bytes() == before
    assert names(tmp_path) == ["profile", "us"]


@pytest.mark.parametrize("name", NAMES)
def test_nor_is_it_if_the_link_comes_in_the_middle_of_an_evening(
    us: Path, tmp_path: Path, name: str
) -> None:
    victim = tmp_path / "profile"
    victim.write_bytes(b"export A=1\n")

    told = trouble_of(us, lambda: put(us, name, victim, "symlink_to"))

    assert not told or str(us) in told
    assert victim.read_bytes() == b"export A=1\n"
    assert names(tmp_path) == ["profile", "us"]


def test_of_many_links_three_are_named_and_the_rest_is_counted(us: Path, tmp_path: Path) -> None:
    for number in range(1, 10):
        (us / paths.NOTES / f"{number}.toml").symlink_to(tmp_path)
    (us / "photos").symlink_to(tmp_path)

    assert "notes/1.toml, notes/2.toml, notes/3.toml and 6 more" in trouble_of(us)


def test_a_link_of_another_name_is_nobody_s_trouble(us: Path, tmp_path: Path) -> None:
    (us / "photos").symlink_to(tmp_path)

    assert trouble_of(us) == ""
    assert (us / "photos").is_symlink()


@pytest.mark.parametrize("name", [*NAMES, paths.AGREEMENT])
def test_another_name_of_the_same_file_keeps_what_it_holds(
    us: Path, tmp_path: Path, name: str
) -> None:
    other = tmp_path / "other"
    (us / name).parent.mkdir(exist_ok=True)
    if not (us / name).exists():
        (us / name).write_bytes(b"")
    other.hardlink_to(us / name)
    before = other.read_bytes()

    trouble_of(us)

    assert other.read_bytes() == before


@pytest.mark.parametrize("name", [paths.NOTES, paths.KEPT])
def test_a_folder_of_ours_that_is_a_link_is_told_and_left_alone(
    us: Path, tmp_path: Path, name: str
) -> None:
    there = tmp_path / "there"
    there.mkdir()
    (there / "1.toml").write_bytes(b"theirs")
    (there / ".equal-say-0123456789abcdef.tmp").write_bytes(b"theirs")
    if (us / name).exists():
        (us / name).rmdir()
    (us / name).symlink_to(there, target_is_directory=True)

    with pytest.raises(Trouble, match=name):
        sit(us)

    assert {file.name: file.read_bytes() for file in there.iterdir()} == {
        "1.toml": b"theirs",
        ".equal-say-0123456789abcdef.tmp": b"theirs",
    }


@pytest.mark.parametrize("name", [*NAMES, paths.AGREEMENT, paths.LOCK])
def test_a_pipe_in_the_place_of_any_file_is_not_waited_for(us: Path, name: str) -> None:
    (us / name).parent.mkdir(exist_ok=True)
    (us / name).unlink(missing_ok=True)
    os.mkfifo(us / name)

    told = trouble_of(us)

    assert not told or str(us) in told
    assert (us / name).is_fifo() or (us / name).is_file() or not (us / name).exists()


# -- the link that is meant -----------------------------------------------------------------------


def elsewhere(us: Path, place: Path) -> Path:
    """Put the agreement in another place, as the two may, and a link in its stead."""
    place.parent.mkdir(exist_ok=True)
    (us / paths.AGREEMENT).rename(place)
    (us / paths.AGREEMENT).symlink_to(place)
    return place


def test_an_agreement_in_another_place_is_read_and_written_there(us: Path, tmp_path: Path) -> None:
    place = elsewhere(us, tmp_path / "shared" / "ours.toml")

    sit(us)

    assert (us / paths.AGREEMENT).is_symlink()
    assert "So are Mondays." in place.read_text()
    assert names(place.parent) == ["ours.toml"]
    assert not place.is_symlink()


def test_what_somebody_else_wrote_there_meanwhile_is_told(us: Path, tmp_path: Path) -> None:
    place = elsewhere(us, tmp_path / "shared" / "ours.toml")
    folder = Folder(us, UNSYNCED)
    folder.open()
    place.write_text(place.read_text() + "# a word\n")

    with pytest.raises(ChangedOnDisk):
        folder.save_agreement(agreement_of("Sundays are ours.", "So are Mondays."))

    folder.close()
    assert place.read_text().endswith("# a word\n")


@pytest.mark.parametrize("name", [".bashrc", "agreement", "run.sh", "ours.toml.bak"])
def test_it_is_not_followed_to_what_is_called_otherwise(
    us: Path, tmp_path: Path, name: str
) -> None:
    place = elsewhere(us, tmp_path / name)
    before = place.read_bytes()

    with pytest.raises(Unreadable, match=r"is a link to .* and is not followed there"):
        sit(us)

    assert place.read_bytes() == before


def test_it_is_not_followed_into_another_workshop(us: Path, tmp_path: Path) -> None:
    them = Folder(tmp_path / "them", UNSYNCED)
    them.create(workshop_of(["talk"]))
    them.close()
    place = elsewhere(us, them.path / paths.AGREEMENT)
    before = place.read_bytes()

    with pytest.raises(Unreadable, match="in no other workshop"):
        sit(us)

    assert place.read_bytes() == before


def test_it_is_not_followed_to_a_file_that_has_another_name_too(us: Path, tmp_path: Path) -> None:
    place = elsewhere(us, tmp_path / "shared" / "ours.toml")
    (tmp_path / "other").hardlink_to(place)

    with pytest.raises(Unreadable, match="is not followed there"):
        sit(us)


def test_a_file_there_that_is_no_agreement_is_left_as_it_is(us: Path, tmp_path: Path) -> None:
    place = elsewhere(us, tmp_path / "pyproject.toml")
    place.write_text("[project]\nname = 'theirs'\n")

    with pytest.raises(Unreadable):
        sit(us)

    assert place.read_text() == "[project]\nname = 'theirs'\n"


def test_one_that_is_not_there_now_is_told_and_none_is_made(us: Path, tmp_path: Path) -> None:
    place = elsewhere(us, tmp_path / "stick" / "ours.toml")
    place.unlink()

    with pytest.raises(Unreadable, match=r"which is not there now\. Bring that back"):
        sit(us)

    assert not place.exists()


def test_the_whole_folder_may_be_a_link(us: Path, tmp_path: Path) -> None:
    link = tmp_path / "data" / "us"
    link.parent.mkdir()
    link.symlink_to(us, target_is_directory=True)

    sit(link)

    assert link.is_symlink()
    assert "So are Mondays." in (us / paths.AGREEMENT).read_text()


def test_a_crash_log_that_is_a_link_is_written_beside_what_it_leads_to(tmp_path: Path) -> None:
    victim = tmp_path / "profile"
    victim.write_bytes(b"export A=1\n")
    (tmp_path / paths.CRASH_LOG).symlink_to(victim)

    atomic.save(tmp_path / paths.CRASH_LOG, b"where it happened", UNSYNCED)

    assert victim.read_bytes() == b"export A=1\n"
    assert (tmp_path / paths.CRASH_LOG).read_bytes() == b"where it happened"
