"""How an agreement reads as lines, and on top of its file, to people who never saw the program."""

import textwrap
from collections.abc import Iterator
from datetime import date

from workshop.core.agreement.agreement import Agreement
from workshop.core.agreement.sheet import (
    Item,
    Section,
    Stands,
    nothing_yet,
    sheet,
    what_it_is,
    what_no_code_shows,
    who_said_yes,
)
from workshop.words import _

COLUMNS = 76
"""How wide the text of an agreement is."""


def header(agreement: Agreement) -> str:
    """Return the comment lines that stand on top of the file, each ended by a newline."""
    one, two = agreement.partners
    whose = _("The agreement of {one} and {two}.").format(one=one, two=two)
    ending = _("Saying so ends an agreement; this file only notes it.")
    check = _("To see whether it is still the text that you both saw: workshop verify FILE CODE")
    return f"# {whose} {what_it_is()}\n# {who_said_yes()} {ending}\n# {check}\n"


Line = tuple[str, str]
"""How far a line is indented, and what it says; it may be longer than a screen is wide."""


def as_text(agreement: Agreement) -> str:
    """Return the agreement as plain lines, for people who never saw the program.

    At most 76 columns but for longer words; ends with a newline.
    """
    told = (
        "\n".join(_wrapped(text, indent) for indent, text in one)
        for one in paragraphs_of(agreement)
    )
    return "\n\n".join(told) + "\n"


def paragraphs_of(agreement: Agreement, today: date | None = None) -> Iterator[tuple[Line, ...]]:
    """Yield the paragraphs of an agreement, each as lines, for whoever breaks them to a width.

    Args:
        agreement: what is told, by how its clauses stand and then by kind.
        today: the day, where what is due comes first.
    """
    page = sheet(agreement, due_by=today)
    ending = _("Either of the two can end any part of it by saying so.")
    yield (("", page.title.shown()),)
    yield (("", f"{what_it_is()} {ending}"),)
    if page.is_empty:
        yield (("", nothing_yet()),)
    for section in page.sections:
        yield (("", _heading(section.stands)),)
        yield from _clauses(section)
    if page.updated:
        yield (("", page.updated),)
    if page.doubt:
        yield (("", page.doubt),)  # then no code vouches for it
        return
    can = _("Write it down, and you can see later whether this text was changed (workshop verify).")
    noted = _("Agreement code: {code}").format(code=page.code)
    yield ("", noted), ("", f"{can} {what_no_code_shows()}")


def _heading(stands: Stands) -> str:
    headings: dict[Stands, str] = {
        "due": _("AGREED, AND DUE TO BE LOOKED AT AGAIN"),
        "in force": _("AGREED"),
        "paused": _("PAUSED"),
        "ended": _("ENDED"),
        "taken out": _("TAKEN OUT BY HAND"),
    }
    return headings[stands]


def _clauses(section: Section) -> Iterator[tuple[Line, ...]]:
    for _kind, items in section.by_kind():
        yield from map(_clause, items)


def _clause(item: Item) -> tuple[Line, ...]:
    head = f"{item.id}  {item.what.shown()}"
    return ("", head), ("    ", item.text), ("    ", " ".join(item.notes))


def _wrapped(text: str, indent: str = "") -> str:
    """Return `text` in lines of at most 76 columns; a longer word is left whole."""
    lines: list[str] = []
    for line in text.split("\n"):
        lines += textwrap.wrap(
            line,
            COLUMNS,
            initial_indent=indent,
            subsequent_indent=indent,
            break_long_words=False,
            break_on_hyphens=False,
        ) or [""]
    return "\n".join(lines)
