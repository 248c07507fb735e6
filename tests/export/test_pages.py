"""Pages in each format: all that stands on them is text, whatever it is, and has room to write."""

import re
from html.parser import HTMLParser

import pytest
from markdown_it import MarkdownIt
from markdown_it.token import Token
from rich.cells import cell_len

from workshop.core.agreement.sheet import Words
from workshop.core.text import clean
from workshop.export.pages.as_html import as_html
from workshop.export.pages.as_markdown import as_markdown
from workshop.export.pages.as_text import WIDTH, as_text
from workshop.export.pages.page import (
    MARK,
    Column,
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
    flowing,
)

from .corpus import TEXTS

pytestmark = pytest.mark.every(5)

TAGS = {
    *("html", "head", "meta", "title", "style", "body", "main", "header", "footer", "section"),
    *("div", "p", "span", "b", "bdi", "h1", "h2", "h3", "ul", "ol", "li"),
    *("table", "thead", "tbody", "tr", "th", "td"),
}
KEYS = {"class", "dir", "lang", "charset", "http-equiv", "content", "name"}
READERS = {
    "commonmark": MarkdownIt("commonmark"),
    "like GitHub": MarkdownIt("gfm-like", {"linkify": True}),
}
SHAPES = {
    *("heading", "paragraph", "blockquote", "inline", "hr", "bullet_list", "ordered_list"),
    *("list_item", "table", "thead", "tbody", "tr", "th", "td"),
}
INSIDE = {"text", "text_special", "code_inline", "softbreak", "hardbreak", "strong"}


def holding(text: str) -> Page:
    """Return a page that has `text` wherever text can stand."""
    line = " ".join(text.split()) or "x"
    column = Column(line, (Says(text, "asked", line, line), Fill((line, ""), "figure")))
    return Page(
        Words("{one} and {two}", {"one": (line,), "two": ("Sam",)}),
        (text,),
        (
            Heading(line, line),
            Says(text, "careful"),
            Points((text, line)),
            Rules(2),
            Fill((text, ""), "box"),
            Fill((line, ""), "number"),
            Grid((line, "2"), ((line, ""), (line, MARK))),
            Two(column, column),
            Kept((Says(text),), framed=True),
            Sheet(line, (Says(text, "quiet"),)),
        ),
        (text,),
    )


class Reader(HTMLParser):
    """Reads a page and fails on whatever is not ours."""

    def __init__(self, page: str) -> None:
        super().__init__(convert_charrefs=True)
        self.said, self.tags = "", list[str]()
        self.feed(page)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        assert tag in TAGS
        assert {key for key, _value in attrs} <= KEYS
        self.tags.append(tag)
        self.said += "\n"

    def handle_data(self, data: str) -> None:
        self.said += data

    def handle_comment(self, data: str) -> None:
        pytest.fail(f"a comment: {data}")

    def handle_pi(self, data: str) -> None:
        pytest.fail(f"an instruction: {data}")


def squeezed(text: str) -> str:
    """Return `text` without white space: how that is shown is not looked at here."""
    return "".join(text.split())


@pytest.mark.parametrize("text", TEXTS.values(), ids=TEXTS.keys())
def test_on_a_web_page_all_is_text(text: str) -> None:
    text = clean(text)
    plain = Reader(as_html(holding("x")))

    page = Reader(as_html(holding(text)))

    assert page.tags == plain.tags
    assert squeezed(page.said).count(squeezed(text)) >= 9


@pytest.mark.parametrize("text", TEXTS.values(), ids=TEXTS.keys())
@pytest.mark.parametrize("reader", READERS)
def test_in_markdown_all_is_text(text: str, reader: str) -> None:
    tokens = READERS[reader].parse(as_markdown(holding(clean(text))))

    shapes = {token.type.removesuffix("_open").removesuffix("_close") for token in tokens}
    assert shapes <= SHAPES
    for token in tokens:
        kinds = {child.type.removesuffix("_open").removesuffix("_close") for child in inside(token)}
        assert kinds <= INSIDE
    assert [token.tag for token in tokens if token.type == "heading_open"] == [
        *("h1", "h2", "h3", "h3", "h1"),
    ]


