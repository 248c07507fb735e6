"""What stands behind a key, whatever way it was typed: texts, lists, numbers, and slips in them.

Each function takes the place where something begins, and returns the place behind it. It tells what
is wrong there, changes it for what was meant, and goes on.
"""

import re
from json import dumps

from workshop.content.source import BEGINS, ODD_SPACES, QUOTES, Source, shown
from workshop.content.written_words import bare_slip
from workshop.words import _

_BLANK = re.compile(rf"[ \t{ODD_SPACES}]*")
_ALONE = re.compile(r"[ \t]*(?:[,;.]*[ \t]*(?:#|$)|[a-z_]+[ \t]*=)", re.MULTILINE)
"""What may follow a text that stands behind a key, as far as the text is concerned."""
_LISTED = re.compile(r"[ \t]*(?:[,;\]}){\[\"']|#|$)", re.MULTILINE)
"""What may follow a text in a list."""
_ESCAPE = re.compile(r'\\(?:[btnfr"\\]|u[0-9A-Fa-f]{4}|U[0-9A-Fa-f]{8}|[ \t]*\n)?')
_LONG = re.compile(rf'[{QUOTES}"]{{3}}')
_STRAIGHT = '"'


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
    text = source.text
    long = _LONG.match(text, at)
    if text.startswith(('"""', "'''"), at):
        return _long(source, at, text[at : at + 3])
    if long is not None:
        return _long_curly(source, at)
    match text[at : at + 1]:
        case '"' | "'":
            return _short(source, at, listed=listed)
        case "[" | "(":
            return _list(source, at)
        case "{":
            return _inline(source, at)
        case char if char and char in QUOTES:
            return _curly(source, at, listed=listed)
        case _:
            return _bare(source, at, listed=listed)


# -- texts ----------------------------------------------------------------------------------------


def _long(source: Source, at: int, quotes: str) -> int:
    text = source.text
    escaped = quotes == '"""'
    end = _closing(text, at + 3, len(text), quotes, escaped=escaped)
    begins = BEGINS.search(text, at + 3, end if end >= 0 else len(text))
    if end >= 0 and begins is None:
        if escaped:
            _escapes(source, at + 3, end)
        _unseen(source, at + 3, end)
        return end + 3 + len(re.compile(f"{quotes[0]}{{0,2}}").match(text, end + 3)[0])  # type: ignore[index]
    last = source.last_seen(begins.start() if begins else len(text))
    what = _("the three quotes that open here are never closed.")
    mend = _("Write {quotes} where this text ends: it seems to be in line {line}.")
    source.tell(at, what, mend.format(quotes=quotes, line=source.line(max(at, last - 1))))
    inside = last
    while inside > at + 3 and last - inside < 2 and text[inside - 1] == quotes[0]:
        inside -= 1  # too few, and not none
    if escaped:
        _escapes(source, at + 3, inside)
    _unseen(source, at + 3, inside)
    source.change(inside, last, quotes)
    return last


def _long_curly(source: Source, at: int) -> int:
    """Go over a text whose three quotes were made curly, at least one of them."""
    text = source.text
    closing = _LONG.search(text, at + 3)
    begins = BEGINS.search(text, at + 3)
    _tell_curly(source, at, '"""')
    source.change(at, at + 3, '"""')
    if closing is None or (begins is not None and begins.start() < closing.start()):
        last = source.last_seen(begins.start() if begins else len(text))
        source.change(last, last, '"""')
        return last
    source.change(closing.start(), closing.end(), '"""')
    _escapes(source, at + 3, closing.start())
    return closing.end()


def _short(source: Source, at: int, *, listed: bool) -> int:
    text, quote = source.text, source.text[at]
    row_end = source.row_end(at)
    follows = _LISTED if listed else _ALONE
    close = _closing(text, at + 1, row_end, quote, escaped=quote == _STRAIGHT)
    if close < 0:
        return _unclosed(source, at, row_end, listed=listed)
    end = close
    while not follows.match(text, end + 1):
        end = text.find(quote, end + 1, row_end)
        if end < 0:
            return _unclosed(source, at, row_end, listed=listed)
    if end != close:
        inner = text[at + 1 : end].replace(quote, "’" if quote == "'" else "”")
        what = _("a quote stands inside this text, and ends it too early.")
        if quote == "'":
            mend = _("Put the whole text in double quotes, or write ’ inside it.")
        else:
            mend = _("Inside a text write single quotes, or curly ones, such as “yes”.")
        source.tell(at, what, mend)
        source.change(at, end + 1, dumps(inner, ensure_ascii=False))
    elif quote == _STRAIGHT:
        _escapes(source, at + 1, close)
    _unseen(source, at + 1, end)
    return end + 1


