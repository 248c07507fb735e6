"""Copies that programs which sync folders leave beside a workshop's files, known by their names."""

from pathlib import Path

import pytest
from support.evening import UNSYNCED, workshop_of

from workshop.store.folder import Folder
from workshop.store.forgetting import contents, forget
from workshop.store.listing import seen
from workshop.store.sync_copies import copies_in, is_copy

DOCUMENTS = (
    "workshop",
    "agreement",
    "agreement-before-1",
    "agreement-by-hand-12",
    "notes/1",
    "notes/evening",
    "kept/20",
)
SAY_SO = (
    "{} (Alex's conflicted copy 2026-11-28).toml",
    "{} (LAPTOP-7 conflicted copy 2026-11-28 101500).toml",
    "{} (In Konflikt stehende Kopie von Jos\u00e9 2026-11-28).toml",
    "{} (Copie en conflit de Zo\u00eb).toml",
    "{} (conflicted copy 2026-11-28 101500).toml",
    "{}_conflict-20261128-101500.toml",
    "{}.sync-conflict-20261128-101500-ABCDEF7.toml",
    "{}.sync-conflict-20261128-101500.toml",
    "{}.toml.sync-conflict-20261128-101500-ABCDEF7.age",
    "{}.toml (conflicted copy 2026-11-28 101500).bak",
)
SAY_LESS = ("{} (1).toml", "{} 2.toml", "{}-DESKTOP-A1B2.toml", "{}-LAPTOP-2.toml", "{} (1) 2.toml")
NONE = (
    "workshop.toml",
    "agreement.toml.bak",
    "agreement.toml.age",
    "agreement-before-1.toml",
    "agreement-by-hand-12.toml",
    "notes/1.toml",
    "notes/12.toml",
    "notes/evening.toml",
    "kept/1.toml",
    "key-left.age",
    "locked.toml",
    ".lock",
    "notes",
    "agreement (copy).toml",
    "agreement-before-us.toml",
    "agreement.pdf",
    "photos (1)",
    "shopping (1).toml",
)


@pytest.fixture
def us(tmp_path: Path) -> Path:
    folder = Folder(tmp_path / "us", UNSYNCED)
    folder.create(workshop_of(["talk"]))
    folder.close()
    (folder.path / "kept").mkdir()
    return folder.path


@pytest.mark.parametrize("form", [*SAY_SO, *SAY_LESS])
@pytest.mark.parametrize("document", DOCUMENTS)
def test_each_program_has_its_way_to_call_a_copy(document: str, form: str) -> None:
    assert is_copy(form.format(document))


@pytest.mark.parametrize("name", ["key-left (1).age", "locked 2.toml", "notes (1)", "kept-LAPTOP"])
def test_keys_and_folders_have_copies_too(name: str) -> None:
    assert is_copy(name)


@pytest.mark.parametrize("name", NONE)
def test_what_is_of_the_program_or_the_pair_is_none(name: str) -> None:
    assert not is_copy(name)


def test_a_list_knows_of_them_and_reads_none_as_truth(us: Path) -> None:
    names = ("agreement (1).toml", "notes/1.sync-conflict-20261128-101500-ABCDEF7.toml")
    own = ("agreement.toml.conflict", "agreement.toml.conflict-2")
    before = seen(us)
    for name in (*names, *own):
        (us / name).write_text("format = 99")

    after = seen(us)

    assert after.copies == tuple(sorted((*names, *own)))
    assert (after.glance, before.copies) == (before.glance, ())


def test_one_that_cannot_be_read_has_them_named_as_well(us: Path) -> None:
    (us / "workshop.toml").write_text("broken")
    (us / "workshop-LAPTOP.toml").write_text("format = 1")

    assert seen(us).copies == ("workshop-LAPTOP.toml",)


def test_to_open_a_workshop_leaves_them_as_they_are(us: Path) -> None:
    for form in (*SAY_SO, *SAY_LESS):
        (us / form.format("agreement")).write_text(form)

    folder = Folder(us, UNSYNCED)
    folder.open()
    folder.close()

    assert len(copies_in(us)) == len(SAY_SO) + len(SAY_LESS)


@pytest.mark.parametrize("document", ["agreement", "agreement-before-1"])
def test_what_a_program_left_is_forgotten_and_what_may_be_somebodys_stays(
    us: Path, document: str
) -> None:
    for form in (*SAY_SO, *SAY_LESS):
        (us / form.format(document)).write_text(form)
    maybe = tuple(sorted(form.format(document) for form in SAY_LESS))

    found = contents(us, UNSYNCED)
    assert not forget(us, UNSYNCED)

    assert (found.maybe, found.others) == (maybe, ())
    assert len(found.copies) == len(SAY_SO)
    assert sorted(file.name for file in us.iterdir()) == list(maybe)


@pytest.mark.parametrize("document", ["workshop", "notes/1", "notes/evening", "kept/20"])
def test_of_what_nobody_copies_by_hand_every_copy_is_forgotten(us: Path, document: str) -> None:
    for form in (*SAY_SO, *SAY_LESS):
        (us / form.format(document)).write_text(form)

    assert forget(us, UNSYNCED)
    assert not us.exists()
