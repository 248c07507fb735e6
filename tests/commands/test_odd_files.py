"""A pipe, a device or a file of a gigabyte in the place of what people read: told, at once."""

import os
from pathlib import Path

import pytest
from plain.support import Program

from workshop import paths
from workshop.content.library import Library
from workshop.errors import Trouble

HUGE = 1_000_000_000
"""More bytes than any file has; on the disk it takes none."""


def make_huge(path: Path) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.touch()
    os.truncate(path, HUGE)


@pytest.mark.parametrize("name", ["mine.toml", "programmes/mine.toml", "readings/mine.md"])
def test_of_a_file_of_a_gigabyte_no_more_is_read_than_shows_it(tmp_path: Path, name: str) -> None:
    make_huge(tmp_path / name)
    library = Library(paths.builtin_content(), tmp_path)
    read = {"programmes": library.programme, "readings": library.reading}

    with pytest.raises(Trouble, match="larger than 1 MB"):
        read.get(Path(name).parent.name, library.exercise)("mine")


@pytest.mark.parametrize("command", [["preview"], ["check"]])
def test_so_it_is_for_whoever_writes_one(
    program: Program, tmp_path: Path, command: list[str]
) -> None:
    make_huge(tmp_path / "mine.toml")

    ran = program(*command, str(tmp_path / "mine.toml"))

    assert ran.code == 1
    assert "larger than 1 MB" in ran.out + ran.err


@pytest.mark.parametrize(
    "command",
    [["preview", "FILE"], ["check", "FILE"], ["show", "FILE"], ["verify", "FILE"], ["list"]],
    ids=" ".join,
)
def test_a_pipe_is_not_waited_for(program: Program, tmp_path: Path, command: list[str]) -> None:
    os.mkfifo(tmp_path / "mine.toml")
    program.data.mkdir()
    os.mkfifo(program.data / paths.SETTINGS)

    ran = program(*(str(tmp_path / "mine.toml") if word == "FILE" else word for word in command))

    assert ran.code in (0, 1, 2, 3)
    assert len(ran.err) < 400


def test_a_pipe_for_settings_is_told_by_who_needs_them(program: Program) -> None:
    program.data.mkdir()
    os.mkfifo(program.data / paths.SETTINGS)

    ran = program("exercises")

    assert ran.code == 0
    assert "settings.toml cannot be opened: it is not a plain file." in ran.err


def test_of_thousands_of_things_in_a_pair_s_file_a_hundred_are_told(
    program: Program, us: Path
) -> None:
    saved = us / "workshop.toml"
    keys = "".join(f"key{number} = 1\n" for number in range(3_000))
    saved.write_text(saved.read_text().replace("format = 1\n", f"format = 1\n{keys}", 1))

    ran = program("check", str(saved))

    assert ran.out.count(" is not known here") == 100
    assert "and 2900 more things are wrong. Mend these first" in ran.out


@pytest.mark.parametrize("command", ["show", "list", "check"])
def test_more_marks_on_a_letter_than_any_writing_has_are_told_in_an_agreement(
    program: Program, us: Path, command: str
) -> None:
    file = us / "agreement.toml"
    text = file.read_text(encoding="utf-8")
    marks = "\u0301\u0323" * 20  # each is fine alone
    file.write_text(text.replace('text = "', f'text = "x{marks}', 1), encoding="utf-8")

    ran = program(command, *{"show": ["us"], "check": [str(us)]}.get(command, []))

    assert ran.code == 1
    assert "more marks on one letter than any writing has" in ran.out + ran.err
