"""An agreement as Markdown: it reads well, its text comes back, and nothing of that text acts."""

import re
from collections.abc import Iterator

import pytest
from hypothesis import given, settings
from markdown_it import MarkdownIt
from markdown_it.token import Token

from workshop.core.agreement.agreement import Agreement
from workshop.core.agreement.verify import code
from workshop.export.markdown import escaped, markdown

from .corpus import TEXTS, TODAY, agreements, holding, rich

pytestmark = pytest.mark.every(5)

READERS = {
    "commonmark": MarkdownIt("commonmark"),
    "like GitHub": MarkdownIt("gfm-like", {"linkify": True}),
}
OURS = {"heading", "paragraph", "blockquote", "inline", "hr"}
TEXT = {"text", "text_special", "code_inline", "softbreak", "hardbreak"}


def kinds(tokens: list[Token]) -> set[str]:
    return {token.type.removesuffix("_open").removesuffix("_close") for token in tokens}


def inside(token: Token) -> str:
    """Return what a viewer shows of an inline token; fails on whatever is not text."""
    children = token.children or []
    assert {child.type for child in children} <= TEXT
    assert not any(child.attrs for child in children)
    return "".join("\n" if child.type.endswith("break") else child.content for child in children)


def quotations(tokens: list[Token]) -> Iterator[str]:
    """Yield what stands in each quotation, its paragraphs parted by a newline."""
    lines: list[str] = []
    depth = 0
    for token in tokens:
        depth += token.nesting if token.type.startswith("blockquote") else 0
        assert depth <= 1
        if token.type == "blockquote_open":
            lines = []
        elif token.type == "blockquote_close":
            yield "\n".join(lines)
        elif depth and token.type == "inline":
            lines.append(inside(token))


def as_seen(text: str) -> str:
    """Return `text` as any viewer shows it: no blank lines, one space for some."""
    lines = (re.sub("[ \t]+", " ", line.strip()) for line in re.split("[\n\u2028\u2029]", text))
    return "\n".join(line for line in lines if line)


def in_order(agreement: Agreement) -> list[str]:
    """Return the text of each clause, in the order of a copy."""
    kinds = ["agreement", "promise", "responsibility", "decision", "boundary"]
    return [
        as_seen(clause.text)
        for status in ("in force", "paused", "ended")
        for kind in kinds
        for clause in agreement.shown
        if clause.status == status and clause.kind == kind
    ]


def assert_only_text(agreement: Agreement) -> None:
    made = markdown(agreement, TODAY)
    for reader in READERS.values():
        tokens = reader.parse(made)
        assert kinds(tokens) <= OURS
        levels = [token.tag for token in tokens if token.type == "heading_open"]
        assert levels.count("h1") == 1
        assert len(levels) == 1 + made.count("\n## ") + made.count("\n### ")
        title = inside(tokens[1])
        one, two = agreement.partners
        assert title == f"The agreement of {one} and {two}"
        assert [as_seen(text) for text in quotations(tokens)] == in_order(agreement)
        assert not any(child.attrs for token in tokens for child in token.children or [])


@pytest.mark.parametrize("text", TEXTS.values(), ids=TEXTS.keys())
def test_what_could_act_is_text_wherever_it_stands(text: str) -> None:
    assert_only_text(holding(text))


@given(agreements())
def test_any_text_is_only_text_and_comes_back(agreement: Agreement) -> None:
    assert_only_text(agreement)


@settings(max_examples=50)
@given(agreements())
def test_who_owns_a_clause_comes_back(agreement: Agreement) -> None:
    tokens = READERS["like GitHub"].parse(markdown(agreement, TODAY))
    lines = "\n".join(inside(token) for token in tokens if token.type == "inline")

    for clause in agreement.shown:
        assert clause.owner is None or clause.owner in lines


@pytest.mark.parametrize(
    ("line", "written"),
    [
        (
            "Above 150 we talk first - and sleep on it.",
            "Above 150 we talk first - and sleep on it.",
        ),
        ("It's 3.50 + 2 (e.g. milk): fine!", "It's 3.50 + 2 (e.g. milk): fine!"),
        ("Yes. We do.", "Yes. We do."),
        ("1. milk", "1\\. milk"),
        ("- milk", "\\- milk"),
        ("(a) milk", "\\(a) milk"),
        ("*all* of it", "\\*all\\* of it"),
        ("write to a@b.co", "write to `a@b.co`"),
        ("see www.example.com.", "see `www.example.com.`"),
        ("  two  spaces  ", "two spaces"),
    ],
)
def test_ordinary_text_stays_as_it_is_and_the_rest_reads_well(line: str, written: str) -> None:
    assert escaped(line) == written


def test_a_copy_reads_well_as_text() -> None:
    lines = markdown(rich(), TODAY).split("\n")

    assert lines[0] == "# The agreement of Alex and Sam"
    assert lines[2].startswith("A promise between two people: not a contract, not evidence.")
    assert [line for line in lines if line.startswith("#")] == [
        "# The agreement of Alex and Sam",
        "## Agreed",
        "### Agreements",
        "### Promises",
        "### Responsibilities",
        "### How we decide",
        "### Boundaries",
        "## Paused",
        "## Ended",
    ]
    assert "> Above 150 we talk first and sleep on it.\\\n> Below, one decides." in "\n".join(lines)
    assert (
        "c3 · Promise of Alex. Agreed on 2 November 2026. To be looked at again on"
        " 14 December 2026." in lines
    )
    assert f"Agreement code: `{code(rich())}`" in lines
    assert "This copy was made on 25 November 2026." in lines


def test_without_a_clause_it_says_so_and_gives_no_code() -> None:
    made = markdown(Agreement(partners=("Alex", "Sam")), TODAY)

    assert "Nothing is written here yet." in made
    assert "code" not in made


def test_a_changed_text_is_said_to_be_changed_and_gets_no_code() -> None:
    full = rich()
    other = full.clauses[0].model_copy(update={"text": "Phones sleep with us."})
    changed = full.model_copy(update={"clauses": (other, *full.clauses[1:])})

    made = markdown(changed, TODAY)

    assert "Clause c1 does not say what was agreed: changed outside the program." in made
    assert "Agreement code" not in made
