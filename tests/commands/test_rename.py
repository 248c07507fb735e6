"""`workshop rename`: a workshop gets another label, or one of the two another name."""

from pathlib import Path

from plain.support import Program


def test_a_workshop_is_called_otherwise(program: Program, us: Path) -> None:
    ran = program("rename", "us", "them")

    assert (ran.code, ran.out, ran.err) == (0, "It is called them now.\n", "")
    assert program("list").out.startswith("them  ALEX and SAM")
    assert program("rename", "us", "others").code == 1


def test_what_it_is_called_then_is_asked_for(program: Program, us: Path) -> None:
    ran = program("rename", "us")

    assert ran.code == 2
    assert "workshop rename LABEL NEW" in ran.err
