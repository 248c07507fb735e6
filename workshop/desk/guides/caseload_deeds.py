"""What can be done with a list of many workshops, and with one in it, a small type each."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from workshop.cards.choice import Deed
from workshop.cards.deeds import Back
from workshop.desk.guides.recovery_deeds import Recovering
from workshop.values import dataclass

if TYPE_CHECKING:
    from pathlib import Path

    from workshop.core.caseload import Order, Span


@dataclass(frozen=True)
class LookAt(Deed):
    """Choose a workshop.

    Attributes:
        path: its folder.
    """

    path: Path


@dataclass(frozen=True)
class SeeMore(Deed):
    """See those that come after."""


@dataclass(frozen=True)
class Find(Deed):
    """Find those with words in label or names; the words are typed, and none of them finds all."""


@dataclass(frozen=True)
class Sort(Deed):
    """Sort them.

    Attributes:
        order: by what.
    """

    order: Order


@dataclass(frozen=True)
class SeeDue(Deed):
    """See what is due alone, or all.

    Attributes:
        span: how far ahead; None for all.
    """

    span: Span | None


@dataclass(frozen=True)
class SeeArchived(Deed):
    """See those that are archived too, or not.

    Attributes:
        whether: whether they are seen.
    """

    whether: bool


@dataclass(frozen=True)
class TakeBack(Deed):
    """Undo what was done last."""


@dataclass(frozen=True)
class Open(Deed):
    """Go on with the workshop that is looked at."""


@dataclass(frozen=True)
class Mend(Deed):
    """See what can be done where a file of the workshop that is looked at cannot be read."""


@dataclass(frozen=True)
class Archive(Deed):
    """Put the workshop that is looked at aside, or take it back.

    Attributes:
        whether: whether it is archived from now on.
    """

    whether: bool


Named = Literal["label", "left", "right"]
"""What gets another name: the workshop, or one of the two."""


@dataclass(frozen=True)
class NameAnew(Deed):
    """Go where the workshop that is looked at, or one of the two, gets another name.

    Attributes:
        what: which of them.
    """

    what: Named


@dataclass(frozen=True)
class Rename(Deed):
    """Give another name; it is typed.

    Attributes:
        what: to what.
    """

    what: Named


ListDeed = Sort | SeeDue | SeeArchived | TakeBack | Back
CaseloadDeed = (
    LookAt | SeeMore | Find | ListDeed | Open | Mend | Archive | NameAnew | Rename | Recovering
)
