"""What a list says of a workshop, whatever it was read from."""

from datetime import date

from workshop.core.agreement.found import Found
from workshop.values import dataclass


@dataclass(frozen=True)
class Glance:
    """A workshop in a list.

    Attributes:
        names: left and right.
        done: how many exercises of its path are done.
        of: how many are on it.
        half_done: whether one is under way.
        last_day: the day of the last evening; the day it began while there was none.
        is_open: whether an evening is open: it was begun, and not closed.
        next_evening: when they meet again, if they said.
        reviews: the days on which clauses in force want to be looked at, the first one first.
        guided: whether somebody guides the two.
        archived: whether it was put aside, and is shown only where that is asked for.
        locked: whether it is locked: then nothing is known of it but days.
        in_agreement: what the agreement calls the two, where it has another name for one of them.
        agreement: how the agreement is found, beside what both have seen of it.
    """

    names: tuple[str, str]
    done: int
    of: int
    half_done: bool
    last_day: date
    is_open: bool = False
    next_evening: date | None = None
    reviews: tuple[date, ...] = ()
    guided: bool = False
    archived: bool = False
    locked: bool = False
    in_agreement: tuple[str, str] | None = None
    agreement: Found = "as seen"

    @property
    def next_review(self) -> date | None:
        """The first day on which a clause in force wants to be looked at."""
        return self.reviews[0] if self.reviews else None

    def reviews_due(self, by: date) -> int:
        """Return how many clauses want to be looked at by that day."""
        return sum(review <= by for review in self.reviews)
