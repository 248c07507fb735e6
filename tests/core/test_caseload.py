"""Which of many workshops are shown, and in what order: by what their files say."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workshop.core.caseload import UNKNOWN, Order, Span, Wanted, arranged, by
from workshop.core.glance import Glance
from workshop.core.text import as_sought
from workshop.values import dataclass

TODAY = date(2026, 11, 23)
PLAIN = Glance(("ALEX", "SAM"), 0, 1, False, TODAY)


@dataclass(frozen=True)
class One:
    """A workshop in a list, wherever it was read."""

    label: str
    glance: Glance | None = PLAIN

    @property
    def day(self) -> str:
        return UNKNOWN if self.glance is None else self.glance.last_day.isoformat()

    @property
    def sought(self) -> str:
        names = () if self.glance is None else self.glance.names
        return as_sought("\n".join((self.label, *names)))


def one(label: str, **news: object) -> One:
    """Return a workshop of this label that says this."""
    return One(label, replace(PLAIN, **news))


def ahead(days: int) -> date:
    """Return the day that is so many days ahead."""
    return TODAY + timedelta(days=days)


def labels(found: list[One], **wanted: object) -> list[str]:
    """Return the labels of those that are wanted, in order."""
    return [shown.label for shown in arranged(found, Wanted(**wanted))]


def test_the_last_evening_comes_first() -> None:
    found = [one("old"), one("new", last_day=ahead(2)), one("middle", last_day=ahead(1))]

    assert labels(found) == ["new", "middle", "old"]


def test_of_one_day_what_is_not_closed_comes_first_and_then_the_higher_number() -> None:
    found = [one("day-2"), one("open", is_open=True), one("day-10"), one("day")]

    assert labels(found) == ["open", "day-10", "day-2", "day"]


def test_the_next_evening_comes_first_and_those_without_one_last() -> None:
    found = [one("none"), one("later", next_evening=ahead(9)), one("late", next_evening=ahead(-9))]

    assert labels(found, order="next") == ["late", "later", "none"]


def test_labels_are_sorted_as_people_read_them() -> None:
    found = [one("b"), one("Couple 10"), one("Élan"), one("couple 9"), one("F")]

    assert labels(found, order="label") == ["b", "couple 9", "Couple 10", "Élan", "F"]


@pytest.mark.parametrize("order", ["last", "next", "label"])
def test_what_cannot_be_read_is_shown_first_whatever_the_order(order: Order) -> None:
    found = [one("a"), One("broken", None), one("z", next_evening=TODAY)]

    assert labels(found, order=order)[0] == "broken"
    assert labels(found, order=order, due_by=TODAY) == ["broken", "z"]


@pytest.mark.parametrize(
    "words",
    ["jose", "JOSÉ", "jose\u0301", "  sam   jose ", "couple 7", "7 os", "李", "[/]", "\u202ejose"],
)
def test_words_are_found_in_label_and_names_whatever_their_case_and_accents(words: str) -> None:
    found = [One("couple 7 [/]", replace(PLAIN, names=("José", "Sam 李"))), one("another")]

    assert labels(found, find=words) == ["couple 7 [/]"]


def test_all_words_must_be_there() -> None:
    assert labels([one("us")], find="alex jo") == []


def test_of_what_cannot_be_read_the_label_can_be_found() -> None:
    found = [One("broken", None), One("other", None)]

    assert labels(found, find="bro") == ["broken"]


@pytest.mark.parametrize(("span", "days"), [("week", 7), ("month", 31)])
def test_what_is_due_is_a_next_evening_or_a_clause_to_look_at(span: Span, days: int) -> None:
    found = [
        one("meets", next_evening=ahead(days)),
        one("meets later", next_evening=ahead(days + 1)),
        one("looks", reviews=(ahead(days), ahead(99))),
        one("looks later", reviews=(ahead(days + 1),)),
        one("missed", next_evening=ahead(-30)),
        one("nothing"),
    ]

    assert set(labels(found, due_by=by(span, TODAY))) == {"meets", "looks", "missed"}


def test_what_is_archived_is_shown_where_that_is_asked_for() -> None:
    found = [one("a", archived=True), one("b")]

    assert labels(found) == ["b"]
    assert labels(found, archived=True) == ["b", "a"]


def test_clauses_are_due_from_their_day_on() -> None:
    glance = replace(PLAIN, reviews=(ahead(-1), TODAY, ahead(1)))

    assert glance.reviews_due(TODAY) == 2
    assert glance.next_review == ahead(-1)


LABELS = st.text(max_size=8) | st.from_regex(r"[ab]?\d{1,3}[ab]?\d?", fullmatch=True)


@given(st.lists(LABELS, unique=True), st.sampled_from(["last", "next", "label"]))
def test_any_labels_are_sorted_and_always_the_same_way(names: list[str], order: Order) -> None:
    found = [one(name) for name in names]

    assert labels(found, order=order) == labels(found[::-1], order=order)
