"""What stands behind a key, whatever way it was typed: lists, numbers, texts, and slips in them.

Each function takes the place where something begins, and returns the place behind it. It tells what
is wrong there, changes it for what was meant, and goes on.
"""

import re

from workshop.content.source import BEGINS, ODD_SPACES, Source
from workshop.content.written_texts import text_at
from workshop.content.written_words import bare_slip
from workshop.words import _

_BLANK = re.compile(rf"[ \t{ODD_SPACES}]*")


def blanks(source: Source, at: int) -> int:
    """Return where the white space in a row ends; what only looks like it is told."""
    found = _BLANK.match(source.text, at)
    assert found is not None
    for place in range(at, found.end()):
        if source.text[place] not in " \t":
            what = _("here is a space of another kind, which word processors and web pages use.")
            source.tell(place, what, _("Take it out, and type a plain space."))
            source.change(place, place + 1, " ")
    return found.end()


def value(source: Source, at: int, *, listed: bool = False) -> int:
    """Go over what stands behind a key, or in a list.

    Args:
        source: the file.
        at: where it begins.
        listed: whether it is in a list.
    """
    opens_text = text_at(source, at, listed=listed)
    if opens_text:
        return opens_text
    match source.text[at : at + 1]:
        case "[" | "(":
            return _list(source, at)
        case "{":
            return _inline(source, at)
        case _:
            return _bare(source, at, listed=listed)


# -- lists ----------------------------------------------------------------------------------------


def _gap(source: Source, at: int) -> int:
    """Return where white space, ends of lines and notes end."""
    while True:
        at = blanks(source, at)
        if source.text.startswith("#", at):
            at = source.row_end(at)
        if not source.text.startswith("\n", at):
            return at
        at += 1


def _list(source: Source, at: int) -> int:
    text = source.text
    if text[at] == "(":
        source.tell(at, _("a list stands in other brackets."), _("Write [ before it and ] after."))
        source.change(at, at + 1, "[")
    last, needs_comma, here = at + 1, False, at + 1
    while True:
        here = _gap(source, here)
        row = source.row_start(here)
        if here >= len(text) or (row > at and BEGINS.match(text, row)):
            what = _("the list that opens here is not closed.")
            said = _("Write ] after its last entry, in line {line}.")
            source.tell(at, what, said.format(line=source.line(last - 1)))
            source.change(last, last, "]")
            return last
        match text[here]:
            case "]":
                return here + 1
            case ")" | "}" if text[here] == ")" or text[at] == "(" or needs_comma:
                if text[at] == "[":
                    what = _("the list is closed by another bracket.")
                    source.tell(here, what, _("Write ] there."))
                source.change(here, here + 1, "]")
                return here + 1
            case "," | ";" as comma:
                _comma(source, here, comma, needed=needs_comma)
                here += 1
                last, needs_comma = here, False
            case _:
                if needs_comma:
                    what = _("a comma is missing after this entry of the list.")
                    source.tell(last - 1, what, _("Write , between two entries."))
                    source.change(last, last, ",")
                last = value(source, here, listed=True)
                here = last = max(last, here + 1)
                needs_comma = True


def _comma(source: Source, at: int, comma: str, *, needed: bool) -> None:
    if not needed:
        source.tell(at, _("here is a comma too many."), _("Take it out."))
        source.change(at, at + 1, " ")
    elif comma == ";":
        what = _("entries of a list are set apart by commas.")
        source.tell(at, what, _("Write , in place of ; here."))
        source.change(at, at + 1, ",")


def _inline(source: Source, at: int) -> int:
    """Go over a part in curly brackets, which TOML wants on one line."""
    text = source.text
    key = re.compile(r"([A-Za-z0-9_-]+|\"[^\"\n]*\")[ \t]*([=:])[ \t]*")
    here = at + 1
    needs_comma = False
    while True:
        here = blanks(source, here)
        pair = key.match(text, here)
        if text.startswith("}", here):
            return here + 1
        if text.startswith(",", here):
            _comma(source, here, ",", needed=needs_comma)
            needs_comma, here = False, here + 1
        elif pair is not None:
            if needs_comma:
                what = _("a comma is missing between two keys in { }.")
                source.tell(here, what, _("Write , between them."))
                source.change(here, here, ", ")
            if pair[2] == ":":
                tell_colon(source, pair.start(2))
            here = max(value(source, pair.end(), listed=True), pair.end())
            needs_comma = True
        else:
            end = text.find("}", here, here + 2000)
            end = end + 1 if end >= 0 else source.row_end(here)
            what = _("what stands in { } is not closed in its line, or not written as keys.")
            mend = _("Write its keys in lines of their own, beneath a line in square brackets.")
            source.tell(at, what, mend)
            source.change(at, end, "{}")
            return end


def tell_colon(source: Source, at: int) -> None:
    """Tell of a colon behind a key."""
    what = _("a colon stands behind the key.")
    source.tell(at, what, _("Write = in its place."))
    source.change(at, at + 1, "=")


# -- whatever has no quotes -----------------------------------------------------------------------


def _bare(source: Source, at: int, *, listed: bool) -> int:
    pattern = re.compile(r"[^,;\]})#\n]*" if listed else r"[^#\n]*")
    found = pattern.match(source.text, at)
    assert found is not None
    raw = found[0].rstrip()
    slip = bare_slip(raw, listed=listed)
    end = at + len(raw)
    if isinstance(slip, int):
        return at + slip
    source.tell(at, slip.what, slip.mend)
    source.change(at, end, slip.meant)
    return end
