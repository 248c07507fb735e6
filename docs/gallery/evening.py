"""One long evening of the two who are made up: each kind of turn, for each of them, sits once."""

from camera import Sitter
from made_up import MadeUp
from textual.widgets import TextArea

from workshop.cards.choice import Choice, Chosen, Farewell
from workshop.core.course.session import Ask
from workshop.core.turns import Handover, Reveal, Sealed
from workshop.core.turns.reply import (
    Circled,
    Drafted,
    Picked,
    Pointed,
    Ranked,
    Rated,
    Reply,
    Words,
)
from workshop.desk.desk import Desk
from workshop.tui.screens.choice import ChoiceScreen
from workshop.tui.screens.turn import TurnScreen
from workshop.tui.turns.circles import CirclesView
from workshop.tui.turns.day import DayView
from workshop.tui.turns.draft import DraftView
from workshop.tui.turns.moves import MovesView
from workshop.tui.turns.order import OrderView
from workshop.tui.turns.other_words import ConsentView
from workshop.tui.turns.points import PointsView
from workshop.tui.turns.rating import RatingView
from workshop.tui.turns.text import TextView
from workshop.tui.turns.ticks import TicksView

PATH = (
    "active-listening",
    "compromise",
    "boundaries",
    "money",
    "who-carries-it",
    "who-decides",
    "the-balance",
    "it-may-stay",
    "a-life-of-my-own",
    "common-ground",
    "agreement-review",
)
"""Exercises that have every kind of turn between them."""
SHOWS = (
    *(TurnScreen, ChoiceScreen),
    *(CirclesView, DayView, DraftView, MovesView, OrderView, ConsentView),
    *(PointsView, RatingView, TextView, TicksView),
)
"""What is in these pictures."""
HALF = 2
"""How much of a list is marked in a picture."""


def kind_of(asked: Ask | Choice) -> tuple[object, ...]:
    """Return what is looked at once: what is asked, of whom, and in which form."""
    if isinstance(asked, Choice):
        return tuple(sorted({type(option.does).__name__ for option in asked.options}))
    turn = asked.turn
    match turn:
        case Handover(to=then):
            return Handover, turn.holder, then.privacy
        case Reveal(of=Sealed() as of):
            part = of.part(of.first)
            scales = len(getattr(part, "scales", ()))
            return Reveal, type(part), scales, type(turn.proposal)
        case Reveal(of=of):
            return Reveal, type(of), type(turn.result), len(turn.times) > 0
        case _:
            sort = getattr(turn, "clause", "") or getattr(turn, "to", "")
            scales = len(getattr(turn, "scales", ()))
            return type(turn), turn.holder, sort, scales, bool(turn.quotations)


def name_of(desk: Desk, asked: Ask | Choice, number: int) -> str:
    """Return what its picture is called."""
    if isinstance(asked, Choice):
        return f"evening-{number:02}-choice"
    exercise = "".join(letter if letter.isalnum() else "-" for letter in desk.title.lower())
    return f"evening-{number:02}-{exercise}-{asked.turn.id.replace('/', '-')}"


async def whole_evening(sitter: Sitter) -> None:
    """Go through the evening, and let each kind sit once."""
    two, seen = MadeUp(), set[object]()
    desk = sitter.app.desk
    assert desk is not None
    while not isinstance(asked := desk.ask(), Farewell):
        kind, reply = kind_of(asked), two.reply(asked)
        if kind not in seen:
            seen.add(kind)
            await sitter.shows_asked()
            if isinstance(asked, Ask):
                await fill(sitter, reply)
            await sitter.sits_for(name_of(desk, asked, len(seen)))
        desk.reply(reply)
    await sitter.shows_asked()
    await sitter.sits_for("evening-99-ended")


async def fill(sitter: Sitter, reply: Reply | Chosen) -> None:
    """Type and mark some of what will be given: an empty screen shows least."""
    match reply:
        case Words(text=text) | Drafted(text=text):
            box = sitter.part("#writing")
            assert isinstance(box, TextArea)
            box.text = text
            box.move_cursor(box.document.end)
        case Circled(inner=inner, outer=outer):
            for name, lines in (("#inner", inner), ("#outer", outer)):
                box = sitter.part(name)
                assert isinstance(box, TextArea)
                box.text = "\n".join(lines)
        case Rated(answers=answers):
            numbers = [number for row in zip(*answers, strict=True) for number in row]
            await sitter.press(*(str(number) for number in numbers[: len(answers) + HALF]))
        case Picked() | Ranked():
            await sitter.press("space", "down", "space")
        case Pointed(points=points):
            await sitter.press(*str(points[0]), "down")
        case _:
            pass
    await sitter.rest()
