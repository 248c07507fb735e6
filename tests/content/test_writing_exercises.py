"""The document for authors: its examples are one exercise that is right and can be done."""

import re
import tomllib
from datetime import date
from pathlib import Path

from workshop import paths
from workshop.content.check import check
from workshop.content.library import Library
from workshop.content.misfit import step_kinds
from workshop.content.new_exercise import new_exercise_text
from workshop.core.course.session import Session
from workshop.core.exercise import Exercise
from workshop.core.people import Pair
from workshop.core.proof.robot import answering, walk
from workshop.core.text import tidy

DOCUMENT = Path(__file__).parents[2] / "docs" / "writing-exercises.md"
TODAY = date(2026, 11, 24)


def examples() -> str:
    return "\n".join(re.findall(r"```toml\n(.*?)```", DOCUMENT.read_text("utf-8"), re.DOTALL))


def problems(text: str, name: str) -> list[str]:
    found = check(text.encode(), name, "exercise", Library(paths.builtin_content()), TODAY)
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


def test_a_new_exercise_has_nothing_wrong_and_can_be_done() -> None:
    text = new_exercise_text("a-good-day")
    exercise = Exercise.model_validate(tidy(tomllib.loads(text)))
    pair = Pair(left="ALEX", right="SAM", first="left")

    assert problems(text, "a-good-day.toml") == []
    assert len(list(walk(Session(exercise, pair), answering))) == 6
