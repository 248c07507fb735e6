"""What keeps a marked list from being an answer is told, and names the item."""

import pytest

from workshop.core.turns import Pick, Points, Rank, Rate, Scale
from workshop.core.turns.reply import Empty, Picked, Pointed, Ranked, Rated, Reply, Words
from workshop.errors import Refused

ITEMS = ("Dishes", "Bins", "Bills")
SCALE = Scale("How I see it", ("I do", "both alike", "you"), partners=True)
RATE = Rate(id="a", items=ITEMS, scales=(SCALE, SCALE))
PICK = Pick(id="a", items=ITEMS, count=2)
RANK = Rank(id="a", items=ITEMS)
GOODS = Points(id="a", items=ITEMS, most=100, total=100)
BURDENS = Points(id="a", items=ITEMS, most=5)

WRONG: list[tuple[Rate | Pick | Rank | Points, Reply, str]] = [
    (RATE, Rated(answers=((1, 2), (0, 0))), "not an answer"),
    (RATE, Rated(answers=((1,), (0,), (2,))), "not an answer"),
    (RATE, Rated(answers=((1, 2), (0, 0), (4, 1))), "not an answer"),
    (PICK, Picked(ticks=(1, 2, 3)), "Tick 2 at the most; now there are 3"),
    (PICK, Picked(ticks=(2, 2)), "not an answer"),
    (PICK, Picked(ticks=(0,)), "not an answer"),
    (PICK, Picked(ticks=(4,)), "not an answer"),
    (RANK, Ranked(order=(3, 1)), "“Bins” has no place yet"),
    (RANK, Ranked(order=(3, 1, 1)), "not an answer"),
    (RANK, Ranked(order=(1, 2, 3, 4)), "not an answer"),
    (GOODS, Pointed(points=(50, 20, 20)), "10 of 100 are left"),
    (GOODS, Pointed(points=(50, 30, 30)), "10 more than 100"),
    (GOODS, Pointed(points=(50, 50)), "“Bills” has no number yet"),
    (BURDENS, Pointed(points=(0, 0, 0)), "more than 0"),
    (BURDENS, Pointed(points=(0, 6, 0)), "“Bins” can have 5 at the most"),
    (RANK, Words(text="1 2 3"), "not an answer"),
]


@pytest.mark.parametrize(("turn", "reply", "sentence"), WRONG)
def test_what_is_not_whole_is_refused_and_told(
    turn: Rate | Pick | Rank | Points, reply: Reply, sentence: str
) -> None:
    with pytest.raises(Refused, match=sentence):
        turn.settled(reply)
    assert not turn.fits(reply)


RIGHT: list[tuple[Rate | Pick | Rank | Points, Reply]] = [
    (RATE, Rated(answers=((0, 0), (0, 0), (0, 0)))),
    (PICK, Picked(ticks=())),
    (RANK, Ranked(order=(3, 1, 2))),
    (GOODS, Pointed(points=(100, 0, 0))),
    (BURDENS, Pointed(points=(0, 5, 0))),
    *((turn, Empty()) for turn in (RATE, PICK, RANK, GOODS, BURDENS)),
]


@pytest.mark.parametrize(("turn", "reply"), RIGHT)
def test_what_is_whole_is_taken_as_it_is(turn: Rate | Pick | Rank | Points, reply: Reply) -> None:
    assert turn.settled(reply) == reply
    assert turn.fits(reply)
