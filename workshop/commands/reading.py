"""Commands that show what there is to read: exercises, before, help-lines."""

import json

from workshop.commands.context import Context
from workshop.core.exercise import Exercise
from workshop.core.robot import SOMEBODY, answering, walk
from workshop.core.session import Ask, Session
from workshop.core.turn import Copy, Handover, Read, Reveal, Turn, Unseal
from workshop.errors import Trouble
from workshop.words import _


def exercises(context: Context) -> int:
    """List what there is to do by theme, or show one exercise step by step."""
    if context.options.id is not None:
        return _one(context, context.library.exercise(context.options.id))
    found = list(context.library.exercises())
    good = [exercise for exercise in found if isinstance(exercise, Exercise)]
    bad = [trouble for trouble in found if isinstance(trouble, Trouble)]
    if context.options.json:
        rows = [
            {
                "id": exercise.id,
                "title": exercise.title,
                "theme": exercise.theme,
                "minutes": exercise.minutes,
                "aim": exercise.aim,
            }
            for exercise in good
        ]
        context.say(json.dumps(rows, ensure_ascii=False, indent=2))
    else:
        for theme in sorted({exercise.theme for exercise in good}):
            context.say(f"{theme}:")
            for exercise in good:
                if exercise.theme == theme:
                    context.say(
                        f"  {exercise.id}: {exercise.title}"
                        + _(", {minutes} minutes").format(minutes=exercise.minutes),
                        f"      {exercise.aim}",
                    )
    for trouble in bad:
        context.complain(trouble.sentence)
    return 1 if bad else 0


def _one(context: Context, exercise: Exercise) -> int:
    if context.options.json:
        context.say(json.dumps(exercise.model_dump(mode="json", by_alias=True), indent=2))
        return 0
    context.say(
        f"{exercise.title} ({exercise.id})",
        exercise.aim,
        _("{minutes} minutes. It rests on:").format(minutes=exercise.minutes),
        *(f"  {source}" for source in exercise.sources),
    )
    shown = 0
    for asked, _reply in walk(Session(exercise, SOMEBODY), answering):
        turn = asked.turn
        if isinstance(turn, Handover | Unseal | Reveal) or turn.holder == "right":
            continue  # the other is asked the same
        if asked.step != shown:
            shown = asked.step
            context.say("", _("Step {step} of {steps}").format(step=shown, steps=asked.steps))
        context.say(*_told(asked))
    return 0


def _told(asked: Ask) -> list[str]:
    turn = asked.turn
    prompt = turn.text if isinstance(turn, Read) else turn.prompt
    return [*(f"  {line}" for line in prompt.splitlines()), f"    ({_how(turn)})"]


def _how(turn: Turn) -> str:
    who = _("both") if turn.holder is None else _("one at a time")
    sees = _("sealed until both open") if turn.privacy == "sealed" else _("open")
    if isinstance(turn, Copy) or not turn.typed:
        sees = _("nothing is typed")
    return _("{who}; {sees}; about {seconds} seconds").format(
        who=who, sees=sees, seconds=turn.seconds
    )


def before(context: Context) -> int:
    """Print the page to read alone beforehand."""
    context.say(context.library.reading("before-you-begin").rstrip("\n"))
    return 0


def help_lines(context: Context) -> int:
    """Print directories of services. Nothing of it is recorded."""
    lines = context.library.help_lines().lines(context.clock.today(), context.options.country)
    context.say("\n\n".join(lines))
    return 0
