"""Each shipped file, broken in twenty ways: the right line, and a sentence a person can act on."""

import re
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from support.effort import examples

from workshop import paths, toml
from workshop.content.check import check
from workshop.content.kind import ContentKind, kind_of
from workshop.content.library import Library
from workshop.content.problem import Problem

pytestmark = pytest.mark.every(5)

SHIPPED = Path(str(paths.builtin_content()))
TODAY = date(2026, 11, 30)
FILES = sorted(SHIPPED.rglob("*.toml"))
LIBRARY = Library(SHIPPED)


def problems(data: bytes, file: Path) -> tuple[Problem, ...]:
    keys: frozenset[str] = frozenset()
    kind = kind_of(file, keys)
    assert kind in ("exercise", "programme", "help lines", "evening words", "demo")
    return check(data, str(file), _content(kind), LIBRARY, TODAY)


def _content(kind: str) -> ContentKind:
    kinds: tuple[ContentKind, ...] = (
        "exercise",
        "programme",
        "help lines",
        "evening words",
        "demo",
    )
    return next(one for one in kinds if one == kind)


def pairs(text: str) -> list[int]:
    """Return the numbers, from 0, of the lines with a key at their start, outside of texts."""
    inside, found = False, []
    for number, row in enumerate(text.split("\n")):
        if not inside and re.match(r"[a-z_]+ = ", row):
            found.append(number)
        if row.count('"""') % 2:
            inside = not inside
    return found


Break = Callable[[list[str], int], tuple[list[str], int | None]]
"""Breaks the rows at one of them; gives the rows, and the line (from 1) that must be told."""


def at(rows: list[str], number: int, row: str) -> tuple[list[str], int | None]:
    return [*rows[:number], row, *rows[number + 1 :]], number + 1


def value(rows: list[str], number: int, text: str) -> tuple[list[str], int | None]:
    """Put another value in, for a value that ends on its own line."""
    return at(rows, number, f"{rows[number].split(' = ')[0]} = {text}")


WAYS: dict[str, Break] = {
    "misspelt key": lambda rows, n: at(rows, n, "zz" + rows[n]),
    "key with a space": lambda rows, n: at(rows, n, rows[n].replace(" = ", " x = ", 1)),
    "no equals sign": lambda rows, n: at(rows, n, rows[n].replace(" = ", " ", 1)),
    "an unclosed string": lambda rows, n: value(rows, n, '"x'),
    "an unclosed list": lambda rows, n: (value(rows, n, "[")[0], None),
    "no value": lambda rows, n: value(rows, n, ""),
    "a table as the value": lambda rows, n: value(rows, n, "{ a = 1 }"),
    "lists in lists": lambda rows, n: value(rows, n, "[[[[1], []], 2]]"),
    "a time as the value": lambda rows, n: value(rows, n, "2026-11-24T10:00:00+01:00"),
    "a huge number": lambda rows, n: value(rows, n, "99999999999999999999"),
    "not a number": lambda rows, n: value(rows, n, "nan"),
    "true": lambda rows, n: value(rows, n, "true"),
    "an escape that is none": lambda rows, n: value(rows, n, '"\\q"'),
    "the same key twice": lambda rows, n: ([*rows[: n + 1], rows[n], *rows[n + 1 :]], n + 2),
    "a table of no kind": lambda rows, n: ([*rows[:n], "[zzz]", *rows[n:]], n + 1),
    "a tab": lambda rows, n: at(rows, n, "\t" + "zz" + rows[n]),
}


