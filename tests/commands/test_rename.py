"""`workshop rename`: a workshop gets another label, or one of the two another name."""

from pathlib import Path

import pytest
from plain.support import Program
from support.evening import files

from workshop.core.agreement.verify import code
from workshop.store import listing as store


def test_a_workshop_is_called_otherwise(program: Program, us: Path) -> None:
    ran = program("rename", "us", "them")

    assert (ran.code, ran.out, ran.err) == (0, "It is called them now.\n", "")
    assert program("list").out.startswith("them  ALEX and SAM")
    assert program("rename", "us", "others").code == 1


@pytest.mark.parametrize(
    "words",
    [
        ("us",),
        ("us", "them", "--partner", "ALEX"),
        ("us", "--partner", "ALEX"),
        ("us", "--to", "KIM"),
    ],
)
def test_words_that_say_half_of_it_are_asked_for_the_rest(
    program: Program, us: Path, words: tuple[str, ...]
) -> None:
    before = files(us, copies=True)

    ran = program("rename", *words)

    assert ran.code == 2
    assert "workshop rename LABEL --partner NAME --to NAME" in ran.err
    assert files(us, copies=True) == before


@pytest.mark.parametrize("name", ["Kim", "[/]", "李", "José", "{left} %s", "x" * 40, "alex"])
def test_a_partner_is_called_otherwise_everywhere(program: Program, us: Path, name: str) -> None:
    ran = program("rename", "us", "--partner", "alex", "--to", name)

    assert (ran.code, ran.err) == (0, "")
    assert ran.out.startswith(f"ALEX is called {name} now.\n")
    assert f"us  {name} and SAM" in program("list").out
    assert f"The agreement of {name} and SAM" in program("show", "us").out
    assert program("verify", str(us / "agreement.toml")).code == 0
    assert program("check", str(us)).code == 0
    told = program("export", "us", "--to", "md").out
    assert "ALEX" not in told


@pytest.mark.parametrize(
    "name", ["", " ", "sam", "S\u200bAM", "x" * 200, "\u200b", "ALEX", "a\x1b[1m"]
)
def test_what_can_be_no_name_is_refused(program: Program, us: Path, name: str) -> None:
    before = files(us)

    ran = program("rename", "us", "--partner", "ALEX", "--to", name)

    if name.startswith("a"):
        assert "ALEX is called a now." in ran.out  # what acts is never read
        return
    assert (ran.code, ran.out, ran.err.count("\n")) == (1, "", 1)
    assert files(us) == before


def test_what_was_kept_and_cannot_be_read_keeps_the_name_and_that_is_said(
    program: Program, us: Path
) -> None:
    (us / "kept").mkdir(exist_ok=True)
    (us / "kept" / "7.toml").write_text("x = [")

    ran = program("rename", "us", "--partner", "ALEX", "--to", "Kim")

    assert ran.code == 0
    assert ran.err.startswith(f"workshop: {us / 'kept' / '7.toml'} cannot be read")
    assert ran.err.endswith("The name that is in it stays as it was.\n")


def test_somebody_who_is_neither_is_named_by_nobody(program: Program, us: Path) -> None:
    ran = program("rename", "us", "--partner", "Kim", "--to", "Alex")

    assert (ran.code, ran.err) == (
        1,
        "workshop: Neither of the two is called that: they are ALEX and SAM.\n",
    )


def test_the_record_tells_it_to_whoever_has_the_code(program: Program, us: Path) -> None:
    file = str(us / "agreement.toml")
    noted = code(store.read_agreement(us / "agreement.toml"))

    program("rename", "us", "--partner", "ALEX", "--to", "Kim")

    ran = program("verify", file, noted)
    assert ran.code == 0
    assert (
        ran.out
        == "The same up to revision 1, then changed: 23 November 2026, ALEX is called Kim.\n"
    )


BY_HAND = {
    "workshop.toml": ('name = "ALEX"', 'name = "Kim"'),
    "agreement.toml": ('    "ALEX",', '    "Kim",'),
}


@pytest.mark.parametrize("command", [("show", "us"), ("list",), ("check",)])
@pytest.mark.parametrize("file", BY_HAND)
def test_a_name_changed_by_hand_in_one_file_is_told_until_it_is_said(
    program: Program, us: Path, file: str, command: tuple[str, ...]
) -> None:
    both = tuple(str(us / name) for name in BY_HAND)  # and no copy that was kept beside
    words = (*command, *both) if command == ("check",) else command
    text = (us / file).read_text("utf-8")
    (us / file).write_text(text.replace(*BY_HAND[file], 1), "utf-8")

    ran = program(*words)
    assert (ran.out + ran.err).count("A name was changed by hand in one file only") == 1

    assert program("rename", "us", "--partner", "ALEX", "--to", "Kim").code == 0
    ran = program(*words)
    assert (ran.code, ran.err) == (0, "")
    assert "by hand" not in ran.out
