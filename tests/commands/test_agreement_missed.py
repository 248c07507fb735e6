"""An agreement that is not what both have seen: each command that shows it says so, once."""

import json
from pathlib import Path

import pytest
from plain.support import Choose, Couple, Program

from workshop.core.agreement.agreement import Agreement
from workshop.store import formats

HOW = {
    "gone": "The agreement that was seen here is missing.",
    "behind": "The agreement is older than the one that was seen here.",
    "rewritten": "The agreement is not the one that was seen here: its record is another.",
}


@pytest.fixture(params=HOW)
def how(request: pytest.FixtureRequest, us: Path) -> str:
    """How the agreement is found: its file is another one now, or none."""
    how: str = request.param
    file = us / "agreement.toml"
    now = formats.read(Agreement, file.read_bytes(), "")
    file.unlink()
    none = Agreement(partners=now.partners)
    first = now.revisions[0]
    other = first.model_copy(update={"text": "Another.", "digest": "0" * 64})
    match how:
        case "behind":
            file.write_bytes(formats.write(none))
        case "rewritten":
            file.write_bytes(formats.write(now.model_copy(update={"revisions": (other,)})))
    return how


def said(text: str) -> str:
    """Return what was printed, on one line."""
    return " ".join(text.split())


@pytest.mark.parametrize(
    "words",
    [
        ("list",),
        ("show", "us"),
        ("export", "us", "--to", "md"),
        ("export", "--all", "--to", "ics"),
        ("summary", "us"),
    ],
    ids=" ".join,
)
def test_it_is_told_once_and_nobody_is_blamed(
    program: Program, us: Path, how: str, words: tuple[str, ...]
) -> None:
    before = program.files()

    ran = program(*words)

    assert ran.code == 0
    assert said(ran.err).count(HOW[how]) == 1
    assert "it says nothing about anybody. `workshop resume us` asks what to do" in said(ran.err)
    assert program.files() == before


def test_a_list_for_a_program_names_how_it_is(program: Program, us: Path, how: str) -> None:
    (row,) = json.loads(program("list", "--json").out)

    assert row["agreement"] == how


def test_check_counts_it_as_wrong_once(program: Program, us: Path, how: str) -> None:
    ran = program("check", str(us))

    assert ran.code == 1
    assert said(ran.out).count(HOW[how]) == 1


def test_home_marks_it_line_by_line(program: Program, us: Path, how: str) -> None:
    marks = {"gone": "missing", "behind": "older than seen", "rewritten": "not as seen"}

    ran = program("--plain", reply=":quit\n")

    assert f"Go on with us, ALEX and SAM (agreement {marks[how]})" in said(ran.out)


def test_line_by_line_it_is_asked_first_and_can_be_left(
    program: Program, us: Path, how: str
) -> None:
    before = program.files()

    ran = program.resume(Couple(says={HOW[how]: Choose("Stop")}))

    assert ran.code == 0
    assert "It is saved." in ran.out or "Next time" in ran.out
    assert program.files() == before


def test_a_name_is_not_changed_before_that_was_decided(
    program: Program, us: Path, how: str
) -> None:
    before = program.files()

    ran = program("rename", "us", "--partner", "ALEX", "--to", "Kim")

    assert ran.code == 1
    assert HOW[how] in said(ran.err)
    assert program.files() == before


def test_what_is_as_it_was_is_told_nowhere(program: Program, us: Path) -> None:
    for words in (("list",), ("show", "us")):
        assert program(*words).err == ""
    assert json.loads(program("list", "--json").out)[0]["agreement"] == "as seen"
    assert program("check", str(us)).code == 0


def test_a_code_is_looked_for_in_a_file_that_is_told_to_be_another_one(
    program: Program, us: Path, how: str
) -> None:
    ran = program("verify", str(us / "agreement.toml"))

    assert (HOW[how] in said(ran.err)) == (how != "gone")  # else there is no file at all
    assert ran.code == {"gone": 3, "behind": 0}.get(how, 1)
