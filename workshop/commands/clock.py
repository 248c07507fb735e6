"""The machine's own clock."""

import time
from datetime import date


class SystemClock:
    """The machine's own clock."""

    def today(self) -> date:
        """Return the local day."""
        return date.today()

    def seconds(self) -> float:
        """Return seconds that only go forward."""
        return time.monotonic()
