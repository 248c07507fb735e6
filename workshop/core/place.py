"""Where two are in their programme: at which evening of it, and whether that one is done."""

from collections.abc import Sequence

from workshop.core.exercise import PlannedEvening, Programme
from workshop.core.progress import ticked_off
from workshop.values import dataclass


@dataclass(frozen=True)
class Part:
    """One evening of a programme that is under way.

    Attributes:
        number: which, from 1.
        planned: what it is made of.
        ticks: for each of its exercises, whether it is done.
    """

    number: int
    planned: PlannedEvening
    ticks: tuple[bool, ...]

    @property
    def done(self) -> bool:
        """Whether all its exercises are done."""
        return all(self.ticks)


@dataclass(frozen=True)
class Place:
    """Where two are in their programme.

    Attributes:
        programme: which.
        parts: its evenings, in order.
        now: the one that they are at: the first that is not done; but where they did the last
            exercise of one in this very sitting, that one.
    """

    programme: Programme
    parts: tuple[Part, ...]
    now: Part

    @property
    def next(self) -> Part | None:
        """The first evening that is not done, once the one they are at is; else None."""
        return next((part for part in self.parts if not part.done), None) if self.now.done else None


def place_in(programme: Programme, done: Sequence[str], here: Sequence[str] = ()) -> Place:
    """Return where two are in `programme`.

    Args:
        programme: what their path is made of.
        done: the ids of the exercises that were done, once for each time.
        here: the ids of those that were done in this sitting.
    """
    ticks = iter(ticked_off(programme.path, done))
    parts = tuple(
        Part(number, planned, tuple(next(ticks) for _id in planned.exercises))
        for number, planned in enumerate(programme.evenings, start=1)
    )
    upcoming = next((part for part in parts if not part.done), parts[-1])
    before = parts[upcoming.number - 2] if upcoming.number > 1 else upcoming
    just_done = here and here[-1] in before.planned.exercises and not any(upcoming.ticks)
    return Place(programme, parts, before if just_done else upcoming)
