"""The command that walks through an exercise of one's own."""

from collections.abc import Iterator, Sequence
from pathlib import Path
from textwrap import shorten

from workshop import paths
from workshop.commands.context import Context
from workshop.commands.evening import hold_preview
from workshop.content.check import check
from workshop.content.library import Library
from workshop.content.loading import load
from workshop.content.problem import Problem
from workshop.core.exercise import Exercise
from workshop.core.text import shown
from workshop.core.turns import Turn
from workshop.desk.preview import open_preview, turns_of
from workshop.errors import NotFound, Trouble
from workshop.plain_file import SIZE_LIMIT, read_plain
from workshop.words import _

WIDTH, LEAST = 76, 20
"""How many characters a line has at the most; and, of what is asked, at the least."""


def preview(context: Context) -> int:
    """Walk through an exercise, in either face, saving nothing."""
    path = Path(context.options.file)
    library = Library(paths.builtin_content(), paths.absolute(path).parent, context.languages)
    wrong = [found for found in _wrong(path, library, context) if found.severity == "error"]
    if wrong:
        for problem in wrong:
            for line in problem.told():
                context.complain(line)
        return 1
    exercise = load(Exercise, path)
    if context.options.turns:
        context.say(*_listed(exercise, turns_of(exercise, context.clock.today())))
        return 0
    desk = open_preview(exercise, path, library, context.clock, context.options.at)
    return hold_preview(context, desk, exercise.title)


def _listed(exercise: Exercise, turns: Sequence[Turn]) -> Iterator[str]:
    """Yield a line for each turn: its id, and how it begins to ask, or the kind of its step."""
    kinds = {step["id"]: step["kind"] for step in exercise.model_dump()["steps"]}
    longest = max(len(turn.id) for turn in turns)
    for turn in turns:
        asks = turn.prompt.strip().partition("\n")[0] or f"({kinds[turn.id.authored]})"
        room = max(LEAST, WIDTH - longest - 2)
        yield f"{turn.id.ljust(longest)}  {shorten(asks, room, placeholder=' ...')}"


def _wrong(path: Path, library: Library, context: Context) -> tuple[Problem, ...]:
    try:
        data = read_plain(path, SIZE_LIMIT + 1)
    except FileNotFoundError:
        raise NotFound(_("There is no file {path}.").format(path=shown(str(path)))) from None
    except (OSError, ValueError) as error:
        why = error.strerror if isinstance(error, OSError) else _("it is not a name for a file")
        raise Trouble(
            _("{path} cannot be opened: {why}.").format(path=shown(str(path)), why=why)
        ) from None
    return check(data, str(path), "exercise", library, context.clock.today())
