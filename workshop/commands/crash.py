"""A crash of ours: a log without anybody's text, a calm sentence, exit 70."""

import contextlib
import traceback
from pathlib import Path

from workshop import paths
from workshop.commands.context import Context
from workshop.store import atomic
from workshop.words import _

EXIT = 70


def crashed(error: BaseException, context: Context) -> int:
    """Write where it happened, without values or messages, and say what is safe.

    Messages of exceptions are left out, since they may quote what people typed.
    """
    said = _(
        "The program made a mistake and stopped. What was saved before is in {data}; what was not,"
        " such as sealed answers, is asked again."
    ).format(data=context.data)
    if (log := _kept(error, context.data)) is not None:
        said += " " + _("Where it happened, without your words: {log}").format(log=log)
    context.complain(said)
    return EXIT


def _kept(error: BaseException, data: Path) -> Path | None:
    """Save where it happened in the data folder; None where that does not work.

    What made the program stop may be the disk, so it is not asked whether it is there.
    """
    log = data / paths.CRASH_LOG
    with contextlib.suppress(Exception):
        atomic.save(log, trace(error).encode())
        return log
    return None


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
