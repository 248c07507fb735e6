"""Reads what the program says in the made-up language, and finds what is not said in it.

The pair types Greek, so that every Latin letter that stands in no brackets is a word of the program
that no catalogue was asked for.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

OPEN, CLOSE = {"⟦": "⟧", "⟪": "⟫"}, "⟧⟫"
CUT_BEFORE = ("", "\n", "⟧", ":")
"""What follows three dots where content was cut short, with its bracket."""
SENTENCE_ENDS = (".", "?", "!", ":", ";", "…")
_WORD = re.compile(r"[A-Za-z]+")


@dataclass
class Said:
    """Something that stands in brackets.

    Attributes:
        start: where in the text it begins.
        frame: whether it is the frame's, and no content.
        end: where in the text it ends.
        inside: what stands in brackets in it.
    """

    start: int
    frame: bool
    end: int = -1
    inside: list["Said"] = field(default_factory=list)

    def of(self, text: str) -> str:
        """Return what is in the brackets, those in it left out."""
        said, at = "", self.start + 1
        for part in self.inside:
            said += text[at : part.start] + "…"
            at = part.end + 1
        whole = re.sub(r"\n *\| ", "\n", said + text[at : self.end])  # the bar of what is quoted
        return " ".join(whole.split())


def said(text: str) -> tuple[list[Said], list[str]]:
    """Return what stands in brackets in `text`, and the lines in which a bracket is on its own."""
    top = Said(-1, False)
    open_, alone = [top], []
    for at, letter in enumerate(text):
        if letter == "…" and not open_[-1].frame and text[at + 1 : at + 2] in CUT_BEFORE:
            if len(open_) > 1:
                open_.pop().end = at
            # What was cut may have been a sentence of ours that a text of theirs holds.
            if text[at + 1 : at + 3] == "⟧\n" and len(open_) == 3:
                open_.pop().end = at
        elif letter == "…" and len(open_) == 3 and text[at + 1 : at + 3] == "⟧\n":
            open_.pop().end = at  # so it may where a text of theirs stands last in that sentence
        elif letter in OPEN:
            one = Said(at, letter == "⟦")
            open_[-1].inside.append(one)
            open_.append(one)
        elif letter in CLOSE:
            if len(open_) == 1 or (letter == "⟧") != open_[-1].frame:
                alone.append(line_at(text, at))
            else:
                open_.pop().end = at
    for one in open_[1:]:
        alone.append(line_at(text, one.start))
        one.end = len(text)
    return top.inside, alone


def line_at(text: str, at: int) -> str:
    """Return the line of `text` around the place `at`."""
    return text[text.rfind("\n", 0, at) + 1 :].split("\n", 1)[0]


def unspoken(text: str) -> Iterator[str]:
    """Yield each line with a word in no brackets, and each bracket on its own."""
    groups, alone = said(text)
    yield from (f"a bracket on its own: {line}" for line in alone)
    outside = list(text)
    for group in groups:
        outside[group.start : group.end + 1] = "·" * (group.end + 1 - group.start)
    for word in _WORD.finditer("".join(outside)):
        yield f"{word[0]!r} in: {line_at(text, word.start())}"


def every(groups: list[Said]) -> Iterator[Said]:
    """Yield what is in brackets, and what is in them."""
    for group in groups:
        yield group
        yield from every(group.inside)


def glued(text: str) -> Iterator[str]:
    """Yield what is joined on a line, where the first is no whole sentence."""
    groups, _alone = said(text)
    for outer in [Said(-1, False, len(text), groups), *every(groups)]:
        for one, two in zip(outer.inside, outer.inside[1:], strict=False):
            between = text[one.end + 1 : two.start]
            ends = one.of(text).endswith(SENTENCE_ENDS)
            if one.frame and two.frame and "\n" not in between and not between.strip() and not ends:
                yield f"{one.of(text)} + {two.of(text)}"


def nested(text: str) -> Iterator[tuple[str, str]]:
    """Yield each sentence of the frame that has another of the frame in it, with that one."""
    groups, _alone = said(text)
    for outer in every(groups):
        for inner in outer.inside:
            is_cut = text[inner.end : inner.end + 1] == "…"  # it was a text of theirs by then
            if outer.frame and inner.frame and not is_cut:
                yield outer.of(text), inner.of(text)