def _unclosed(source: Source, at: int, row_end: int, *, listed: bool) -> int:
    """Go over a text of which the quotes that open it are not closed in its row."""
    text, quote = source.text, source.text[at]
    tail = re.compile(
        rf"[ \t]*[,\]}}]*[ \t]*(?:#[^\"'{QUOTES}\n]*)?$" if listed else r"[ \t]*$", re.M
    ).search(text, at + 1, row_end)
    end = tail.start() if tail else row_end
    if end > at + 1 and text[end - 1] in QUOTES:
        _tell_curly(source, at, text[at + 1 : end - 1])
        source.change(at, end, dumps(text[at + 1 : end - 1], ensure_ascii=False))
        return end
    over = _closed_below(source, row_end, quote)
    if over:
        what = _("the quotes that open here are not closed in this line.")
        mend = _('A text of more than one line stands between """ and """.')
        source.tell(at, what, mend)
        source.change(at, at + 1, quote * 3)
        source.change(over - 1, over, quote * 3)
        return over
    if text[at + 1 : end].endswith('\\"'):
        what = _("a backslash stands before the quotes that close this text, so they do not.")
        source.tell(at, what, _("Write two of them, or none."))
    else:
        what = _("the quotes that open here are not closed in this line.")
        said = _("Write {quote} where the text ends.")
        source.tell(at, what, said.format(quote=quote))
    source.change(at, end, dumps(text[at + 1 : end].rstrip("\\\"'"), ensure_ascii=False))
    return end


def _closed_below(source: Source, row_end: int, quote: str) -> int:
    """Return the end of a text that goes on in the rows below, and is closed in one; else 0."""
    text = source.text
    while row_end < len(text):
        start, row_end = row_end + 1, source.row_end(row_end + 1)
        row = text[start:row_end].rstrip(" \t,")
        if not row or quote in row[:-1] or BEGINS.match(text, start) or row.lstrip()[0] in "[]#":
            return 0
        if row.endswith(quote):
            return start + len(row)
    return 0


def _curly(source: Source, at: int, *, listed: bool) -> int:
    text = source.text
    row_end = source.row_end(at)
    follows = _LISTED if listed else _ALONE
    ends = (
        place
        for place in range(at + 1, row_end)
        if text[place] in QUOTES + "\"'" and follows.match(text, place + 1)
    )
    end = next(ends, -1)
    inner_end = end if end >= 0 else source.last_seen(row_end)
    inner = text[at + 1 : inner_end]
    _tell_curly(source, at, inner)
    past = inner_end + (end >= 0)
    source.change(at, past, dumps(inner, ensure_ascii=False))
    return past


def _tell_curly(source: Source, at: int, inner: str) -> None:
    what = _("these quotes are curly, as word processors make them.")
    straight = inner if inner == '"""' else f'"{shown(inner)}"'
    source.tell(at, what, _("Use straight ones: {straight}").format(straight=straight))


def _closing(text: str, at: int, until: int, quotes: str, *, escaped: bool) -> int:
    """Return where `quotes` stand next, not after a backslash where that counts; -1: nowhere."""
    while True:
        found = text.find(quotes, at, until)
        if found < 0 or not escaped:
            return found
        slashes = found
        while slashes > at and text[slashes - 1] == "\\":
            slashes -= 1
        if (found - slashes) % 2 == 0:
            return found
        at = found + 1


def _escapes(source: Source, start: int, end: int) -> None:
    for found in _ESCAPE.finditer(source.text, start, end):
        if len(found[0]) == 1:
            what = _("a backslash stands here, and what follows it means nothing.")
            source.tell(found.start(), what, _("Write two of them, or none."))
            source.change(found.start(), found.end(), "\\\\")


def _unseen(source: Source, start: int, end: int) -> None:
    for found in re.compile(r"[\x00-\x08\x0b-\x1f\x7f]").finditer(source.text, start, end):
        tell_unseen(source, found.start())


def tell_unseen(source: Source, at: int) -> None:
    """Tell of a character that cannot be seen, and take it for a space."""
    what = _("this line holds a character that cannot be seen.")
    source.tell(at, what, _("Take it out; or type the line anew, if you cannot find it."))
    source.change(at, at + 1, " ")


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
        row = text.rfind("\n", 0, here) + 1
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
    pattern = re.compile(r"[^,;\]}#\n]*" if listed else r"[^#\n]*")
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
