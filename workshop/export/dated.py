"""What there is of one workshop for a calendar, and how a calendar is asked for.

Apart from `ics.py`, since a calendar library takes its time to load.
"""

from datetime import date

from workshop.core.agreement.agreement import Agreement
from workshop.values import dataclass


@dataclass(frozen=True)
class Dated:
    """The days of one workshop, or of an agreement on its own.

    Attributes:
        agreement: whose clauses have days.
        id: of the workshop; empty for an agreement on its own, which has no next date.
        label: what its folder is called; empty for an agreement on its own.
        begun: the day on which the workshop was begun.
        next_evening: when they sit down again, if a day was picked.
        guided: whether somebody guides them, so that an evening is a session.
    """

    agreement: Agreement
    id: str = ""
    label: str = ""
    begun: date | None = None
    next_evening: date | None = None
    guided: bool = False


@dataclass(frozen=True)
class Calendar:
    """What stands in a calendar besides the days: nothing, unless it is asked for.

    Attributes:
        with_text: the words of the clauses.
        with_label: the label of the workshop.
        alarm: a reminder on the day before.
    """

    with_text: bool = False
    with_label: bool = False
    alarm: bool = False
