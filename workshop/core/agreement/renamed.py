"""One of the two is called otherwise from now on: how the record of an agreement says it.

An agreement holds the names as they are now. Its revisions hold those of their day, and begin with
the names that the record began with; what happened to the names leads from these to those.
"""

from collections.abc import Iterable
from datetime import date
from typing import Literal

from workshop.core.agreement.written import Digest, Number, Written
from workshop.core.fields import Name
from workshop.core.text import same_name

Names = tuple[str, str]
"""What the two are called, left first."""


class Renamed(Written):
    """One of the two is called otherwise, in the whole of the agreement.

    Attributes:
        number: from 1, in order; counted with the revisions of clauses.
        on: the day on which it was written down here.
        event: what happened: "renamed".
        old: the name until then.
        new: the name from then on.
        origin: tells this event from all others of the file.
        digest: see `digest`; it binds this revision to all before it.
    """

    number: Number
    on: date
    event: Literal["renamed"]
    old: Name
    new: Name
    origin: str
    digest: Digest

    def names_after(self, names: Names) -> Names | None:
        """Return what the two are called after it; None where nobody was called so."""
        left, right = (self.new if name == self.old else name for name in names)
        return None if self.old not in names or same_name(left, right) else (left, right)

    def owner_after(self, owner: str | None) -> str | None:
        """Return what the owner of a clause is called after it."""
        return self.new if owner == self.old else owner


def names_before(names: Names, happened: Iterable[Renamed]) -> Names:
    """Return what the two were called before all that `happened`, in order, if it fits."""
    for one in reversed(tuple(happened)):
        left, right = (one.old if name == one.new else name for name in names)
        names = left, right
    return names
