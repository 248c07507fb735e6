"""What both ticked on one sealed list is all that is left of it."""

import pytest

from workshop.core.people import BySide
from workshop.core.proof.robot import A_DAY
from workshop.core.turns import Wishes, WishList
from workshop.core.turns.reply import Empty, Held, NotNow, Picked, Reply, Wished

ITEMS = ("Keep the notes", "See the times")
PARTS = BySide(
    WishList(id="a/1", holder="left", items=ITEMS, count=2),
    WishList(id="a/2", holder="right", items=ITEMS, count=2),
)
TURN = Wishes(id="a", first="left", parts=PARTS, wishes=("notes", "times"))

NONE, NOTES, TIMES, ALL = (Picked(ticks=ticks) for ticks in ((), (1,), (2,), (1, 2)))


@pytest.mark.parametrize(
    ("one", "two", "both"),
    [
        (ALL, ALL, ("notes", "times")),
        (ALL, NOTES, ("notes",)),
        (ALL, TIMES, ("times",)),
        (NOTES, NOTES, ("notes",)),
        (NOTES, TIMES, ()),
        (ALL, NONE, ()),
        (ALL, Empty(), ()),
        (NONE, NONE, ()),
        (Empty(), Empty(), ()),
    ],
)
def test_what_both_ticked_is_left_whoever_ticked_more(
    one: Held, two: Held, both: tuple[str, ...]
) -> None:
    assert TURN.outcome(BySide(one, two), A_DAY) == Wished.model_validate({"both": both})
    assert TURN.outcome(BySide(two, one), A_DAY) == TURN.outcome(BySide(one, two), A_DAY)


@pytest.mark.parametrize("both", [(), ("notes",), ("times",), ("notes", "times")])
def test_a_file_may_hold_what_both_ticked(both: tuple[str, ...]) -> None:
    assert TURN.fits(Wished.model_validate({"both": both}))


@pytest.mark.parametrize(
    "reply",
    [
        ALL,
        Empty(),
        NotNow(),
        Wished(both=("times", "notes")),
        Wished(both=("notes", "notes")),
    ],
)
def test_a_file_may_hold_nothing_else(reply: Reply) -> None:
    assert not TURN.fits(reply)