def inside(token: Token) -> list[Token]:
    return token.children or []


@pytest.mark.parametrize("text", TEXTS.values(), ids=TEXTS.keys())
def test_a_table_keeps_its_columns_in_markdown(text: str) -> None:
    tokens = READERS["like GitHub"].parse(as_markdown(holding(clean(text))))

    cells = [token.type for token in tokens if token.type in ("th_open", "td_open")]
    assert cells == ["th_open"] * 2 + ["td_open"] * 4


@pytest.mark.parametrize("text", TEXTS.values(), ids=TEXTS.keys())
def test_as_text_no_line_is_longer_than_a_line_may_be(text: str) -> None:
    shown = as_text(holding(clean(text)))

    assert max(map(cell_len, shown.splitlines())) <= WIDTH
    assert squeezed(shown).count(squeezed(clean(text))[:15]) >= 9


@pytest.mark.parametrize(
    "name", ["李小龍", "Zoë", "Zoe\u0308", "👩\u200d👧", "ふ" * 9, "한국 사람 둘"]
)
def test_as_text_a_column_begins_in_the_same_cell_whoever_stands_before_it(name: str) -> None:
    rows = ((name, "first"), ("Alexandra", "second"), (f"{name} and {name}", "third"))

    shown = as_text(Page("A table", (), (Grid(("Who", "what"), rows),))).splitlines()

    words = ("what", "first", "second", "third")
    begins = [
        cell_len(line[: line.index(word)]) for word in words for line in shown if word in line
    ]
    assert len(begins) == 4
    assert len(set(begins)) == 1


@pytest.mark.parametrize(
    "text",
    ["龍" * 100, "龍 " * 60, "a\tb龍 " * 20, "é" * 200, "龍" + "x" * 200],
    ids=["one word", "words", "tabs", "narrow", "mixed"],
)
def test_as_text_wide_words_are_parted_where_a_line_is_full(text: str) -> None:
    lines = as_text(Page("T", (), (Says(text),))).splitlines()

    assert max(map(cell_len, lines)) <= WIDTH
    assert squeezed("".join(lines[3:])) == squeezed(text)


def test_nothing_is_fetched_and_nothing_leads_out() -> None:
    page = as_html(holding("plain"))

    assert not re.search(r"https?:|//|url\(|@import|src=|href=|<script|<link|\bon\w+=", page)


def test_what_is_empty_has_room_to_write_in_every_format() -> None:
    page = Page("x", (), (Rules(3), Fill(("", ""), "box"), Grid(("a", "b"), (("c", ""),))))

    html, markdown, text = as_html(page), as_markdown(page), as_text(page)

    assert html.count('class="rule"') == 3
    assert html.count('class="room"') == 3
    assert len(re.findall("_{30,}", markdown)) == 5
    assert len(re.findall("_{30,}", text)) == 5


def test_a_short_cell_such_as_minutes_is_not_parted() -> None:
    html = as_html(Page("x", (), (Grid(("What", "Takes"), (("Time to talk", "20 min"),)),)))

    assert '<td class="text short" dir="auto">20 min</td>' in html
    assert '<td class="text" dir="auto">Time to talk</td>' in html
    assert "td.short { white-space: nowrap" in html


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("One line\nthat goes on.", "One line that goes on."),
        ("A list:\nMeals\nTowels", "A list:\nMeals\nTowels"),
        (f"{'word ' * 14}end\nSomebody else", f"{'word ' * 14}end Somebody else"),
        ('Say\n"another one".', 'Say "another one".'),
        ("Above.\n\nbelow.", "Above.\n\nbelow."),
        ("", ""),
    ],
)
def test_a_break_that_only_kept_a_line_short_is_gone(written: str, read: str) -> None:
    assert flowing(written) == read


def test_a_name_turns_nothing_around_it() -> None:
    named = Words("{name} speaks.", {"name": ("שלום <b>",)})
    column = Column(named, (Says("x", "asked", named),))
    page = Page(named, (), (Heading(named), Two(column, column), Sheet(named, ())))

    html = as_html(page)

    assert html.count("<bdi>שלום &lt;b&gt;</bdi> speaks.") == 7
    assert "שלום <b> speaks." in as_text(page)
