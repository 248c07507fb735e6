"""Every kind of turn that is filled in: by keys in the room and line by line, to the same files."""

from pathlib import Path
from typing import get_args

import pytest
from support.couple import possible
from support.evening import MadeUp
from support.exercises import EVERYTHING

from workshop.cards.choice import Choice, Chosen, Farewell
from workshop.core.course.session import Ask
from workshop.core.people import Answers
from workshop.core.turns import Fillable
from workshop.core.turns.reply import Empty, Reply
from workshop.desk.desk import Desk

from .couple import at_the_table
from .support import Seats, files, plan, seated
from .walk import SECONDS, Course, Seen, line_by_line, show

pytestmark = pytest.mark.usefixtures("undrawn")

WAYS: list[tuple[Answers, Answers]] = [("type", "type"), ("paper", "paper")]
"""Some are typed from paper alone."""


def filled_in(asked: Ask | Choice, desk: Desk) -> Reply | None:
    """Return what has to be typed or marked to be answered; None where buttons say it all."""
    if not isinstance(asked, Ask) or not isinstance(asked.turn, Fillable):
        return None
    answers = [answer.reply for answer in desk.card(asked).answers]
    if None not in answers:
        return None
    said = [Empty(), *answers]
    return next((reply for reply in possible(asked, desk.pair) if reply not in said), None)


def given(asked: Ask | Choice, desk: Desk) -> Reply | Chosen:
    return filled_in(asked, desk) or at_the_table()(asked, desk)


async def by_keys_once(seats: Seats, left: set[type]) -> Course:
    """Fill in one turn of each kind in `left` by keys, and answer all others at the desk.

    Takes what was filled in so out of `left`.
    """
    course = Course()
    while not isinstance(asked := seats.desk.ask(), Farewell):
        course.seen.append(Seen(asked, files(seats.data)))
        seats.clock.now += SECONDS
        reply = given(asked, seats.desk)
        met = left.intersection(type(asked.turn).__mro__) if isinstance(asked, Ask) else set()
        if met and filled_in(asked, seats.desk):
            left -= met
            await show(seats)
            await seats.give(reply)
        else:
            seats.desk.reply(reply)
    course.seen.append(Seen(None, files(seats.data)))
    return course


async def test_every_kind_is_filled_in_alike_in_both_faces(tmp_path: Path) -> None:
    library, left = MadeUp([EVERYTHING]), {*get_args(Fillable)}

    for number, answers in enumerate(WAYS):
        how = plan(EVERYTHING.id, answers=answers)
        lines = line_by_line(tmp_path / f"lines-{number}", given, how, library=library)
        async with seated(tmp_path / f"room-{number}", how, library=library) as seats:
            room = await by_keys_once(seats, left)
        for keys, typed in zip(room.saved, lines.saved, strict=True):
            assert keys == typed

    assert not left, "nothing is typed in these, in the exercise that has everything"
