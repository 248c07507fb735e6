"""Commands for whoever writes exercises: schema, new-exercise."""

import sys
from pathlib import Path

from workshop.commands.context import Context
from workshop.content.new_exercise import id_of, new_exercise_text
from workshop.errors import Trouble
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