@pytest.mark.parametrize("way", WAYS)
@pytest.mark.parametrize("file", FILES, ids=lambda file: file.name)
def test_a_line_that_is_broken_is_the_line_that_is_told(file: Path, way: str) -> None:
    text = file.read_text("utf-8")
    rows = text.split("\n")
    places = [n for n in pairs(text) if not rows[n].endswith(('"""', "["))]

    for number in places[:: max(1, len(places) // 6)]:
        broken, line = WAYS[way](rows, number)
        if broken == rows:
            continue  # it said so before
        found = problems("\n".join(broken).encode(), file)

        assert found, (way, rows[number])
        assert all(problem.what.endswith(".") and problem.mend for problem in found), found
        if line is not None:
            assert line in {problem.line for problem in found}, (rows[number], found)


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.name)
def test_a_key_that_is_dropped_is_told_where_it_was(file: Path) -> None:
    text = file.read_text("utf-8")
    rows = text.split("\n")
    required = [
        n for n in pairs(text) if re.match(r"(format|id|kind|title|aim|name|line) = ", rows[n])
    ]
    assert required

    for number in required:
        found = problems("\n".join([*rows[:number], *rows[number + 1 :]]).encode(), file)
        key = rows[number].split(" = ")[0]
        table = max((n for n in range(number) if rows[n].startswith("[")), default=0)
        told = [problem for problem in found if f'"{key}" is missing' in problem.sentence]
        assert told, (key, found)
        assert told[0].line in (1, table + 1)


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.name)
def test_a_mark_at_the_start_and_other_line_ends_are_fine(file: Path) -> None:
    data = file.read_bytes()

    assert problems(b"\xef\xbb\xbf" + data, file) == problems(data, file) == ()
    assert problems(data.replace(b"\n", b"\r\n"), file) == ()


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.name)
def test_a_byte_that_is_no_utf_8_is_told_with_its_line(file: Path) -> None:
    data = file.read_bytes()
    place = data.index(b"\n", len(data) // 2)

    problem = problems(data[:place] + b"\xff" + data[place:], file)[0]

    assert "not UTF-8" in problem.what
    assert problem.mend == "Save it as plain text, UTF-8."
    assert problem.line == data.count(b"\n", 0, place) + 1


@pytest.mark.parametrize("old", ["write", "speak", "agree", "circles"])
def test_a_step_kind_that_is_misspelt_is_told_with_the_near_one(old: str) -> None:
    file = SHIPPED / "compromise.toml"
    text = file.read_text("utf-8")
    broken = text.replace(f'kind = "{old}"', f'kind = "{old[:-1]}"', 1)

    found = problems(broken.encode(), file)

    line = next(n for n, row in enumerate(broken.split("\n"), 1) if row == f'kind = "{old[:-1]}"')
    assert any(f'Did you mean "{old}"?' in problem.sentence for problem in found)
    assert any(line - 2 <= problem.line <= line for problem in found)


def test_unequal_turns_are_told_at_the_step_to_begin_with() -> None:
    file = SHIPPED / "compromise.toml"
    text = file.read_text("utf-8")
    broken = text.replace('who = "one"', 'who = "each"')

    found = problems(broken.encode(), file)

    (told,) = [problem for problem in found if "not the same for both" in problem.sentence]
    assert 'kind = "agree"' in broken.split("\n")[told.line]


@given(data=st.binary(max_size=400), file=st.sampled_from(FILES), cut=st.integers(0, 4000))
@example(data=b"\xee\x80\x80", file=SHIPPED / "active-listening.toml", cut=49)  # of private use
@examples(60)
def test_any_bytes_are_told_in_sentences(data: bytes, file: Path, cut: int) -> None:
    whole = file.read_bytes()
    for broken in (data, whole[:cut] + data, whole[:cut] + data + whole[cut + len(data) :]):
        for problem in problems(broken, file):
            told = str(problem)
            assert told.startswith(str(file))
            assert "\n" not in told
            assert told.isprintable()


ENDLESS = ".".join(["a"] * 50_000) + " = 1\n"
QUOTED = ".".join(['"a"', "'b'", "c"] * 20_000) + " = 1\n"


BEFORE = ("", "format = 1\n", "x = 1\n[", 'format = 1\ntext = """\nx\n"""\n')


@pytest.mark.parametrize(
    "endless", [ENDLESS, QUOTED, "x = {" + ENDLESS], ids=["bare", "quoted", "in"]
)
@pytest.mark.parametrize("before", BEFORE)
def test_a_key_without_an_end_is_told_at_once(before: str, endless: str) -> None:
    (problem,) = problems((before + endless).encode(), SHIPPED / "compromise.toml")

    assert "a key has a hundred parts or more" in problem.sentence
    assert problem.line == before.count("\n") + 1


def test_a_text_that_looks_like_one_is_a_pair_s_own_business() -> None:
    text = f"before\n{ENDLESS}after {QUOTED}"
    data = toml.write_table({"format": 1, "text": text})

    assert toml.read_table(data, "notes/1.toml")["text"] == text


@pytest.mark.parametrize(
    "more", ["key{} = 1\n", '[[steps]]\nkind = "gather"\nid = "a{}"\nseeds = []\n']
)
def test_of_thousands_of_things_that_do_not_fit_a_hundred_are_told(more: str) -> None:
    text = (SHIPPED / "compromise.toml").read_text(encoding="utf-8")
    many = "".join(more.format(number) for number in range(3_000))
    text = f"{text}\n{many}" if more.startswith("[") else f"{many}{text}"

    found = problems(text.encode(), SHIPPED / "compromise.toml")

    assert len(found) <= 102
    assert sum("more things are wrong. Mend these first" in one.sentence for one in found) == 1
