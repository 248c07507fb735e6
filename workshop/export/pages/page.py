"""What a page is made of, whatever it becomes: text, Markdown, or a web page that prints well.

Whatever stands in it is text and nothing else: each format takes care that none of it acts.
"""

from typing import Literal

from workshop.core.agreement.sheet import Words
from workshop.values import dataclass

Text = Words | str
"""A text; names in a sentence of ours are told apart, so that none turns what is around it."""
Look = Literal["plain", "quiet", "asked", "careful"]
"""How a text looks: as it is, beside the matter, as what is asked, or as what keeps people safe."""


@dataclass(frozen=True)
class Heading:
    """A heading, and what stands quietly beside it."""

    text: Text
    note: str = ""
    level: Literal[2, 3] = 2


@dataclass(frozen=True)
class Says:
    """A text of one or more lines.

    Attributes:
        text: what it says.
        look: how it looks.
        begins: what stands above it in bold, such as who does it; may be empty.
        beside: what stands quietly beside that, such as how long it takes; may be empty.
    """

    text: Text
    look: Look = "plain"
    begins: Text = ""
    beside: str = ""


@dataclass(frozen=True)
class Points:
    """Several things, a line each, in no order."""

    items: tuple[str, ...]


@dataclass(frozen=True)
class Rules:
    """Empty lines to write on."""

    count: int


@dataclass(frozen=True)
class Fill:
    """A list to be marked or numbered; an item that is empty is written in.

    Attributes:
        items: what stands on it.
        mark: what there is before each: a box to tick, a place for a number, or its own number.
    """

    items: tuple[str, ...]
    mark: Literal["box", "figure", "number"]


@dataclass(frozen=True)
class Grid:
    """A table; a cell that is empty has room to write, one that is "○" can be marked."""

    head: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


@dataclass(frozen=True)
class Two:
    """Two columns, side by side where there is room, each with its heading."""

    left: "Column"
    right: "Column"


@dataclass(frozen=True)
class Column:
    """One of two columns."""

    heading: Text
    elements: "tuple[Element, ...]"


@dataclass(frozen=True)
class Kept:
    """What belongs together and stands on one sheet, framed where that is wanted."""

    elements: "tuple[Element, ...]"
    framed: bool = False


@dataclass(frozen=True)
class Sheet:
    """What begins on a sheet of paper of its own."""

    heading: Text
    elements: "tuple[Element, ...]"


Element = Heading | Says | Points | Rules | Fill | Grid | Two | Kept | Sheet
"""Any part of a page."""


@dataclass(frozen=True)
class Page:
    """A whole page.

    Attributes:
        title: what it is.
        opening: what stands quietly under its title.
        elements: what is on it, in order.
        closing: what stands at its end.
    """

    title: Text
    opening: tuple[str, ...]
    elements: tuple[Element, ...]
    closing: tuple[str, ...] = ()


MARK = "○"
"""A place on a scale that can be marked."""


def shown(text: Text) -> str:
    """Return a text as it is read, without a thought for what could act in it."""
    return text if isinstance(text, str) else text.shown()


def flowing(text: str, width: int = 76) -> str:
    """Return a text without the breaks that only kept its lines within `width` characters.

    A break stays where a new sentence begins in a new line that would have had room above.
    """
    lines: list[str] = []
    above = ""  # the line before, as it was written
    for line in text.split("\n"):
        word = line.split(" ", 1)[0]
        goes_on = word.lstrip("\"'(“‘«„")[:1].islower() or len(above) + 1 + len(word) > width
        if above.strip() and line.strip() and goes_on:
            lines[-1] = f"{lines[-1]} {line}"
        else:
            lines.append(line)
        above = line
    return "\n".join(lines)
