"""The line of everything in a TOML file, against files whose lines are known."""

import tomllib
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import pytest
import tomli_w
from hypothesis import given
from hypothesis import strategies as st
from support.effort import examples

from workshop import paths
from workshop.content.lines import Lines

EVERY_SHAPE = '''\
# a comment = 1
format = 1
"a \\"quoted\\" key".'and # another' = "x"   # [not.a.table]
text = """
[steps]
key = "no key" \\""" ""
"""
raw = \'\'\'
[[steps]] '
\'\'\'

[facilitator]
before = "one"
watch = [
    "a", # "b"
    "c ] , #",

    "d",
]
inline = { one = 1, "two" = { three = [1,
  2] } }

[[steps]]
id = "first"
points = { inner = ["x"] }
  [steps.deep]
  a.b = 2020-01-01
  [[steps.deep.more]]
  x = 1
  [[steps.deep.more]]
  x = 2

[[steps]]
id = "second"
[[steps.deep]]
y = +1_000.5e3
'''
KNOWN = {
    (): 1,
    ("format",): 2,
    ('a "quoted" key', "and # another"): 3,
    ("text",): 4,
    ("raw",): 8,
    ("facilitator",): 12,
    ("facilitator", "before"): 13,
    ("facilitator", "watch"): 14,
    ("facilitator", "watch", 0): 15,
    ("facilitator", "watch", 1): 16,
    ("facilitator", "watch", 2): 18,
    ("facilitator", "inline", "two", "three", 1): 21,
    ("steps", 0): 23,
    ("steps", 0, "points", "inner", 0): 25,
    ("steps", 0, "deep", "a", "b"): 27,
    ("steps", 0, "deep", "more", 0, "x"): 29,
    ("steps", 0, "deep", "more", 1): 30,
    ("steps", 0, "deep", "more", 1, "x"): 31,
    ("steps", 1): 33,
    ("steps", 1, "id"): 34,
    ("steps", 1, "deep", 0, "y"): 36,
    ("steps", 1, "nothing", "there"): 33,
    ("nothing",): 1,
}


@pytest.mark.parametrize(("path", "line"), KNOWN.items())
@pytest.mark.parametrize("ends", ["\n", "\r\n"])
def test_the_line_of_everything_is_known(path: tuple[str | int, ...], line: int, ends: str) -> None:
    tomllib.loads(EVERY_SHAPE)

    assert Lines(EVERY_SHAPE.replace("\n", ends)).line(path) == line


def paths_of(value: Any, path: tuple[str | int, ...] = ()) -> Iterator[tuple[str | int, ...]]:
    """Yield the path of every key and entry in a table."""
    items = value.items() if isinstance(value, Mapping) else []
    items = enumerate(value) if isinstance(value, list) else items
    for key, item in items:
        yield (*path, key)
        yield from paths_of(item, (*path, key))


KEYS = st.text(max_size=6) | st.sampled_from(["a", "b", "steps", "id", "x y", '"', "'", "#", "."])
VALUES = st.recursive(
    st.integers(-9, 9) | st.text(max_size=12) | st.booleans() | st.dates(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(KEYS, inner, max_size=3),
    max_leaves=12,
)


@given(st.dictionaries(KEYS, VALUES, max_size=5), st.booleans())
@examples(300)
def test_everything_in_any_file_has_its_own_line_found(table: dict[str, Any], long: bool) -> None:
    source = tomli_w.dumps(table, multiline_strings=long)
    lines = Lines(source)
    rows = source.split("\n")

    for path in paths_of(table):
        assert path in lines._lines, (path, source)
        key = next((part for part in reversed(path) if isinstance(part, str)), "")
        if isinstance(path[-1], str) and key.isalnum() and key.isascii():
            assert key in rows[lines.line(path) - 1]


@pytest.mark.parametrize(
    "file", sorted(Path(str(paths.builtin_content())).rglob("*.toml")), ids=lambda path: path.name
)
def test_in_shipped_files_every_key_stands_on_its_line(file: Path) -> None:
    source = file.read_text(encoding="utf-8")
    lines = Lines(source)
    rows = source.split("\n")

    for path in paths_of(tomllib.loads(source)):
        if isinstance(path[-1], str):
            assert path[-1] in rows[lines.line(path) - 1]


@pytest.mark.parametrize(
    "source", ["", "= 1", "[", "[[a]", "a", 'a = "', "a.b", "[a]]", "a = [", "\x00"]
)
def test_what_is_no_toml_has_lines_too(source: str) -> None:
    assert Lines(source).line(("a", 0, "b")) >= 1
