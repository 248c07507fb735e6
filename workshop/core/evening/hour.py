"""The hour of a guided session: how much of it was used for what, and how much was planned."""

from collections.abc import Iterable
from typing import Annotated, Literal

from pydantic import Field

from workshop.core.model import Frozen

Mark = Literal[10, 2]
"""How many minutes are left when it is quietly said: about ten, about two."""
MARKS: tuple[Mark, Mark] = (2, 10)


class Used(Frozen):
    """How long one thing took in this session: whole seconds of real time, pauses included.

    Attributes:
        run: of the exercise; 0 for what is beside the exercises.
        step: the id of its step; empty for what is beside the exercises.
        seconds: how many, in all.
    """

    run: Annotated[int, Field(ge=0)] = 0
    step: str = ""
    seconds: Annotated[int, Field(ge=0)]


def seconds_of(used: Iterable[Used], run: int | None = None, step: str | None = None) -> int:
    """Return how many seconds were used for one run, or one step of it; for everything if None."""
    return sum(one.seconds for one in used if run in (None, one.run) and step in (None, one.step))


def with_more(used: tuple[Used, ...], run: int, step: str, seconds: int) -> tuple[Used, ...]:
    """Return `used` with so many more seconds for a step, in the order in which they began."""
    if not seconds:
        return used
    for place, one in enumerate(used):
        if (one.run, one.step) == (run, step):
            more = one.model_copy(update={"seconds": one.seconds + seconds})
            return (*used[:place], more, *used[place + 1 :])
    return (*used, Used(run=run, step=step, seconds=seconds))


def mark(used: int, planned: int | None) -> Mark | None:
    """Return which mark before the end of the hour is reached; None while there is more time.

    Args:
        used: seconds so far.
        planned: minutes in all; None where nobody planned them.
    """
    if planned is None:
        return None
    return next((one for one in MARKS if used >= (planned - one) * 60), None)
