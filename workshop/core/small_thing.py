"""The small thing that each names at the end of an evening."""

from datetime import date

from workshop.core.fields import Said
from workshop.core.model import Frozen
from workshop.core.people import Side


class SmallThing(Frozen):
    """What one partner wants to have done by a day."""

    side: Side
    text: Said
    by: date
