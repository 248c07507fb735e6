"""A locked workshop: all of it is ciphertext, it reads and saves as any other, and comes back."""

import errno
import shutil
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from robustness.test_first_save import killed_at_each_call
from support.disks import CALLS
from support.effort import LONG, every
from support.evening import A_DAY, UNSYNCED, Unsynced, files, workshop_of
from support.locks import BOTH, HERS, HIS, QUICK, lock, unlock, vault_of

from workshop import paths
from workshop.cards.missed import older_workshop
from workshop.core.agreement.agreement import Agreement
from workshop.desk.archiving import archive, archive_locked
from workshop.errors import ChangedOnDisk, Locked, NotFound, Refused, Trouble, Unreadable
from workshop.store.documents import EveningNotes, Notes
from workshop.store.folder import Folder
from workshop.store.forgetting import contents, forget, found
from workshop.store.glance import hint
from workshop.store.keys import lost_key, must_do, opened
from workshop.store.listing import find, saved_in, seen
from workshop.store.locked import still_sealed
from workshop.store.outside import is_locked, read
from workshop.store.sync_copies import copies_in
from workshop.store.vault import Vault
from workshop.system import System

MARKERS = (b'"ALEX"', b'"SAM"', b"appreciation", b"0123456789abcdef", b"Thursday")


def everything(folder: Path) -> dict[str, bytes]:
    """Return every file in a folder, by its name from there, but the lock of the writer."""
    found = {str(file.relative_to(folder)): file for file in folder.rglob("*") if file.is_file()}
    return {name: file.read_bytes() for name, file in found.items() if file.name != paths.LOCK}


def make(path: Path, *, guided: bool = False) -> Path:
    """Save a workshop with a document of every kind."""
    folder = Folder(path, UNSYNCED)
    workshop = workshop_of(["appreciation"], guided=guided)
    folder.create(workshop.model_copy(update={"next_evening": A_DAY}))
    folder.save_agreement(Agreement(partners=("ALEX", "SAM")))
    folder.save_notes(1, Notes(exercise="appreciation", digest="0" * 64, first="left", began=A_DAY))
    folder.save_evening(EveningNotes(began=A_DAY, first="left"))
    folder.close()
    for name in ("agreement-before-1.toml", "agreement-by-hand-1.toml", "agreement.toml.conflict"):
        (path / name).write_text('format = 1\npartners = ["ALEX", "SAM"]\n# Thursday\n')
    return path


@pytest.fixture
def us(tmp_path: Path) -> Path:
    return make(tmp_path / "data" / "us")


def test_nothing_of_it_is_in_plain_and_all_of_it_comes_back(us: Path) -> None:
    Folder(us, UNSYNCED).open()  # copies are made now
    before = everything(us)

    lock(us)

    locked = everything(us)
    names = {name for name in locked if not name.endswith(".age")}
    assert names == {paths.OUTSIDE}
    assert not [name for name, data in locked.items() if any(word in data for word in MARKERS)]
    assert {name.removesuffix(".age") for name in locked} >= before.keys()

    unlock(us)

    assert everything(us) == before


COPIES = (
    "agreement.toml.sync-conflict-20261125-101010-ABCDEFG.bak",
    "workshop.toml (1).bak",
    "workshop (1).bak",
    "agreement (conflict).toml.bak",
    "agreement (2026-11-25 conflict).toml.conflict-2",
    "notes/1 (1).toml",
    "notes/1.sync-conflict-20261125-101010-ABCDEFG.toml",
)
"""What programs that sync folders leave, in forms that were met."""


@pytest.mark.parametrize("name", COPIES)
def test_a_copy_of_a_sync_program_comes_back_or_keeps_its_keys(us: Path, name: str) -> None:
    (us / name).write_bytes(b"Thursday, of " + name.encode())
    before = everything(us)

    lock(us)
    unlock(us)

    after = everything(us)
    sealed = [left for left in after if left.endswith(".age") and not left.startswith("key-")]
    assert after.get(name) == before[name] or name in {left[:-4] for left in sealed}
    assert not sealed or "key-left.age" in after


CIPHERTEXT = {
    "workshop.toml (1).age": "workshop.toml.age",
    "workshop.toml-DESKTOP-A1B2.age": "workshop.toml.age",
    "notes/1.toml 2.age": "notes/1.toml.age",
    "agreement.toml (conflicted copy 2026-11-25 101010).age": "agreement.toml.age",
}
"""What such programs call a copy of what is locked, and of which file."""


