"""A programme as an agenda: its evenings, what is done in each, and from which minute on."""

from collections.abc import Iterator, Mapping

from workshop.core.exercise import BETWEEN, Exercise, PlannedEvening, Programme
from workshop.export.pages.page import Element, Grid, Heading, Kept, Says
from workshop.words import _


def agenda(programme: Programme, exercises: Mapping[str, Exercise]) -> Iterator[Element]:
    """Yield the evenings of a programme, each with its times.

    Args:
        programme: what is done.
        exercises: those of it, by id.
    """
    for number, evening in enumerate(programme.evenings, start=1):
        said = (
            _("Session {number} of {count}")
            if programme.guided
            else _("Evening {number} of {count}")
        )
        title = said.format(number=number, count=len(programme.evenings))
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
    parts = [
        (_("Opening: is now good? What has changed, and the small things"), evening.opening, 0)
    ]
    for place, id in enumerate(evening.exercises, start=1):
        found = exercises[id]
        after = BETWEEN if place < len(evening.exercises) else 0
        parts.append((found.title, found.minutes, after))
    if evening.talk:
        parts.append((_("Time to talk"), evening.talk, 0))
    parts.append((_("Close: what is new, read aloud; the next date"), evening.close, 0))
    rows, begins = [], 0
    for what, minutes, after in parts:
        rows.append((str(begins), what, _("{minutes} min").format(minutes=minutes)))
        begins += minutes + after
    return tuple(rows), begins
