"""`workshop export`: what it prints, where it saves, what it notes, and what it refuses."""

import re
import shutil
import subprocess
from pathlib import Path
from typing import get_args

import pytest
from plain.support import TODAY, Program, command, contents, environment
from support.evening import SHIPPED

from workshop.desk.copying import save_copy
from workshop.desk.documents.open_workshop import OpenWorkshop
from workshop.export.copy import To
from workshop.store.folder import Folder
from workshop.store.lock import WriterLock

STARTS = {"md": "# The agreement of ALEX and SAM\n", "html": "<!DOCTYPE html>\n"}
KINDS = [*STARTS, "ics"]


def copies(program: Program) -> list[str]:
    return [
        line for line in program("where", "us").out.splitlines() if "outside the workshop" in line
    ]


@pytest.mark.parametrize("kind", STARTS)
def test_without_a_file_the_copy_is_printed_and_nothing_is_written(
    program: Program, us: Path, kind: str
) -> None:
    before = program.files()

    newest = program("export", "--to", kind)
    label = program("export", "us", "--to", kind)
    file = program("export", str(us / "agreement.toml"), "--to", kind)
    dash = program("export", "us", "--to", kind, "-o", "-")

    assert (newest.code, newest.err) == (0, "")
    assert newest.out.startswith(STARTS[kind])
    assert "We eat out on Fridays." in newest.out
    assert newest == label == file == dash
    assert program.files() == before


def test_a_calendar_is_neutral_unless_the_words_are_asked_for(program: Program, us: Path) -> None:
    neutral = program("export", "--to", "ics")
    with_text = program("export", "--to", "ics", "--with-text")

    assert neutral.out.startswith("BEGIN:VCALENDAR\r\n")
    assert "DTSTART;VALUE=DATE:20261130\r\n" in neutral.out
    assert "DTSTAMP:20261123T000000Z\r\n" in neutral.out
    assert not any(word in neutral.out for word in ("ALEX", "SAM", "Fridays"))
    assert "DESCRIPTION:We eat out on Fridays.\r\n" in with_text.out


def test_a_calendar_leaves_a_pipe_byte_for_byte(us: Path, program: Program, tmp_path: Path) -> None:
    program("export", "--to", "ics", "-o", str(tmp_path / "us.ics"))

    ran = subprocess.run(
        command("export", str(us / "agreement.toml"), "--to", "ics"),
        capture_output=True,
        env=environment(program.data),
        timeout=120,
    )

    def lines(data: bytes) -> list[bytes]:  # the other process has a clock of its own
        return [line.partition(b":")[0] for line in data.split(b"\r\n")]

    assert lines(ran.stdout) == lines((tmp_path / "us.ics").read_bytes())
    assert ran.stdout.count(b"\n") == ran.stdout.count(b"\r\n") > 0


@pytest.mark.parametrize("kind", KINDS)
def test_a_file_holds_what_would_be_printed_and_is_for_its_owner_only(
    program: Program, us: Path, tmp_path: Path, kind: str
) -> None:
    file = tmp_path / "copy"
    printed = program("export", "--to", kind)

    ran = program("export", "us", "--to", kind, "-o", str(file))

    assert (ran.code, ran.err) == (0, "")
    assert file.read_bytes() == printed.out.encode()
    assert file.stat().st_mode & 0o777 == 0o600
    assert f"Saved as {file}.\n" in ran.out
    assert "`workshop forget` leaves this copy alone" in ran.out


def test_a_copy_is_named_by_where_and_by_forget_which_leaves_it(
    program: Program, us: Path, tmp_path: Path
) -> None:
    file = tmp_path / "page.html"
    program("export", "us", "--to", "html", "-o", str(file))

    assert copies(program) == [f"{file} (a copy, outside the workshop)"]
    forgot = program("forget", "us", reply="us\n")
    assert f"These copies are left alone:\n  {file}\n" in forgot.out
    assert file.exists()
    assert not us.exists()


