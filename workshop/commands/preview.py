"""The command that walks through an exercise of one's own."""

from pathlib import Path

from workshop import paths
from workshop.commands.context import Context
from workshop.commands.evening import hold_preview
from workshop.content.check import check
from workshop.content.library import Library, load
from workshop.content.problem import Problem
from workshop.core.exercise import Exercise
from workshop.core.text import clean
from workshop.desk.preview import open_preview
from workshop.errors import NotFound, Trouble
from workshop.words import _


def preview(context: Context) -> int:
    """Walk through an exercise, in either face, saving nothing."""
    path = Path(context.options.file)
    library = Library(paths.builtin_content(), path.absolute().parent, context.languages)
    wrong = [found for found in _wrong(path, library, context) if found.severity == "error"]
    if wrong:
        for problem in wrong:
            context.complain(str(problem))
        return 1
    exercise = load(Exercise, path)
    desk = open_preview(exercise, path, library, context.clock, context.options.at)
    return hold_preview(context, desk, exercise.title)


def _wrong(path: Path, library: Library, context: Context) -> tuple[Problem, ...]:
    try:
        data = path.read_bytes()
    except FileNotFoundError:
        raise NotFound(_("There is no file {path}.").format(path=path)) from None
    except (OSError, ValueError) as error:
        why = error.strerror if isinstance(error, OSError) else _("it is no name for a file")
        raise Trouble(
            _("{path} cannot be opened: {why}.").format(path=clean(str(path)), why=why)
        ) from None
    return check(data, str(path), "exercise", library, context.clock.today())
