"""What pauses or ends during an evening is told at its close and at the next opening, to both."""

from datetime import timedelta
from pathlib import Path
from typing import Literal

import pytest
from support.couple import Couple, answering
from support.evening import A_DAY, StillClock, answer, resume
from support.page import AGREED, MINE
from support.work import a_page

from workshop.cards.agreement_deeds import (
    Alone,
    Clauses,
    OneClause,
    OneRule,
    Rules,
    SetOut,
    TakeRuleOff,
)
from workshop.cards.choice import Choice, Chosen, Deed, Farewell
from workshop.cards.deeds import (
    Back,
    Begin,
    CloseEvening,
    GoTo,
    LookAtAgreement,
    LookForAnother,
    Within,
)
from workshop.core.course.session import Ask
from workshop.core.people import Pair
from workshop.core.turns import Consent, WishList
from workshop.core.turns.reply import EndIt, Picked, Reply
from workshop.desk.desk import Desk
from workshop.desk.guides.agreement_pages import REVIEW
from workshop.store.folder import Folder

TELLING = ("opening/changed", "closing/rested")
RULE = "Nobody raises a voice."


@pytest.fixture
def us(tmp_path: Path) -> Path:
    """Return a workshop with a page that both have seen, and a rule for talking."""
    path = a_page(tmp_path / "us")
    folder = Folder(path)
    folder.open()
    page = folder.agreement()
    assert page is not None
    seen = {"seen": len(page.revisions), "ground_rules": (RULE,)}
    folder.save_workshop(folder.workshop().model_copy(update=seen))
    folder.close()
    return path


def told(desk: Desk, *deeds: Deed, couple: Couple = answering) -> dict[str, list[str]]:
    """Sit through an evening in which `deeds` are chosen. Returns what is told where."""
    found: dict[str, list[str]] = {}
    waiting = [*deeds, CloseEvening()]
    while not isinstance(asked := desk.ask(), Farewell):
        if isinstance(asked, Ask):
            if asked.turn.id in TELLING:
                found[asked.turn.id] = [said.text for said in desk.card(asked).said]
            desk.reply(couple(asked, desk.pair))
        else:
            desk.reply(Chosen(waiting.pop(0)))
    return found


def later(us: Path, *, days: int = 7) -> Desk:
    """Sit down again so many days after the first evening."""
    return resume(us, clock=StillClock(A_DAY + timedelta(days=days)))


def on_the_page(*deeds: Deed) -> tuple[Deed, ...]:
    """Return what is chosen to do `deeds` to one clause, and to come back to the map."""
    return LookAtAgreement(), GoTo(Clauses()), *deeds, Back(), Back()


@pytest.mark.parametrize(
    ("clause", "event", "line"),
    [
        ("c1", "ended", f"23 November 2026: ended: “{AGREED}”"),
        ("c2", "paused", f"23 November 2026: paused: “{MINE}”"),
        ("c4", "ended", "23 November 2026: a boundary was taken off the page"),
    ],
)
def test_what_one_pauses_or_ends_is_told_at_the_close_and_once_more_at_the_next_opening(
    us: Path, clause: str, event: Literal["paused", "ended"], line: str
) -> None:
    first = told(resume(us), *on_the_page(GoTo(OneClause(clause)), Alone(event, clause)))

    assert first == {"closing/rested": [line]}
    assert told(later(us)) == {"opening/changed": [line]}
    assert told(later(us, days=14)) == {}


def test_so_it_is_where_both_were_asked_in_an_exercise(us: Path) -> None:
    def ending(asked: Ask, pair: Pair) -> Reply:
        if isinstance(asked.turn, WishList):
            return Picked(ticks=(1,))
        if isinstance(asked.turn, Consent) and asked.turn.to == "standing":
            return EndIt()
        return answering(asked, pair)

    line = f"23 November 2026: ended: “{AGREED}”"
    review = (LookForAnother(), Within(None), Begin(REVIEW))

    assert told(resume(us), *review, couple=ending)["closing/rested"] == [line]
    assert told(later(us))["opening/changed"] == [line]


def test_a_rule_for_talking_that_was_taken_off_is_told_too(us: Path) -> None:
    line = f"A rule for talking was taken off: “{RULE}”"
    off = (LookAtAgreement(), GoTo(Rules()), GoTo(OneRule(RULE)), TakeRuleOff(RULE), Back(), Back())

    assert told(resume(us), *off) == {"closing/rested": [line]}
    assert told(later(us)) == {"opening/changed": [line]}
    assert told(later(us, days=14)) == {}


def test_what_was_taken_up_again_is_told_no_more(us: Path) -> None:
    pause = on_the_page(GoTo(OneClause("c2")), Alone("paused", "c2"))
    again = on_the_page(GoTo(OneClause("c2")), SetOut("resume", "c2"))

    assert told(resume(us), *pause, *again) == {}
    assert told(later(us)) == {}


def test_an_evening_that_is_stopped_in_the_middle_tells_it_too(us: Path) -> None:
    desk = resume(us)
    end = on_the_page(GoTo(OneClause("c1")), Alone("ended", "c1"))[:-1]
    while not isinstance(desk.ask(), Choice):
        answer(desk, answering)
    desk.reply(Chosen(Begin("appreciation")))
    desk.agreement()
    for deed in (*end[1:], Back()):
        desk.reply(Chosen(deed))
    desk.leave()

    assert told(desk) == {"closing/rested": [f"23 November 2026: ended: “{AGREED}”"]}
