"""Commands for whoever writes: schema, new-exercise, new-programme."""

import contextlib
import errno
import os
from pathlib import Path
from shlex import quote

from workshop import paths
from workshop.commands.context import Context
from workshop.content.new_exercise import id_of, new_exercise_text
from workshop.content.new_programme import new_programme_text
from workshop.errors import Trouble
from workshop.places import is_folder, is_taken
from workshop.system import SYSTEM
from workshop.words import _


def schema(context: Context) -> int:
    """Print the JSON Schema of a kind of file."""
    from workshop.content.schema import schema as schema_of

    context.hand_out(schema_of(context.options.kind))
    return 0


def new_exercise(context: Context) -> int:
    """Write a commented exercise to begin from. A file that is there already is left alone."""
    path = Path(context.options.file)
    _write_new(path, new_exercise_text(id_of(path)))
    context.say(
        _("{path} is an exercise that can be done. Make it yours, then:").format(path=path),
        f"  workshop check {_named(path)}",
        f"  workshop preview {_named(path)}",
    )
    return 0


def new_programme(context: Context) -> int:
    """Write a commented programme to begin from, in a folder of programmes, which it may make."""
    path = Path(context.options.file)
    id = id_of(path)
    folder = paths.absolute(path).parent
    at_its_place = folder.name == paths.PROGRAMMES
    if at_its_place and is_folder(folder.parent):
        with contextlib.suppress(OSError):  # it is there; or else nothing can be written in it
            SYSTEM.mkdir(folder, 0o777)
    _write_new(path, new_programme_text(id))
    context.say(
        _("{path} is a programme that can be begun. Make it yours, then:").format(path=path),
        f"  workshop check {_named(path)}",
    )
    if at_its_place:
        own = _named(folder.parent)
        context.say(f"  workshop start --exercises {own} --programme {id}")
    else:
        context.say(
            _(
                "To be found, it has to lie in a folder called {folder}, beside the exercises of"
                " your own."
            ).format(folder=paths.PROGRAMMES)
        )
    return 0


def _named(path: Path) -> str:
    return quote(str(path))


def _write_new(named: Path, text: str) -> None:
    """Write `text` to a new file: all of it, or nothing.

    Raises:
        Trouble: it is there already, or cannot be written.
    """
    from workshop.store import atomic  # who asks for a schema needs none of it

    path = paths.whole(str(named))
    if is_taken(path):
        raise Trouble(
            _("{path} is there already, and is left as it is. Name another file.").format(
                path=named
            )
        )
    if not is_folder(path.parent):
        raise Trouble(
            _("{path} cannot be written: {why}.").format(path=named, why=os.strerror(errno.ENOENT))
        )
    atomic.save(path, text.encode())
