"""What is said at once: where it is long it comes in parts, so that nobody has to keep it in mind.

A part ends where a paragraph does, as far as it can. Nothing is held back unless somebody types: a
pipe has nobody who listens, and its lines answer what is asked, not how long that is.
"""

import re
import textwrap
from collections.abc import Iterator

from workshop.words import _

MOST = 150
"""The most words without a break."""
PART = 120
"""From so many words on, the next paragraph waits: it may be said still, where it is the last."""
_WORD = re.compile(r"\w[\w’'-]*")


def words(text: str) -> int:
    """Return how many words are heard in `text`."""
    return len(_WORD.findall(text))


class Parts:
    """What was said since somebody typed last, and what waits until somebody does."""

    def __init__(self, *, breaks: bool) -> None:
        """Begin with nothing said.

        Args:
            breaks: whether there is a break where it is long.
        """
        self._breaks, self._said = breaks, 0
        self._waiting: list[str] = []

    def take(self, printed: str) -> str:
        """Return what of `printed` is said now: all of it or nothing, the rest waits."""
        many = words(printed)
        if self._breaks and (self._waiting or self._said + many > PART):
            self._waiting += _short(printed)
            return ""
        self._said += many
        return printed

    def let_go(self) -> None:
        """Somebody typed: what is said next is heard afresh, and what waited is not said."""
        self._said, self._waiting = 0, []

    def rest(self) -> tuple[str, ...]:
        """Return what waits, in parts: what needs no break before it stands in the first one."""
        waiting, self._waiting = self._waiting, []
        if self._said + sum(map(words, waiting)) <= MOST:
            return ("".join(waiting),)
        parts, many = [""], self._said
        for printed in waiting:
            if many + words(printed) > PART:
                parts.append("")
                many = 0
            parts[-1] += printed
            many += words(printed)
        if len(parts) > 2 and words(parts[-2]) + words(parts[-1]) <= MOST:
            parts[-2:] = ["".join(parts[-2:])]
        return (parts[0], *(part.lstrip("\n") for part in parts[1:]))


def more(part: int, parts: int) -> str:
    """Return what is said at a break."""
    return _("Enter for more: part {part} of {parts}.").format(part=part, parts=parts)


def _short(printed: str) -> Iterator[str]:
    """Yield `printed`, line by line where it is too long for one part."""
    if words(printed) <= PART:
        yield printed
    else:
        yield from printed.splitlines(keepends=True)


def paragraphs(text: str) -> Iterator[str]:
    """Yield the paragraphs of `text`, each with the empty line that stands before it."""
    first, *others = text.split("\n\n")
    yield first
    for other in others:
        yield "\n" + other


def wrapped(paragraph: str, indent: str, width: int) -> str:
    """Return the lines of `paragraph` as they are printed: none is wider, but for a long word."""
    return "".join(_wrapped(line, indent, width) + "\n" for line in paragraph.split("\n"))


def _wrapped(line: str, indent: str, width: int) -> str:
    lines = textwrap.wrap(
        line,
        width,
        initial_indent=indent,
        subsequent_indent=indent,
        break_long_words=False,
        break_on_hyphens=False,
        replace_whitespace=False,
        drop_whitespace=True,
    )
    return "\n".join(lines) if lines else indent.rstrip()
