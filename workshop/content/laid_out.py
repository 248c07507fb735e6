"""Markdown laid out as plain text: lines that fit, and nothing of what only shapes them.

What stands between fences stays as it is, so that it can be copied.
"""

from collections.abc import Callable, Iterator
from itertools import zip_longest
from textwrap import wrap

from markdown_it import MarkdownIt
from markdown_it.tree import SyntaxTreeNode

WIDTH = 76
"""How many characters a line has at the most."""
NARROW = 16
"""How many characters the last column of a table needs at the least."""
RULES = {"h1": "=", "h2": "-"}
"""What stands below a heading."""
Leads = Callable[[str], str]
"""Returns what is said beside a link that leads there; nothing where that is empty."""


def laid_out(markdown: str, leads: Leads = str, width: int = WIDTH) -> str:
    """Return a document as plain text; ends with a newline.

    Args:
        markdown: the document.
        leads: what is said beside a link.
        width: how many characters a line has at the most.
    """
    root = SyntaxTreeNode(MarkdownIt("commonmark").enable("table").parse(markdown))
    return "\n".join(_parted(_Layout(leads).blocks(root, width))) + "\n"


def _parted(blocks: Iterator[list[str]]) -> Iterator[str]:
    """Yield the lines of all blocks, an empty one between two."""
    for number, block in enumerate(blocks):
        if number:
            yield ""
        yield from block


class _Layout:
    """Lays out one document."""

    def __init__(self, leads: Leads) -> None:
        self._leads = leads

    def blocks(self, node: SyntaxTreeNode, width: int) -> Iterator[list[str]]:
        """Yield the lines of each block within `node`."""
        for child in node.children:
            match child.type:
                case "heading":
                    lines = wrap(self._words(child), width)
                    rule = RULES.get(child.tag, "")
                    yield [*lines, rule * max(map(len, lines))] if rule else lines
                case "paragraph":
                    yield _wrapped(self._words(child), width)
                case "fence" | "code_block":
                    yield child.content.rstrip("\n").split("\n")
                case "bullet_list" | "ordered_list":
                    yield from self._list(child, width)
                case "table":
                    yield from self._table(child, width)
                case _:  # what holds others, such as a quotation; a comment holds nothing
                    yield from self.blocks(child, width)

    def _list(self, node: SyntaxTreeNode, width: int) -> Iterator[list[str]]:
        """Yield the items: in one block where they stand close in the document."""
        items: list[list[str]] = []
        first = int(node.attrs.get("start", 1))
        for number, item in enumerate(node.children, start=first):
            mark = "- " if node.type == "bullet_list" else f"{number}. "
            blocks = self.blocks(item, width - len(mark))
            close = all(child.hidden for child in item.children if child.type == "paragraph")
            lines = [line for block in blocks for line in block] if close else [*_parted(blocks)]
            marks = [mark, *(" " * len(mark) for _line in lines[1:])]
            items.append(
                [before + line if line else "" for before, line in zip(marks, lines, strict=True)]
            )
        if any(len(item.children) > 1 for item in node.children):
            yield from items
        else:
            yield [line for item in items for line in item]

    def _table(self, node: SyntaxTreeNode, width: int) -> Iterator[list[str]]:
        """Yield a table: in columns where they fit in a line, else a block for each row."""
        head, *rows = [
            [self._words(cell) for cell in row.children]
            for part in node.children
            for row in part.children
        ]
        most = width // len(head)
        widths = [min(most, max(map(len, column))) for column in zip(*(head, *rows), strict=True)]
        widths[-1] = width - sum(widths[:-1]) - 2 * (len(widths) - 1)
        if widths[-1] < NARROW:
            for row in rows:
                told = [f"{name}: {cell}" for name, cell in zip(head, row, strict=True) if cell]
                yield [line for one in told for line in _wrapped(one, width, later="  ")]
            return
        yield [line for row in (head, *rows) for line in _row(row, widths)]

    def _words(self, node: SyntaxTreeNode) -> str:
        """Return the words in a heading, a paragraph or a cell."""
        match node.type:
            case "softbreak" | "hardbreak":
                return " "
            case "text":
                return node.content
            case "code_inline":
                return f"`{node.content}`"
            case "link":
                words = "".join(map(self._words, node.children))
                beside = self._leads(str(node.attrs["href"]))
                return f"{words} ({beside})" if beside not in ("", words) else words
            case _:
                return "".join(map(self._words, node.children))


def _row(row: list[str], widths: list[int]) -> Iterator[str]:
    """Yield the lines of a row, each cell in its column."""
    cells = [_wrapped(cell, size) for cell, size in zip(row, widths, strict=True)]
    for line in zip_longest(*cells, fillvalue=""):
        parts = (part.ljust(size) for part, size in zip(line, widths, strict=True))
        yield "  ".join(parts).rstrip()


def _wrapped(text: str, width: int, later: str = "") -> list[str]:
    lines = wrap(
        text,
        max(8, width),
        subsequent_indent=later,
        break_on_hyphens=False,  # a command is not parted there
        break_long_words=False,  # nor an address
    )
    return lines or [""]
