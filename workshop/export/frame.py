"""What every copy of an agreement has around its clauses: its opening, its headings, its end."""

from collections.abc import Iterator
from datetime import date
from typing import Literal, assert_never

from workshop.core.agreement.agreement import Agreement
from workshop.core.agreement.kinds import ClauseKind
from workshop.core.agreement.sheet import (
    Item,
    Section,
    Sheet,
    Words,
    nothing_yet,
    sheet,
    what_it_is,
    what_no_code_shows,
    who_said_yes,
)
from workshop.core.days import in_words
from workshop.values import dataclass
from workshop.words import _

Copied = Literal["in force", "paused", "ended"]
"""The sections of a copy: what was taken out of the file by hand stands in none."""


@dataclass(frozen=True)
class Group:
    """Clauses under one heading; without a heading, straight under that of their section."""

    heading: str | None
    items: tuple[Item, ...]

    def what(self, item: Item) -> Words | None:
        """Return what is said of a clause besides its words; None where the heading says it."""
        return None if self.heading and not item.is_owned else item.what


@dataclass(frozen=True)
class Part:
    """The clauses that stand alike; those in force have a heading for each kind."""

    stands: Copied
    heading: str
    groups: tuple[Group, ...]


@dataclass(frozen=True)
class Copy:
    """A whole copy; how it looks is for each format to say.

    Attributes:
        title: whose agreement it is.
        opening: what an agreement is, and what this program cannot know.
        parts: its clauses.
        code: the agreement code; empty without revisions, or when nothing vouches for the text.
        closing: about the code, and the days.
    """

    title: Words
    opening: str
    parts: tuple[Part, ...]
    code: str
    closing: tuple[str, ...]


def copy_of(agreement: Agreement, today: date) -> Copy:
    """Return what a copy of `agreement` made `today` holds."""
    page = sheet(agreement)
    opening = (
        what_it_is(),
        who_said_yes(),
        _("Saying so ends an agreement; this page only notes it."),
        *((nothing_yet(),) if page.is_empty else ()),
    )
    return Copy(
        title=page.title,
        opening=" ".join(opening),
        parts=tuple(part for section in page.sections for part in _parts(section)),
        code=page.code if page.is_begun else "",
        closing=tuple(_closing(page, today)),
    )


def _parts(section: Section) -> Iterator[Part]:
    match section.stands:
        case "in force":
            groups = tuple(Group(_kinds()[kind], items) for kind, items in section.by_kind())
            yield Part("in force", _("Agreed"), groups)
        case "paused":
            yield Part("paused", _("Paused"), (Group(None, section.items),))
        case "ended":
            yield Part("ended", _("Ended"), (Group(None, section.items),))
        case "due" | "taken out":
            pass  # that is for the screen: a copy shows what the file holds, as it stands there
        case _:
            assert_never(section.stands)


def _kinds() -> dict[ClauseKind, str]:
    """Return what several clauses of each kind are called."""
    return {
        "agreement": _("Agreements"),
        "promise": _("Promises"),
        "responsibility": _("Responsibilities"),
        "decision": _("How we decide"),
        "boundary": _("Boundaries"),
    }


def _closing(page: Sheet, today: date) -> Iterator[str]:
    if page.doubt:
        yield page.doubt
    elif page.is_begun:
        can = _("Write the code down, and you can see later whether this text was changed.")
        yield f"{can} {what_no_code_shows()}"
    if page.updated:
        yield page.updated
    yield _("This copy was made on {day}.").format(day=in_words(today))
