"""What people read is said as people say it."""

import pytest
from support.evening import shipped_exercises

from workshop.paths import builtin_content

OLD_TITLES = (
    *("Two circles", "Another way", "Where say comes from"),
    *("The free evening", "Mine to ask, yours to answer"),
)
FILES = sorted((*builtin_content().glob("**/*.toml"), *builtin_content().glob("**/*.md")))


def test_nobody_is_called_whoever_where_something_is_asked() -> None:
    asked = {
        (exercise.id, value)
        for exercise in shipped_exercises()
        for step in exercise.model_dump()["steps"]
        for value in step.values()
        if isinstance(value, str) and "whoever" in value.lower()
    }

    assert asked == set()


@pytest.mark.parametrize("title", OLD_TITLES)
def test_nothing_has_a_title_that_nobody_would_pick(title: str) -> None:
    assert FILES
    assert [path.name for path in FILES if title in path.read_text("utf-8")] == []
