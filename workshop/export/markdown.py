"""An agreement as Markdown that reads well as it is, and in which nothing that people typed acts.

What could act is escaped by a backslash (CommonMark 0.31, 2.4). A backslash does not keep viewers
from making links of addresses (GitHub looks for them when backslashes are gone), so a word that
could be taken for one stands as code, which every viewer leaves alone.
"""

import re
from datetime import date

from workshop.core.agreement.agreement import Agreement
from workshop.core.agreement.sheet import Item, Words
from workshop.export.frame import Copy, Group, copy_of
from workshop.words import _

_ACTS = re.compile(
    r"[\\`*_\[\]<>&#|~$^{}]"  # emphasis, code, links, HTML, entities, headings, tables, sums
    r"|(?<=[=+%])[=+%]|[=+%](?=[=+%])"  # ==marked==, ++inserted++, %%hidden%%
)
_ACTS_FIRST = re.compile(
    r"(?=[-+=:%!])"  # a list, the underline of a heading, a definition, a spoiler
    r"|(?=\((?:[0-9]+|[A-Za-z]|[ivxlcdmIVXLCDM]+)\)$)"  # (1), (a), (iv)
    r"|(?:[0-9]+|[A-Za-z]|[ivxlcdmIVXLCDM]+)(?=[.)]$)"  # 1. or 1), a., iv.
)
_ADDRESS = re.compile(
    r"@|//|:[A-Za-z+_-]"  # mail, a person, a scheme, :smile:
    r"|www\.|\.(?:[^\W\d_]{2}|xn--)",  # a.name
    re.IGNORECASE,
)
NEW_LINE = re.compile("[\n\u2028\u2029]")
_SPACES = re.compile("([ \t]+)")


def markdown(agreement: Agreement, today: date) -> str:
    """Return `agreement` as Markdown (CommonMark), as of `today`; ends with a newline."""
    page = copy_of(agreement, today)
    blocks = [f"# {_shown(page.title)}", escaped(page.opening)]
    for part in page.parts:
        blocks.append(f"## {escaped(part.heading)}")
        for group in part.groups:
            if group.heading:
                blocks.append(f"### {escaped(group.heading)}")
            for item in group.items:
                blocks += [_quoted(item.text), _noted(item, group)]
    blocks += ["---", *_closing(page)]
    return "\n\n".join(blocks) + "\n"


def escaped(line: str) -> str:
    """Return one line of text so that a viewer shows it and does nothing else.

    Spaces and tabs next to each other become one space, as viewers show them.
    """
    words = [word for word in _SPACES.split(line.strip()) if word]
    shown = [" " if _SPACES.fullmatch(word) else _word(word) for word in words]
    if shown and not shown[0].startswith("`"):
        shown[0] = _first(words[0], shown[0])
    return "".join(shown)


def _word(word: str) -> str:
    if not _ADDRESS.search(word):
        return _ACTS.sub(r"\\\g<0>", word)
    longest = max((len(run) for run in re.findall("`+", word)), default=0)
    fence = "`" * (longest + 1)
    space = " " if word.startswith("`") or word.endswith("`") else ""
    return f"{fence}{space}{word}{space}{fence}"


def _first(word: str, shown: str) -> str:
    """Return `shown`, the first `word` of a line, so that it begins no list and no heading."""
    found = _ACTS_FIRST.match(word)
    if found is None or shown.startswith("\\"):
        return shown
    return f"{shown[: found.end()]}\\{shown[found.end() :]}"


def _shown(words: Words) -> str:
    return escaped(words.shown())


def _quoted(text: str) -> str:
    """Return what both said yes to as a quotation, each of its lines on a line of its own."""
    paragraphs: list[list[str]] = [[]]
    for line in map(escaped, NEW_LINE.split(text)):
        if line:
            paragraphs[-1].append(line)
        elif paragraphs[-1]:
            paragraphs.append([])
    broken = ["\\\n> ".join(lines) for lines in paragraphs if lines]
    return "> " + "\n>\n> ".join(broken)


def _noted(item: Item, group: Group) -> str:
    said = group.what(item)
    what = [f"{_shown(said)}."] if said else []
    return " ".join([f"{item.id} ·", *what, *map(escaped, item.notes)])


def _closing(page: Copy) -> list[str]:
    coded = [_("Agreement code: {code}").format(code=f"`{page.code}`")] if page.code else []
    return [*coded, *map(escaped, page.closing)]