@pytest.mark.parametrize("name", CIPHERTEXT)
def test_a_copy_of_ciphertext_is_known_as_one_when_it_is_back(us: Path, name: str) -> None:
    lock(us)
    shutil.copy(us / CIPHERTEXT[name], us / name)
    copy = name.removesuffix(".age")

    unlock(us)

    assert (us / copy).read_bytes() == (us / CIPHERTEXT[name].removesuffix(".age")).read_bytes()
    assert copy in copies_in(us)
    assert us / copy in contents(us).ours
    lock(us)
    assert not [left for left in everything(us) if not left.endswith(".age")][1:]


def test_ciphertext_with_a_mark_behind_its_ending_keeps_its_keys(us: Path) -> None:
    lock(us)
    copy = us / "agreement.toml.age (conflicted copy 2026-11-25 101010)"
    shutil.copy(us / "agreement.toml.age", copy)
    raw = copy.read_bytes()

    Folder(us, UNSYNCED, vault=vault_of(us)).open()
    unlock(us)

    assert copy.read_bytes() == raw
    assert still_sealed(us, UNSYNCED) == [copy.name]
    assert (us / "key-left.age").exists()


def test_one_whose_own_file_is_gone_is_found_all_the_same(us: Path) -> None:
    lock(us)
    (us / "workshop.toml.age").unlink()

    assert found(us.parent, "us") == us
    assert seen(us).glance is None
    assert seen(us).trouble.startswith("us is locked, and workshop.toml.age is missing there.")
    with pytest.raises(Locked, match="`workshop recover us` asks for a passphrase"):
        find(us.parent, "us")


def test_a_damaged_copy_stays_with_its_keys_and_holds_nothing_up(us: Path) -> None:
    lock(us)
    damaged = us / "agreement.toml.conflict.age"
    damaged.write_bytes(damaged.read_bytes()[:-9])

    unlock(us)

    assert (us / "workshop.toml").exists()
    assert damaged.exists()
    assert (us / "key-right.age").exists()


def test_the_keys_stay_as_long_as_anything_needs_them(us: Path) -> None:
    lock(us)
    odd = us / "agreement.toml.what-a-program-may-do.age"
    shutil.copy(us / "agreement.toml.age", odd)

    unlock(us)

    assert odd.exists()
    assert (us / "key-left.age").exists()


def test_a_copy_that_changed_meanwhile_is_put_beside(us: Path) -> None:
    copy = us / "workshop (1).bak"
    copy.write_bytes(b"Thursday")
    lock(us)
    copy.write_bytes(b"Thursday, and Friday")

    unlock(us)

    assert b"Thursday, and Friday" in everything(us).values()


def test_what_stands_outside_is_days_alone(us: Path) -> None:
    lock(us)

    glance = seen(us).glance

    assert glance is not None
    assert (glance.locked, glance.names, glance.next_evening) == (True, ("", ""), A_DAY)
    assert [saved.label for saved in saved_in(us.parent)] == ["us"]
    assert find(us.parent, "us") == us == find(us.parent, None)
    assert (us / paths.OUTSIDE).read_text().splitlines()[1:] == [
        "format = 1",
        "locked = true",
        "created = 2026-11-23",
        "next_evening = 2026-11-23",
    ]


def test_a_list_shows_no_more_of_it_where_a_file_in_plain_came_back(us: Path) -> None:
    plain = (us / "workshop.toml").read_bytes()
    lock(us)
    (us / "workshop.toml").write_bytes(plain.replace(b"2026", b"2031"))

    saved = seen(us)

    assert saved.glance is not None
    assert saved.glance == replace(saved.glance, names=("", ""), locked=True, agreement="as seen")
    assert hint(str(us)).day < "2031"


def test_an_older_file_of_a_locked_one_is_kept_apart_from_what_knows_more(us: Path) -> None:
    lock(us)
    raw = (us / "workshop.toml.age").read_bytes()
    folder = Folder(us, UNSYNCED, vault=vault_of(us))
    folder.save_workshop(folder.workshop().model_copy(update={"last_evening": date(2027, 1, 4)}))
    folder.open()
    folder.close()
    (us / "workshop.toml.age").write_bytes(raw)

    older = Folder(us, UNSYNCED, vault=vault_of(us))
    older.open()

    assert older.newer == us / "workshop.toml.conflict-1.age"
    assert "in the place of workshop.toml.age." in older_workshop(older.newer.name)


