"""A page as Markdown that reads well as it is, and in which nothing that people wrote acts."""

import re
from collections.abc import Iterator
from typing import assert_never

from workshop.export.markdown import NEW_LINE, escaped
from workshop.export.pages.page import (
    Column,
    Element,
    Fill,
    Grid,
    Heading,
    Kept,
    Page,
    Points,
    Rules,
    Says,
    Sheet,
    Two,
    shown,
)

LINE = "_" * 40
"""A line to write on. Alone it is a rule, wherever Markdown is shown."""


def as_markdown(page: Page) -> str:
    """Return `page` as Markdown (CommonMark; tables and boxes as GitHub has them)."""
    blocks = [f"# {_line(shown(page.title))}", *map(_lines, page.opening)]
    for element in page.elements:
        blocks += _blocks(element)
    if page.closing:
        blocks += ["---", *map(_lines, page.closing)]
    return "\n\n".join(block for block in blocks if block) + "\n"


def _blocks(element: Element) -> Iterator[str]:
    match element:
        case Heading(text=text, note=note, level=level):
            beside = f" ({_line(note)})" if note else ""
            yield f"{'#' * level} {_line(shown(text))}{beside}"
        case Says(text=text, look=look, begins=begins, beside=beside):
            above = [f"**{_line(shown(begins))}**"] if begins else []
            above += [f"({_line(beside)})"] if beside else []
            if above:
                yield " ".join(above)
            if said := _lines(shown(text)):
                yield _quoted(said) if look in ("asked", "careful") else said
        case Points(items=items):
            yield "\n".join(f"- {_indented(item)}" for item in items)
        case Rules(count=count):
            yield "\n\n".join([LINE] * count)
        case Fill():
            yield "\n".join(_filled(element))
        case Grid(head=head, rows=rows):
            yield "\n".join([_row(head), "| --- " * len(head) + "|", *map(_row, rows)])
        case Two(left=left, right=right):
            yield from (*_column(left), *_column(right))
        case Kept(elements=elements):
            for one in elements:
                yield from _blocks(one)
        case Sheet(heading=heading, elements=elements):
            yield "---"
            yield f"# {_line(shown(heading))}"
            for one in elements:
                yield from _blocks(one)
        case _:
            assert_never(element)


def _column(column: Column) -> Iterator[str]:
    if column.heading:
        yield f"### {_line(shown(column.heading))}"
    for element in column.elements:
        yield from _blocks(element)


def _filled(fill: Fill) -> Iterator[str]:
    for number, item in enumerate(fill.items, start=1):
        text = _indented(item) if item else LINE
        match fill.mark:
            case "box":
                yield f"- [ ] {text}"
            case "figure":
                yield f"- \\_\\_\\_ {text}"
            case "number":
                yield f"{number}. {text}"
            case _:
                assert_never(fill.mark)


def _row(cells: tuple[str, ...]) -> str:
    # Nothing parts two cells but what stands between them: what stands as code has no backslash.
    said = (re.sub(r"(?<!\\)\|", r"\|", _line(cell)) for cell in cells)
    return f"| {' | '.join(said)} |"


def _line(text: str) -> str:
    """Return a text on one line."""
    return escaped(" ".join(NEW_LINE.split(text)))


def _lines(text: str) -> str:
    """Return a text, each of its lines on a line of its own."""
    paragraphs: list[list[str]] = [[]]
    for line in map(escaped, NEW_LINE.split(text)):
        if line:
            paragraphs[-1].append(line)
        elif paragraphs[-1]:
            paragraphs.append([])
    return "\n\n".join("\\\n".join(lines) for lines in paragraphs if lines)


def _quoted(said: str) -> str:
    return "\n".join(f"> {line}".rstrip() for line in said.split("\n"))


def _indented(item: str) -> str:
    """Return an item whose further lines still belong to it."""
    return _lines(item).replace("\n", "\n  ")
