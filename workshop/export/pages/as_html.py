"""A page as one web page: no script, nothing fetched, no link; it prints well on paper."""

from collections.abc import Iterator
from html import escape
from typing import assert_never

from workshop.core.agreement.sheet import Words
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
    Text,
    Two,
    shown,
)
from workshop.export.pages.style import STYLE
from workshop.words import language

SHORT = 8
"""A cell of so many characters at most, such as "20 min", stays on one line."""


def as_html(page: Page) -> str:
    """Return `page` as HTML; ends with a newline."""
    lines = [
        "<!DOCTYPE html>",
        f'<html lang="{escape(language().partition("@")[0].replace("_", "-"))}">',
        "<head>",
        '<meta charset="utf-8">',
        '<meta http-equiv="Content-Security-Policy"'
        " content=\"default-src 'none'; style-src 'unsafe-inline'\">",
        '<meta name="viewport" content="width=device-width, initial-scale=1">',
        # Phones make links of days and numbers.
        '<meta name="format-detection" content="telephone=no, date=no, address=no, email=no">',
        f"<title>{escape(shown(page.title))}</title>",
        f"<style>{STYLE}</style>",
        "</head>",
        "<body>",
        "<main>",
        f"<header><h1>{_inline(page.title)}</h1>",
        *(f'<p class="quiet text" dir="auto">{_inline(line)}</p>' for line in page.opening),
        "</header>",
        *(line for element in page.elements for line in _lines(element)),
    ]
    if page.closing:
        lines.append("<footer>")
        lines += (f'<p class="text" dir="auto">{_inline(line)}</p>' for line in page.closing)
        lines.append("</footer>")
    return "\n".join([*lines, "</main>", "</body>", "</html>"]) + "\n"


def _lines(element: Element) -> Iterator[str]:
    match element:
        case Heading(text=text, note=note, level=level):
            beside = f' <span class="beside">{escape(note)}</span>' if note else ""
            yield f"<h{level}>{_inline(text)}{beside}</h{level}>"
        case Says(text=text, look=look, begins=begins, beside=beside):
            above = [f"<b>{_inline(begins)}</b>"] if begins else []
            above += [f'<span class="beside">{escape(beside)}</span>'] if beside else []
            if above:
                yield f'<p class="who" dir="auto">{" ".join(above)}</p>'
            if shown(text):
                yield f'<p class="text {look}" dir="auto">{_inline(text)}</p>'
        case Points(items=items):
            yield '<ul class="points">'
            yield from (f'<li class="text" dir="auto">{_inline(item)}</li>' for item in items)
            yield "</ul>"
        case Rules(count=count):
            yield '<div class="rules">' + '<p class="rule"></p>' * count + "</div>"
        case Fill():
            yield from _filled(element)
        case Grid():
            yield from _grid(element)
        case Two(left=left, right=right):
            yield '<div class="two">'
            yield from _column(left, "one")
            yield from _column(right, "other")
            yield "</div>"
        case Kept(elements=elements, framed=framed):
            yield f'<div class="kept{" framed" if framed else ""}">'
            for one in elements:
                yield from _lines(one)
            yield "</div>"
        case Sheet(heading=heading, elements=elements):
            yield f'<section class="sheet"><h1 class="text" dir="auto">{_inline(heading)}</h1>'
            for one in elements:
                yield from _lines(one)
            yield "</section>"
        case _:
            assert_never(element)


def _column(column: Column, place: str) -> Iterator[str]:
    """Yield the rows of a column; each stands beside that of the other column."""
    heading = f'<h3 dir="auto">{_inline(column.heading)}</h3>' if column.heading else ""
    for element in column.elements:
        yield f'<div class="{place}">{heading}'
        yield from _lines(element)
        yield "</div>"
        heading = ""


def _filled(fill: Fill) -> Iterator[str]:
    kind = "ol" if fill.mark == "number" else "ul"
    yield f'<{kind} class="fill {fill.mark}">'
    before = "" if fill.mark == "number" else f'<span class="{fill.mark}"></span>'
    for item in fill.items:
        if item:
            yield f'<li>{before}<span class="text" dir="auto">{_inline(item)}</span></li>'
        else:
            yield f'<li>{before}<span class="room"></span></li>'
    yield f"</{kind}>"


def _grid(grid: Grid) -> Iterator[str]:
    yield '<table class="scale">' if any(MARK in row for row in grid.rows) else "<table>"
    yield "<thead><tr>"
    yield "".join(f'<th dir="auto">{escape(head)}</th>' for head in grid.head)
    yield "</tr></thead><tbody>"
    for row in grid.rows:
        yield "<tr>" + "".join(_cell(cell) for cell in row) + "</tr>"
    yield "</tbody></table>"


def _cell(cell: str) -> str:
    if cell == MARK:
        return f'<td class="mark">{MARK}</td>'
    if not cell:
        return '<td class="room"></td>'
    kind = "text short" if len(cell) <= SHORT else "text"
    return f'<td class="{kind}" dir="auto">{_inline(cell)}</td>'


def _inline(text: Text) -> str:
    if isinstance(text, Words):
        return text.shown(escape, lambda name: f"<bdi>{escape(name)}</bdi>")
    return escape(text)
