"""The arithmetic of fairness: exact, and checkable by hand. It proposes; the pair decides.

Steps pass `first` as the left argument and turn the result back, so that the workshop mirrors.
"""

from workshop.core.fairness.adjusted import adjusted_winner
from workshop.core.fairness.chores import fair_chores
from workshop.core.fairness.division import Division
from workshop.core.fairness.meeting import Meeting, meeting_point
from workshop.core.fairness.order import turn_order

__all__ = [
    "Division",
    "Meeting",
    "adjusted_winner",
    "fair_chores",
    "meeting_point",
    "turn_order",
]
