"""Killed at any call of work on the page: nothing lost, doubled, or in force without both."""

import shutil
from pathlib import Path

import pytest
from support.choosing import moment
from support.couple import Couple, answering
from support.disks import Deadly, Killed
from support.effort import every
from support.evening import answer, asks, documents, drop, files, resume
from support.page import RESTING
from support.work import NEW, a_page, agreement_in, drafting, edit, to_the_map

from workshop.cards.agreement_deeds import (
    AddClause,
    Clauses,
    Kinds,
    OneClause,
    PutBack,
    RenewPage,
    SetOut,
)
from workshop.cards.choice import Choice, Chosen, Deed
from workshop.cards.deeds import Back, GoTo, LookAtAgreement
from workshop.core.agreement.verify import Altered, verify
from workshop.core.course.session import Ask
from workshop.core.people import Pair
from workshop.core.turns import Consent
from workshop.core.turns.reply import NotNow, Reply
from workshop.desk.desk import Desk

pytestmark = pytest.mark.every(5)


def keeping_the_old(asked: Ask, pair: Pair) -> Reply:
    if isinstance(asked.turn, Consent) and asked.turn.to == "old page":
        return NotNow()
    return answering(asked, pair)


DELETED = "a fresh page, the old one deleted"
WORK: dict[str, tuple[list[Deed], Couple]] = {
    "a clause is added": ([GoTo(Kinds()), AddClause("agreement")], drafting(NEW)),
    "a boundary is changed": (
        [GoTo(Clauses()), GoTo(OneClause("c4")), SetOut("change", "c4")],
        drafting(NEW),
    ),
    "what is paused is taken up": (
        [GoTo(Clauses()), GoTo(OneClause("c5")), SetOut("resume", "c5")],
        answering,
    ),
    "what was changed by hand is agreed on": (
        [GoTo(Clauses()), GoTo(OneClause("c1")), SetOut("by hand", "c1")],
        answering,
    ),
    "what was changed by hand is put back": (
        [GoTo(Clauses()), GoTo(OneClause("c1")), PutBack("c1")],
        answering,
    ),
    "a fresh page, the old one kept": ([RenewPage()], keeping_the_old),
    DELETED: ([RenewPage()], answering),
}


def until_the_map(desk: Desk, couple: Couple) -> None:
    for asked in asks(desk, couple):
        if moment(asked) == "map":
            return


def do(desk: Desk, deeds: list[Deed], couple: Couple) -> None:
    """Go to the page from the map, and do what `deeds` and `couple` say, back to the map."""
    for deed in (LookAtAgreement(), *deeds):
        desk.reply(Chosen(deed))
    while moment(asked := desk.ask()) != "map":
        if isinstance(asked, Choice):
            assert moment(asked) == "aside"
            desk.reply(Chosen(Back()))
        else:
            answer(desk, couple)


@pytest.mark.parametrize("name", WORK)
def test_a_kill_at_any_call_leaves_the_same_files_in_the_end(tmp_path: Path, name: str) -> None:
    deeds, couple = WORK[name]
    start = a_page(tmp_path / "start")
    if "by hand" in name:
        edit(start, lambda text: text.replace("first and sleep", "first, and sleep", 1))
    drop(to_the_map(resume(start)))
    shutil.copytree(start, tmp_path / "whole")
    desk = to_the_map(resume(tmp_path / "whole"))
    do(desk, deeds, couple)
    drop(desk)
    expected = files(tmp_path / "whole")

    for calls in range(0, 10_000, every(17)):
        path, disk = tmp_path / str(calls), Deadly()
        shutil.copytree(start, path)
        desk = to_the_map(resume(path, system=disk))
        disk.calls_left = calls
        try:
            do(desk, deeds, couple)
        except Killed:
            drop(desk)
            documents(path)
            desk = resume(path)
            until_the_map(desk, couple)
            if files(path)["agreement.toml"] != expected["agreement.toml"]:
                do(desk, deeds, couple)  # it was killed before anything was begun
        drop(desk)
        assert files(path) == expected, f"killed at call {calls}"
        left = b"".join(files(path, copies=True).values())
        assert (RESTING.encode() in left) == (name != DELETED), f"killed at call {calls}"
        if not disk.dead:
            break
    assert calls >= 6
    assert not isinstance(verify(agreement_in(path)), Altered)
