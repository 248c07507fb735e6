"""`workshop recover LABEL`: what there is of a workshop, and what can be done if a file broke."""

from collections.abc import Callable
from pathlib import Path

import pytest
from plain.support import Lines, Program, Ran, Replies
from support.evening import files


@pytest.fixture
def recover(program: Program, us: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[..., Ran]:
    """Run the command for that workshop, by somebody who sits at a terminal."""
    del us
    monkeypatch.setattr(Replies, "isatty", lambda _self: True)

    def run(reply: Callable[[str], Lines] = lambda _text: "1") -> Ran:
        return program("recover", "us", reply=reply)

    return run


def test_of_a_whole_one_it_says_so_and_asks_nothing(recover: Callable[..., Ran]) -> None:
    ran = recover(lambda _text: pytest.fail("it asks"))

    assert (ran.code, ran.err) == (0, "")
    assert "agreement.toml: fine\n" in ran.out
    assert ran.out.endswith("It opens: `workshop resume us` goes on.\n")


def test_without_a_terminal_it_says_what_it_would_do_and_does_nothing(
    program: Program, us: Path
) -> None:
    (us / "agreement.toml").write_bytes(b"format = 1\npartners = [\n")
    before = files(us, copies=True)

    ran = program("recover", "us", reply="1\n1\n1\n")

    assert (ran.code, ran.err) == (1, "")
    assert "agreement.toml: cannot be read, from line" in ran.out
    assert "Put this copy in its place: agreement.toml.bak, from 23 November 2026" in ran.out
    assert "Nothing was changed. In a terminal, `workshop recover us` asks." in ran.out
    assert files(us, copies=True) == before


def test_it_asks_and_a_yes_puts_the_copy_back(recover: Callable[..., Ran], us: Path) -> None:
    good = (us / "agreement.toml.bak").read_bytes()
    (us / "agreement.toml").write_bytes(b"x")

    ran = recover()

    assert ran.code == 0
    assert "agreement.toml.bak is in the place of agreement.toml now." in ran.out
    assert (us / "agreement.toml").read_bytes() == good
    assert (us / "agreement.toml.broken").read_bytes() == b"x"
    assert recover(lambda _text: pytest.fail("it asks again")).code == 0


@pytest.mark.parametrize("typed", [None, ":quit", ":hide", "2"], ids=str)
def test_whoever_says_nothing_changes_nothing(
    recover: Callable[..., Ran], us: Path, typed: str | None
) -> None:
    (us / "agreement.toml").write_bytes(b"x")
    before = files(us, copies=True)

    assert recover(lambda _text: typed).code == 1

    assert files(us, copies=True) == before


def test_of_left_overs_alone_it_says_how_to_go_on(program: Program) -> None:
    (program.data / "us").mkdir(parents=True)
    (program.data / "us" / ".lock").touch()

    ran = program("recover", "us")

    assert ran.code == 1
    assert "`workshop start --label us` begins it" in ran.err


def test_a_workshop_of_which_only_the_agreement_is_left_is_listed_and_made_anew(
    recover: Callable[..., Ran], program: Program, us: Path
) -> None:
    for file in us.rglob("*"):
        if file.is_file() and file.name != "agreement.toml":
            file.unlink()

    for words in (("list",), ("resume", "us"), ("show", "us")):
        assert "`workshop recover us`" in program(*words).err, words
    ran = recover()

    assert ran.code == 0
    assert "workshop.toml is made anew." in ran.out
    assert program("list").out.startswith("us  ALEX and SAM")


def test_a_workshop_of_another_name_is_said_to_be_none(program: Program, us: Path) -> None:
    assert program("recover", f"{us.name}x").code == 1


def test_wherever_it_cannot_be_read_the_way_on_is_told(program: Program, us: Path) -> None:
    (us / "agreement.toml").write_bytes(b"x")

    for words in (("show", "us"), ("list",), ("resume", "us")):
        assert "`workshop recover us`" in program(*words).err, words
