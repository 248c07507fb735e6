"""Readings: a page of Markdown each, what it says, and where its links lead."""

import re
from collections.abc import Iterator
from pathlib import PurePath
from typing import TYPE_CHECKING, Literal, cast, get_args

from workshop.core.theme import Theme
from workshop.errors import Unreadable
from workshop.values import dataclass
from workshop.words import _

if TYPE_CHECKING:  # the parser is imported once something is read
    from markdown_it.token import Token

THEMES: tuple[Theme, ...] = get_args(Theme)
"""The themes, in the order in which people meet them."""
THEME_LINE = re.compile(r"^<!-- theme: ([a-z]+) -->$", re.MULTILINE)
"""The line of a reading that says its theme; it does not show where Markdown is shown."""


@dataclass(frozen=True)
class Link:
    """A link from a reading to another, or to an exercise.

    Attributes:
        to: what it leads to.
        id: of the reading or the exercise.
    """

    to: Literal["reading", "exercise"]
    id: str


@dataclass(frozen=True)
class Reading:
    """A reading.

    Attributes:
        id: its file's name, without `.md`.
        theme: which of the six it belongs to.
        title: what people read as its name.
        paragraphs: plain text, in order; a heading begins with "# ", a point of a list with "- ".
        links: where its links lead, in order, each once.
    """

    id: str
    theme: Theme
    title: str
    paragraphs: tuple[str, ...]
    links: tuple[Link, ...]

    def holds(self, words: str) -> bool:
        """Return whether each of `words` is somewhere in it, in capitals or not."""
        text = " ".join((self.title, *self.paragraphs)).casefold()
        return all(word in text for word in words.casefold().split())


def parsed(id: str, markdown: str, file: str) -> Reading:
    """Return the reading that `markdown` is; its `file` is as it is named to a command.

    Raises:
        Unreadable: it has no title, or says no theme.
    """
    from markdown_it import MarkdownIt

    tokens = MarkdownIt("commonmark").parse(markdown)
    paragraphs = list(_paragraphs(tokens))
    theme = theme_of(markdown)
    if not paragraphs or not paragraphs[0].startswith("# ") or theme is None:
        said = _(
            "The reading {name} needs a title and a theme: `workshop check {file}` tells more."
        )
        raise Unreadable(said.format(name=id, file=file))
    links = (found for found in map(link, _targets(tokens)) if found is not None)
    title = paragraphs[0].removeprefix("# ")
    return Reading(id, theme, title, tuple(paragraphs[1:]), tuple(dict.fromkeys(links)))


def theme_of(markdown: str) -> Theme | None:
    """Return the theme that a reading says; None when it says none of the six."""
    found = THEME_LINE.search(markdown)
    return cast("Theme", found[1]) if found and found[1] in THEMES else None


def link(target: str) -> Link | None:
    """Return where the `target` of a link leads: `name.md` or `../id.toml`; None for others."""
    path = PurePath(target.partition("#")[0])
    if path.suffix == ".md" and len(path.parts) == 1:
        return Link("reading", path.stem)
    if path.suffix == ".toml" and path.parts[:-1] == ("..",):
        return Link("exercise", path.stem)
    return None


def _paragraphs(tokens: "list[Token]") -> Iterator[str]:
    """Yield the text of each heading, paragraph and point, without what only shapes it."""
    begins: list[str] = []
    for token in tokens:
        match token.type:
            case "heading_open":
                begins.append("# ")
            case "list_item_open":
                begins.append("- ")
            case "inline":
                text = "".join(_words(token.children or []))
                yield (begins.pop() if begins else "") + text


def _words(tokens: "list[Token]") -> Iterator[str]:
    """Yield the words; the name of an exercise in quotation marks, as it has no link to show it."""
    named = False
    for token in tokens:
        match token.type:
            case "softbreak" | "hardbreak":
                yield " "
            case "text" | "code_inline":
                yield token.content
            case "link_open":
                leads = link(str(token.attrs["href"]))
                named = leads is not None and leads.to == "exercise"
                yield "“" if named else ""
            case "link_close":
                yield "”" if named else ""


def _targets(tokens: "list[Token]") -> Iterator[str]:
    for token in tokens:
        for child in token.children or ():
            if child.type == "link_open":
                yield str(child.attrs["href"])
