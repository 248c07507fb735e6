"""Which of many workshops are shown, and in what order: one answer for every list there is.

It follows what the files of a workshop say, and never when a file was written.
"""

import re
from collections.abc import Callable, Iterable, Mapping
from datetime import date, timedelta
from typing import Literal, Protocol, TypeVar

from workshop.core.glance import Glance
from workshop.core.text import as_sought
from workshop.values import dataclass

Order = Literal["last", "next", "label"]
"""The last evening first; the next evening first; by label."""
Span = Literal["week", "month"]

SPANS: Mapping[Span, int] = {"week": 7, "month": 31}
"""How many days ahead is still due."""
UNKNOWN = "~"
"""Stands for a day that is not there. It sorts behind every day."""


class Listed(Protocol):
    """A workshop in a list: what it says, unless it cannot be read."""

    @property
    def label(self) -> str:
        """What its folder is called."""

    @property
    def glance(self) -> Glance | None:
        """What it says; None where it cannot be read."""

    @property
    def day(self) -> str:
        """The day of its last evening, such as 2026-11-23; UNKNOWN where nobody can tell."""

    @property
    def copies(self) -> tuple[str, ...]:
        """The names of copies that lie beside its files."""

    @property
    def copy_of(self) -> str:
        """The label of the workshop that all of it looks like a copy of; else empty."""

    @property
    def sought(self) -> str:
        """What is looked through for words, as `as_sought` returns it."""


L = TypeVar("L", bound=Listed)
Label = tuple[tuple[str | int, ...], str]
"""A label as people sort it."""
Place = tuple[str | bool, Label] | tuple[str, bool, Label]
"""What a list is sorted by."""


@dataclass(frozen=True)
class Wanted:
    """Which workshops are wanted, and in what order.

    Attributes:
        find: words that are all in its label or its names.
        due_by: a day by which they meet again, or have something to look at again.
        order: how they are sorted.
        archived: whether those that are archived are wanted, too.
    """

    find: str = ""
    due_by: date | None = None
    order: Order = "last"
    archived: bool = False


USUAL = Wanted()
"""Those that are not archived, that of the last evening first."""
ALL = Wanted(archived=True)
"""Every workshop there is."""


def by(span: Span | None, today: date) -> date | None:
    """Return the last day that is within a span of today, if there is one."""
    return None if span is None else today + timedelta(days=SPANS[span])


def arranged(found: Iterable[L], wanted: Wanted) -> list[L]:
    """Return those of the workshops found that are wanted, in order."""
    is_wanted = wish(wanted)
    shown = [one for one in found if is_wanted(one)]
    shown.sort(key=placed(wanted.order), reverse=wanted.order == "last")
    return shown


def wish(wanted: Wanted) -> Callable[[Listed], bool]:
    """Return what says whether a workshop is wanted.

    One that cannot be read is, if it may be: of it, nothing but the label is known.
    """
    words = as_sought(wanted.find).split()

    def is_wanted(one: Listed) -> bool:
        glance = one.glance
        if words and not all(word in one.sought for word in words):
            return False
        if glance is None:
            return True
        return (wanted.archived or not glance.archived) and (
            wanted.due_by is None or _is_due(glance, wanted.due_by)
        )

    return is_wanted


def _is_due(glance: Glance, by: date) -> bool:
    """Whether the two meet again by that day, or have something to look at again."""
    days = (glance.next_evening, glance.next_review)
    return any(day is not None and day <= by for day in days)


def placed(order: Order) -> Callable[[Listed], Place]:
    """Return what says where a workshop is in a list.

    What cannot be read, and says no day, comes first: somebody has to see to it.
    """
    match order:
        case "last":
            return lambda one: last_place(
                one.label, one.day, one.glance is not None and one.glance.is_open
            )
        case "next":
            return lambda one: (
                "" if one.glance is None else _iso(one.glance.next_evening),
                by_label(one.label),
            )
        case "label":
            return lambda one: (one.glance is not None, by_label(one.label))


def last_place(label: str, day: str, is_open: bool) -> Place:
    """Return where a workshop is in the order "last", which is the list read backwards.

    So of two that were begun on one day, the one with the higher number comes first.

    Args:
        label: what it is called.
        day: the day of its last evening, such as 2026-11-23; UNKNOWN if it says none.
        is_open: whether that one was not closed.
    """
    return (day, is_open, by_label(label))


def _iso(day: date | None) -> str:
    return UNKNOWN if day is None else day.isoformat()


def by_label(label: str) -> Label:
    """Return what labels are sorted by: as people read them, so that 10 comes after 9."""
    parts = re.split(r"(\d+)", as_sought(label))
    return tuple(int(one) if place % 2 else one for place, one in enumerate(parts)), label
