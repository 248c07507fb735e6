"""A change in a copy is noticed by a test there; what hangs is ended, and counts as noticed."""

from collections.abc import Mapping
from pathlib import Path

import pytest

from .change import Change
from .tree import Ran, Tree
from .verdict import Kind, Verdict, tried, verdict_of

PROGRAM = "def one():\n    number = 1\n    while number < 1:\n        pass\n    return number\n"
FILES = {
    "workshop/__init__.py": "",
    "workshop/one.py": PROGRAM,
    "tests/test_one.py": (
        "from workshop.one import one\n\n\ndef test_one():\n    assert one() == 1\n"
    ),
    "tests/test_bad.py": "def test_bad():\n    assert False\n",
    "tests/test_long.py": "def test_long():\n    while True:\n        pass\n",
    "pytest.ini": "[pytest]\n",
}
CHANGES = [
    Change(name, at, into, "nothing", (f"tests/{test}.py",))
    for name, at, into, test in (
        ("is noticed", "number = «1»", "2", "test_one"),
        ("is not noticed", "number < 1: «pass»", "number = 1", "test_one"),
        ("fails anyway", "number = «1»", "2", "test_bad"),
        ("has no place", "letter = «1»", "2", "test_one"),
    )
]


@pytest.fixture(scope="module")
def program(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A program of one function, and its tests."""
    root = tmp_path_factory.mktemp("program")
    for name, source in FILES.items():
        (root / name).parent.mkdir(exist_ok=True)
        (root / name).write_text(source)
    return root


@pytest.fixture(scope="module")
def found(program: Path) -> Mapping[str, Verdict]:
    """What becomes of the changes."""
    return {one.name: one for one in tried(CHANGES, program, 2)}


def test_what_a_test_notices_is_killed_by_it(found: Mapping[str, Verdict]) -> None:
    assert (found["is noticed"].kind, found["is noticed"].by) == ("killed", "test_one.test_one")


def test_what_no_test_notices_survives(found: Mapping[str, Verdict]) -> None:
    assert found["is not noticed"].kind == "SURVIVED"


def test_of_a_test_that_fails_anyway_nothing_is_said(found: Mapping[str, Verdict]) -> None:
    assert found["fails anyway"].kind == "NO VERDICT"


def test_a_change_without_a_place_is_told(found: Mapping[str, Verdict]) -> None:
    assert found["has no place"].kind == "DOES NOT APPLY"


def test_the_program_itself_is_as_it_was(program: Path, found: Mapping[str, Verdict]) -> None:
    assert {name: (program / name).read_text() for name in FILES} == FILES


def test_what_hangs_is_ended(program: Path, tmp_path: Path) -> None:
    ran = Tree(program, tmp_path).run(("tests/test_long.py",), limit=2, each=100)

    assert ran.code is None


@pytest.mark.parametrize(
    ("code", "kind"),
    [
        (0, "SURVIVED"),
        (1, "killed"),
        (2, "killed"),
        (None, "killed by the limit"),
        (4, "NO VERDICT"),
        (-9, "NO VERDICT"),
    ],
)
def test_how_the_tests_end_says_what_became_of_it(code: int | None, kind: Kind) -> None:
    assert verdict_of(CHANGES[0], Ran(code, 1.0)).kind == kind
