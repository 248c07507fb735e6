"""Texts, whatever quotes they were typed in, and slips in them: unclosed, curly, ended too early.

Each function takes the place where a text begins, and returns the place behind it.
"""

import re
from json import dumps

from workshop.content.source import BEGINS, QUOTES, Source, shown
from workshop.words import _

_ALONE = re.compile(r"[ \t]*(?:[,;.]*[ \t]*(?:#|$)|[a-z_]+[ \t]*=)", re.MULTILINE)
"""What may follow a text that stands behind a key, as far as the text is concerned."""
_LISTED = re.compile(r"[ \t]*(?:[,;\]}){\[\"']|#|$)", re.MULTILINE)
"""What may follow a text in a list."""
_ESCAPE = re.compile(r'\\(?:[btnfr"\\]|u[0-9A-Fa-f]{4}|U[0-9A-Fa-f]{8}|[ \t]*\n)?')
_LONG = re.compile(rf'[{QUOTES}"]{{3}}')
_STRAIGHT = '"'


def text_at(source: Source, at: int, *, listed: bool) -> int:
    """Go over a text; 0 where none begins.

    Args:
        source: the file.
        at: where it begins.
        listed: whether it is in a list.
    """
    text = source.text
    if text.startswith(('"""', "'''"), at):
        return _long(source, at, text[at : at + 3])
    if _LONG.match(text, at):
        return _long_curly(source, at)
    match text[at : at + 1]:
        case '"' | "'":
            return _short(source, at, listed=listed)
        case char if char and char in QUOTES:
            return _curly(source, at, listed=listed)
        case _:
            return 0


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
        row = text[start:row_end].strip().rstrip(" \t,")
        if not row or row[0] in "[]#" or quote in row[:-1] or BEGINS.match(text, start):
            return 0
        if row.endswith(quote):
            return text.rindex(quote, start, row_end) + 1
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
    source.tell(at, what, _("Use straight ones, such as {straight}.").format(straight=straight))


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