def test_the_days_outside_follow_what_is_saved_inside(us: Path) -> None:
    lock(us)
    folder = Folder(us, UNSYNCED, vault=vault_of(us))
    folder.open()

    later = date(2027, 1, 4)
    news = {"last_evening": later, "next_evening": None, "archived": True}
    folder.save_workshop(folder.workshop().model_copy(update=news))

    outside = read(us)
    assert outside is not None
    assert (outside.last, outside.next, outside.archived) == (later, None, True)
    folder.save_evening(EveningNotes(began=date(2027, 2, 1), first="left"))
    outside = read(us)
    assert outside is not None
    assert outside.last == date(2027, 2, 1)


@pytest.mark.parametrize("passphrase", BOTH.values())
def test_either_passphrase_opens_it(us: Path, passphrase: str) -> None:
    lock(us)

    folder = Folder(us, UNSYNCED, vault=vault_of(us, passphrase))

    assert folder.workshop().names == ("ALEX", "SAM")
    assert (folder.runs(), folder.kept_runs()) == ((1,), ())


def test_without_a_key_nothing_is_read_and_nothing_changes(us: Path) -> None:
    lock(us)
    before = everything(us)

    for act in (Folder(us).workshop, Folder(us).agreement, Folder(us).open, Folder(us).evening):
        with pytest.raises(Locked, match="us is locked"):
            act()
    with pytest.raises(Refused, match="opens nothing here"):
        vault_of(us, "something else entirely")

    assert everything(us) == before


def test_what_is_saved_in_it_is_ciphertext_too_with_its_copies(us: Path) -> None:
    lock(us)
    folder = Folder(us, UNSYNCED, vault=vault_of(us))
    folder.open()

    folder.save_notes(2, Notes(exercise="money", digest="1" * 64, first="right", began=A_DAY))
    folder.keep_old_page()
    agreement = folder.agreement_as_it_stands()
    sealed = us / "agreement.toml.age"
    sealed.write_bytes(vault_of(us).seal(b'format = 1\npartners = ["ALEX", "KIM"]\n'))
    changed = agreement.model_copy(update={"updated": A_DAY})
    with pytest.raises(ChangedOnDisk):
        folder.save_agreement(changed)
    folder.allow_overwrite()
    folder.save_agreement(changed)
    folder.close()

    assert {name for name in everything(us) if not name.endswith(".age")} == {paths.OUTSIDE}
    again = Folder(us, UNSYNCED, vault=vault_of(us, HIS))
    assert again.runs() == (1, 2)
    assert again.agreement() == changed


def test_something_else_in_the_place_of_a_document_is_told_and_kept_beside_it(us: Path) -> None:
    lock(us)
    folder = Folder(us, UNSYNCED, vault=vault_of(us))
    folder.open()
    other = Vault.new().seal(b"format = 1\n")
    (us / "agreement.toml.age").write_bytes(other)
    agreement = Agreement(partners=("ALEX", "SAM"), updated=A_DAY)

    with pytest.raises(ChangedOnDisk):
        folder.save_agreement(agreement, keep_edited=False)
    folder.allow_overwrite()
    folder.save_agreement(agreement, keep_edited=False)

    assert folder.agreement() == agreement
    copy = (us / "agreement.toml.conflict-2.age").read_bytes()  # the first one was there before
    assert vault_of(us).open(copy, "") == other


@pytest.mark.parametrize("cut", [0, 1, 40, 150, -1])
@pytest.mark.parametrize("name", ["workshop.toml.age", "agreement.toml.age"])
def test_a_file_that_is_cut_short_is_told_and_left(us: Path, name: str, cut: int) -> None:
    lock(us)
    vault = vault_of(us)
    whole = (us / name).read_bytes()
    (us / name).write_bytes(whole[:cut])
    before = everything(us)

    with pytest.raises(Unreadable, match=f"{name} does not open with the key"):
        Folder(us, UNSYNCED, vault=vault).open()

    assert everything(us) == before


def test_the_key_of_another_workshop_is_told(us: Path) -> None:
    other = make(us.with_name("other"))
    lock(us)
    lock(other)
    for name in ("key-left.age", "key-right.age"):
        (us / name).write_bytes((other / name).read_bytes())

    with pytest.raises(Unreadable, match="it is from another workshop"):
        vault_of(us)


