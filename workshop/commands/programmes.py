"""The command that lists programmes, and what `exercises` shows of one."""

import json
from collections.abc import Mapping

from workshop.cards.programmes import in_one_line, minutes_of
from workshop.cards.sitting import sitting
from workshop.commands.context import Context
from workshop.core.exercise import Exercise, Programme
from workshop.errors import Trouble
from workshop.words import _


def programmes(context: Context) -> int:
    """List the programmes there are, and for how long each is."""
    rows: list[dict[str, object]] = []
    troubles: list[str] = []
    for found in context.library.programmes():
        if isinstance(found, Trouble):
            troubles.append(found.sentence)
            continue
        try:
            exercises = context.library.exercises_of(found)
        except Trouble as trouble:
            troubles.append(f"{found.id}: {trouble.sentence}")
            continue
        rows.append(_row(found, exercises))
        if not context.options.json:
            told = _title(found, exercises)
            context.say(f"{found.id}: {told}", f"    {found.aim}")
    if context.options.json:
        context.say(json.dumps(rows, ensure_ascii=False, indent=2))
    elif rows:
        context.say(
            "",
            _("`workshop exercises ID` shows one of them, `workshop start --programme ID` begins."),
        )
    for sentence in troubles:
        context.complain(sentence)
    return 1 if troubles else 0


def one_programme(context: Context, programme: Programme) -> int:
    """Show one programme: what it is for, and what each of its evenings holds."""
    exercises = context.library.exercises_of(programme)
    if context.options.json:
        context.say(json.dumps(_row(programme, exercises), ensure_ascii=False, indent=2))
        return 0
    said = sitting(programme.guided)
    context.say(f"{_title(programme, exercises)} ({programme.id})", programme.aim)
    minutes = minutes_of(programme, exercises)
    for number, evening in enumerate(programme.evenings, start=1):
        count = len(programme.evenings)
        context.say("", said.planned(number, count, minutes[number - 1], evening.line))
        for id in evening.exercises:
            told = _("{id}: {title}, {minutes} minutes").format(
                id=id, title=exercises[id].title, minutes=exercises[id].minutes
            )
            context.say(f"  {told}")
        if evening.talk:
            told = _("Minutes: {opening} to open, {talk} for talk, {close} to close").format(
                opening=evening.opening, talk=evening.talk, close=evening.close
            )
        else:
            told = _("Minutes: {opening} to open, {close} to close").format(
                opening=evening.opening, close=evening.close
            )
        context.say(f"  {told}")
    return 0


def _title(programme: Programme, exercises: Mapping[str, Exercise]) -> str:
    minutes = minutes_of(programme, exercises)
    return in_one_line(programme, minutes, sitting(programme.guided))


def _row(programme: Programme, exercises: Mapping[str, Exercise]) -> dict[str, object]:
    minutes = minutes_of(programme, exercises)
    return {
        "id": programme.id,
        "title": programme.title,
        "aim": programme.aim,
        "guided": programme.guided,
        "evenings": [
            {
                "line": evening.line,
                "minutes": takes,
                "exercises": list(evening.exercises),
                "opening": evening.opening,
                "talk": evening.talk,
                "close": evening.close,
            }
            for evening, takes in zip(programme.evenings, minutes, strict=True)
        ],
    }
