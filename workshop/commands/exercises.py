"""The command that shows what there is to do: exercises by theme, or one, or a programme."""

import json
import re

from workshop.cards.exercises import with_opening_and_close
from workshop.commands.context import Context
from workshop.core.course.session import Session
from workshop.core.exercise import Exercise
from workshop.core.fairness.proposal import Above, Met, Shared, Ticked
from workshop.core.people import Pair
from workshop.core.proof.robot import answering, example_of, walk
from workshop.core.turns import (
    Add,
    Consent,
    Copy,
    Handover,
    Read,
    Reveal,
    RulesReveal,
    Sealed,
    SealedPart,
    Shown,
    Turn,
    Unseal,
)
from workshop.core.turns.reply import Reply, Words
from workshop.errors import Trouble
from workshop.words import _


def exercises(context: Context) -> int:
    """List what there is to do by theme, or show one exercise or programme."""
    if context.options.id is not None:
        return _named(context, context.options.id)
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
                "evening": exercise.evening,
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
                    told = _("{id}: {title}, {minutes} minutes").format(
                        id=exercise.id, title=exercise.title, minutes=exercise.evening
                    )
                    context.say(f"  {told}", f"      {exercise.aim}")
        if good:
            context.say("", _("Opening and close are in the minutes."))
    for trouble in bad:
        context.complain(trouble.sentence)
    for id in context.library.replaced():
        context.complain(
            _("{id}: your own exercise is used in place of the built-in one.").format(id=id)
        )
    return 1 if bad else 0


def _named(context: Context, id: str) -> int:
    """Show the exercise called `id`, or the programme, where no exercise is called so.

    Raises:
        NotFound: there is neither.
    """
    if id not in context.library.exercise_ids() and id in context.library.programme_ids():
        from workshop.commands.programmes import one_programme

        return one_programme(context, context.library.programme(id))
    return _one(context, context.library.exercise(id))


def _one(context: Context, exercise: Exercise) -> int:
    if context.options.json:
        context.say(json.dumps(exercise.model_dump(mode="json", by_alias=True), indent=2))
        return 0
    context.say(
        f"{exercise.title} ({exercise.id})",
        exercise.aim,
        with_opening_and_close(exercise),
        *(f"  {source}" for source in exercise.sources),
    )
    for reading in context.library.readings_on(exercise.id):
        context.say(_("To read: {title}").format(title=reading.title))
    context.say(_("Alex and Sam stand for the two of you."))
    told: dict[int, list[Told]] = {}
    for asked, _reply in walk(Session(exercise, EXAMPLE, example_of(exercise)), _adding):
        if isinstance(asked.turn, Handover | Unseal):
            continue
        lines = told.setdefault(asked.step, [])
        told_now = _told(asked.turn)
        if told_now is not None and not {told_now, _the_other_way_round(told_now)} & set(lines):
            lines.append(told_now)  # asked of each, or again: told once
    for step, lines in told.items():
        context.say("", _("Step {step} of {steps}").format(step=step, steps=len(exercise.steps)))
        for text, how in lines:
            context.say(*(f"  {line}".rstrip() for line in text.splitlines()), f"    ({how})")
    return 0


def _adding(turn: Shown) -> Reply:
    """Answer as a robot does, but for what is put on a list: that is told as what it is."""
    if isinstance(turn, Add):
        number = turn.id.last
        return Words(text=_("(what you add, {number})").format(number=number))
    return answering(turn)


EXAMPLE = Pair(left="Alex", right="Sam", first="left")
Told = tuple[str, str]
"""What is asked, and how: who answers, who sees it, how long it takes."""


def _told(turn: Shown) -> Told | None:
    """Return what to tell of a turn; None for what is told with another."""
    if isinstance(turn, Reveal):
        if isinstance(turn.of, Sealed) and turn.picture is None and turn.proposal is None:
            return _("Both answers are shown side by side."), _how(turn)
        if isinstance(turn.of, Sealed):
            return _revealed(turn), _how(turn)
        return None
    text = turn.text if isinstance(turn, Read) else turn.prompt
    if isinstance(turn, SealedPart):
        text += "".join(f"\n- {line}" for line in turn.on_paper)
    return text, _how(turn)


def _the_other_way_round(told: Told) -> Told:
    """Return it as the other of the two is asked."""
    text, how = told
    swapped = {EXAMPLE.left: EXAMPLE.right, EXAMPLE.right: EXAMPLE.left}
    return re.sub(r"\b(Alex|Sam)\b", lambda name: swapped[name[0]], text), how


def _revealed(turn: Reveal) -> str:
    if isinstance(turn, RulesReveal):
        return _("What both ticked is shown, and nothing else.")
    match turn.proposal:
        case None:
            return _("Both are shown on shared axes. Nothing is added up.")
        case Ticked():
            return _("Both are shown, and what both ticked.")
        case Above():
            return _("Both orders are shown, and what both put above the line.")
        case Met():
            return _("Both orders are shown, and where they meet.")
        case Shared():
            return _("Both are shown, and how it could be shared, with the sums.")


def _how(turn: Turn) -> str:
    if turn.alone:
        who = _("one of you, in turn from step to step")
    else:
        who = _("both") if turn.holder is None else _("each of you")
    if isinstance(turn, Copy) or not turn.typed:
        sees = _("nothing is typed")
    elif isinstance(turn, Consent):
        sees = _("sealed: only what comes of it shows")
    else:
        sees = _("sealed until both open") if turn.privacy == "sealed" else _("open: both see it")
    return _("{who}; {sees}; about {seconds} seconds").format(
        who=who, sees=sees, seconds=turn.seconds
    )
