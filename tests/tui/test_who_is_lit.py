"""The band is lit on the side whose turn it is, and on both where it is both's."""

from pathlib import Path

import pytest
from support.evening import MadeUp
from support.exercises import exercise_of

from workshop.core.steps.breathe import Breathe
from workshop.core.steps.speak import Speak

from .couple import people
from .support import at, plan, workshops

TALK = exercise_of([Breathe(id="breath", prompt="Breathe."), Speak(id="talk", prompt="Talk.")])


@pytest.mark.parametrize(
    ("turn", "lit"),
    [("breath", ("left", "right")), ("talk/1", ("left",)), ("talk/2", ("right",))],
)
async def test_the_side_whose_turn_it_is_is_lit(
    tmp_path: Path, turn: str, lit: tuple[str, ...]
) -> None:
    desks = workshops(tmp_path, MadeUp([TALK]))
    async with at(tmp_path, turn, people, plan(TALK.id), desks=desks) as seats:
        assert seats.lit == lit