def test_a_copy_of_a_workshop_s_own_file_is_noted_too_and_once(
    program: Program, us: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(us)

    for _ in range(2):
        (tmp_path / "page.md").unlink(missing_ok=True)
        ran = program("export", "agreement.toml", "--to", "md", "-o", "../../page.md")
        assert (ran.code, ran.err) == (0, "")

    assert len(copies(program)) == 1


def test_an_agreement_on_its_own_is_copied_and_noted_nowhere(
    program: Program, us: Path, tmp_path: Path
) -> None:
    alone = tmp_path / "alone" / "agreement.toml"
    alone.parent.mkdir()
    shutil.copy(us / "agreement.toml", alone)
    before = program.files()

    ran = program("export", str(alone), "--to", "md", "-o", str(tmp_path / "page.md"))

    assert (ran.code, ran.err) == (0, "")
    assert program.files() == before
    assert set(contents(alone.parent)) == {"agreement.toml"}


def test_while_another_window_has_it_open_the_copy_is_made_and_the_rest_is_told(
    program: Program, us: Path, tmp_path: Path
) -> None:
    file = tmp_path / "page.md"
    with WriterLock(us):
        ran = program("export", "us", "--to", "md", "-o", str(file))

    assert ran.code == 0
    assert file.exists()
    assert "`workshop where` will not name this copy" in ran.err
    assert "open in another window" in ran.err
    assert copies(program) == []


@pytest.mark.parametrize("there", ["file", "folder", "link to nothing"])
def test_what_is_there_already_is_left_as_it_is(
    program: Program, us: Path, tmp_path: Path, there: str
) -> None:
    target = tmp_path / "theirs"
    match there:
        case "file":
            target.write_text("theirs")
        case "folder":
            target.mkdir()
        case _:
            target.symlink_to(tmp_path / "gone")
    before, files = sorted(tmp_path.iterdir()), program.files()

    ran = program("export", "us", "--to", "md", "-o", str(target))

    assert (ran.code, ran.out) == (1, "")
    assert "is there already, and is left as it is. Name another file." in ran.err
    assert sorted(tmp_path.iterdir()) == before
    assert program.files() == files


def test_half_a_copy_that_a_stop_left_is_named_the_next_time_and_by_where_and_forget(
    program: Program, us: Path, tmp_path: Path
) -> None:
    half = tmp_path / ".equal-say-0123456789abcdef.tmp"
    half.write_text("words of the two")
    told = f"workshop: {half} is half a copy, which a stop left. Delete it, unless"

    ran = program("export", "us", "--to", "md", "-o", str(tmp_path / "page.md"))

    assert (ran.code, ran.err[: len(told)]) == (0, told)
    assert program("where", "us").err.startswith(told)
    assert program("forget", "us", reply="no\n").err.startswith(told)
    assert half.exists()


@pytest.mark.parametrize("name", ["page.md", "notes/page.md", "workshop.toml.bak"])
def test_a_workshop_s_own_folder_is_no_place_for_a_copy(
    program: Program, us: Path, name: str
) -> None:
    before = program.files()

    ran = program("export", "us", "--to", "md", "-o", str(us / name))

    assert (ran.code, ran.out) == (1, "")
    assert "is in the folder of a workshop" in ran.err
    what = "would delete" if name.startswith("workshop") else "would leave it"
    assert f"`workshop forget` {what}" in ran.err
    assert program.files() == before


@pytest.mark.parametrize("name", ["nowhere/page.md", "a\x00b", "x" * 300])
def test_a_place_that_cannot_be_written_is_told_in_one_sentence(
    program: Program, us: Path, tmp_path: Path, name: str
) -> None:
    ran = program("export", "us", "--to", "md", "-o", str(tmp_path / name))

    assert (ran.code, ran.out) == (1, "")
    assert ran.err.count("\n") == 1
    assert copies(program) == []


def test_a_pair_without_a_clause_has_a_page_and_no_calendar(
    program: Program, tmp_path: Path
) -> None:
    program.start("\n")
    file = tmp_path / "us.ics"

    page = program("export", "us", "--to", "md")
    calendar = program("export", "us", "--to", "ics", "-o", str(file))

    assert page.code == 0
    assert "Nothing is written here yet." in page.out
    assert (calendar.code, calendar.out) == (1, "")
    assert (
        "No clause that applies now has a day to be looked at again, and no next date is set"
        in calendar.err
    )
    assert not file.exists()


@pytest.mark.parametrize(
    ("target", "what"),
    [
        ("gone", "workshop called gone"),
        ("", "workshop called"),
        ("\x1b[31m", "workshop called"),
        ("../us", "file ../us"),
        ("gone.toml", "file gone.toml"),
    ],
)
def test_a_label_or_a_file_that_is_not_there_is_told(
    program: Program, us: Path, target: str, what: str
) -> None:
    ran = program("export", target, "--to", "md")

    assert (ran.code, ran.out) == (1, "")
    assert ran.err.startswith(f"workshop: There is no {what}")


def test_a_file_that_is_no_agreement_is_told_and_left(
    program: Program, us: Path, tmp_path: Path
) -> None:
    file = tmp_path / "diary.toml"
    file.write_text("Dear diary,")

    ran = program("export", str(file), "--to", "html", "-o", str(tmp_path / "page.html"))

    assert (ran.code, ran.out) == (1, "")
    assert "cannot be read" in ran.err
    assert not (tmp_path / "page.html").exists()


@pytest.mark.parametrize(
    "argv",
    [
        (),
        ("--to", "pdf"),
        ("--to", "md", "--with-text"),
        ("--to", "html", "--with-text", "-o", "page.html"),
        ("--to", "md", "-o"),
        ("one", "two", "--to", "md"),
    ],
    ids=" ".join,
)
def test_wrong_use_is_exit_2(program: Program, us: Path, argv: tuple[str, ...]) -> None:
    ran = program("export", *argv)

    assert (ran.code, ran.out) == (2, "")
    assert ran.err


def test_the_agreement_s_page_in_the_program_saves_the_same(
    program: Program, us: Path, tmp_path: Path
) -> None:
    printed = {kind: program("export", "us", "--to", kind).out for kind in get_args(To)}
    folder = Folder(us)
    folder.open()
    opened = OpenWorkshop(folder, SHIPPED)

    for kind in get_args(To):
        save_copy(opened, kind, str(tmp_path / f"page.{kind}"), TODAY)

    folder.close()
    assert "The next evening for the two of us" in printed["ics"]
    for kind, text in printed.items():
        assert (tmp_path / f"page.{kind}").read_bytes() == text.encode()


# -- a caseload in one calendar --------------------------------------------------------------------


def sit_down_again(folder: Path, day: str, *, archived: bool = False) -> None:
    """Write a next date into a workshop, as the close of an evening does."""
    file = folder / "workshop.toml"
    written = re.sub("(?m)^(next_evening|archived) = .*\n", "", file.read_text("utf-8"))
    more = f"next_evening = {day}\narchived = {str(archived).lower()}\n"
    file.write_text(more + written, "utf-8")


@pytest.fixture
def caseload(program: Program, us: Path) -> Path:
    """Three workshops: us, them, and one that is archived."""
    for label, day in (("them", "2026-12-02"), ("old", "2026-12-03")):
        shutil.copytree(us, us.with_name(label))
        file = us.with_name(label) / "workshop.toml"
        file.write_text(re.sub("(?m)^id = .*", f'id = "{label}"', file.read_text("utf-8")), "utf-8")
        sit_down_again(us.with_name(label), day, archived=label == "old")
    sit_down_again(us, "2026-12-01")
    return program.data


def days(calendar: str) -> list[str]:
    return re.findall("DTSTART;VALUE=DATE:([0-9]+)", calendar)


def test_all_workshops_are_one_calendar_without_the_archived(
    program: Program, caseload: Path
) -> None:
    before = program.files()

    ran = program("export", "--all", "--to", "ics")
    more = program("export", "--all", "--archived", "--to", "ics")

    assert (ran.code, ran.err) == (0, "")
    assert ran.out.count("BEGIN:VCALENDAR") == 1
    assert days(ran.out) == ["20261130", "20261130", "20261201", "20261202"]
    assert days(more.out) == ["20261130"] * 3 + ["20261201", "20261202", "20261203"]
    assert program.files() == before


def test_couples_are_told_apart_only_if_that_is_asked_for(program: Program, caseload: Path) -> None:
    neutral = program("export", "--all", "--to", "ics").out
    told = program("export", "--all", "--to", "ics", "--with-label").out

    assert not any(word in neutral for word in ("ALEX", "SAM", "(us)", "them"))
    assert "SUMMARY:The next evening for the two of us (them)\r\n" in told
    assert "ALEX" not in told


def test_what_cannot_be_read_is_named_in_one_sentence_and_the_rest_is_written(
    program: Program, caseload: Path, tmp_path: Path
) -> None:
    (caseload / "them" / "workshop.toml").write_text("nonsense", "utf-8")
    (caseload / "us" / "agreement.toml").write_text("nonsense", "utf-8")
    file = tmp_path / "all.ics"

    ran = program("export", "--all", "--archived", "--to", "ics", "-o", str(file))

    assert ran.code == 1
    assert ran.err == (
        "workshop: These could not be read, and are not in the calendar: them, us.\n"
    )
    assert days(file.read_text("utf-8")) == ["20261130", "20261203"]
    assert f"{file} (a copy, outside the workshop)" in program("where", "old").out


def test_a_reminder_is_asked_for(program: Program, caseload: Path) -> None:
    assert "VALARM" not in program("export", "us", "--to", "ics").out
    assert program("export", "us", "--to", "ics", "--alarm").out.count("BEGIN:VALARM") == 2


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["--to", "md", "--alarm"], "--alarm goes with --to ics"),
        (["--to", "html", "--with-label"], "--with-label goes with --to ics"),
        (["--to", "md", "--all"], "--all goes with --to ics"),
        (["us", "--to", "ics", "--all"], "--all takes every workshop"),
        (["us", "--to", "ics", "--archived"], "--archived goes with --all"),
    ],
)
def test_words_that_do_not_go_together_are_told(
    program: Program, us: Path, words: list[str], said: str
) -> None:
    ran = program("export", *words)

    assert (ran.code, ran.out) == (2, "")
    assert said in ran.err


def test_an_agreement_on_its_own_has_no_label(program: Program, us: Path, tmp_path: Path) -> None:
    alone = tmp_path / "alone.toml"
    shutil.copy(us / "agreement.toml", alone)

    ran = program("export", str(alone), "--to", "ics", "--with-label")

    assert (ran.code, ran.out) == (2, "")
    assert "has no label" in ran.err


def test_with_no_workshop_there_is_no_calendar(program: Program) -> None:
    ran = program("export", "--all", "--to", "ics")

    assert (ran.code, ran.out) == (1, "")
    assert ran.err.count("\n") == 1
