"""Every step says what it is on paper: all that is asked, the same for both, sealed as it was."""

from collections.abc import Iterator
from dataclasses import fields, is_dataclass

import pytest
from support.evening import SHIPPED
from support.exercises import EVERYTHING, KINDS

from workshop.core.course.leaf import Act, Leaf, OnSlips, Unseen
from workshop.core.course.leaves import leaves
from workshop.core.exercise import Exercise
from workshop.core.people import BySide, Pair
from workshop.core.steps.gather import ON_PAPER
from workshop.core.steps.rate import Scale

PAIR = Pair(left="Ann", right="Ben", first="left")
MIRRORED = Pair(left="Ben", right="Ann", first="right")
ALL = [EVERYTHING, *(one for one in SHIPPED.exercises() if isinstance(one, Exercise))]


def said(value: object) -> Iterator[str]:
    """Yield every text in a leaf, wherever it stands."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, tuple | list):
        for one in value:
            yield from said(one)
    elif is_dataclass(value) and not isinstance(value, type):
        for field in fields(value):
            yield from said(getattr(value, field.name))


def of_kind(leaf: Leaf, kind: type) -> list[object]:
    """Return what of a leaf is of that kind, wherever it stands."""
    found: list[object] = []

    def look(value: object) -> None:
        if isinstance(value, kind):
            found.append(value)
        if isinstance(value, tuple | list):
            for one in value:
                look(one)
        elif is_dataclass(value) and not isinstance(value, type):
            for field in fields(value):
                look(getattr(value, field.name))

    look(leaf)
    return found


@pytest.mark.parametrize("exercise", ALL, ids=lambda one: one.id)
def test_every_step_is_something_on_paper(exercise: Exercise) -> None:
    assert all(leaf.parts for leaf in leaves(exercise, PAIR))


def test_every_kind_is_tried_here() -> None:
    assert {type(step) for step in EVERYTHING.steps} == set(KINDS)


@pytest.mark.parametrize("exercise", ALL, ids=lambda one: one.id)
def test_all_that_is_asked_stands_there(exercise: Exercise) -> None:
    for step, leaf in zip(exercise.steps, leaves(exercise, PAIR), strict=True):
        text = "\n".join(said(leaf))
        for name, field in type(step).model_fields.items():
            value = getattr(step, name)
            if name in {"id", "kind", "about", "from_step", "target", "picture"}:
                continue
            assert field is not None
            for asked in value if isinstance(value, tuple) else (value,):
                words = asked.question if isinstance(asked, Scale) else asked
                if isinstance(words, str) and name not in {"who", "privacy", "clause", "of"}:
                    if name == "parts":
                        continue  # as fractions in words
                    you = words.replace("{me}", "you").replace("{you}", "your partner")
                    ann = words.replace("{me}", "Ann").replace("{you}", "Ben")
                    ben = words.replace("{me}", "Ben").replace("{you}", "Ann")
                    all_ = words.replace("{me}", "each of you").replace("{you}", "the other")
                    assert any(way in text for way in (ann, ben, you, all_)), (step.id, name)


@pytest.mark.parametrize("exercise", ALL, ids=lambda one: one.id)
def test_whoever_sits_where_it_is_the_same(exercise: Exercise) -> None:
    for leaf, other in zip(leaves(exercise, PAIR), leaves(exercise, MIRRORED), strict=True):
        assert mirrored(leaf) == other


def mirrored(value: object) -> object:
    """Return a leaf with its sides swapped."""
    if value == "left":
        return "right"
    if value == "right":
        return "left"
    if isinstance(value, BySide):
        return BySide(mirrored(value.right), mirrored(value.left))
    if isinstance(value, tuple):
        return tuple(mirrored(one) for one in value)
    if is_dataclass(value) and not isinstance(value, type):
        given = {field.name: mirrored(getattr(value, field.name)) for field in fields(value)}
        return type(value)(**given)
    return value


@pytest.mark.parametrize("exercise", ALL, ids=lambda one: one.id)
def test_what_is_sealed_is_unseen_and_every_clause_is_asked_about_on_slips(
    exercise: Exercise,
) -> None:
    sealed = {"circles", "pick", "choose", "divide", "rate"}
    for step, leaf in zip(exercise.steps, leaves(exercise, PAIR), strict=True):
        unseen = step.kind in sealed or getattr(step, "privacy", "open") == "sealed"
        assert bool(of_kind(leaf, Unseen)) == unseen, step.id
        agreed = step.kind in {"agree", "boundary", "review"}
        assert bool(of_kind(leaf, OnSlips)) == agreed, step.id


@pytest.mark.parametrize("exercise", ALL, ids=lambda one: one.id)
def test_a_slip_has_a_yes_and_a_not_now_and_no_name_is_on_it(exercise: Exercise) -> None:
    for leaf in leaves(exercise, PAIR):
        for slips in of_kind(leaf, OnSlips):
            assert isinstance(slips, OnSlips)
            assert len(slips.answers) >= 2
            said = slips.answers if slips.owner else (slips.asked, *slips.answers)
            assert not any(name in words for name in ("Ann", "Ben") for words in said)


def test_a_list_that_both_wrote_is_there_later_with_its_empty_lines() -> None:
    exercise = SHIPPED.exercise("who-carries-it")
    found = dict(zip((step.id for step in exercise.steps), leaves(exercise, PAIR), strict=True))

    tasks = found["tasks"].result.items
    (weights,) = of_kind(found["split"], Unseen)

    assert tasks.count("") == ON_PAPER
    assert isinstance(weights, Unseen)
    assert weights.room.left == weights.room.right
    assert getattr(weights.room.left, "items", None) == tasks


def test_each_speaks_for_as_long_as_the_other() -> None:
    for exercise in ALL:
        for leaf in leaves(exercise, PAIR):
            seconds = {"left": 0, "right": 0}
            for act in of_kind(leaf, Act):
                assert isinstance(act, Act)
                if act.who is not None and act.does in ("speaks", "answers", "mirrors"):
                    seconds[act.who] += act.seconds
            assert seconds["left"] == seconds["right"]
