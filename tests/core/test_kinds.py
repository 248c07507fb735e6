"""Every kind of step is among those that are tried, and every kind of turn says what it has to."""

from functools import cache
from pathlib import Path
from typing import get_args

import pytest
from support.exercises import EVERYTHING, KINDS

from workshop.content.known_keys import step_kinds
from workshop.core import steps
from workshop.core.course.scene import Given
from workshop.core.course.session import Session
from workshop.core.people import BySide
from workshop.core.proof.robot import A_DAY, EXAMPLES, SOMEBODY, answering, walk
from workshop.core.turns import BothOnPaper, Consent, Fillable, Handover, SealedPart, Shown
from workshop.core.turns.reply import DONE, EMPTY, Empty, Openable

STEPS = set(step_kinds().values())
GIVEN = Given(today=A_DAY, clauses=EXAMPLES)


@cache
def asked() -> list[Shown]:
    """Return every turn of the exercise that has everything in it, typed and on paper."""
    typed = Session(EVERYTHING, SOMEBODY, GIVEN)
    on_paper = Session(EVERYTHING, SOMEBODY, GIVEN, answers=BySide("paper", "type"))
    return [ask.turn for way in (typed, on_paper) for ask, _reply in walk(way, answering)]


def test_every_file_with_a_kind_of_step_is_known_by_its_name() -> None:
    folder = Path(steps.__file__).parent
    texts = {file.stem: file.read_text(encoding="utf-8") for file in folder.glob("[a-z]*.py")}

    assert {name for name, text in texts.items() if "    kind: Literal[" in text} == set(
        steps.KINDS
    )
    assert [kind.model_fields["kind"].default for kind in step_kinds().values()] == [*steps.KINDS]


def test_every_kind_of_step_is_made_up() -> None:
    assert set(KINDS) == STEPS


def test_the_exercise_that_has_everything_has_every_kind_of_step() -> None:
    assert {type(step) for step in EVERYTHING.steps} == STEPS


def test_the_exercise_that_has_everything_shows_every_kind_of_turn() -> None:
    kinds = {kind for turn in asked() for kind in type(turn).__mro__}

    assert set(get_args(Fillable)) | {BothOnPaper} <= kinds


def test_whatever_can_be_sealed_can_be_opened_and_nothing_else() -> None:
    sealed = {reply for kind in get_args(SealedPart) for reply in kind.takes} - {Empty}

    assert sealed == set(get_args(Openable)), (
        "SealedPart and Openable in core/turns/openable.py do not list the same kinds:"
        " a turn in the one needs its reply in the other."
    )


def test_a_turn_of_one_partner_has_a_name_for_several_of_them() -> None:
    for turn in asked():
        if turn.holder is not None and not isinstance(turn, Consent | Handover):
            assert turn.many


def test_an_example_fits_its_turn() -> None:
    for turn in asked():
        assert turn.settled(turn.example) == turn.example


@pytest.mark.parametrize("kind", get_args(SealedPart))
def test_what_is_opened_is_told_with_what_was_asked_and_a_pass_is_not(kind: type) -> None:
    turns = [turn for turn in asked() if isinstance(turn, SealedPart) and type(turn) is kind]

    assert turns
    for turn in turns:
        assert turn.told(EMPTY) == turn.told(DONE) == ()
        told = turn.told(turn.example)
        assert told
        assert all(one.who == turn.holder and one.asked and one.text.strip() for one in told)
