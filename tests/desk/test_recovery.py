"""A file that cannot be read: what is said, what can be done, and that nothing is lost by it."""

import errno
import os
import re
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from support.broken import broken, contents, looked_at, whole, yes_to_everything
from support.disks import Deadly, Killed
from support.effort import LONG
from support.evening import UNSYNCED, Unsynced, drop, files, resume, sit_through
from support.locks import lock, unlock, vault_of

from workshop.cards.choice import Chosen
from workshop.cards.deeds import Back
from workshop.core.agreement.agreement import Agreement
from workshop.core.agreement.verify import Altered, verify
from workshop.desk.guides.recovery_deeds import GoOnWithIt, LeaveIt, PutBack, SetAside
from workshop.errors import Refused, Trouble
from workshop.store import formats
from workshop.store.folder import Folder
from workshop.store.forgetting import forget


@pytest.fixture(scope="module")
def start(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A workshop with a file of each kind."""
    return whole(tmp_path_factory.mktemp("whole") / "us")


@pytest.fixture
def us(start: Path, tmp_path: Path) -> Path:
    """A copy of it of one's own."""
    return shutil.copytree(start, tmp_path / "us")


NAMES = (
    "agreement.toml",
    "workshop.toml",
    "notes/2.toml",
    "notes/evening.toml",
    "kept/1.toml",
    "agreement.toml.bak",
    "workshop.toml.bak",
)


def test_there_is_a_file_of_each_kind(start: Path) -> None:
    assert set(files(start, copies=True)) == set(NAMES)


def test_a_locked_one_calls_each_file_as_it_lies_there(us: Path) -> None:
    lock(us)
    vault = vault_of(us)
    for name in ("notes/2.toml", "workshop.toml"):
        (us / f"{name}.age").write_bytes(vault.seal(b"x = [\n"))

    recovery = looked_at(us, vault=vault)
    recovery.begin()

    said = "\n".join((*recovery.report, *recovery.offers, *recovery.choice().lines))
    assert "notes/2.toml.age: opens, but what is in it cannot be read, from line" in said
    assert "workshop.toml.bak.age" in said
    assert "because of workshop.toml.age, notes/2.toml.age." in said
    assert not re.findall(r"[a-z0-9]\.toml(?!\.)(?!\.age)", said)
    assert "workshop check" not in said


def test_an_agreement_that_is_gone_is_offered_from_its_copy(us: Path) -> None:
    good = (us / "agreement.toml").read_bytes()
    (us / "agreement.toml").unlink()
    assert looked_at(us).opens  # which asks both

    recovery = yes_to_everything(us)

    assert (us / "agreement.toml").read_bytes() == good
    assert recovery.is_whole


def test_what_was_before_them_is_read_where_the_rest_is_broken(us: Path) -> None:
    text = (us / "workshop.toml").read_text()
    (us / "workshop.toml.bak").unlink()
    (us / "workshop.toml").write_text(text.replace('"money",\n', '"talk",\n') + "x = [\n")

    yes_to_everything(us)

    assert Folder(us).workshop().path == ("boundaries", "talk")


@pytest.mark.parametrize(
    ("left", "unsaid"),
    [(b"", set[str]()), (b'programme = "hour"\nguided = true\n', {"usual", "guide"})],
)
def test_what_is_not_known_any_more_is_said(us: Path, left: bytes, unsaid: set[str]) -> None:
    (us / "workshop.toml.bak").unlink()
    (us / "workshop.toml").write_bytes(left + b"x = [\n")

    recovery = looked_at(us)
    recovery.begin()

    said = " ".join(recovery.choice().lines)
    assert {word for word in ("usual", "guide") if word not in said} == unsaid


def test_of_what_can_be_read_it_says_so_and_asks_nothing(us: Path) -> None:
    before = files(us, copies=True)

    recovery = looked_at(us)

    assert recovery.opens
    assert recovery.offers == ()
    assert [line for line in recovery.report[:-1] if not line.endswith(": fine")] == []
    assert recovery.choice().options[0].does == GoOnWithIt()
    assert files(us, copies=True) == before


@pytest.mark.parametrize("name", NAMES)
def test_whatever_one_file_is_yes_to_everything_opens_it_and_loses_nothing(
    start: Path, tmp_path: Path, name: str
) -> None:
    for number, data in enumerate(broken((start / name).read_bytes())):
        path = shutil.copytree(start, tmp_path / str(number))
        (path / name).write_bytes(data)
        before = contents(path)

        recovery = yes_to_everything(path)

        assert contents(path) >= before, data
        assert looked_at(path).offers == (), data
        if recovery.opens:
            desk = resume(path)
            desk.ask()
            drop(desk)
        else:
            assert "newer version" in recovery.verdict, data
        shutil.rmtree(path)


@pytest.mark.parametrize("name", ["agreement.toml", "workshop.toml"])
def test_the_last_good_copy_is_put_back_and_the_broken_file_stays(us: Path, name: str) -> None:
    good = (us / f"{name}.bak").read_bytes()
    (us / name).write_bytes(b"not = [")

    yes_to_everything(us)

    assert (us / name).read_bytes() == good
    assert (us / f"{name}.broken").read_bytes() == b"not = ["


def test_an_earlier_broken_file_is_never_replaced(us: Path) -> None:
    for number in range(3):
        (us / "agreement.toml").write_bytes(b"broken %d" % min(number, 1))
        yes_to_everything(us)

    assert (us / "agreement.toml.broken").read_bytes() == b"broken 0"
    assert (us / "agreement.toml.broken-2").read_bytes() == b"broken 1"
    assert not (us / "agreement.toml.broken-3").exists()  # that was kept already


def test_nothing_is_done_to_what_somebody_leaves_as_it_is(us: Path) -> None:
    (us / "agreement.toml").write_bytes(b"x")
    before = files(us, copies=True)

    recovery = looked_at(us)
    recovery.begin()
    recovery.reply(Chosen(LeaveIt("agreement.toml")))

    assert recovery.offers == ()
    assert recovery.choice().options[0].does == Back()
    assert "because of agreement.toml" in recovery.verdict
    assert files(us, copies=True) == before


def test_a_line_is_named_and_where_a_person_can_read_it(us: Path) -> None:
    (us / "agreement.toml").write_bytes(b"format = 1\n\npartners = [\n")

    report = looked_at(us).report

    said = "agreement.toml: cannot be read, from line "
    assert any(line.startswith(said) and str(us) in line for line in report)


def test_what_was_kept_and_cannot_be_read_keeps_nobody_from_going_on(us: Path) -> None:
    (us / "kept" / "1.toml").write_bytes(b"x")

    recovery = looked_at(us)

    assert (recovery.opens, recovery.is_whole) == (True, False)
    assert len(recovery.offers) == 1


def test_what_is_not_of_this_program_is_named_and_left_alone(us: Path) -> None:
    (us / "photo.jpg").write_bytes(b"theirs")
    (us / "agreement (conflicted copy 2026-11-24).toml").write_bytes(b"older")
    (us / ".equal-say-0123456789abcdef.tmp").write_bytes(b"half")
    before = contents(us)

    report = " ".join(yes_to_everything(us).report)

    for name in ("photo.jpg", "conflicted copy", "0123456789abcdef.tmp"):
        assert name in report
    assert contents(us) == before


def test_a_newer_format_is_never_touched(us: Path) -> None:
    (us / "workshop.toml").write_bytes(b"format = 99\n")
    (us / "agreement.toml").write_bytes(b"x")

    recovery = looked_at(us)

    assert recovery.offers == ()
    assert "newer version" in recovery.verdict


def test_a_workshop_is_made_anew_around_the_agreement(us: Path) -> None:
    (us / "workshop.toml").unlink()
    (us / "workshop.toml.bak").unlink()

    recovery = yes_to_everything(us)

    assert recovery.opens
    workshop = Folder(us).workshop()
    assert workshop.names == ("ALEX", "SAM")
    assert [done.run for done in workshop.done] == [1]
    agreement = Folder(us).agreement()
    assert agreement is not None
    assert workshop.record is not None
    assert workshop.record.revisions == len(agreement.revisions)
    assert not isinstance(verify(agreement), Altered)


def test_or_around_the_names_that_can_be_read_still(us: Path) -> None:
    text = (us / "workshop.toml").read_text()
    for name in ("agreement.toml", "agreement.toml.bak", "workshop.toml.bak"):
        (us / name).unlink()
    (us / "workshop.toml").write_text(text.replace("path = [", "path = [[["))

    assert yes_to_everything(us).opens
    assert Folder(us).workshop().names == ("ALEX", "SAM")


def test_where_nobody_knows_the_names_that_is_said(us: Path) -> None:
    for name in ("agreement.toml", "agreement.toml.bak", "workshop.toml.bak"):
        (us / name).unlink()
    (us / "workshop.toml").write_bytes(b"")

    recovery = looked_at(us)

    assert not recovery.opens
    assert any("Your names are in no file" in line for line in recovery.choice().page)


def test_a_copy_with_less_than_was_seen_is_offered_as_that(us: Path) -> None:
    copy = us / "agreement.toml.bak"
    text = copy.read_text()
    head, *revisions = text.split("[[revisions]]\n")
    copy.write_text("[[revisions]]\n".join([head, *revisions[:-1]]))
    (us / "agreement.toml").write_bytes(b"x")

    recovery = looked_at(us)
    recovery.begin()

    choice = recovery.choice()
    assert "less than, or not, what both of you have seen" in choice.options[0].label
    assert any("the next opening tells you so" in line for line in choice.lines)
    yes_to_everything(us)
    desk = resume(us)
    assert "older" in " ".join((desk.ask().prompt, *desk.ask().lines))  # type: ignore[union-attr]
    drop(desk)


def linked(path: Path, elsewhere: Path) -> None:
    path.unlink()
    path.symlink_to(elsewhere)


def foldered(path: Path, elsewhere: Path) -> None:
    path.unlink()
    path.mkdir()
    (path / "theirs.txt").write_text("theirs")


@pytest.mark.parametrize("put", [linked, foldered])
@pytest.mark.parametrize("name", NAMES)
def test_what_is_no_file_is_set_aside_and_never_followed(
    us: Path, tmp_path: Path, name: str, put: Callable[[Path, Path], None]
) -> None:
    elsewhere = tmp_path / "elsewhere.txt"
    elsewhere.write_text("theirs")
    put(us / name, elsewhere)

    recovery = yes_to_everything(us)

    assert recovery.opens
    drop(resume(us))
    assert elsewhere.read_text() == "theirs"
    aside = us / f"{name}.broken"
    assert aside.is_symlink() or (aside / "theirs.txt").read_text() == "theirs"


def test_of_an_agreement_without_a_good_copy_what_can_be_read_is_kept(us: Path) -> None:
    data = (us / "agreement.toml").read_bytes()
    (us / "agreement.toml").write_bytes(data[:-80])  # in the middle of the last revision
    (us / "agreement.toml.bak").unlink()

    recovery = looked_at(us)
    recovery.begin()
    assert any("nothing is guessed" in line for line in recovery.choice().lines)
    yes_to_everything(us)

    kept, whole = Folder(us).agreement(), formats.read(Agreement, data, "")
    assert kept is not None
    assert (kept.clauses, kept.revisions) == (whole.clauses, whole.revisions[:-1])
    assert (us / "agreement.toml.broken").read_bytes() == data[:-80]
    desk = resume(us)
    assert "older" in " ".join(desk.ask().lines)  # type: ignore[union-attr]
    drop(desk)


@pytest.mark.every(3)
@pytest.mark.parametrize("name", ["agreement.toml", "workshop.toml"])
def test_and_where_the_copy_is_broken_too_nothing_is_lost_either(
    start: Path, tmp_path: Path, name: str
) -> None:
    for number, data in enumerate(broken((start / name).read_bytes())):
        path = shutil.copytree(start, tmp_path / str(number))
        for file in (name, f"{name}.bak"):
            (path / file).write_bytes(data)
        before = contents(path)

        recovery = yes_to_everything(path)

        assert contents(path) >= before, data
        if recovery.opens:
            desk = resume(path)
            desk.ask()
            drop(desk)
        else:
            assert "newer version" in recovery.verdict, data
        shutil.rmtree(path)


@pytest.mark.parametrize("name", ["agreement.toml", "workshop.toml", "notes/2.toml"])
@pytest.mark.parametrize("broken_as", [b"", b"damaged", None])
def test_of_a_locked_workshop_the_same_is_done_behind_the_lock(
    us: Path, name: str, broken_as: bytes | None
) -> None:
    lock(us)
    vault = vault_of(us)
    file = us / f"{name}.age"
    raw = vault.seal(b"not = [") if broken_as is None else broken_as
    file.write_bytes(raw)

    recovery = yes_to_everything(us, vault=vault)

    assert recovery.opens
    assert b"not = [" not in contents(us)
    aside = f"{name}.broken.age" if broken_as is None else f"{name}.age.broken"
    kept = (us / aside).read_bytes()
    assert vault.open(kept, "") == b"not = [" if broken_as is None else kept == raw
    Folder(us, vault=vault).open()
    unlock(us)
    assert yes_to_everything(us).opens


def test_a_file_in_the_place_of_a_folder_of_ours_is_set_aside(us: Path) -> None:
    shutil.rmtree(us / "notes")
    (us / "notes").write_text("theirs")

    assert yes_to_everything(us).opens

    drop(resume(us))
    assert (us / "notes.broken").read_text() == "theirs"
    assert (us / "notes").is_dir()


def test_an_agreement_in_another_place_is_put_back_there_and_stays_a_link(
    us: Path, tmp_path: Path
) -> None:
    good, shared = (us / "agreement.toml").read_bytes(), tmp_path / "shared.toml"
    shared.write_bytes(b"broken")
    (us / "agreement.toml").unlink()
    (us / "agreement.toml").symlink_to(shared)

    assert yes_to_everything(us).opens

    assert (us / "agreement.toml").is_symlink()
    assert shared.read_bytes() == good
    assert (us / "agreement.toml.broken").read_bytes() == b"broken"


def test_notes_that_were_set_aside_go_with_the_evening_and_nothing_else_does(us: Path) -> None:
    for name in ("notes/2.toml", "kept/1.toml", "agreement.toml"):
        (us / name).write_bytes(b"broken")
    yes_to_everything(us)
    assert (us / "notes/2.toml.broken").exists()

    sit_through(resume(us))

    aside = [path.relative_to(us).as_posix() for path in us.rglob("*.broken")]
    assert sorted(aside) == ["agreement.toml.broken", "kept/1.toml.broken"]


def test_what_was_set_aside_is_locked_with_the_rest_and_forgotten_with_it(us: Path) -> None:
    for name in ("notes/2.toml", "agreement.toml"):
        (us / name).write_bytes(b"ALEX is in it")
    yes_to_everything(us)

    lock(us)
    assert not [data for data in contents(us) if b"ALEX" in data]
    unlock(us)
    assert (us / "agreement.toml.broken").read_bytes() == b"ALEX is in it"

    assert forget(us, UNSYNCED)


class Failing(Deadly):
    """A disk on which one call fails, or all from there on, and the program lives to say so."""

    def __init__(self, calls_left: int, *, for_good: bool) -> None:
        super().__init__()
        self.calls_left, self._for_good = calls_left, for_good

    def ask(self, name: str, *args: object) -> object:
        try:
            return super().ask(name, *args)
        except Killed:
            self.dead, self.calls_left = self._for_good, None
            raise OSError(errno.EIO, os.strerror(errno.EIO)) from None


@pytest.mark.parametrize("for_good", [False, True])
@pytest.mark.parametrize("name", ["agreement.toml", "notes/2.toml"])
def test_whatever_call_fails_it_is_old_or_new_and_told(
    us: Path, tmp_path: Path, name: str, *, for_good: bool
) -> None:
    (us / name).write_bytes(b"broken")
    before = contents(us)
    for calls in range(0, 2000, 7 if LONG else 29):
        path = shutil.copytree(us, tmp_path / str(calls))
        disk = Failing(calls, for_good=for_good)
        try:
            opens = yes_to_everything(path, disk).opens
        except Trouble:
            opens = False
        assert contents(path) >= before, calls
        if opens:
            drop(resume(path))
        assert yes_to_everything(path).opens, calls
        shutil.rmtree(path)
        if disk.calls_left:
            break
    assert calls > 20


class Silent(Unsynced):
    """A disk that does not hand out the notes just now."""

    def open(self, path: Path | str, flags: int, mode: int) -> int:
        if str(path).endswith("2.toml"):
            raise OSError(errno.EIO, os.strerror(errno.EIO))
        return super().open(path, flags, mode)


def test_what_the_disk_does_not_hand_out_now_is_left_alone(us: Path) -> None:
    recovery = looked_at(us, Silent())

    assert recovery.offers == ()
    assert any(line.startswith("notes/2.toml cannot be opened") for line in recovery.report)


def test_nothing_is_done_while_another_window_has_it_open(us: Path) -> None:
    (us / "notes" / "2.toml").write_bytes(b"x")
    folder = Folder(us)
    folder.open()
    recovery = looked_at(us)
    recovery.begin()

    with pytest.raises(Refused, match="open in another window"):
        recovery.reply(Chosen(SetAside("notes/2.toml")))

    assert (us / "notes" / "2.toml").read_bytes() == b"x"
    folder.close()


def test_nothing_is_done_to_a_file_that_changed_meanwhile(us: Path) -> None:
    (us / "agreement.toml").write_bytes(b"x")
    recovery = looked_at(us)
    recovery.begin()
    (us / "agreement.toml").write_bytes(b"y")

    with pytest.raises(Refused, match="changed meanwhile"):
        recovery.reply(Chosen(PutBack("agreement.toml", "agreement.toml.bak")))

    assert (us / "agreement.toml").read_bytes() == b"y"
    assert not (us / "agreement.toml.broken").exists()


@pytest.mark.parametrize("name", ["agreement.toml", "workshop.toml", "notes/2.toml"])
def test_killed_at_any_call_it_is_the_old_one_or_the_new_and_can_be_gone_on_with(
    us: Path, tmp_path: Path, name: str
) -> None:
    (us / name).write_bytes(b"broken")
    before = contents(us)
    for calls in range(0, 2000, 7 if LONG else 23):
        path, disk = shutil.copytree(us, tmp_path / str(calls)), Deadly()
        disk.calls_left = calls
        try:
            yes_to_everything(path, disk)
        except Killed:
            if (path / name).exists():
                assert (path / name).read_bytes() in {b"broken", *before}
            else:
                assert name.startswith("notes/")
        assert contents(path) >= before, calls
        assert yes_to_everything(path).opens, calls
        drop(resume(path))
        shutil.rmtree(path)
        if not disk.dead:
            break
    assert calls > 20
