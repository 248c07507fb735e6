"""A window that becomes small and large, in every kind of turn: nothing is lost or overlaps."""

from collections.abc import Iterator
from itertools import combinations
from pathlib import Path

from support.effort import LONG
from support.evening import MadeUp
from support.exercises import EVERYTHING
from textual.geometry import Region
from textual.widget import Widget
from textual.widgets import Input, TextArea

from workshop.cards.choice import Farewell
from workshop.core.course.session import Ask
from workshop.core.turns import CirclesSealed, Draft, Rate, Write
from workshop.errors import Refused
from workshop.tui.turns.view import View

from .couple import at_the_table
from .support import Seats, plan, seated
from .walk import show

SMALLEST, LARGEST = (40, 12), (200, 60)
SIZES = [SMALLEST, LARGEST]
MANY = [SMALLEST, (60, 20), (69, 15), (80, 24), (100, 16), (119, 40), (120, 40), LARGEST, SMALLEST]
FEW = {Write, CirclesSealed, Draft, Rate}
"""The kinds of turn that are tried where there is no time for all of them."""
FEWEST_ROWS = 3
"""How many rows of a box are in sight, however small the window is."""


def typed(seats: Seats) -> list[str]:
    """Return what stands in each box and on each line, and what is marked."""
    screen = seats.app.screen
    boxes = [box.text for box in screen.query(TextArea)]
    return [*boxes, *(line.value for line in screen.query(Input)), *map(marked, screen.query(View))]


def marked(view: View) -> str:
    """Return what would be given, or why that cannot be yet."""
    try:
        return repr(view.reply(0))
    except Refused as refused:
        return refused.sentence


def crossing(parent: Widget) -> Iterator[str]:
    """Yield which of the parts in `parent`, and in those, stand on each other or stick out."""
    shown = [part for part in parent.children if part.display]
    places = {part: part.virtual_region for part in shown if part.virtual_region.area}
    for one, other in combinations(places, 2):
        if places[one].overlaps(places[other]):
            yield f"{one!r} {places[one]} stands on {other!r} {places[other]}"
    for part, place in places.items():
        if place.x < 0 or place.right > parent.size.width:
            yield f"{part!r} {place} sticks out of {parent!r} {parent.size}"
        yield from crossing(part)


def look(seats: Seats, size: tuple[int, int]) -> None:
    """Find out that what is shown is whole at this size."""
    screen = seats.app.screen
    window = Region(0, 0, *size)
    outside = [
        part for part in screen.children if part.display and not window.contains_region(part.region)
    ]

    assert outside == [], size
    assert list(crossing(screen)) == [], f"{size}\n{seats.text}"
    boxes = [box for box in screen.query(TextArea) if box.size.area]
    for box in boxes:
        least = -(-FEWEST_ROWS // len(boxes))
        assert box.size.height >= least, f"{size}\n{seats.text}"


async def test_in_every_kind_of_turn_nothing_is_lost_and_nothing_overlaps(tmp_path: Path) -> None:
    looked: set[object] = set()
    couple = at_the_table()
    library = MadeUp([EVERYTHING])
    async with seated(tmp_path, plan(EVERYTHING.id), library=library) as seats:
        while not isinstance(asked := seats.desk.ask(), Farewell):
            kind = type(asked.turn) if isinstance(asked, Ask) else None
            if kind not in looked and (LONG or kind in FEW):
                looked.add(kind)
                await show(seats)
                await seats.press("x", "1", "down")
                before, focused = typed(seats), seats.app.focused
                for size in MANY if LONG else SIZES:
                    await seats._pilot.resize_terminal(*size)
                    await seats.settle()
                    look(seats, size)
                    assert typed(seats) == before
                    assert seats.app.focused is focused
                    if isinstance(focused, TextArea | Input):
                        assert seats.app.screen.region.contains_region(focused.region)
                await seats._pilot.resize_terminal(80, 24)
                await seats.settle()
                assert typed(seats) == before
            if not LONG and looked == FEW:
                return
            seats.desk.reply(couple(asked, seats.desk))

    assert LONG
    assert len(looked) >= 20