def test_a_document_that_is_damaged_keeps_nobody_from_the_others(us: Path) -> None:
    lock(us)
    (us / "workshop.toml.age").write_bytes(b"damaged")

    folder = Folder(us, UNSYNCED, vault=vault_of(us))

    assert folder.agreement() is not None
    with pytest.raises(Unreadable, match=r"workshop\.toml\.age does not open with the key"):
        folder.workshop()


def test_one_key_file_is_enough_for_its_owner_and_without_any_that_is_told(us: Path) -> None:
    lock(us)
    (us / "key-left.age").unlink()

    assert vault_of(us, HIS)
    assert lost_key(us).startswith("Missing here: key-left.age.")
    (us / "key-right.age").unlink()
    with pytest.raises(NotFound, match="there is no key file"):
        vault_of(us, HIS)


@pytest.mark.parametrize(
    "weak", ["", "short", " " * 12, "x" * 1001, "eight\x1bchars", "a\nb\nc\nd\ne"]
)
def test_a_passphrase_that_keeps_nobody_out_is_refused(weak: str) -> None:
    with pytest.raises(Refused):
        must_do(weak)


@given(st.binary(max_size=3000))
def test_whatever_goes_in_comes_out(data: bytes) -> None:
    vault = Vault.new()

    sealed = vault.seal(data)

    assert vault.open(sealed, "") == Vault.of(vault.secret).open(sealed, "") == data


def plain_or_locked(us: Path) -> dict[str, bytes]:
    """Open a workshop as it stands, whichever way, and return what its documents say."""
    vault = vault_of(us) if is_locked(us) else None
    folder = Folder(us, UNSYNCED, vault=vault)
    folder.open()
    folder.close()
    left = everything(us)
    if vault is None:
        return left
    assert {name for name in left if not name.endswith(".age")} == {paths.OUTSIDE}
    return {
        name.removesuffix(".age"): vault.open(data, name)
        for name, data in left.items()
        if name.endswith(".age") and not name.startswith("key-")
    }


Act = Callable[[Path, System], None]


def killed(us: Path, act: Act, step: int) -> Iterator[tuple[int, bool]]:
    """Yield, after a kill at each call, which it was and whether it is locked then."""
    for nth in killed_at_each_call(us, lambda system: act(us, system), step):
        yield nth, is_locked(us)


@pytest.mark.parametrize("act", [lock, unlock])
def test_after_a_kill_at_any_call_it_is_whole_one_way_or_the_other(us: Path, act: Act) -> None:
    Folder(us, UNSYNCED).open()
    before = everything(us)
    if act is unlock:
        lock(us)
    ends = set()

    for nth, locked in killed(us, act, every(13)):
        ends.add(locked)
        assert plain_or_locked(us) == before, nth

    assert ends == {True, False}


@pytest.mark.parametrize("act", [lock, unlock])
def test_and_it_can_be_done_again(us: Path, act: Act) -> None:
    Folder(us, UNSYNCED).open()
    before = everything(us)
    if act is unlock:
        lock(us)

    for nth, locked in killed(us, act, 7 if LONG else 29):
        if locked is (act is unlock):
            act(us, UNSYNCED)
        assert plain_or_locked(us) == before, nth


@pytest.mark.parametrize("name", [paths.WORKSHOP, "workshop.toml.bak", "notes/1.toml"])
def test_a_plain_document_that_comes_back_is_put_beside_and_not_lost(us: Path, name: str) -> None:
    Folder(us, UNSYNCED).open()
    lock(us)
    before = vault_of(us).open((us / f"{name}.age").read_bytes(), name)

    for other in (b"# one", b"# another"):
        (us / name).write_bytes(before + other)
        assert is_locked(us)
        folder = Folder(us, UNSYNCED, vault=vault_of(us))
        folder.open()
        folder.close()
        assert not (us / name).exists()

    document = name.removesuffix(".bak")
    copies = [f"{document}.conflict.age", f"{document}.conflict-2.age"]
    said = [vault_of(us).open((us / copy).read_bytes(), copy) for copy in copies]
    assert said == [before + b"# one", before + b"# another"]
    assert vault_of(us).open((us / f"{name}.age").read_bytes(), name) == before


SYNCED = (
    "agreement (SAM's conflicted copy 2026-11-23).toml",
    "notes/1.sync-conflict-20261123-101010-ABCDEFG.toml",
    "workshop (1).toml",
)


