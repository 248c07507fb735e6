"""Who begins: a coin once, then balanced order, so that nobody is second every time."""

import pytest

from workshop.core.evening.evening import who_begins
from workshop.core.people import Side, other


@pytest.mark.parametrize("coin", ["left", "right"])
def test_who_was_second_begins_the_next_two_exercises(coin: Side) -> None:
    begin = [who_begins(run, coin) for run in range(1, 9)]

    one, two = coin, other(coin)
    assert begin == [one, two, two, one, two, one, one, two]
