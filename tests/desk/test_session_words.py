"""A session is called a session: where somebody guides the two, nothing says tonight or evening."""

import re
from collections.abc import Iterator
from dataclasses import asdict
from datetime import timedelta
from pathlib import Path

import pytest
from support.couple import Couple, answering, keeping, passing
from support.effort import every
from support.evening import (
    SHIPPED,
    StillClock,
    asks,
    begin,
    drop,
    resume,
    shipped_exercises,
    workshop_of,
)

from workshop.cards.choice import Choice, Chosen
from workshop.cards.deeds import Back, Within
from workshop.cards.sitting import sitting
from workshop.core.course.session import Ask
from workshop.core.turns import Consent, Read
from workshop.desk.desk import Desk
from workshop.desk.guides.picker import Picker, SayHowLong

OF_AN_EVENING = re.compile(r"tonight|evening", re.IGNORECASE)
"""What nobody is told in a session."""
ABOUT_HOME = {"free-time", "the-balance"}
"""Exercises that name an evening as one of the things that they are about."""


def texts(said: object) -> Iterator[str]:
    """Yield every text in plain values."""
    match said:
        case str():
            yield said
        case dict():
            yield from texts(list(said.values()))
        case list() | tuple():
            for inside in said:
                yield from texts(inside)


def told(desk: Desk, asked: Ask | Choice) -> Iterator[str]:
    """Yield what a face may show of what is asked."""
    yield desk.title
    if isinstance(asked, Ask):
        yield from texts(asdict(desk.card(asked)))
    else:
        yield from (asked.prompt, *asked.lines, *asked.page)
        yield from (option.label for option in asked.options)


def of_an_evening(desk: Desk, couple: Couple = answering) -> list[str]:
    """Return what is said of an evening in one sitting, pauses and ways to leave included."""
    said: list[str] = []
    for asked in asks(desk, couple):
        said += told(desk, asked)
        if isinstance(asked, Ask):
            for lay_over in (desk.pause, desk.leave):
                lay_over()
                over = desk.ask()
                assert isinstance(over, Choice)
                said += told(desk, over)
                desk.reply(Chosen(Back()))
    said += desk.stop().lines
    return [text for text in said if OF_AN_EVENING.search(text)]


@pytest.mark.parametrize(
    "exercise", [one.id for one in shipped_exercises() if one.id not in ABOUT_HOME][:: every(3)]
)
@pytest.mark.parametrize("couple", [answering, keeping(answering), passing])
def test_nothing_that_is_said_in_a_session_is_of_an_evening(
    tmp_path: Path, exercise: str, couple: Couple
) -> None:
    desk = begin(tmp_path / "us", workshop_of([exercise, "appreciation"], guided=True))

    assert of_an_evening(desk, couple) == []


def test_one_that_is_taken_up_again_is_a_session_still(tmp_path: Path) -> None:
    clock = StillClock()
    desk = begin(tmp_path / "us", workshop_of(["compromise"], guided=True), clock=clock)
    for asked in asks(desk):
        if isinstance(asked, Ask) and asked.turn.id.startswith("trial"):
            break
    drop(desk)
    clock.day += timedelta(weeks=1)

    assert of_an_evening(resume(tmp_path / "us", clock=clock)) == []


def test_whether_now_is_good_is_asked_aloud_and_one_key_goes_on(tmp_path: Path) -> None:
    desk = begin(tmp_path / "us", workshop_of(["appreciation"], guided=True))

    asked = desk.ask()

    assert isinstance(asked, Ask)
    assert isinstance(asked.turn, Read)
    assert "Is now good" in asked.turn.text
    assert desk.card(asked).enter
    consents = [
        one.turn.to for one in asks(desk) if isinstance(one, Ask) and isinstance(one.turn, Consent)
    ]
    assert "evening" not in consents


def test_without_a_guide_it_stays_an_evening(tmp_path: Path) -> None:
    desk = begin(tmp_path / "us", workshop_of(["appreciation"]))

    said = of_an_evening(desk)

    assert {"Finish the evening", "The evening begins"} <= set(said)


def test_what_there_is_to_begin_with_is_counted_in_sessions() -> None:
    picker = Picker(SHIPPED, guided=True)
    picker.reply(Chosen(SayHowLong()))
    assert picker.choice().prompt == "How long do you have today?"
    picker.reply(Chosen(Within(None)))

    labels = [option.label for option in picker.choice().options]
    assert any(label.startswith("The essentials: 2 sessions of up to") for label in labels)


def test_every_word_of_a_session_is_another_than_of_an_evening() -> None:
    evening, session = asdict(sitting(guided=False)), asdict(sitting(guided=True))

    assert [name for name, said in evening.items() if said == session[name]] == []
    assert [said for said in session.values() if OF_AN_EVENING.search(str(said))] == []
