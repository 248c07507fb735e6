"""A crash of ours: a log without anybody's text, a calm sentence, exit 70."""

import contextlib
import traceback

from workshop import paths
from workshop.commands.context import Context
from workshop.errors import Trouble
from workshop.store import atomic
from workshop.words import _

EXIT = 70


def crashed(error: BaseException, context: Context) -> int:
    """Write where it happened, without values or messages, and say what is safe.

    Messages of exceptions are left out, since they may quote what people typed.
    """
    log = context.data / paths.CRASH_LOG
    kept = False
    if context.data.is_dir():
        with contextlib.suppress(Trouble, OSError):
            atomic.save(log, trace(error).encode())
            kept = True
    context.complain(
        _(
            "The program made a mistake and stopped. What was saved before is safe in {data}."
        ).format(data=context.data)
        + (" " + _("Where it happened, without your words: {log}").format(log=log) if kept else "")
    )
    return EXIT


def trace(error: BaseException) -> str:
    """Return the kinds of the exceptions and the places they passed, and nothing else."""
    lines: list[str] = []
    seen: BaseException | None = error
    while seen is not None:
        lines.append(f"{type(seen).__module__}.{type(seen).__qualname__}")
        lines.extend(
            f"  {frame.filename}:{frame.lineno} {frame.name}"
            for frame in traceback.extract_tb(seen.__traceback__)
        )
        seen = seen.__cause__ or seen.__context__
    return "\n".join(lines) + "\n"
