"""An agreement as one web page: only elements of ours, nothing fetched, all text as text."""

import re
from html.parser import HTMLParser

import pytest
from hypothesis import given

from workshop.core.agreement.agreement import Agreement
from workshop.core.agreement.verify import code
from workshop.export.html import STYLE, html

from .corpus import TEXTS, TODAY, agreements, holding, rich

VOID = {"meta"}
ALLOWED: dict[str, set[tuple[str, str]]] = {
    "html": {("lang", "en")},
    "meta": {
        ("charset", "utf-8"),
        ("http-equiv", "Content-Security-Policy"),
        ("content", "default-src 'none'; style-src 'unsafe-inline'"),
        ("name", "viewport"),
        ("content", "width=device-width, initial-scale=1"),
        ("name", "format-detection"),
        ("content", "telephone=no, date=no, address=no, email=no"),
    },
    "section": {("class", "in-force"), ("class", "paused"), ("class", "ended")},
    "p": {("class", "opening"), ("class", "words"), ("class", "notes"), ("dir", "auto")},
    "span": {("class", "code")},
    **{name: set() for name in ("head", "title", "style", "body", "main", "header", "footer")},
    **{name: set() for name in ("h1", "h2", "h3", "ul", "li", "b", "bdi")},
}
"""Every element there may be, with every attribute and its value."""


class Page(HTMLParser):
    """Reads a page and fails on whatever is not ours."""

    def __init__(self, page: str) -> None:
        super().__init__(convert_charrefs=True)
        self.open: list[str] = []
        self.texts: dict[str, list[str]] = {}
        self.elements: list[str] = []
        self.names: list[str] = []
        self.feed(page)
        self.close()
        assert self.open == []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        assert tag in ALLOWED
        assert set(attrs) <= ALLOWED[tag]
        self.elements.append(tag)
        known = dict(attrs).get("class") or tag
        if known == "bdi":
            self.names.append("")
        elif known not in ("b", "span"):
            self.texts.setdefault(known, []).append("")
        if tag not in VOID:
            self.open.append(tag if known == tag else f"{tag}.{known}")

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop().partition(".")[0] == tag

    def handle_data(self, data: str) -> None:
        if not self.open:
            assert not data.strip()
            return
        if self.open[-1] == "bdi":
            self.names[-1] += data
        for element in reversed(self.open):
            known = element.rpartition(".")[2]
            if known in self.texts:
                self.texts[known][-1] += data
                return

    def handle_comment(self, data: str) -> None:
        pytest.fail(f"a comment: {data}")

    def handle_decl(self, decl: str) -> None:
        assert decl == "DOCTYPE html"

    def handle_pi(self, data: str) -> None:
        pytest.fail(f"an instruction: {data}")

    def unknown_decl(self, data: str) -> None:
        pytest.fail(f"a declaration: {data}")


def assert_only_text(agreement: Agreement) -> None:
    page = Page(html(agreement, TODAY))
    one, two = agreement.partners
    assert page.texts["h1"] == page.texts["title"] == [f"The agreement of {one} and {two}"]
    assert sorted(page.texts.get("words", [])) == sorted(c.text for c in agreement.shown)
    owners = [clause.owner for clause in agreement.shown if clause.owner]
    assert sorted(page.names) == sorted([one, two, *owners])
    assert page.elements.count("li") == len(agreement.shown)


@pytest.mark.parametrize("text", TEXTS.values(), ids=TEXTS.keys())
def test_what_could_act_is_text_wherever_it_stands(text: str) -> None:
    assert_only_text(holding(text))


@given(agreements())
def test_any_text_is_only_text_and_comes_back(agreement: Agreement) -> None:
    assert_only_text(agreement)


def test_nothing_is_fetched_and_nothing_leads_out() -> None:
    page = html(rich(), TODAY)

    assert not re.search(r"https?:|//|url\(|@import|src=|href=|<script|<link|\bon\w+=", page)
    assert "url" not in STYLE
    assert "&lt;" not in page


def test_a_page_says_first_what_is_in_force_by_kind_then_the_rest() -> None:
    page = Page(html(rich(), TODAY))

    assert page.texts["h2"] == ["Agreed", "Paused", "Ended"]
    assert page.texts["h3"] == [
        "Agreements",
        "Promises",
        "Responsibilities",
        "How we decide",
        "Boundaries",
    ]
    assert page.texts["code"] == [code(rich())]
    assert "not a contract, not evidence" in page.texts["opening"][0]
    assert "The program cannot know who pressed yes." in page.texts["opening"][0]


def test_a_boundary_is_written_down_and_not_agreed() -> None:
    page = Page(html(rich(), TODAY))

    (boundary,) = (notes for notes in page.texts["notes"] if "Boundary" in notes)
    assert "Boundary of Sam." in boundary
    assert "Written down on 2 November 2026." in boundary


def test_without_a_clause_it_says_so_and_gives_no_code() -> None:
    page = Page(html(Agreement(partners=("Alex", "Sam")), TODAY))

    assert "Nothing is written here yet." in page.texts["opening"][0]
    assert "code" not in page.texts
    assert "section" not in page.elements
