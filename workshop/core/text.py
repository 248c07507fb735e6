"""What people's text may contain. Every string of every model goes through `clean`."""

import re
import unicodedata
from collections.abc import Iterable
from typing import Any

ANSWER_LIMIT = 4000
"""The most characters one answer may have."""
NAME_LIMIT = 40
"""The most characters a name may have."""

NESTED = 20
"""How deep escape sequences are looked for within each other; below, only their ESC goes."""
MARKS = 30
"""The most marks on one letter: no writing there is has as many."""

_UNSEEN = (  # compiled with the first text that cannot be shown as it is: few are so
    "[\x00-\x08\x0b-\x1f\x7f-\x9f"  # C0 but tab and newline, DEL, C1
    "\ud800-\udfff"  # lone surrogates
    "\u202a-\u202e\u2066-\u2069]"  # bidi embeddings, overrides and isolates
)

_SEQUENCE = (
    # ECMA-48, and what xterm sends: keys, reports of the mouse, titles, pasted colours.
    "\x1b\\[M[ -#@-C`a][!-\U0010ffff]{2}"  # a mouse report in the old form
    "|(?:\x1b\\[|\x9b)[0-?]*[ -/]*[@-~]?"  # CSI; cut off, what there is of it
    "|\x1bO[A-DFHP-S]"  # SS3: arrows, Home, End, F1 to F4
    "|(?:\x1b[]PX^_]|[\x90\x98\x9d-\x9f])"  # strings, ended; none begins within another
    "[^\x07\x1b\x90\x98\x9c-\x9f\n]*(?:\x07|\x1b\\\\|\x9c)"
)
"""An escape sequence, whole."""


def clean(text: str) -> str:
    """Return `text` in NFC, without what acts on a terminal or hides from the eye.

    Escape sequences go whole, not only their ESC. CR and CRLF become LF; tab, newline, left and
    right marks, joiners and emoji stay. Idempotent. Nothing is cut for length.
    """
    if text.replace("\n", "").isprintable():
        return composed(text)
    lines = text.replace("\r\n", "\n").replace("\r", "\n")
    for _within in range(NESTED):  # what was cut in two by another one is whole now
        lines, found = re.subn(_SEQUENCE, "", lines)
        if not found:
            break
    return composed(re.sub(_UNSEEN, "", lines))


def composed(text: str) -> str:
    """Return `text` in NFC, which takes time by the square of the marks that stand on one letter.

    So a joiner that nobody sees (U+034F) parts them after each `MARKS`: the stream-safe text format
    of Unicode (UAX 15), where no mark is lost.
    """
    composed = text
    if len(text) <= MARKS or text.isascii():
        return unicodedata.normalize("NFC", text)
    while any(map(unicodedata.combining, composed)):
        parted = _parted(composed)
        if parted == composed and composed is not text:
            return composed
        composed = unicodedata.normalize("NFC", parted)  # which makes two marks of a few
    return composed if composed is not text else unicodedata.normalize("NFC", text)


def _parted(text: str) -> str:
    """Return `text` with a joiner wherever more than `MARKS` marks follow each other."""
    parts, marks = [], 0
    for char in text:
        marks = marks + 1 if unicodedata.combining(char) else 0
        if marks > MARKS:
            parts.append("\u034f")
            marks = 1
        parts.append(char)
    return "".join(parts)


def tidy(value: Any) -> Any:
    """Return `value` with every string cleaned and every list a tuple, all the way down."""
    match value:
        case str():
            return clean(value)
        case list() | tuple():
            return tuple(tidy(item) for item in value)
        case dict():
            return {tidy(key): tidy(item) for key, item in value.items()}
        case _:
            return value


def one_line(text: str) -> str:
    """Return `text` cleaned, on one line, its runs of white space each one space."""
    return " ".join(clean(text).split())


def merged(items: Iterable[str]) -> tuple[str, ...]:
    """Return `items` on one line each; of those that say the same only the first."""
    kept: dict[str, str] = {}
    for item in items:
        merge(kept, item)
    return tuple(kept.values())


def merge(kept: dict[str, str], item: str) -> None:
    """Add `item` on one line to what is `kept` by what it says, unless that is there already."""
    words = one_line(item)
    if not is_blank(words):
        kept.setdefault(words.casefold().rstrip(" .!?…") or words, words)


def too_long(text: str, limit: int = ANSWER_LIMIT) -> bool:
    """Whether `text`, once cleaned, has more than `limit` characters."""
    return len(clean(text)) > limit


_UNDRAWN = frozenset(
    (
        *"\u115f\u1160\u2800\u3164\uffa0",  # fillers of Hangul, Braille without a point
        *"\u034f\u17b4\u17b5\u180b\u180c\u180d\u180f",  # joins, and which form of a letter is meant
        *map(chr, (*range(0xFE00, 0xFE10), *range(0xE0100, 0xE01F0))),  # which form of a sign
    )
)
"""Letters, signs and marks that nobody sees, beside those that only order text."""


def _is_drawn(char: str) -> bool:
    return char not in _UNDRAWN and unicodedata.category(char) != "Cf"


def is_blank(text: str) -> bool:
    """Whether nothing in `text` can be seen: white space, and letters that look like nothing."""
    stripped = text.strip()
    if not stripped or stripped.isascii():
        return not stripped
    return not any(_is_drawn(char) and unicodedata.category(char)[0] not in "ZC" for char in text)


def is_name(text: str) -> bool:
    """Whether something in `text` can be seen: a letter, number, sign or punctuation mark."""
    return any(unicodedata.category(char)[0] in "LNPS" and _is_drawn(char) for char in text)


def can_be_shown(name: str) -> bool:
    """Whether nothing in a name, of a file say, acts on a terminal, hides or ends the line."""
    if name.isprintable():
        return True
    return clean(name) == unicodedata.normalize("NFC", name) and not set(name) & {"\n", "\t"}


def shown(name: str) -> str:
    """Return a name that somebody gave as it may stand in a sentence: quoted where it hides."""
    return name if can_be_shown(name) and is_name(name) else ascii(name)


def same_name(one: str, two: str) -> bool:
    """Whether two names would be taken for each other: case and what cannot be seen aside."""
    return _as_seen(one) == _as_seen(two)


def _as_seen(name: str) -> str:
    return one_line("".join(char for char in name.casefold() if _is_drawn(char)))


def as_sought(text: str) -> str:
    """Return `text` as it is looked for: case, accents, and what cannot be seen aside."""
    if text.isascii():
        return text.casefold()
    parts = unicodedata.normalize("NFKD", text.casefold())
    return "".join(char for char in parts if unicodedata.category(char) not in ("Mn", "Cf"))


def fill(template: str, me: str, you: str) -> str:
    """Return `template` with `{me}` and `{you}` replaced, once: a name is never filled itself."""
    if "{" not in template:
        return template
    return re.sub(r"\{(me|you)\}", lambda found: me if found[1] == "me" else you, template)


def paragraphs(markdown: str) -> tuple[str, ...]:
    """Return a page's paragraphs; headings keep their `#`, lines of a paragraph are joined."""
    return tuple(_joined(block) for block in clean(markdown).strip().split("\n\n"))


def _joined(block: str) -> str:
    lines = block.split("\n")
    joined = lines[0]
    for line in lines[1:]:
        joined += ("\n" if line.startswith(("- ", "#")) else " ") + line.strip()
    return joined
