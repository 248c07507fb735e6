"""What stands beside a turn where there is room: the path of the evening, and what is agreed."""

from collections.abc import Iterable, Sequence

from workshop.core.agreement.agreement import Agreement
from workshop.core.agreement.sheet import in_order
from workshop.core.exercise import Exercise
from workshop.core.progress import ticked_off
from workshop.values import dataclass
from workshop.words import _


@dataclass(frozen=True)
class Part:
    """A heading, and lines below it."""

    heading: str
    lines: tuple[str, ...]


def path_beside(path: Sequence[Exercise], done: Iterable[str], now: str | None) -> Part:
    """Return the exercises of the path, a line each, with a mark where they are.

    Args:
        path: the exercises on it, in order.
        done: the ids of those that were done, once for each time.
        now: the id of the one under way, if one is.
    """
    ticks = ticked_off([exercise.id for exercise in path], tuple(done))
    lines = []
    for exercise, tick in zip(path, ticks, strict=True):
        under_way = exercise.id == now and not tick
        mark = "✓" if tick else "›" if under_way else "–"
        now = None if under_way else now
        lines.append(f"{mark} {exercise.title}")
    return Part(_("Your path"), tuple(lines))


def agreed_beside(agreement: Agreement) -> Part:
    """Return what is in force, a line for each clause, with whose it is where it is one's own."""
    lines = [
        _("{name}: {text}").format(name=clause.owner, text=clause.text)
        if clause.owner
        else clause.text
        for clause in in_order(agreement.clauses)
        if clause.status == "in force"
    ]
    nothing = _("Nothing yet. What you both say yes to stands here.")
    said = tuple(f"– {line}" for line in lines) or (nothing,)
    return Part(_("In your agreement"), said)
