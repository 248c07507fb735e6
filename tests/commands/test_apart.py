"""What a command says, hands out or complains of for one couple has nothing of another in it."""

from collections.abc import Sequence
from pathlib import Path

import pytest
from plain.support import Program
from support.couples import NUMBERS, label, whose, word
from support.effort import LONG

SOME: Sequence[int] = NUMBERS if LONG else (10, 11)
COMMANDS = (
    "show {label}",
    "summary {label}",
    "summary {label} --to md",
    "summary {label} --to html",
    "export {label} --to md",
    "export {label} --to html",
    "export {label} --to ics --with-text --with-label --alarm",
    "verify {file}",
    "verify {file} ABCD",
    "check {folder}",
    "where {label}",
    "forget {label}",
    "resume {label} --plain",
    "start --plain --names A B --label {label}",
    "list --find {word}",
    "list --find {word} --json",
)
"""Each says something of the couple that is named, well or not."""
UNKNOWN = ("nobody", "Zq1", "zq-door", "Zq1-door")
"""Labels that nobody has; some are near to one."""


@pytest.mark.parametrize("number", SOME)
def test_of_one_couple_nothing_is_said_but_its_own(
    program: Program, fifty_couples: Path, number: int
) -> None:
    folder = fifty_couples / label(number)
    named = {"label": label(number), "word": word(number), "folder": folder}
    for command in COMMANDS:
        argv = command.format(**named, file=folder / "agreement.toml").split()

        ran = program(*argv)

        assert (command, whose(ran.out + ran.err) - {number}) == (command, set())
        assert ran.code in (0, 1, 2, 3), ran.err


@pytest.mark.parametrize("number", SOME)
@pytest.mark.usefixtures("fifty_couples")
def test_a_file_that_is_handed_out_has_nothing_of_another_in_it(
    program: Program, tmp_path: Path, number: int
) -> None:
    for to in ("md", "html", "ics"):
        copy = tmp_path / f"copy.{to}"

        ran = program("export", label(number), "--to", to, "-o", str(copy))

        assert ran.code == 0, ran.err
        assert whose(copy.read_text(encoding="utf-8") + ran.out + ran.err) <= {number}


@pytest.mark.parametrize("command", ["resume --plain", "show", "where", "forget", "summary"])
def test_a_label_that_nobody_has_leads_to_nobody(
    program: Program, fifty_couples: Path, command: str
) -> None:
    for named in UNKNOWN:
        ran = program(*command.split(), named)

        assert ran.code == 1
        assert f"There is no workshop called {named} in {fifty_couples}" in ran.err
        assert whose(ran.out + ran.err) == set()
        assert "workshop list" not in ran.err


def test_a_label_that_is_not_free_says_nothing_of_who_has_it(
    program: Program, fifty_couples: Path
) -> None:
    (fifty_couples / label(12)).rename(fifty_couples / "It's ours")

    ran = program("start", "--plain", "--label", "It's ours")

    assert ran.err == (
        "workshop: The label It's ours is not free. Name another; or, if it is yours, go on with:"
        " workshop resume 'It'\"'\"'s ours'\n"
    )


def test_nothing_is_told_of_one_that_cannot_be_read_but_where_all_are_listed(
    program: Program, fifty_couples: Path
) -> None:
    (fifty_couples / label(12) / "workshop.toml").write_text("format = 1\nid = ", encoding="utf-8")
    (fifty_couples / label(13) / "agreement.toml").write_text("format = 1\nx = ", encoding="utf-8")

    for command in COMMANDS:
        if not command.startswith("list"):
            folder = fifty_couples / label(11)
            named = {"label": label(11), "folder": folder, "file": folder / "agreement.toml"}
            ran = program(*command.format(**named).split())
            assert whose(ran.out + ran.err) <= {11}
