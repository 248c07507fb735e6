"""Line by line: who opens one workshop hears nothing of another couple until the program ends."""

from collections.abc import Sequence
from pathlib import Path

import pytest
from support.couples import NUMBERS, label, whose
from support.effort import LONG

from workshop.desk.desk import Desk

from .support import Asked, Couple, Lines, Program, contents

GUIDED = 10
"""A couple that somebody guides."""
SOME: Sequence[int] = NUMBERS if LONG else (GUIDED, 11)
EVERYTHING = [":help", ":lines", ":readings", ":agreement", ":pause", ":guide"]
"""What can be looked at beside what is asked."""


class Curious(Couple):
    """Two who look at everything before they answer their first question."""

    def __init__(self) -> None:
        super().__init__()
        self.looks = [*EVERYTHING]

    def _usual(self, asked: Asked) -> Lines:
        back = asked.choose("Back", "Close it")
        if back is not None:
            return back
        at_the_desk = any("reads" in heard.text or "type." in heard.text for heard in self.heard)
        return self.looks.pop(0) if at_the_desk and self.looks else super()._usual(asked)


@pytest.mark.parametrize("number", SOME)
def test_a_whole_evening_of_one_couple_has_nothing_of_another(
    program: Program, fifty_couples: Path, number: int
) -> None:
    before, couple = contents(fifty_couples), Curious()

    ran = program.resume(couple, label(number))

    assert (ran.code, couple.looks) == (0, [])
    assert whose(ran.out + ran.err) == {number}
    after = contents(fifty_couples)
    changed = {path: data for path, data in after.items() if before.get(path) != data}
    assert {Path(path).parts[0] for path in changed} == {label(number)}
    for path, data in changed.items():
        assert whose(data.decode()) <= {number}, path


def test_what_is_read_last_of_a_session_is_of_nobody(program: Program, fifty_couples: Path) -> None:
    assert fifty_couples.is_dir()

    ran = program.resume(":quit\n1\n", label(GUIDED))

    assert whose(ran.out.rpartition("It is saved.")[2] + ran.err) == set()


@pytest.mark.parametrize("number", [GUIDED, 11])
def test_a_mistake_of_ours_leaves_nothing_of_anybody(
    program: Program, fifty_couples: Path, number: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(_desk: Desk) -> None:
        raise ValueError(f"at {label(number)} and {label(12)}")

    monkeypatch.setattr(Desk, "ask", fail)

    ran = program.resume(Couple(), label(number))

    assert ran.code == 70
    log = (fifty_couples / "crash.log").read_text(encoding="utf-8")
    assert whose(ran.err + log) == set()
