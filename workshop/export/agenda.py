"""A programme as an agenda: its evenings, what is done in each, and from which minute on."""

from collections.abc import Iterator, Mapping

from workshop.core.exercise import Exercise, PlannedEvening, Programme
from workshop.export.pages.page import Element, Grid, Heading, Kept, Says
from workshop.words import _

OPENING = CLOSE = 5
"""How many minutes the opening and the close of an evening are thought to take."""
BETWEEN = 1
"""How many minutes are thought to go by between two exercises."""


def agenda(programme: Programme, exercises: Mapping[str, Exercise]) -> Iterator[Element]:
    """Yield the evenings of a programme, each with its times.

    Args:
        programme: what is done.
        exercises: those of them that could be read, by id.
    """
    for number, evening in enumerate(programme.evenings, start=1):
        title = _("Evening {number} of {count}").format(
            number=number, count=len(programme.evenings)
        )
        rows, minutes = _rows(evening, exercises)
        said = _("about {minutes} min in all").format(minutes=evening.minutes or minutes)
        yield Kept(
            (
                Heading(title, said),
                Says(evening.line),
                Grid((_("From minute"), _("What"), _("Takes")), rows),
            )
        )


def _rows(
    evening: PlannedEvening, exercises: Mapping[str, Exercise]
) -> tuple[tuple[tuple[str, ...], ...], int]:
    """Return what happens when, and how many minutes it takes in all."""
    parts = [(_("Opening: is now good? What has changed, and the small things"), OPENING)]
    for id in evening.exercises:
        found = exercises.get(id)
        parts.append((found.title if found else id, found.minutes if found else 0))
    parts.append((_("Close: what is new, read aloud; the next date"), CLOSE))
    rows, begins = [], 0
    for place, (what, minutes) in enumerate(parts):
        rows.append((str(begins), what, _("{minutes} min").format(minutes=minutes)))
        begins += minutes + (BETWEEN if 0 < place < len(parts) - 2 else 0)
    return tuple(rows), begins
