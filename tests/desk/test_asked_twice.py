"""What loses or ends something by one press is asked once more, wherever it is offered."""

from pathlib import Path

import pytest
from support.evening import SHIPPED, resume, shipped_exercises
from support.work import a_page, to_the_map

from workshop.cards import choices, disk_choices
from workshop.cards.agreement_deeds import Alone, Clauses, PutBack, TakeRuleOff
from workshop.cards.choice import Choice, Chosen, Deed
from workshop.cards.deeds import (
    GoTo,
    LookAtAgreement,
    PutAway,
    StartAgain,
    StopUnsaved,
    TakeAnother,
    ThrowAway,
)
from workshop.cards.sitting import sitting
from workshop.cards.turns.both import unseal
from workshop.cards.turns.consent_words import consent_words
from workshop.core.course.session import Session
from workshop.core.people import Pair
from workshop.core.turn_id import TurnId
from workshop.core.turns import Unseal
from workshop.core.turns.reply import EMPTY, EndIt, PauseIt
from workshop.errors import NotSaved

LOSES = (Alone, PutAway, PutBack, StartAgain, StopUnsaved, TakeAnother, TakeRuleOff, ThrowAway)
PAIR = Pair(left="ALEX", right="SAM", first="left")


def losing(choice: Choice[Deed]) -> list[bool]:
    """Return of each option that loses something whether it is asked once more; no other is."""
    for option in choice.options:
        assert isinstance(option.does, LOSES) or not option.surely
    return [bool(option.surely) for option in choice.options if isinstance(option.does, LOSES)]


def test_stopping_in_the_middle() -> None:
    exercise = shipped_exercises()[0]
    session = Session(exercise, PAIR)
    said = sitting(guided=False)

    assert losing(choices.half_done(exercise, session, False)) == [True, True]
    assert losing(choices.lost_exercise("It is gone.")) == [True]
    assert losing(choices.leave(said, half_done=True, can_close=True, another=True)) == [True] * 2


def test_what_is_not_saved() -> None:
    assert losing(disk_choices.unsaved(NotSaved("The disk is full."))) == [True]


def test_the_page_of_the_agreement(tmp_path: Path) -> None:
    desk = to_the_map(resume(a_page(tmp_path / "us")))
    desk.reply(Chosen(LookAtAgreement()))
    desk.reply(Chosen(GoTo(Clauses())))
    asked = desk.ask()
    assert isinstance(asked, Choice)

    desk.reply(Chosen(asked.options[0].does))

    page = desk.ask()
    assert isinstance(page, Choice)
    found = losing(page)
    assert found
    assert all(found)


@pytest.mark.parametrize("reply", [EndIt(), PauseIt()])
def test_a_consent_that_ends_or_pauses(reply: EndIt | PauseIt) -> None:
    answers = consent_words("standing", SHIPPED.evening_words()).others

    assert [one.ends for one in answers if one.reply == reply] == [True]


def test_what_can_only_stay_closed_says_so_before_anybody_chooses() -> None:
    shown = unseal(Unseal(id=TurnId("a/open"), closed=True), PAIR)

    assert "stays closed" in shown.prompt
    assert [one.label for one in shown.answers] == ["Leave both closed"]
    assert not shown.enter


def test_what_stays_closed() -> None:
    answers = unseal(Unseal(id=TurnId("a/open")), PAIR).answers

    assert [one.ends for one in answers if one.reply == EMPTY] == [True]
    assert [one.ends for one in answers if one.reply != EMPTY] == [False]
