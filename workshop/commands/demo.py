"""The command that shows an exercise doing itself."""

from pathlib import Path

from workshop import paths
from workshop.commands.context import Context
from workshop.commands.evening import hold_demo
from workshop.content.loading import load
from workshop.core.exercise import Exercise
from workshop.desk.preview import open_preview


def demo(context: Context) -> int:
    """Let two made-up partners do an exercise on the screen; nothing is saved."""
    library = context.library
    script = library.demo()
    file = paths.builtin_content() / f"{script.exercise}.toml"
    exercise = load(Exercise, file)
    desk = open_preview(exercise, Path(str(file)), library, context.clock, None)
    return hold_demo(context, desk, script, exercise.title)
