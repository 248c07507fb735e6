"""On a disk without locks, whatever writes for a moment says so, as an evening does."""

from pathlib import Path
from random import Random

import pytest
from plain.support import Program
from support.evening import SHIPPED, StillClock

from workshop.cards.agreement_deeds import Alone, Clauses, OneClause
from workshop.cards.choice import Chosen
from workshop.cards.deeds import GoTo
from workshop.desk.guides.caseload import Caseload
from workshop.desk.guides.caseload_deeds import Archive, LookAt
from workshop.desk.workshops import Workshops
from workshop.system import System

TOLD = "This disk cannot keep a second window out. Have this workshop open in this window alone"


@pytest.fixture
def without_locks(us: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    def knows_none(_system: System, _descriptor: int) -> None:
        raise OSError(45, "no locks")

    monkeypatch.setattr(System, "lock", knows_none)
    return us


@pytest.mark.parametrize(
    ("command", "typed"),
    [
        (("rename", "us", "them"), ""),
        (("rename", "us", "--partner", "SAM", "--to", "SAMI"), ""),
        (("export", "us", "--to", "md", "-o", "{out}"), ""),
        (("forget", "us"), "us\n"),
    ],
    ids=lambda one: " ".join(one[:2]) if isinstance(one, tuple) else "",
)
def test_a_command_says_it(
    program: Program, without_locks: Path, tmp_path: Path, command: tuple[str, ...], typed: str
) -> None:
    ran = program(*(word.format(out=tmp_path / "a.md") for word in command), reply=typed)

    assert ran.err.count(TOLD) == 1


def workshops(data: Path) -> Workshops:
    return Workshops(data, SHIPPED, StillClock(), Random(7))


def test_the_caseload_says_it_once_it_wrote(program: Program, without_locks: Path) -> None:
    caseload = Caseload(workshops(program.data))
    caseload.take(caseload.rest())
    caseload.reply(Chosen(LookAt(without_locks)))
    caseload.reply(Chosen(Archive(True)))

    assert caseload.said.startswith("us is archived. This disk cannot keep a second window out.")


def test_the_page_of_the_agreement_says_it_once_it_wrote(
    program: Program, without_locks: Path
) -> None:
    pages = workshops(program.data).pages(without_locks)
    before = pages.choice()
    pages.reply(Chosen(GoTo(Clauses())))
    pages.reply(Chosen(GoTo(OneClause("c1"))))
    pages.reply(Chosen(Alone("paused", "c1")))

    assert not any(TOLD.startswith(line) for line in before.lines)
    assert pages.choice().lines[0] == "This disk cannot keep a second window out."
