"""Where a course stands is found once: by going on, however often it is asked and copied."""

from dataclasses import dataclass, replace
from typing import ClassVar

import pytest
from support.couple import answering
from support.evening import A_DAY

from workshop.core.course import session as course
from workshop.core.course.scene import Course, Scene
from workshop.core.course.session import TYPING, Session, ask, record
from workshop.core.people import BySide, Pair
from workshop.core.steps.write import Write

PAIR = Pair(left="ALEX", right="SAM", first="left")


class Counted(Write):
    """A step that counts how often it is walked."""

    walks: ClassVar[list[str]] = []

    def turns(self, scene: Scene) -> Course:
        self.walks.append(self.id)
        return super().turns(scene)


@dataclass(frozen=True)
class MadeUp:
    """One step, asked of both."""

    id: str
    steps: tuple[Counted, ...]


@pytest.fixture
def walks(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    monkeypatch.setattr(Counted, "walks", [])
    return Counted.walks


@pytest.fixture
def session() -> Session:
    return Session(MadeUp("made-up", (Counted(id="topic", prompt="Write."),)), PAIR)


def answered(session: Session) -> Session:
    """Return `session` with what is asked answered."""
    asked = ask(session)
    assert asked is not None
    return record(session, answering(asked, PAIR), 0, A_DAY)


def test_what_changes_nothing_in_the_record_finds_its_place_once(
    session: Session, walks: list[str]
) -> None:
    taken = course.taken_up(session)
    begun = course.draft(course.looked_away(answered(taken)), "half a sentence")
    other_hands = course.answering(begun, BySide("type", "say"))
    asked = ask(replace(other_hands, answers=TYPING, on_paper=True))

    assert asked is not None
    assert asked.draft == "half a sentence"
    assert walks == ["topic"]


def test_each_answer_moves_it_on_from_where_it_was(session: Session, walks: list[str]) -> None:
    while not session.over:
        session = answered(session)

    assert [entry.turn for entry in session.entries] == ["topic/1", "topic/2"]
    assert walks == ["topic"]


def test_one_that_was_left_behind_still_stands_where_it_stood(session: Session) -> None:
    handed_over = answered(session)
    copy = replace(handed_over, draft=None)

    after, before = answered(handed_over).progress.turn, copy.progress.turn

    assert before is not None
    assert after is not None
    assert (before.id, after.id) == ("topic/1", "topic/2")
