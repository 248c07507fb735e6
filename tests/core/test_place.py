"""Where two are in their programme: which evening, and when the next one begins."""

import pytest

from workshop.core.exercise import PlannedEvening, Programme
from workshop.core.place import place_in

REVIEW, TALK, RULES, MONEY = "agreement-review", "talk", "rules", "money"
PROGRAMME = Programme(
    format=1,
    id="three",
    title="Three",
    aim="Something.",
    evenings=tuple(
        PlannedEvening(exercises=ids, line="One.")
        for ids in ((TALK, RULES), (REVIEW, MONEY), (REVIEW, TALK))
    ),
)


@pytest.mark.parametrize(
    ("done", "here", "evening", "is_done"),
    [
        ([], [], 1, False),
        ([TALK], [TALK], 1, False),
        ([TALK], [], 1, False),
        ([TALK, RULES], [RULES], 1, True),  # in this sitting: the evening is over, not the next
        ([TALK, RULES], [], 2, False),  # on another day
        ([TALK, RULES, "another"], ["another"], 2, False),
        ([TALK, RULES, REVIEW], [RULES, REVIEW], 2, False),  # they went on, the same evening
        ([TALK, RULES, REVIEW, MONEY], [MONEY], 2, True),
        ([TALK, RULES, REVIEW, MONEY, REVIEW, TALK], [TALK], 3, True),
        ([TALK, RULES, REVIEW, MONEY, REVIEW, TALK], [], 3, True),
        ([MONEY], [MONEY], 1, False),  # out of order
    ],
)
def test_the_evening_they_are_at(
    done: list[str], here: list[str], evening: int, is_done: bool
) -> None:
    place = place_in(PROGRAMME, done, here)

    assert (place.now.number, place.now.done) == (evening, is_done)


def test_what_comes_next_is_known_once_an_evening_is_done() -> None:
    under_way = place_in(PROGRAMME, [TALK], [TALK])
    between = place_in(PROGRAMME, [TALK, RULES], [RULES])
    at_the_end = place_in(PROGRAMME, list(PROGRAMME.path))

    assert under_way.next is None
    assert between.next is not None
    assert between.next.number == 2
    assert at_the_end.next is None


def test_one_that_comes_twice_is_ticked_off_where_it_comes_first() -> None:
    place = place_in(PROGRAMME, [TALK, RULES, REVIEW])

    assert [part.ticks for part in place.parts] == [(True, True), (True, False), (False, False)]
