"""Programmes as people meet them: begun, listed, and shown evening by evening."""

import tomllib

import pytest
from plain.support import Program


def programme_in(program: Program) -> object:
    (file,) = program.data.glob("*/workshop.toml")
    return tomllib.loads(file.read_text("utf-8")).get("programme")


@pytest.mark.parametrize(
    ("words", "id"),
    [
        ((), "essentials"),
        (("--programme", "weekly"), "weekly"),
        (("--exercise", "weekly-check-in"), None),
    ],
)
def test_a_workshop_notes_which_programme_it_began(
    program: Program, words: tuple[str, ...], id: str | None
) -> None:
    assert program("start", "--plain", "--names", "ALEX", "SAM", *words, reply="\n").code == 0

    assert programme_in(program) == id


def test_line_by_line_a_programme_is_read_and_then_begun(program: Program) -> None:
    typed = "\n".join(("", "ALEX", "SAM", "1", "1", "1", "6", "1", "2", "1", "1", ""))

    ran = program("--plain", reply=typed)

    assert ran.code == 0
    assert ran.out.count("Evening 1 of 2, 50 minutes: Be heard all the way.") == 2
    assert programme_in(program) == "essentials"
