"""The document for authors: its examples are one exercise that is right and can be done."""

import re
import runpy
import tomllib
from datetime import date
from pathlib import Path

import pytest

from workshop import paths
from workshop.content.check import check
from workshop.content.kind import Kind
from workshop.content.known_keys import step_kinds
from workshop.content.library import Library
from workshop.content.new_exercise import new_exercise_text
from workshop.core.course.session import Session
from workshop.core.exercise import Exercise, Programme
from workshop.core.people import Pair
from workshop.core.proof.robot import answering, walk
from workshop.core.text import tidy
from workshop.desk.preview import turns_of

DOCUMENT = Path(__file__).parents[2] / "docs" / "writing-exercises.md"
TODAY = date(2026, 11, 24)


PAGE = DOCUMENT.read_text("utf-8")
fields_in = runpy.run_path(str(DOCUMENT.with_name("fields.py")))["page"]


def examples(part: str = PAGE.partition("## A programme\n")[0]) -> str:
    return "\n".join(re.findall(r"```toml\n(.*?)```", part, re.DOTALL))


def problems(text: str, name: str, kind: Kind = "exercise") -> list[str]:
    found = check(text.encode(), name, kind, Library(paths.builtin_content()), TODAY)
    return [str(problem) for problem in found]


def test_the_examples_together_are_an_exercise_with_nothing_wrong() -> None:
    assert [
        line for line in problems(examples(), "all-kinds.toml") if "more is typed" not in line
    ] == []


def test_there_is_an_example_of_each_kind() -> None:
    kinds = {step["kind"] for step in tomllib.loads(examples())["steps"]}

    assert kinds == set(step_kinds())


def test_they_can_be_done() -> None:
    exercise = Exercise.model_validate(tidy(tomllib.loads(examples())))
    pair = Pair(left="ALEX", right="SAM", first="left")

    assert len(list(walk(Session(exercise, pair), answering))) > 40


def test_the_programme_has_nothing_wrong_and_adds_up() -> None:
    text = examples(PAGE.partition("## A programme\n")[2])
    programme = Programme.model_validate(tidy(tomllib.loads(text)))

    assert problems(text, "two-quiet-evenings.toml", "programme") == []
    assert programme.id == "two-quiet-evenings"


def test_every_field_stands_there_as_the_models_have_it() -> None:
    assert fields_in(PAGE) == PAGE, "make them anew: python docs/fields.py"


def test_a_page_that_has_no_place_for_the_fields_is_refused() -> None:
    with pytest.raises(ValueError, match="no place"):
        fields_in("# Another page\n")


def test_the_turns_it_shows_are_turns_of_its_example() -> None:
    exercise = Exercise.model_validate(tidy(tomllib.loads(examples())))
    shown = re.findall(r"^(floor/\S+)  +(.+)$", PAGE, re.MULTILINE)
    turns = {turn.id: turn.prompt for turn in turns_of(exercise, TODAY)}

    assert shown
    assert {id: turns[id] for id, _asks in shown} == dict(shown)


def test_a_new_exercise_has_nothing_wrong_and_can_be_done() -> None:
    text = new_exercise_text("a-good-day")
    exercise = Exercise.model_validate(tidy(tomllib.loads(text)))
    pair = Pair(left="ALEX", right="SAM", first="left")

    assert problems(text, "a-good-day.toml") == []
    assert len(list(walk(Session(exercise, pair), answering))) == 6
