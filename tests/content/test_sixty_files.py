"""Files as authors break them: the right line, a sentence for people, how to mend it."""

import re
from collections.abc import Mapping
from datetime import date
from functools import cache
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from support.effort import examples

from content.slips import BROKEN, EXERCISE, SHIPPED, Broken, swap
from workshop.content.authored import authored
from workshop.content.check import check
from workshop.content.kind import ContentKind
from workshop.content.library import Library
from workshop.content.loading import load
from workshop.content.mended import mended
from workshop.content.problem import Problem
from workshop.content.source import MOST_SLIPS
from workshop.core.exercise import Exercise
from workshop.errors import Unreadable

TODAY = date(2026, 11, 28)
LIBRARY = Library(SHIPPED)
KINDS: Mapping[str, ContentKind] = {
    "": "exercise",
    "programmes": "programme",
    "help": "help lines",
    "readings": "reading",
}
OF_A_PARSER = re.compile(
    r"\b(expected|invalid|unexpected|input should|validation|pydantic|\w+_type|(?-i:None)"
    r"|dict|tuple|str|int|bool|integer|boolean|key/value|token|column|statement|parse\w*|overwrite|illegal"
    r"|unclosed|declare|namespace|escape|literal|schema|toml|error|exception|syntax)\b",
    re.IGNORECASE,
)
"""What programmers' tools say of a file."""


@cache
def told(broken: Broken) -> tuple[Problem, ...]:
    path = Path(broken.file)
    kind = KINDS[path.parent.name]
    return check(broken.data, path.name, kind, LIBRARY, TODAY)


@pytest.mark.parametrize("name", BROKEN)
def test_it_is_told_where_it_is_and_how_it_is_mended(name: str) -> None:
    broken = BROKEN[name]

    found = told(broken)

    said = "\n".join(map(str, found))
    lines = {problem.line for problem in found}
    assert set(broken.lines) <= lines, said
    assert all(words in said for words in broken.says), said
    assert all(problem.what.endswith(".") and problem.mend for problem in found), said
    assert len(found) <= len(broken.lines) + 1, said  # one slip is no reason for ten


@pytest.mark.parametrize("name", BROKEN)
def test_no_word_of_a_parser_is_in_it(name: str) -> None:
    for problem in told(BROKEN[name]):
        words = re.sub(r"\S+\.toml", "", problem.sentence)
        assert OF_A_PARSER.search(words) is None, problem


@pytest.mark.parametrize("name", [name for name, one in BROKEN.items() if one.file == EXERCISE])
def test_what_does_not_load_says_the_same_and_which_command_tells_all(
    name: str, tmp_path: Path
) -> None:
    broken = BROKEN[name]
    file = tmp_path / EXERCISE
    file.write_bytes(broken.data)
    errors = [problem for problem in told(broken) if problem.severity == "error"]

    said = ""
    try:
        load(Exercise, file)
    except Unreadable as trouble:
        said = trouble.sentence

    assert errors
    assert said or not authored(broken.data).slips
    assert not said or any(problem.sentence in said for problem in errors), said
    assert not said or f"`workshop check {file}`" in said


def test_what_the_page_for_authors_says_of_mistakes_is_what_is_said() -> None:
    page = (Path(__file__).parents[2] / "docs" / "writing-exercises.md").read_text("utf-8")
    table = page.split("| you wrote | `check` says | write |")[1].split("\n\n")[0]
    says = {row.split(" | ")[1] for row in table.splitlines()[2:]}

    told_of = {problem.what for broken in BROKEN.values() for problem in told(broken)}
    assert len(says) > 12
    assert {one for one in says if not any(one in what for what in told_of)} == set()


def test_slips_that_have_nothing_to_do_with_each_other_are_told_at_once() -> None:
    text = swap(
        'title = "What I need, what can bend"', "title = “What I need, what can bend”"
    ).data.decode()
    for old, new in (
        ("minutes = 26", "minutes = 26,5"),
        ('an inner and an outer circle",', 'an inner and an outer circle"'),
        ('id = "how-it-goes"', 'id = "how-it-goes'),
        ('about = "issue"', 'about = "isue"'),
        ("seconds = 45", "secnds = 45"),
        ("weeks = [1, 2, 3, 4]", "weeks = [1, 2, 3, 99]"),
    ):
        assert old in text
        text = text.replace(old, new, 1)

    found = told(Broken(EXERCISE, text.encode(), (), ()))

    assert [problem.line for problem in found] == sorted(problem.line for problem in found)
    assert len(found) == 7
    assert sum("step" in problem.where for problem in found) == 3


@given(
    put=st.lists(
        st.tuples(
            st.integers(0, 3000), st.text("\"'[]{}()=,:;#\n\\ “”ab1-.`\u00a0\t\r\0", max_size=4)
        ),
        min_size=1,
        max_size=9,
    ),
    file=st.sampled_from([EXERCISE, "programmes/fifty-minutes.toml"]),
    cut=st.integers(200, 3000),
)
@examples(40)
def test_signs_anywhere_are_told_in_lines_that_there_are(
    put: list[tuple[int, str]], file: str, cut: int
) -> None:
    text = (SHIPPED / file).read_text("utf-8")[:cut]
    for at, signs in put:
        text = text[:at] + signs + text[at + len(signs) :]

    read = mended(text.encode(), 0)

    assert read.slips
    assert all(0 <= slip.line <= len(re.split(r"\r\n|\r|\n", text)) for slip in read.slips)
    assert all(slip.what.isprintable() and slip.mend.isprintable() for slip in read.slips)


@pytest.mark.parametrize(
    "signs", ['"', "“", "[", "{", ",", ": ", "\\", 'a = "x\n', "a: 1\n", "=\n"]
)
def test_a_long_file_of_slips_is_told_in_part(signs: str) -> None:
    for text in (signs * 5_000, "a = [" + signs * 5_000):
        read = mended(text.encode(), 1)

        assert 1 <= len(read.slips) <= MOST_SLIPS + 1


@pytest.mark.parametrize("file", sorted(SHIPPED.rglob("*.toml")), ids=lambda file: file.name)
def test_what_is_right_has_no_slip(file: Path) -> None:
    data = file.read_bytes()
    read = mended(data, 0)

    assert read.table == authored(data).table
    assert len(read.slips) == 1  # only that it does not know why it was asked
    assert "cannot be understood" in read.slips[0].what
