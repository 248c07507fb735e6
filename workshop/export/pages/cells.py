"""How wide text stands in a terminal or in print: 李 takes two cells, an accent by itself none."""

import re
from collections.abc import Iterator
from textwrap import wrap

_ONE_EACH = re.compile(r"[ -\u02ff\u2010-\u2027○]*")
"""Text of which each character takes one cell; nothing that knows about others is loaded for it."""


def width_of(text: str) -> int:
    """Return how many cells `text` takes."""
    if _ONE_EACH.fullmatch(text):
        return len(text)
    from rich.cells import cell_len

    return cell_len(text)


def filled(text: str, width: int) -> str:
    """Return `text` with spaces after it up to so many cells."""
    return text + " " * (width - width_of(text))


def wrapped(text: str, width: int) -> list[str]:
    """Return one line of text as lines of at most so many cells; none where it is blank.

    It is parted at spaces, and not at hyphens, which commands have; within a word where one is
    longer than a line.
    """
    if _ONE_EACH.fullmatch(text):
        return wrap(text, width, break_on_hyphens=False)
    return [stripped for line in _parted(text, width) if (stripped := line.rstrip())]


def _parted(text: str, width: int) -> Iterator[str]:
    from rich.cells import chop_cells

    line = ""
    for number, word in enumerate(text.expandtabs().split(" ")):
        joined = f"{line} {word}" if number else word
        if width_of(joined) <= width:
            line = joined
            continue
        yield line
        *whole, line = chop_cells(word, width) or [""]
        yield from whole
    yield line
