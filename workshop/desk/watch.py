"""Measures one turn: from when its holder has it to the reply, without pauses."""

from workshop.desk.clock import Clock


class Watch:
    """A stopwatch over the Desk's clock."""

    def __init__(self, clock: Clock) -> None:
        self._clock = clock
        self._gone = 0.0
        self._since: float | None = clock.seconds()

    def restart(self, gone: int = 0) -> None:
        """Begin to measure from now.

        Args:
            gone: the seconds that it took before, where a turn comes back.
        """
        self._gone, self._since = float(gone), self._clock.seconds()

    def stop(self) -> None:
        """Measure nothing until `go`."""
        self._gone, self._since = self._elapsed(), None

    def go(self) -> None:
        """Measure again."""
        if self._since is None:
            self._since = self._clock.seconds()

    @property
    def seconds(self) -> int:
        """Whole seconds measured so far."""
        return max(0, int(self._elapsed()))

    def _elapsed(self) -> float:
        running = 0.0 if self._since is None else self._clock.seconds() - self._since
        return self._gone + running
