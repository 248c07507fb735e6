"""Work on many things, shared out among processes: nothing of it is lost, nothing is printed."""

import os
from collections.abc import Sequence
from pathlib import Path

import pytest

from workshop.cli import main
from workshop.commands.shared_out import FEWEST, shared_out

MANY = range(3 * FEWEST)
HERE = os.getpid()


def _who_did_it(things: Sequence[int]) -> list[tuple[int, int]]:
    return [(thing, os.getpid()) for thing in things]


def _only_here(things: Sequence[int]) -> list[int]:
    if os.getpid() != HERE:
        os._exit(1)
    return list(things)


def _not_the_last(things: Sequence[int]) -> list[int]:
    if MANY[-1] in things:
        raise ValueError("the last one")
    return list(things)


def test_each_process_does_a_share_and_each_thing_is_done_once() -> None:
    done = shared_out(_who_did_it, MANY, processors=3)

    assert sorted(thing for thing, _process in done) == list(MANY)
    assert len({process for _thing, process in done}) == 3


def test_a_few_things_are_done_here() -> None:
    done = shared_out(_who_did_it, range(FEWEST), processors=3)

    assert {process for _thing, process in done} == {HERE}


def test_what_a_process_did_not_finish_is_done_here() -> None:
    assert sorted(shared_out(_only_here, MANY, processors=3)) == list(MANY)


def test_what_goes_wrong_in_another_process_goes_wrong_here(
    capfd: pytest.CaptureFixture[str],
) -> None:
    with pytest.raises(ValueError, match="the last one"):
        shared_out(_not_the_last, MANY, processors=3)

    assert capfd.readouterr() == ("", "")


def test_hundreds_of_files_are_told_as_few_are(
    tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    for number in MANY:
        (tmp_path / f"{number:03}.toml").write_text(f"a{number} = 1\n", "utf-8")

    code = main(["check", str(tmp_path)])

    told = [line for line in capfd.readouterr().out.splitlines() if "unknown key" in line]
    assert code == 1
    assert [line.split("unknown key")[1].split(".")[0] for line in told] == [
        f' "a{number}"' for number in MANY
    ]
