"""How far two are on their path."""

from collections import Counter
from collections.abc import Iterable, Sequence

LAST_RUN = 999_999
"""The largest number of an exercise that was begun: more than two do in their lives."""


def ticked_off(path: Sequence[str], done: Iterable[str]) -> tuple[bool, ...]:
    """Return for each exercise on the path whether it is done; one that comes twice is done twice.

    Args:
        path: the ids of exercises, in order.
        done: the ids of those that were done, once for each time.
    """
    left = Counter(done)
    ticks: list[bool] = []
    for id in path:
        ticks.append(left[id] > 0)
        left[id] -= 1
    return tuple(ticks)


def comes_next(path: Sequence[str], done: Iterable[str]) -> str | None:
    """Return the first exercise on the path that was not done yet; None when all are."""
    ticks = ticked_off(path, done)
    return next((id for id, tick in zip(path, ticks, strict=True) if not tick), None)
