"""One workshop's folder: one writer, a good copy, nothing of others lost, all of it deleted."""

import shutil
from datetime import date
from pathlib import Path

import pytest
from support.evening import A_DAY, UNSYNCED, files, workshop_of

from workshop import paths
from workshop.core.agreement.agreement import Agreement
from workshop.core.agreement.effect import ClauseAgreed
from workshop.core.agreement.seen import seen_of
from workshop.core.agreement.settling import settle
from workshop.errors import ChangedOnDisk, InUse, TooNew, Unreadable
from workshop.store import formats
from workshop.store.documents import Kept, Notes
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


def test_a_second_outside_edit_never_takes_the_place_of_the_first(us: Path) -> None:
    folder = opened(us)
    workshop = folder.workshop()
    for theirs, archived in ((b"# first", True), (b"# second", False), (b"# second", True)):
        (us / paths.WORKSHOP).write_bytes(theirs)
        folder.allow_overwrite()
        folder.save_workshop(workshop.model_copy(update={"archived": archived}))

    assert (us / f"{paths.WORKSHOP}.conflict").read_bytes() == b"# first"
    assert (us / f"{paths.WORKSHOP}.conflict-2").read_bytes() == b"# second"
    assert not (us / f"{paths.WORKSHOP}.conflict-3").exists()


def test_a_folder_for_notes_that_a_copy_left_out_is_made_again(us: Path) -> None:
    (us / paths.NOTES).rmdir()

    folder = opened(us)
    (us / paths.NOTES).rmdir()
    folder.save_notes(1, NOTES)

    assert folder.runs() == (1,)


def test_notes_that_go_while_they_are_open_here_are_put_back_with_their_folder(us: Path) -> None:
    folder = opened(us)
    folder.save_notes(1, NOTES)
    folder.save_notes(2, NOTES)
    shutil.rmtree(us / paths.NOTES)

    folder.save_notes(2, NOTES.model_copy(update={"first": "right"}))

    assert folder.notes(1) == NOTES
    assert folder.notes(2).first == "right"


def test_a_folder_for_what_was_kept_that_is_gone_is_made_again(us: Path) -> None:
    folder = opened(us)
    kept = Kept(exercise="talk", title="Talk", on=A_DAY)
    folder.save_kept(1, kept)
    shutil.rmtree(us / paths.KEPT)

    folder.save_kept(2, kept)

    assert folder.kept_runs() == (1, 2)


def test_of_notes_that_are_dropped_no_copy_stays(us: Path) -> None:
    folder = opened(us)
    folder.save_notes(1, NOTES)
    file = paths.notes(us, 1)
    for suffix in (".conflict", ".conflict-2", ".bak"):
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


@pytest.mark.parametrize("left", [None, 1], ids=["gone", "older"])
def test_a_good_copy_is_never_replaced_by_less_than_was_seen(us: Path, left: int | None) -> None:
    pages = agreements(2)
    folder = opened(us)
    folder.save_agreement(pages[2])
    folder.save_workshop(folder.workshop().model_copy(update={"record": seen_of(pages[2])}))
    folder.close()
    opened(us).close()  # finds it good
    copy = (us / f"{paths.AGREEMENT}.bak").read_bytes()
    (us / paths.AGREEMENT).unlink()
    if left is not None:
        (us / paths.AGREEMENT).write_bytes(formats.write(pages[left]))

    again = opened(us)

    assert (us / f"{paths.AGREEMENT}.bak").read_bytes() == copy
    assert again.last_good_agreement() == pages[2]


def test_the_good_copy_is_put_back_and_what_was_there_stays_beside(us: Path) -> None:
    pages = agreements(2)
    older = formats.write(pages[1])
    (us / paths.AGREEMENT).write_bytes(older)
    (us / f"{paths.AGREEMENT}.bak").write_bytes(formats.write(pages[2]))
    folder = opened_without_a_copy(us)

    folder.restore_agreement()

    assert folder.agreement() == pages[2]
    assert (us / "agreement-before-1.toml").read_bytes() == older
    folder.save_agreement(pages[2].model_copy(update={"clauses": ()}))  # nobody is in the way


def agreements(clauses: int) -> list[Agreement]:
    """Return an agreement that has grown: with no clause, with one, and so on."""
    grown = [Agreement(partners=("ALEX", "SAM"))]
    for number in range(1, clauses + 1):
        agreed = ClauseAgreed(
            origin=f"1/clause/{number}", kind="agreement", text="We cook.", exercise="", on=A_DAY
        )
        grown.append(settle(grown[-1], [agreed], A_DAY))
    return grown


def opened_without_a_copy(path: Path) -> Folder:
    """Return the folder opened, its agreement missing what was seen."""
    folder = Folder(path, UNSYNCED)
    noted = folder.workshop().model_copy(update={"record": seen_of(agreements(2)[2])})
    (path / paths.WORKSHOP).write_bytes(formats.write(noted))
    folder.open()
    return folder
