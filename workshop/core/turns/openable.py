"""What can be asked of each, sealed, and what can be opened: where a new kind of it is listed."""

from workshop.core.turns.circles import Circled, CirclesSealed
from workshop.core.turns.pick import Pick, Picked
from workshop.core.turns.points import Pointed, Points
from workshop.core.turns.rank import Rank, Ranked
from workshop.core.turns.rate import Rate, Rated
from workshop.core.turns.write import Words, WriteSealed

Listed = Rate | Pick | Rank | Points
"""Turns in which a list is marked."""
Marked = Rated | Picked | Ranked | Pointed
"""What is done to a list: rated, ticked, ranked, given points."""
SealedPart = WriteSealed | CirclesSealed | Listed
"""What can be asked of each, sealed."""
Openable = Words | Circled | Marked
"""What can be sealed, and opened later."""