def test_copies_that_a_sync_program_left_are_locked_and_come_back(us: Path) -> None:
    for name in SYNCED:
        (us / name).write_text("# Thursday, ALEX and SAM\n")
    (us / "agreement (1).toml").write_text("# mine")
    Folder(us, UNSYNCED).open()
    before = everything(us)

    lock(us)

    locked = everything(us)
    in_plain = {name for name in locked if not name.endswith(".age")}
    assert in_plain == {paths.OUTSIDE, "agreement (1).toml"}  # that may be somebody's own
    unlock(us)
    assert everything(us) == before


def test_copies_of_keys_and_ciphertext_that_a_sync_program_left_stop_nothing(us: Path) -> None:
    Folder(us, UNSYNCED).open()
    before = everything(us)
    lock(us)
    shutil.copy(us / "key-left.age", us / "key-left (1).age")
    shutil.copy(us / "notes/1.toml.age", us / "notes/1 (1).toml.age")
    shutil.copy(us / paths.OUTSIDE, us / "locked (1).toml")
    (us / "workshop (1).toml").write_bytes(b"# in plain")

    unlock(us)

    after = everything(us)
    assert after.pop("notes/1 (1).toml") == before["notes/1.toml"]
    assert after.pop("workshop (1).toml") == b"# in plain"
    assert {"key-left (1).age", "locked (1).toml"} <= after.keys()
    assert {name: after[name] for name in before} == before


def test_a_copy_that_is_damaged_keeps_nobody_out(us: Path) -> None:
    lock(us)
    Folder(us, UNSYNCED, vault=vault_of(us)).open()
    (us / "workshop.toml.bak.age").write_bytes(b"damaged")

    folder = Folder(us, UNSYNCED, vault=vault_of(us))
    folder.open()

    copy = (us / "workshop.toml.bak.age").read_bytes()
    assert b'"ALEX"' in vault_of(us).open(copy, "")


def test_where_its_own_file_is_gone_it_is_locked_still_and_the_good_copy_is_named(us: Path) -> None:
    lock(us)
    (us / "workshop.toml.age").unlink()

    assert is_locked(us)
    assert [saved.label for saved in saved_in(us.parent)] == ["us"]
    with pytest.raises(NotFound, match=r"workshop\.toml\.bak\.age"):
        Folder(us, UNSYNCED, vault=vault_of(us)).open()


def test_without_the_note_of_days_it_is_locked_all_the_same_and_opening_makes_it_anew(
    us: Path,
) -> None:
    lock(us)
    (us / paths.OUTSIDE).unlink()

    assert is_locked(us)
    assert "us is locked" in seen(us).trouble
    Folder(us, UNSYNCED, vault=vault_of(us)).open()

    assert read(us) is not None


def test_a_linked_agreement_is_not_locked(us: Path, tmp_path: Path) -> None:
    (us / paths.AGREEMENT).rename(tmp_path / "ours.toml")
    (us / paths.AGREEMENT).symlink_to(tmp_path / "ours.toml")
    Folder(us, UNSYNCED).open()
    before = files(us, copies=True)

    with pytest.raises(Refused, match="is a link"):
        lock(us)

    assert files(us, copies=True) == before


def test_files_of_another_lock_are_not_written_over(us: Path) -> None:
    (us / "key-left.age").write_text("somebody's")

    with pytest.raises(Refused, match=r"of an earlier lock .*key-left\.age"):
        lock(us)

    assert (us / "key-left.age").read_text() == "somebody's"


def test_what_an_unlock_left_is_named_with_its_keys_and_in_the_way_no_more_once_it_is_gone(
    us: Path,
) -> None:
    lock(us)
    odd = us / "agreement.toml.what-a-program-may-do.age"
    shutil.copy(us / "agreement.toml.age", odd)
    unlock(us)

    with pytest.raises(Refused, match=rf"{odd.name}, key-left\.age, key-right\.age, locked\.toml"):
        lock(us)

    odd.unlink()
    lock(us)
    assert is_locked(us)


@pytest.mark.parametrize("whether", [True, False])
def test_it_is_archived_without_a_key_and_knows_it_when_it_is_opened(
    us: Path, whether: bool
) -> None:
    archive(Folder(us, UNSYNCED), not whether)
    lock(us)

    archive_locked(us, whether, UNSYNCED)

    outside = read(us)
    assert outside is not None
    assert outside.archived == whether
    folder = Folder(us, UNSYNCED, vault=vault_of(us))
    folder.open()
    assert folder.workshop().archived == whether
    outside = read(us)
    assert outside is not None
    assert outside.archived == whether


