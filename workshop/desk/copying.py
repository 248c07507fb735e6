"""A copy of the agreement outside its workshop: to print, to share, or days for a calendar."""

from contextlib import suppress
from datetime import date
from pathlib import Path

from workshop import paths
from workshop.cards.copies_told import half_a_copy
from workshop.core.text import one_line
from workshop.desk.dated import dated
from workshop.desk.documents.open_workshop import OpenWorkshop
from workshop.errors import NotFound, Refused, Trouble
from workshop.export.copy import To, as_copy
from workshop.places import is_taken
from workshop.store import copies
from workshop.words import _


def place_for(workshop: OpenWorkshop, to: To) -> Path | None:
    """Return where a copy goes when nobody names a place, under a neutral name.

    None where no home can be told.
    """
    try:
        return paths.whole("~") / f"{workshop.folder.label}.{to}"
    except NotFound:
        return None


def save_copy(workshop: OpenWorkshop, to: To, named: str, today: date) -> str:
    """Save a copy, and note in the workshop where it is. Returns what people are told.

    Args:
        workshop: the workshop.
        to: what it becomes.
        named: the path that was typed; blank for the usual place.
        today: the day.

    Raises:
        Trouble: it could not be made, or not saved there.
    """
    path = paths.whole(named.strip()) if named.strip() else place_for(workshop, to)
    if path is None:
        raise Refused(_("Name a file."))
    if not path.suffix:
        path = path.with_name(f"{path.name}.{to}")
    days = dated(workshop.saved, workshop.agreement.as_it_stands(), workshop.folder.label)
    data = as_copy(days, to, today)
    copies.must_be_free(path)
    # Noted first: a stop in between leaves a note too many, and no copy that nobody knows of.
    is_new = workshop.note_copy(path)
    try:
        copies.save_copy(path, data)
    except Trouble:
        with suppress(Trouble):
            if is_new and not is_taken(path):  # it may be there, and only not be safe yet
                workshop.drop_note_of_copy(path)
        raise
    said = _(
        "Saved as {path}. `workshop forget` leaves this copy alone: to be rid of it, delete it"
        " yourself."
    ).format(path=one_line(str(path)))
    return " ".join((said, *map(half_a_copy, copies.halves_in([path.parent]))))
