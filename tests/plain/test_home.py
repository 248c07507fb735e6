"""Home line by line: every workshop is named, also one that cannot be read."""

import shutil
from random import Random

import pytest
from support.evening import SHIPPED, StillClock

from workshop.desk.workshops import Plan, Workshops

from .support import Program, acting


def begun(program: Program) -> bytes:
    """Have a workshop called us; return what its file holds."""
    desks = Workshops(program.data, SHIPPED, StillClock(), Random(7))
    desks.begin(Plan(("ALEX", "SAM"), ("appreciation",), label="us")).let_go()
    return (program.us / "workshop.toml").read_bytes()


def spoil(program: Program, label: str) -> None:
    """Leave a workshop whose file says nothing that can be understood."""
    (program.data / label).mkdir(parents=True)
    (program.data / label / "workshop.toml").write_text("format = 1\nid = ", encoding="utf-8")


def test_a_workshop_that_cannot_be_read_is_named_and_nothing_is_begun_anew(
    program: Program,
) -> None:
    spoil(program, "ours")

    ran = program("--plain", reply="5\n")

    assert f"{program.data / 'ours' / 'workshop.toml'} cannot be read" in " ".join(ran.out.split())
    assert "What do you want to do?" in ran.out
    assert "Begin a new workshop" in ran.out
    assert "Go on with" not in ran.out
    assert "Read the agreement" not in ran.out
    assert ran.code == 0
    assert [path.name for path in program.data.iterdir()] == ["ours"]


@pytest.mark.parametrize("words", [("--plain",), ("list",), ("where",)], ids=" ".join)
def test_no_name_of_a_folder_acts_on_the_terminal(program: Program, words: tuple[str, ...]) -> None:
    spoil(program, "\x1b[31mred\x1b]0;title\x07\u202e")
    begun(program)
    (program.data / "us").rename(program.data / "\x1b[2Jus")

    ran = program(*words)

    assert acting(ran.out + ran.err) == set()


def test_beside_one_that_cannot_be_read_the_others_go_on(program: Program) -> None:
    begun(program)
    spoil(program, "theirs")

    ran = program("--plain", reply="")

    assert f"{program.data / 'theirs' / 'workshop.toml'} cannot be read" in " ".join(
        ran.out.split()
    )
    assert "Go on with us, ALEX and SAM" in ran.out


def test_where_nobody_has_begun_a_workshop_is_begun_at_once(program: Program) -> None:
    ran = program("--plain", reply="")

    assert "Equal Say: exercises for two" in ran.out
    assert "What do you want to do?" not in ran.out


def many(program: Program) -> None:
    """Have a dozen workshops."""
    begun(program)
    for number in range(11):
        shutil.copytree(program.us, program.data / f"couple-{number}")


def test_of_many_workshops_ten_are_shown_and_all_are_found_in_a_list(program: Program) -> None:
    many(program)

    ran = program("--plain", reply="11\n11\n3\ncouple-7 sam\n2\nnobody\n")

    first, all_of_them, _next, found, *_nothing = ran.out.split("Which workshop?")
    assert first.count("Go on with") == 10
    assert all_of_them.count(" ALEX and SAM, 0 of 1 done") == 10
    assert "11: The next ones" in all_of_them
    assert "1: couple-7  ALEX and SAM" in found
    assert "No label and no name has “nobody” in it." in ran.out


def test_one_of_all_workshops_is_gone_on_with_by_its_number(program: Program) -> None:
    many(program)

    ran = program("--plain", reply="11\n12\ncouple-7\n1\n")

    assert ran.out.endswith("Next time: workshop resume couple-7 --plain\n")
