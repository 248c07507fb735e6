"""Commands say once where workshops are kept, where that is a repository or a synced folder."""

from pathlib import Path

import pytest
from plain.support import Program


@pytest.mark.parametrize("command", [("list",), ("where",), ("show", "us")], ids=" ".join)
def test_commands_say_it_once(program: Program, us: Path, command: tuple[str, ...]) -> None:
    (program.data / ".git").mkdir()

    first, second = program(*command), program(*command)

    assert (first.code, second.err) == (0, "")
    assert f"Workshops are kept in {program.data} here, of which git keeps versions." in first.err


def test_what_is_read_by_another_program_stays_as_it_is(program: Program, us: Path) -> None:
    before = program("list", "--json").out
    (program.data / ".stfolder").touch()

    assert program("list", "--json").out == before