def test_forgetting_takes_no_passphrase_and_leaves_nothing(us: Path) -> None:
    lock(us)

    assert forget(us, UNSYNCED)

    assert not us.exists()


def test_after_a_kill_in_forgetting_it_can_be_forgotten_again(us: Path) -> None:
    lock(us)

    for nth in killed_at_each_call(us, lambda system: forget(us, system)):
        if us.exists():
            assert forget(found(us.parent, "us"), UNSYNCED), nth
        assert not us.exists(), nth


def test_a_locked_folder_goes_to_another_place_locked(us: Path, tmp_path: Path) -> None:
    lock(us)
    folder = Folder(us, UNSYNCED, vault=vault_of(us))
    folder.open()
    folder.workshop()
    folder.notes(1)

    moved = folder.moved_to(tmp_path / "elsewhere")
    moved.close()

    there = tmp_path / "elsewhere"
    assert {name for name in everything(there) if not name.endswith(".age")} == {paths.OUTSIDE}
    assert Folder(there, vault=vault_of(there, HIS)).notes(1) == folder.notes(1)


def test_whose_passphrase_it_is_takes_the_same_work_for_both(us: Path) -> None:
    lock(us)
    tried: list[str] = []

    class Told(type(QUICK)):  # type: ignore[misc]
        def unwrap(self, file: bytes, passphrase: str, name: str) -> bytes | None:
            tried.append(Path(name).name)
            return super().unwrap(file, passphrase, name)  # type: ignore[no-any-return]

    for passphrase in (HERS, HIS):
        tried.clear()
        opened(us, passphrase, Told(), ("left", "right"))
        assert sorted(tried) == ["key-left.age", "key-right.age"]


def test_a_trouble_while_it_is_locked_leaves_it_as_it_was(us: Path) -> None:
    (us / "notes" / "2.toml").write_bytes(b"#" * 1_000_001)
    before = everything(us)

    with pytest.raises(Trouble, match="larger than 1 MB"):
        lock(us)

    assert {name: data for name, data in everything(us).items() if name in before} == before
    assert not [name for name in everything(us) if name.endswith(".age")]


class Failing(Unsynced):
    """Lets one call of the operating system fail, and all that follow if it is for good."""

    syncs_folders = True

    def __init__(self, nth: int, *, for_good: bool) -> None:
        self.left, self.for_good, self.has_failed = nth, for_good, False

    def ask(self, name: str, *args: object) -> object:
        self.left -= 1
        if name != "close" and (self.left == 0 or (self.for_good and self.left < 0)):
            self.has_failed = True
            raise OSError(errno.EIO, "Input/output error")
        return getattr(Unsynced, name)(self, *args)


for _name in CALLS:
    setattr(Failing, _name, lambda self, *args, _name=_name: self.ask(_name, *args))


@pytest.mark.parametrize("for_good", [False, True])
@pytest.mark.parametrize("act", [lock, unlock])
def test_where_any_call_fails_it_is_whole_one_way_or_the_other_and_told(
    us: Path, act: Act, for_good: bool
) -> None:
    Folder(us, UNSYNCED).open()
    before = everything(us)
    if act is unlock:
        lock(us)
    kept = us.with_name("kept")
    shutil.copytree(us, kept)
    for nth in range(1, 2000, every(29)):
        shutil.rmtree(us)
        shutil.copytree(kept, us)
        disk = Failing(nth, for_good=for_good)

        told = ""
        try:
            act(us, disk)
        except Trouble as trouble:
            told = trouble.sentence
        assert told or is_locked(us) is (act is lock), nth
        assert plain_or_locked(us) == before, nth
        if not disk.has_failed:
            return
    raise AssertionError("it never ends")


def test_the_good_copy_of_a_locked_agreement_is_put_back_as_ciphertext(us: Path) -> None:
    folder = Folder(us, UNSYNCED)
    folder.open()
    agreement = folder.agreement()
    folder.close()
    lock(us)
    (us / "agreement.toml.age").unlink()
    again = Folder(us, UNSYNCED, vault=vault_of(us))
    again.open()
    assert again.agreement() is None

    again.restore_agreement()

    assert again.agreement() == agreement
    assert not (us / "agreement.toml").exists()
    again.close()
