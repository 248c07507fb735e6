"""On a wide terminal the path and what is agreed stand beside a turn."""

from dataclasses import replace
from pathlib import Path

from support.evening import SHIPPED
from textual.geometry import Region

from workshop.cards.beside import path_beside

from .couple import people
from .support import SIZE, Seats, at, plan

WIDE = (120, 40)


def is_beside(seats: Seats) -> bool:
    return "Your path" in seats.text


def test_the_path_says_what_is_done_and_where_they_are() -> None:
    path = [SHIPPED.exercise(id) for id in ("appreciation", "boundaries", "appreciation", "money")]

    lines = path_beside(path, ("appreciation", "boundaries"), "appreciation").lines

    assert [line[0] for line in lines] == ["✓", "✓", "›", "–"]


async def test_where_there_is_room_the_path_and_the_agreement_stand_beside_a_turn(
    tmp_path: Path,
) -> None:
    two = plan("compromise", "appreciation")
    async with at(tmp_path, "thanks/1", people, two, WIDE) as seats:
        rows = [row[78:] for row in seats.rows]
        assert any("✓ What I need, what can bend" in row for row in rows)
        assert any("› Thanks, so that it lands" in row for row in rows)
        assert any("– On Saturdays the first hour is quiet" in row for row in rows)


async def test_it_comes_and_goes_with_the_room_there_is(tmp_path: Path) -> None:
    async with at(tmp_path, "topic/1", people, plan()) as seats:
        shown = []
        for size in (SIZE, WIDE, SIZE):
            await seats._pilot.resize_terminal(*size)
            await seats.settle()
            shown.append(is_beside(seats))
            assert all(
                Region(0, 0, *size).contains_region(it.region)
                for it in seats.app.screen.children
                if it.display
            )

        assert shown == [False, True, False]


async def test_it_leaves_the_place_to_a_guides_panel(tmp_path: Path) -> None:
    guided = replace(plan(), guided=True)
    async with at(tmp_path, "floor/1/say", people, guided, WIDE) as seats:
        assert not is_beside(seats)
