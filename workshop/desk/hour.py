"""The hour at one Desk: counts real time by its clock, pauses and all, for whatever is under way.

What was counted is saved with the evening, so that it outlasts a stop; no time of day is.
"""

from workshop.core.evening.hour import Used, seconds_of, with_more
from workshop.desk.clock import Clock
from workshop.desk.documents.open_evening import OpenEvening

Place = tuple[int, str]
"""What is under way: the run of an exercise and the id of its step; 0 and empty beside them."""
BESIDE: Place = (0, "")


class Hour:
    """Counts the time of one session."""

    def __init__(self, evening: OpenEvening, clock: Clock) -> None:
        """Count from now."""
        self._evening, self._clock = evening, clock
        self._since = clock.seconds()
        self._place = BESIDE
        self._used: tuple[Used, ...] | None = None

    @property
    def used(self) -> tuple[Used, ...]:
        """What was used for what so far, up to this moment."""
        known = self._evening.used if self._used is None else self._used
        run, step = self._place
        return with_more(known, run, step, self._gone)

    def seconds(self, run: int | None = None, step: str | None = None) -> int:
        """Return how many seconds were used for a run, or a step of it; for all of it if None."""
        return seconds_of(self.used, run, step)

    def go_to(self, place: Place) -> None:
        """Count what goes by from now on for `place`."""
        gone = self._gone
        self._used = self.used
        self._since += gone  # what is less than a second counts for what follows
        self._place = place

    @property
    def unsaved(self) -> int:
        """How many seconds went by since they were saved last."""
        return seconds_of(self.used) - seconds_of(self._evening.used)

    def save(self) -> None:
        """Save what was counted, while the session is open. Raises NotSaved."""
        if self._used is not None:
            self._evening.note_used(self._used)

    @property
    def _gone(self) -> int:
        return max(0, int(self._clock.seconds() - self._since))
