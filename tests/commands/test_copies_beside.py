"""Copies that a sync program left, in what lists, `show`, `check` and `forget` say."""

import json
import re
import shutil
from pathlib import Path

import pytest
from plain.support import Program
from support.evening import A_DAY
from support.locks import lock

from workshop.cards.caseload import cells, line
from workshop.desk.guides.one_workshop import page
from workshop.store.listing import seen

A_COPY = "agreement (Sam's conflicted copy 2026-11-28).toml"
TOLD = f"Copies lie beside the files here, and are not read: {A_COPY}."


@pytest.fixture
def synced(us: Path) -> Path:
    (us / A_COPY).write_text("format = 1\n")
    return us


def test_the_list_names_them_and_says_what_to_do(program: Program, synced: Path) -> None:
    ran = program("list")

    assert ran.code == 0
    assert ran.err.startswith(f"workshop: us: {TOLD} A program that syncs folders leaves them")
    assert ran.err.endswith("something that is missing, then delete them.\n")
    assert json.loads(program("list", "--json").out)[0]["copies"] == [A_COPY]


@pytest.mark.parametrize(
    ("name", "locked"),
    [
        ("us (1)", "neither"),
        ("us copy", "neither"),
        ("us (conflicted copy 2026-11-28)", "both"),
        ("us 2", "one"),
    ],
)
def test_a_whole_folder_that_looks_like_a_copy_is_told_as_one(
    program: Program, us: Path, name: str, locked: str
) -> None:
    if locked == "both":
        lock(us)
    copy = shutil.copytree(us, us.with_name(name))
    if locked == "one":
        lock(us)

    ran = program("list")

    assert f"workshop: {name}: This looks like a copy of us: a" in ran.err
    assert [one["copy_of"] for one in json.loads(program("list", "--json").out)].count("us") == 1
    assert "looks like a copy of us" in line(seen(copy), A_DAY)
    assert "looks like a copy of us" in " ".join(page(seen(copy), A_DAY).lines)


def test_another_couple_that_is_called_alike_is_no_copy(program: Program, us: Path) -> None:
    other = shutil.copytree(us, us.with_name("us 2")) / "workshop.toml"
    other.write_bytes(re.sub(rb'(?m)^id = ".', b'id = "x', other.read_bytes()))

    assert program("list").err == ""


def test_many_are_counted(program: Program, us: Path) -> None:
    for number in range(2, 12):
        (us / f"agreement {number}.toml").write_text("")

    assert "agreement 2.toml and 7 more." in program("list").err


def test_they_are_told_with_the_agreement(program: Program, synced: Path) -> None:
    assert TOLD in program("show", "us").err
    assert TOLD in program("show", str(synced / "agreement.toml")).err


def test_home_tells_of_one_in_full_and_of_several_by_their_labels(
    program: Program, synced: Path
) -> None:
    one = program("--plain", reply=":quit\n").out
    (synced.parent / "them").mkdir()
    for file in ("workshop.toml", A_COPY):
        (synced.parent / "them" / file).write_bytes((synced / file).read_bytes())
    several = program("--plain", reply=":quit\n").out

    assert f"us: {TOLD}" in " ".join(one.split())
    assert "Copies that are not read lie beside the files of" in " ".join(several.split())


def test_a_check_names_each_and_reads_none(program: Program, synced: Path) -> None:
    (synced / A_COPY).write_text("broken")
    (synced / "notes" / "1 2.toml").write_text("broken")

    ran = program("check", str(synced))

    assert ran.code == 0
    assert ran.out.count("warning: this is a copy of a file here, and is not read.") == 2


def test_among_exercises_no_name_is_a_copy(program: Program, tmp_path: Path) -> None:
    (tmp_path / "mine").mkdir()
    (tmp_path / "mine" / "agreement (1).toml").write_text("broken")

    assert program("check", str(tmp_path / "mine")).code == 1


def test_forgetting_says_which_go_and_which_stay(program: Program, synced: Path) -> None:
    (synced / "agreement 2.toml").write_text("")

    ran = program("forget", "us", reply="us\n")

    assert f"{A_COPY} (a copy that a sync program left)" in ran.out
    assert "with words of the two in them: agreement 2.toml. Look at them" in ran.out
    assert [file.name for file in synced.iterdir()] == ["agreement 2.toml"]


def test_the_caseload_marks_them_and_tells_them_on_the_page_of_the_workshop(synced: Path) -> None:
    one = seen(synced)

    assert line(one, A_DAY).endswith(", 1 copy beside")
    assert cells(one, A_DAY).names == "1 copy beside: ALEX and SAM"
    assert page(one, A_DAY).lines[-1].startswith(TOLD)
