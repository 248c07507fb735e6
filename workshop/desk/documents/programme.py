"""Which programme a path was made of. The path counts: a programme may change meanwhile."""

from workshop.content.library import Library
from workshop.core.exercise import Programme
from workshop.errors import Trouble
from workshop.store.workshop import Workshop


def programme_of(workshop: Workshop, library: Library) -> Programme | None:
    """Return the programme that has the path of `workshop`; None where there is none, or no more.

    A workshop that does not say which is known by its path, where that has more than one exercise:
    one alone may as well have been begun on its own.
    """
    if workshop.programme is None:
        found = [one for one in library.programmes() if isinstance(one, Programme)]
        found = found if len(workshop.path) > 1 else []
    else:
        try:
            found = [library.programme(workshop.programme)]
        except Trouble:
            return None  # gone, or broken: then the map is the path, as it stands in the file
    return next((one for one in found if one.path == workshop.path), None)
