"""`workshop lock` and `unlock`, and every command that reads a workshop that is locked."""

import shutil
from datetime import date
from pathlib import Path

import pytest
from plain.support import Program, Ran
from support.locks import HERS, HIS, typing

from workshop import paths
from workshop.store.lock import WriterLock

CLAUSE = "We eat out on Fridays."


@pytest.fixture
def locked(program: Program, us: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    with monkeypatch.context() as patch:
        ran = at_terminal(program, patch, "lock", "us", types=(HERS, HERS, HIS, HIS))
    assert (ran.code, ran.err) == (0, "")
    return us


def at_terminal(
    program: Program,
    patch: pytest.MonkeyPatch,
    *argv: str,
    types: tuple[str, ...] = (),
    lines: tuple[str, ...] = (),
) -> Ran:
    """Run one command at a terminal, where these passphrases and lines are typed."""
    typing(patch, *types)
    return program(*argv, reply="".join(f"{line}\n" for line in lines), is_terminal=True)


def plain_words(folder: Path) -> list[str]:
    """Return the name of each file in which names or clauses of the two can be read."""
    files = (file for file in folder.rglob("*") if file.is_file())
    words = (b"ALEX and SAM", b'"ALEX"', b"Fridays", b"compromise")
    return [file.name for file in files if any(word in file.read_bytes() for word in words)]


def test_it_is_locked_by_both_and_says_what_that_reaches(
    program: Program, us: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    ran = at_terminal(program, monkeypatch, "lock", "us", types=(HERS, HERS, HIS, HIS))

    assert (ran.code, ran.err) == (0, "")
    assert "ALEX, choose a passphrase of your own. SAM looks away." in ran.out
    assert "SAM, choose a passphrase of your own. ALEX looks away." in ran.out
    assert "nothing and nobody opens it again" in ran.out
    assert "It cannot reach copies that were saved or printed" in ran.out
    assert HERS not in ran.out
    assert plain_words(program.data.parent) == []
    assert plain_words(Path.home()) == []


def test_what_else_lies_in_its_folder_is_named(
    program: Program, us: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("photo.jpg", "agreement (1).toml"):
        (us / name).write_text("ours")

    ran = at_terminal(program, monkeypatch, "lock", "us", types=(HERS, HERS, HIS, HIS))

    assert "and not locked: agreement (1).toml, photo.jpg\n" in ran.out


def test_folders_that_stay_in_plain_are_named(
    program: Program, us: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("notes 2", "exercises"):
        (us / name).mkdir()
        (us / name / "1.toml").write_text("ours")

    ran = at_terminal(program, monkeypatch, "lock", "us", types=(HERS, HERS, HIS, HIS))

    said = " ".join((ran.out + ran.err).split())
    assert "Copies of its folders, and not locked: notes 2/." in said
    assert "and not locked: exercises/" in said


def test_a_list_shows_its_label_and_days(program: Program, locked: Path) -> None:
    ran = program("list")

    assert (ran.code, ran.out) == (0, "us  locked, last 2026-11-23, next 2026-12-07\n")
    assert '"locked": true' in program("list", "--json").out
    assert "ALEX" not in program("list", "--json").out


READING = {
    "show": ("show", "us"),
    "export": ("export", "us", "--to", "md"),
    "summary": ("summary", "us"),
    "rename": ("rename", "us", "--partner", "ALEX", "--to", "KIM"),
    "verify": ("verify", "{us}/agreement.toml.age"),
    "show file": ("show", "{us}/agreement.toml.age"),
    "export file": ("export", "{us}/agreement.toml.age", "--to", "md"),
}


@pytest.mark.parametrize("name", READING)
def test_what_reads_it_says_that_it_is_locked_where_nobody_can_type(
    program: Program, locked: Path, name: str
) -> None:
    words = [word.format(us=locked) for word in READING[name]]

    ran = program(*words)

    assert (ran.code, ran.out) == (3 if name == "verify" else 1, "")
    assert ran.err.startswith("workshop: us is locked. A passphrase of one of you opens it")


@pytest.mark.parametrize("passphrase", [HERS, HIS])
@pytest.mark.parametrize("name", READING)
def test_and_asks_either_for_a_passphrase_at_a_terminal(
    program: Program, locked: Path, monkeypatch: pytest.MonkeyPatch, name: str, passphrase: str
) -> None:
    words = [word.format(us=locked) for word in READING[name]]

    ran = at_terminal(program, monkeypatch, *words, types=(passphrase,))

    assert (ran.code, ran.err) == (0, "Unlocking: this takes a few seconds.\n")
    assert ran.out
    assert plain_words(program.data) == []


@pytest.mark.parametrize("name", READING)
def test_a_wrong_passphrase_is_one_sentence_and_changes_nothing(
    program: Program, locked: Path, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    before = {file: file.read_bytes() for file in locked.rglob("*.age")}
    words = [word.format(us=locked) for word in READING[name]]

    ran = at_terminal(program, monkeypatch, *words, types=("somebody else's",))

    assert (ran.code, ran.out) == (3 if name == "verify" else 1, "")
    assert ran.err.endswith("workshop: That passphrase opens nothing here. Nothing was changed.\n")
    assert {file: file.read_bytes() for file in locked.rglob("*.age")} == before


def test_both_say_that_the_lock_comes_off(
    program: Program, locked: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for lines in (("yes", "no"), ("no",), ()):
        ran = at_terminal(program, monkeypatch, "unlock", "us", types=(HIS,), lines=lines)
        assert (ran.code, ran.out.splitlines()[-1]) == (1, "It stays locked.")
        assert not (locked / paths.WORKSHOP).exists()

    ran = at_terminal(program, monkeypatch, "unlock", "us", types=(HIS,), lines=("yes", "yes"))

    assert (ran.code, ran.out.splitlines()[-1]) == (0, "us is not locked any more.")
    assert not list(locked.rglob("*.age"))
    assert CLAUSE in program("show", "us").out


@pytest.mark.parametrize(
    "types",
    [
        (),
        ("",),
        ("short", "short", "short"),
        (HERS, "other", HERS, "other", HERS, "other"),
        (HERS,),
    ],
)
def test_where_one_does_not_choose_nothing_is_locked(
    program: Program, us: Path, monkeypatch: pytest.MonkeyPatch, types: tuple[str, ...]
) -> None:
    ran = at_terminal(program, monkeypatch, "lock", "us", types=types)

    assert ran.code == 1
    assert "so nothing was changed" in ran.err
    assert not list(us.rglob("*.age"))
    assert CLAUSE in program("show", "us").out


def test_nobody_locks_or_unlocks_from_a_pipe(program: Program, us: Path) -> None:
    ran = program("lock", "us", reply=f"{HERS}\n" * 4)

    assert (ran.code, ran.out) == (1, "")
    assert "type it in a terminal" in ran.err
    assert program("unlock", "us").err == "workshop: us is not locked.\n"


def test_to_lock_it_again_says_so_and_takes_away_what_lies_in_plain(
    program: Program, locked: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    ran = at_terminal(program, monkeypatch, "lock", "us", types=(HERS,))

    assert (ran.code, ran.out) == (0, "us is locked already.\n")


def test_without_the_extra_it_says_what_to_install(
    program: Program, locked: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(__import__("sys").modules, "pyrage", None)

    for words in (("lock", "us"), ("unlock", "us"), ("show", "us")):
        ran = at_terminal(program, monkeypatch, *words)
        assert (ran.code, ran.out) == (1, "")
        assert "pip install 'equal-say[lock]'" in ran.err
    assert program("list").code == 0
    assert program("forget", "us", reply="us\n").code == 0


def test_it_is_forgotten_without_a_passphrase(program: Program, locked: Path) -> None:
    ran = program("forget", "us", reply="us\n")

    assert ran.code == 0
    assert "key-left.age" in ran.out
    assert not locked.exists()


# -- who can open it -------------------------------------------------------------------------------

THIRD = "somebody in the room"


def reads(program: Program, patch: pytest.MonkeyPatch, passphrase: str) -> bool:
    return at_terminal(program, patch, "show", "us", types=(passphrase,)).code == 0


@pytest.mark.parametrize(("number", "mine", "other"), [("1", HERS, HIS), ("2", HIS, HERS)])
def test_each_changes_their_own_passphrase_alone(
    program: Program,
    locked: Path,
    monkeypatch: pytest.MonkeyPatch,
    number: str,
    mine: str,
    other: str,
) -> None:
    types = (mine, "another of my own", "another of my own")

    ran = at_terminal(
        program, monkeypatch, "lock", "us", "--passphrase", types=types, lines=(number,)
    )

    assert ran.code == 0
    assert reads(program, monkeypatch, "another of my own")
    assert reads(program, monkeypatch, other)
    assert not reads(program, monkeypatch, mine)


@pytest.mark.parametrize("lines", [("2",), ("3",), ("",), ()])
def test_nobody_changes_that_of_the_other(
    program: Program, locked: Path, monkeypatch: pytest.MonkeyPatch, lines: tuple[str, ...]
) -> None:
    types = (HERS, "another of my own", "another of my own")

    ran = at_terminal(program, monkeypatch, "lock", "us", "--passphrase", types=types, lines=lines)

    assert ran.code == 1
    assert "othing was changed" in ran.err
    assert reads(program, monkeypatch, HERS)
    assert reads(program, monkeypatch, HIS)


def test_two_with_the_same_passphrase_are_not_told_so(
    program: Program, us: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    at_terminal(program, monkeypatch, "lock", "us", types=(HERS,) * 4)
    types = (HERS, HIS, HIS)

    ran = at_terminal(program, monkeypatch, "lock", "us", "--passphrase", types=types, lines=("2",))

    assert ran.code == 0
    assert reads(program, monkeypatch, HERS)
    assert reads(program, monkeypatch, HIS)


def test_a_third_is_let_in_by_both_and_out_by_one(
    program: Program, locked: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for one, other in ((HERS, HERS), (HIS, HIS), (HERS, "no passphrase"), (THIRD, HIS)):
        types = (one, other, THIRD, THIRD)
        assert at_terminal(program, monkeypatch, "lock", "us", "--third", types=types).code == 1
        assert not reads(program, monkeypatch, THIRD)

    types = (HIS, HERS, THIRD, THIRD)
    assert at_terminal(program, monkeypatch, "lock", "us", "--third", types=types).code == 0
    assert all(reads(program, monkeypatch, one) for one in (HERS, HIS, THIRD))
    again = at_terminal(program, monkeypatch, "lock", "us", "--third", types=types)
    assert (again.code, "let in already" in again.err) == (1, True)

    out = at_terminal(program, monkeypatch, "lock", "us", "--without-third", types=(HERS,))
    assert (out.code, "makes a new key" in out.out) == (0, True)
    assert not reads(program, monkeypatch, THIRD)
    assert all(reads(program, monkeypatch, one) for one in (HERS, HIS))


@pytest.mark.parametrize("flag", ["--passphrase", "--third", "--without-third"])
def test_of_what_is_not_locked_nobody_can_be_let_in(
    program: Program, us: Path, monkeypatch: pytest.MonkeyPatch, flag: str
) -> None:
    ran = at_terminal(program, monkeypatch, "lock", "us", flag, types=(HERS, HIS))

    assert (ran.code, ran.err) == (1, "workshop: us is not locked.\n")


def test_a_lock_that_comes_off_takes_the_third_out_too(
    program: Program, locked: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    at_terminal(program, monkeypatch, "lock", "us", "--third", types=(HIS, HERS, THIRD, THIRD))

    at_terminal(program, monkeypatch, "unlock", "us", types=(THIRD,), lines=("yes", "yes"))

    assert not list(locked.rglob("*.age"))


# -- what nobody deletes unasked -------------------------------------------------------------------


def test_a_locked_one_that_is_half_done_is_not_among_those_to_forget(
    program: Program, locked: Path
) -> None:
    program.clock.day = date(2029, 1, 1)
    assert "us  locked" in program("forget", "--older-than", "1y").out

    (locked / "notes" / "evening.toml.age").write_bytes(b"")
    assert (
        "us: what was begun in it last was not closed"
        in program("forget", "--older-than", "1y").out
    )
    (locked / "notes" / "evening.toml.age").rename(locked / "notes" / "3.toml.age")
    assert "us: an exercise is half done" in program("forget", "--older-than", "1y").out
    assert "under way" not in program("list").out


# -- what else names it ----------------------------------------------------------------------------


def test_where_and_forget_say_that_nobody_knows_of_its_copies(
    program: Program, locked: Path
) -> None:
    assert (
        "us is locked: which copies of it are elsewhere is in it, too."
        in program("where", "us").out
    )
    told = program("forget", "us", reply="\n")

    assert "nobody can tell which copies of it are elsewhere" in told.out
    assert locked.exists()


def test_check_says_that_nothing_in_it_was_looked_at(program: Program, locked: Path) -> None:
    ran = program("check", str(locked))

    assert (ran.code, "this workshop is locked, so nothing in it was looked at" in ran.out) == (
        0,
        True,
    )
    assert program("check", "--strict", str(locked)).code == 1
    (locked / paths.OUTSIDE).write_text("format = 1\nlocked = 7\n")
    assert program("check", str(locked)).code == 1


def test_a_calendar_of_all_names_those_that_are_locked(
    program: Program, us: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    shutil.copytree(us, us.with_name("open"))
    at_terminal(program, monkeypatch, "lock", "us", types=(HERS, HERS, HIS, HIS))

    ran = program("export", "--all", "--to", "ics", "--with-label")

    assert ran.code == 1
    assert ran.err == "workshop: These are locked, and are not in the calendar: us.\n"
    assert "open" in ran.out


def test_a_copy_that_is_saved_of_it_is_noted_in_it(
    program: Program, locked: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    copy = tmp_path / "copy.md"
    words = ("export", "us", "--to", "md", "-o", str(copy))

    ran = at_terminal(program, monkeypatch, *words, types=(HERS,))

    assert ran.code == 0
    assert plain_words(locked) == []
    at_terminal(program, monkeypatch, "unlock", "us", types=(HIS,), lines=("yes", "yes"))
    assert str(copy) in program("where", "us").out
    again = at_terminal(program, monkeypatch, "lock", "us", types=(HERS, HERS, HIS, HIS))
    assert f"These copies outside of it are not locked:\n  {copy}" in again.out


def test_no_copy_is_saved_into_a_locked_one(program: Program, locked: Path) -> None:
    ran = program("handout", "money", "-o", str(locked / "sheet.txt"))

    assert ran.code == 1
    assert "is in the folder of a workshop" in ran.err


def test_a_window_that_has_it_open_keeps_it_from_being_locked(
    program: Program, us: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with WriterLock(us):
        ran = at_terminal(program, monkeypatch, "lock", "us", types=(HERS, HERS, HIS, HIS))

    assert (ran.code, "open in another window" in ran.err) == (1, True)
    assert not list(us.rglob("*.age"))


def test_a_label_is_another_without_a_passphrase_and_the_lock_stays(
    program: Program, locked: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert program("rename", "us", "we").code == 0

    ran = at_terminal(program, monkeypatch, "show", "we", types=(HERS,))
    assert (ran.code, CLAUSE in ran.out) == (0, True)


def test_what_cannot_be_read_of_a_locked_one_is_put_back_behind_the_lock(
    program: Program, locked: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert (
        at_terminal(program, monkeypatch, "lock", "us", types=(HERS,)).code == 0
    )  # a copy is made
    (locked / "workshop.toml.age").write_bytes(b"damaged")

    ran = at_terminal(program, monkeypatch, "recover", "us", types=(HIS,), lines=("1",) * 9)

    assert (ran.code, "It opens" in ran.out) == (0, True)
    assert plain_words(locked) == []
    assert CLAUSE in at_terminal(program, monkeypatch, "show", "us", types=(HERS,)).out
