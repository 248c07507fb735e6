"""Commands for paper: prepare, which only a facilitator reads, and handout, which a couple gets."""

from collections.abc import Iterator

from workshop.commands.context import Context
from workshop.commands.handing_out import hand_out
from workshop.content.problem import with_nearest
from workshop.core.exercise import Exercise, Programme
from workshop.core.people import Pair
from workshop.core.text import one_line, shown
from workshop.errors import NotFound, Refused, Trouble
from workshop.export.handout import Around, handout, handout_of_programme, handout_of_reading
from workshop.export.pages.formats import as_bytes
from workshop.export.pages.page import Page
from workshop.export.prepared import Read, prepared, prepared_programme
from workshop.words import _

EXAMPLE = ("A", "B")
"""What stands for the two where nobody says their names."""
BEFORE = "before-you-begin-on-paper"
"""The page that stands on every handout."""


def prepare(context: Context) -> int:
    """Print what a facilitator reads before an exercise, or before a programme."""
    pair = _pair(EXAMPLE)
    found = _exercise_or_programme(context)
    if found is None:
        said = _(
            "There is no exercise and no programme called {id}. `workshop exercises` lists the"
            " exercises."
        )
        id, library = context.options.id, context.library
        known = [*library.exercise_ids(), *library.programme_ids()]
        raise NotFound(with_nearest(said.format(id=shown(id)), id, known))
    if isinstance(found, Exercise):
        page = prepared(_read(context, found), pair)
    else:
        read = [_read(context, one) for one in context.library.exercises_of(found).values()]
        page = prepared_programme(found, read, pair)
    return _print(context, page)


def handout_of(context: Context) -> int:
    """Print an exercise as sheets to do it on paper, a reading as a page, or an agenda."""
    pair = _pair(context.options.names or EXAMPLE)
    around = _around(context)
    match _exercise_or_programme(context):
        case Exercise() as exercise:
            page = handout(exercise, pair, around, facilitator=context.options.facilitator)
        case Programme() as programme:
            exercises = context.library.exercises_of(programme)
            page = handout_of_programme(programme, exercises, around)
        case None:
            page = _reading(context, around)
    return _print(context, page)


def _reading(context: Context, around: Around) -> Page:
    id, library = context.options.id, context.library
    readings = library.reading_names()
    if id not in readings:
        said = _(
            "There is no exercise, programme or reading called {id}. `workshop exercises` lists"
            " the exercises. The readings are: {readings}."
        ).format(id=shown(id), readings=", ".join(_readings(context)))
        known = [*library.exercise_ids(), *library.programme_ids(), *readings]
        raise NotFound(with_nearest(said, id, known))
    reading = context.library.reading(id)
    return handout_of_reading(reading.title, reading.paragraphs, around)


def _readings(context: Context) -> Iterator[str]:
    for reading in context.library.readings():
        if not isinstance(reading, Trouble):
            yield reading.id


def _exercise_or_programme(context: Context) -> Exercise | Programme | None:
    """Return what is called so; None where nothing is. What cannot be read is told."""
    library, id = context.library, context.options.id
    if id in library.exercise_ids():
        return library.exercise(id)
    try:
        return library.programme(id)
    except NotFound:
        return None


def _read(context: Context, exercise: Exercise) -> Read:
    readings = context.library.readings_on(exercise.id)
    return Read(exercise, tuple(reading.title for reading in readings))


def _around(context: Context) -> Around:
    library = context.library
    before = library.page(BEFORE).split("\n\n")[1:]
    title, *lines = library.help_lines().lines(context.clock.today())
    return Around(
        tuple(part.strip() for part in before),
        (title, *(_in_one_line(entry) for entry in lines)),
        library.evening_words().of_a_session,
    )


def _in_one_line(entry: str) -> str:
    """Return an entry of the help lines on one line: paper is short."""
    return " · ".join(one_line(line) for line in entry.split("\n"))


def _pair(names: tuple[str, str]) -> Pair:
    """Return the two of these names. Raises Refused where they cannot be told apart, or shown."""
    from pydantic import ValidationError

    left, right = (one_line(name) for name in names)
    try:
        return Pair(left=left, right=right, first="left")
    except ValidationError:
        raise Refused(
            _("Two names are needed that differ, each of 1 to 40 characters that can be seen.")
        ) from None


def _print(context: Context, page: Page) -> int:
    hand_out(context, as_bytes(page, context.options.to))
    return 0
