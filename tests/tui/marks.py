"""Exercises in which lists are marked, and two people who always mark them alike."""

from contextlib import AbstractAsyncContextManager
from pathlib import Path

from support.evening import MadeUp
from support.exercises import MARKED, exercise_of

from workshop.cards.choice import Choice, Chosen
from workshop.core.course.session import Ask
from workshop.core.exercise import Exercise
from workshop.core.steps.rate import Rate, Scale
from workshop.core.turns import Add, Marking, WishList
from workshop.core.turns.reply import Picked, Pointed, Ranked, Rated, Reply, Words
from workshop.desk.desk import Desk

from .couple import at_the_table
from .support import SIZE, Answering, Seats, at, plan, workshops

OPTIONS = ("I do", "mostly I", "both alike", "mostly {you}", "{you}")
SEVEN = exercise_of(
    [
        Rate(
            id="balance",
            prompt="Who has the say, {me}?",
            items=(
                "Money, day to day",
                "Large sums",
                "Who starts a talk",
                "Plans for a weekend",
                "Holidays",
                "How the home looks",
                "What is for dinner",
            ),
            scales=(
                Scale(question="How I see it", options=OPTIONS),
                Scale(question="How I wish it", options=OPTIONS),
            ),
        )
    ],
    id="seven",
)
MARKS = exercise_of(MARKED, id="marks")
LIST = ("[/]", "李 and the others", "$x")


def given(asked: Ask | Choice, desk: Desk) -> Reply | Chosen:
    """Answer by one plan, so that screens are always the same."""
    if isinstance(asked, Ask):
        first = asked.turn.id.endswith("/1")
        match asked.turn:
            case Add(id=id):
                return Words(text=LIST[int(id[-1]) % 3])
            case WishList():
                every = len(asked.turn.items)
                return Picked(ticks=(1, every) if first else (every,))
            case Marking() as turn:
                return _marked(turn, first)
            case _:
                pass
    return at_the_table()(asked, desk)


def _marked(turn: Marking, first: bool) -> Reply:
    size = len(turn.items)
    places = range(1, size + 1)
    if Rated in turn.takes:
        answers = [((n + first) % 4, 1 + (n + first) % 3) for n in places]
        return Rated(answers=tuple(answers))
    if Picked in turn.takes:
        return Picked(ticks=(1, 3) if first else (1, 2))
    if Ranked in turn.takes:
        return Ranked(order=tuple(places) if first else (3, 2, 1, *places[3:]))
    if turn.id.startswith("goods"):
        rest = (30, 10) if first else (10, 10)
        return Pointed(points=(100 - sum(rest), *rest, *[0] * (size - 3)))
    return Pointed(points=tuple(1 + (n * 3 + first) % 5 for n in places))


def room_at(
    data: Path,
    name: str,
    exercise: Exercise = MARKS,
    size: tuple[int, int] = SIZE,
    couple: Answering = given,
) -> AbstractAsyncContextManager[Seats]:
    """Open the room where `name` is asked."""
    return at(data, name, couple, plan(exercise.id), size, workshops(data, MadeUp([exercise])))
