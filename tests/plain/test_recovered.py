"""A file that cannot be read, line by line: what can be done is asked where it is met."""

from collections.abc import Sequence
from pathlib import Path
from random import Random

import pytest
from support.evening import SHIPPED, StillClock

from workshop.desk.workshops import Plan, Workshops

from .support import Choose, Couple, Program, Replies


@pytest.fixture
def us(program: Program, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A workshop whose own file cannot be read, with a copy that can, and somebody who types."""
    monkeypatch.setattr(Replies, "isatty", lambda _self: True)
    desks = Workshops(program.data, SHIPPED, StillClock(), Random(7))
    desks.begin(Plan(("ALEX", "SAM"), ("appreciation",), label="us")).let_go()
    desks.resume(program.us).let_go()
    (program.us / "workshop.toml").write_bytes(b"not = [")
    return program.us


THROUGH = {
    "See what can be done, one at a time": Choose("See what can be done, one at a time"),
    "workshop.toml cannot be read. What is to be done?": Choose("Put this copy in its place"),
    "is in the place of workshop.toml now": Choose("Go on with it"),
    "Tonight": ":quit",
}


MET: Sequence[tuple[str, ...]] = (
    ("--plain", "resume", "us"),
    ("--plain",),
    ("--plain", "caseload"),
)
"""Where a workshop is met."""


@pytest.mark.parametrize("command", MET, ids=" ".join)
def test_wherever_it_is_met_the_copy_is_put_back_and_the_evening_goes_on(
    program: Program, us: Path, command: tuple[str, ...]
) -> None:
    meets = {
        "What do you want to do?": Choose("See what can be done about us"),
        "Which workshop?": Choose("us"),
        "workshop.toml cannot be read: ": Choose("See what can be done"),
    }
    couple = Couple(says={**THROUGH, **meets, "to read first": ""})

    ran = program(*command, reply=couple)

    assert "It opens" in ran.out
    assert "Not tonight" in ran.out
    assert (us / "workshop.toml.broken").read_bytes() == b"not = ["
    assert (us / "workshop.toml").read_bytes() == (us / "workshop.toml.bak").read_bytes()


@pytest.mark.parametrize("command", MET, ids=" ".join)
def test_whoever_goes_back_changes_nothing(
    program: Program, us: Path, command: tuple[str, ...]
) -> None:
    meets = {
        "See what can be done, one at a time": ":back",
        "What do you want to do?": Choose("See what can be done about us"),
        "Which workshop?": Choose("us"),
        "workshop.toml cannot be read: ": Choose("See what can be done"),
    }
    quits = {"What do you want to do?": ":quit", "workshop.toml cannot be read: ": ":quit"}

    program(*command, reply=Couple(once=meets, says=quits))

    assert (us / "workshop.toml").read_bytes() == b"not = ["
    assert not (us / "workshop.toml.broken").exists()
