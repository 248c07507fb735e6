"""The list of changes follows the program: each has its one place, and a test that may notice it.

Where one of these fails, a line of the program that the list names was moved or said otherwise, or
a test was renamed: `tests/mutation/changes` then says so too.
"""

from pathlib import Path

import pytest

from .change import Change, DoesNotApply, changed, check_tests, place_of, sources
from .changes import CHANGES, ROOMS
from .verdict import Kind, Verdict, is_well

ROOT = Path(__file__).parents[2]
MODULES = sources(ROOT / "workshop")


def change(at: str, into: str = "pass", *tests: str) -> Change:
    return Change("made-up", at, into, "nothing", tests)


def made(at: str, into: str, source: str) -> str:
    """Return `source` after a change."""
    one, file = change(at, into), Path("a.py")
    return changed(one, place_of(one, {file: source}), source)


@pytest.mark.parametrize("one", CHANGES, ids=lambda one: one.name)
def test_each_change_has_its_place_and_makes_another_program(one: Change) -> None:
    place = place_of(one, MODULES)
    before = MODULES[place.file]

    after = changed(one, place, before)

    compile(after, str(place.file), "exec")
    assert after != before
    check_tests(one, ROOT)


def test_every_room_has_its_changes_and_no_name_is_there_twice() -> None:
    assert {room: len(changes) for room, changes in ROOMS.items()} == {
        "core": 26,
        "desk": 17,
        "plain": 9,
        "tui": 12,
        "store": 15,
        "paper": 7,
        "content": 5,
    }
    assert len({one.name for one in CHANGES}) == len(CHANGES)


def test_a_place_is_found_however_its_lines_are_broken() -> None:
    source = "if (\n    one\n    and two\n):\n    go(\n        1\n    )\n"

    assert made("one «and» two", "or", source) == source.replace("and", "or")
    assert made("if (one and two): «go(1)»", "pass", source).endswith("):\n    pass\n")


def test_something_can_be_put_in_or_taken_out() -> None:
    assert made("told(it«»)", ", name", "told(it)") == "told(it, name)"
    assert made("one «and two»", "", "one and two") == "one "


@pytest.mark.parametrize("source", ["two and one", "one and two; one and two", "none and two"])
def test_a_place_that_is_gone_or_not_the_only_one_is_told(source: str) -> None:
    with pytest.raises(DoesNotApply):
        place_of(change("one «and» two"), {Path("a.py"): source})


@pytest.mark.parametrize("test", ["tests/test_gone.py", "tests/test_imports.py::test_gone"])
def test_a_test_that_is_gone_is_told(test: str) -> None:
    with pytest.raises(DoesNotApply):
        check_tests(change("«»", "pass", test), ROOT)


@pytest.mark.parametrize(
    ("killed", "survived", "odd", "well"),
    [(9, 1, 0, True), (8, 2, 0, False), (60, 0, 0, True), (53, 7, 0, False), (60, 0, 1, False)],
)
def test_nine_in_ten_have_to_be_noticed_and_each_has_to_be_tried(
    killed: int, survived: int, odd: int, well: bool
) -> None:
    kinds: list[Kind] = ["killed"] * killed + ["SURVIVED"] * survived + ["DOES NOT APPLY"] * odd

    assert is_well([Verdict("one", kind, "", 1.0) for kind in kinds]) == well
