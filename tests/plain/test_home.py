"""Home line by line: every workshop is named, also one that cannot be read."""

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

    ran = program("--plain", reply="4\n")

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


def test_of_many_workshops_the_newest_are_shown_and_the_others_when_asked_for(
    program: Program,
) -> None:
    whole = begun(program)
    for number in range(11):
        folder = program.data / f"couple-{number}"
        folder.mkdir()
        (folder / "workshop.toml").write_bytes(whole)

    ran = program("--plain", reply="11\n")

    first, then = ran.out.split("11: Earlier ones")
    assert first.count("Go on with") == 10
    assert then.count("Go on with") == 12
    assert "Earlier ones" not in then
