"""A page as plain text, for a terminal, a pipe or a printer that knows nothing else."""

from collections.abc import Iterator
from typing import assert_never

from workshop.export.pages.cells import filled, width_of, wrapped
from workshop.export.pages.page import (
    MARK,
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

WIDTH = 76
"""How many cells a line has at the most."""
NARROW = 16
"""How many cells the widest column of a table needs at the least."""


def as_text(page: Page) -> str:
    """Return `page` as text; ends with a newline."""
    blocks = [_underlined(shown(page.title), "=")]
    blocks += [_wrapped(line) for line in page.opening]
    for element in page.elements:
        blocks += _blocks(element, WIDTH)
    if page.closing:
        blocks.append(["-" * WIDTH])
        blocks += [_wrapped(line) for line in page.closing]
    return "\n\n".join("\n".join(block) for block in blocks if block) + "\n"


def _blocks(element: Element, width: int) -> Iterator[list[str]]:
    """Yield the lines of each block, an empty line between two."""
    match element:
        case Heading(text=text, note=note, level=level):
            said = shown(text) + (f" ({note})" if note else "")
            yield _underlined(said, "-") if level == 2 else _wrapped(said, width)
        case Says(text=text, look=look, begins=begins, beside=beside):
            lines = _wrapped(shown(text), width - 2) if shown(text) else []
            indented = [f"  {line}".rstrip() for line in lines] if look == "asked" else lines
            above = " ".join(filter(None, (shown(begins), f"({beside})" if beside else "")))
            yield [*(_wrapped(above, width) if above else []), *indented]
        case Points(items=items):
            yield [line for item in items for line in _item("- ", item, width)]
        case Rules(count=count):
            for _line in range(count):
                yield ["_" * (width - 2)]
        case Fill():
            yield list(_filled(element, width))
        case Grid():
            yield list(_grid(element, width))
        case Two(left=left, right=right):
            for column in (left, right):
                yield from _column(column, width)
        case Kept(elements=elements):
            for one in elements:
                yield from _blocks(one, width)
        case Sheet(heading=heading, elements=elements):
            yield ["", *_underlined(shown(heading), "=")]
            for one in elements:
                yield from _blocks(one, width)
        case _:
            assert_never(element)


def _underlined(text: str, rule: str) -> list[str]:
    lines = _wrapped(text)
    return [*lines, rule * max(map(width_of, lines))]


def _column(column: Column, width: int) -> Iterator[list[str]]:
    yield _wrapped(shown(column.heading), width)
    for element in column.elements:
        for lines in _blocks(element, width - 4):
            yield [f"    {line}" if line else "" for line in lines]


def _filled(fill: Fill, width: int) -> Iterator[str]:
    for number, item in enumerate(fill.items, start=1):
        match fill.mark:
            case "box":
                before = "[ ] "
            case "figure":
                before = "___ "
            case "number":
                before = f"{number}. "
            case _:
                assert_never(fill.mark)
        yield from _item(before, item or "_" * (width - 12), width)


def _grid(grid: Grid, width: int) -> Iterator[str]:
    """Yield a row each, in columns where they fit in a line, else each cell beside its heading."""
    columns = list(zip(grid.head, *grid.rows, strict=True))
    widths = [max(map(width_of, column)) for column in columns]
    widest = widths.index(max(widths))
    room = width - 2 * (len(widths) - 1) - sum(widths) + widths[widest]
    widths[widest] = min(widths[widest], max(room, NARROW))
    if widths[widest] <= room and not any(MARK in row for row in grid.rows):
        for row in (grid.head, *grid.rows):
            yield from _row(row, widths)
        return
    if grid.head[0]:
        yield from _item("", f"{grid.head[0]}:", width)
    for row in grid.rows:
        first, *rest = row
        yield from _item("", first, width)
        marks = [
            f"( ) {head}" if cell == MARK else f"{head}: {cell or '_' * 12}"
            for head, cell in zip(grid.head[1:], rest, strict=True)
        ]
        yield from (f"    {line}" for line in wrapped("   ".join(marks), width - 4))


def _row(row: tuple[str, ...], widths: list[int]) -> Iterator[str]:
    """Yield the lines of a row, each cell as wide as its column."""
    cells = [_wrapped(cell, size) for cell, size in zip(row, widths, strict=True)]
    for line in range(max(map(len, cells))):
        parts = (
            filled(cell[line] if line < len(cell) else "", size)
            for cell, size in zip(cells, widths, strict=True)
        )
        yield "  ".join(parts).rstrip()


def _item(before: str, text: str, width: int) -> Iterator[str]:
    for number, line in enumerate(_wrapped(text, width - len(before))):
        yield (before if not number else " " * len(before)) + line


def _wrapped(text: str, width: int = WIDTH) -> list[str]:
    lines: list[str] = []
    for line in text.splitlines() or [""]:
        lines += wrapped(line, max(8, width)) or [""]
    return lines
