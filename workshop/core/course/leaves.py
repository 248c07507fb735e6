"""All of an exercise on paper, step by step."""

from collections.abc import Iterator

from workshop.core.course.leaf import Leaf
from workshop.core.course.progress import Script
from workshop.core.course.scene import Result, Scene
from workshop.core.people import Pair


def leaves(script: Script, pair: Pair) -> Iterator[Leaf]:
    """Yield each step as it is on paper, for the two who are called so."""
    results: dict[str, Result] = {}
    alone = pages = 0
    for step in script.steps:
        leaf = step.on_paper(Scene(script.id, pair, results=results, alone=alone, pages=pages))
        results[step.id] = leaf.result
        alone, pages = alone + step.alone, pages + step.pages
        yield leaf
