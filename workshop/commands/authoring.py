"""Commands for whoever writes exercises: schema, new-exercise, preview."""

import sys
from pathlib import Path

from workshop import paths
from workshop.commands.context import Context
from workshop.content.check import check
from workshop.content.library import Library, load
from workshop.content.new_exercise import id_of, new_exercise_text
from workshop.content.problem import Problem
from workshop.core.exercise import Exercise
from workshop.core.text import clean
from workshop.errors import NotFound, Trouble
from workshop.words import _


def schema(context: Context) -> int:
    """Print the JSON Schema of a kind of file."""
    from workshop.content.schema import schema as schema_of

    sys.stdout.write(schema_of(context.options.kind).decode())
    return 0


def new_exercise(context: Context) -> int:
    """Write a commented exercise to begin from. A file that is there already is left alone."""
    path = Path(context.options.file)
    text = new_exercise_text(id_of(path))
    try:
        with path.open("x", encoding="utf-8", newline="\n") as file:
            file.write(text)
    except FileExistsError:
        raise Trouble(
            _("{path} is there already, and is left as it is. Name another file.").format(path=path)
        ) from None
    except OSError as error:
        raise Trouble(
            _("{path} cannot be written: {why}.").format(path=path, why=error.strerror)
        ) from None
    context.say(
        _("{path} is an exercise that can be done. Make it yours, then:").format(path=path),
        f"  workshop check {path}",
        f"  workshop preview {path}",
    )
    return 0


def preview(context: Context) -> int:
    """Walk through an exercise, in either face, saving nothing."""
    from workshop.commands.evening import hold_preview
    from workshop.desk.preview import Preview

    path = Path(context.options.file)
    library = Library(paths.builtin_content(), path.absolute().parent)
    wrong = [found for found in _wrong(path, library, context) if found.severity == "error"]
    if wrong:
        for problem in wrong:
            context.complain(str(problem))
        return 1
    exercise = load(Exercise, path)
    desk = Preview(exercise, path, library, context.clock, context.options.at)
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
