"""Whether an exercise in another language is the same one: its steps in order, in other words."""

from collections.abc import Iterator, Mapping
from itertools import zip_longest

from workshop.content.misfit import entry
from workshop.content.problem import Problem
from workshop.core.exercise import Exercise
from workshop.words import _

SAME = frozenset(
    ("kind", "id", "who", "privacy", "about", "from", "of", "target", "clause", "between", "parts")
)
"""The keys of a step whose text is no word for people."""


def differs(translated: Exercise, english: Exercise, file: str) -> Iterator[Problem]:
    """Yield the first step that is not the one of the English file.

    Args:
        translated: in another language.
        english: the file that has the same name.
        file: the file of `translated`, as it was named.
    """
    steps = zip_longest(translated.steps, english.steps)
    for number, (step, original) in enumerate(steps, start=1):
        if step is None or original is None:
            said = _("it has {count} steps, and in English it has {steps}.")
            found = said.format(count=len(translated.steps), steps=len(english.steps))
            yield Problem(file, "", found, _("Make them the same."), at=("steps",))
            return
        told = step.model_dump(mode="json", by_alias=True)
        if _shape(told) != _shape(original.model_dump(mode="json", by_alias=True)):
            what = _("in English this step has other keys, numbers or names.")
            mend = _("Make them the same: only its words differ.")
            where = entry("steps", number, told)
            yield Problem(file, where, what, mend, at=("steps", number - 1))
            return


def _shape(value: object, key: str = "") -> object:
    """Return what must be the same in every language: all but the words for people."""
    match value:
        case Mapping():
            return {name: _shape(inside, name) for name, inside in value.items()}
        case list():
            return [_shape(inside, key) for inside in value]
        case str():
            return value if key in SAME else ""
        case _:
            return value
