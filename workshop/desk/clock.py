"""What the Desk asks the world for: the day, and how time goes by."""

from datetime import date
from typing import Protocol


class Clock(Protocol):
    """A clock; tests own theirs."""

    def today(self) -> date:
        """Return the local day."""

    def seconds(self) -> float:
        """Return seconds that only go forward, from no particular moment."""
