"""The days of an agreement as a calendar file: neutral, the same each time, and only our lines."""

from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest
from hypothesis import assume, given
from icalendar import Calendar

from workshop.core.agreement.agreement import Agreement
from workshop.core.agreement.effect import ClauseEvent
from workshop.core.agreement.settling import settle
from workshop.errors import Trouble
from workshop.export.ics import ics

from .corpus import TEXTS, TODAY, agreements, holding, rich

NEUTRAL = {"UID", "DTSTAMP", "SEQUENCE", "DTSTART", "SUMMARY", "CLASS", "TRANSP"}


def due(agreement: Agreement) -> dict[date, list[str]]:
    """Return the text of the clauses in force to be looked at again, by day."""
    days: dict[date, list[str]] = {}
    for clause in agreement.clauses:
        if clause.status == "in force" and clause.review_on:
            days.setdefault(max(clause.review_on, TODAY), []).append(clause.text)
    return dict(sorted(days.items()))


def events(data: bytes) -> list[Any]:
    """Return the events of a file in which every line is folded and nothing else stands."""
    assert all(len(line) <= 75 for line in data.split(b"\r\n"))
    assert data.replace(b"\r\n", b"").count(b"\n") == data.replace(b"\r\n", b"").count(b"\r") == 0
    (calendar,) = Calendar.from_ical(data, multiple=True)
    assert set(calendar) == {"PRODID", "VERSION"}
    assert {component.name for component in calendar.walk()} == {"VCALENDAR", "VEVENT"}
    assert not any(event.subcomponents for event in calendar.subcomponents)
    assert not any(event.errors for event in calendar.subcomponents)
    return list(calendar.subcomponents)


def assert_only_text(agreement: Agreement) -> None:
    found = events(ics(agreement, TODAY, with_text=True))
    assert {event["dtstart"].dt for event in found} == set(due(agreement))
    for event, (day, texts) in zip(found, due(agreement).items(), strict=True):
        assert set(event) == NEUTRAL | {"DESCRIPTION"}
        assert event["dtstart"].dt == day
        assert str(event["description"]) == "\n\n".join(texts)


@pytest.mark.parametrize("text", TEXTS.values(), ids=TEXTS.keys())
def test_what_could_act_is_text(text: str) -> None:
    assert_only_text(holding(text))


@given(agreements())
def test_any_text_is_only_text_and_comes_back(agreement: Agreement) -> None:
    assume(due(agreement))

    assert_only_text(agreement)


@given(agreements())
def test_without_being_asked_it_says_nothing_that_anybody_typed(agreement: Agreement) -> None:
    assume(due(agreement))

    for event in events(ics(agreement, TODAY)):
        assert set(event) == NEUTRAL
        assert event["summary"] == "Look again at what we agreed"


def test_each_day_is_one_whole_day_stamped_with_today() -> None:
    found = events(ics(rich(), TODAY))

    assert [event["dtstart"].dt for event in found] == [
        date(2026, 11, 30),
        date(2026, 12, 7),
        date(2026, 12, 14),
    ]
    assert all(event["dtstart"].params["VALUE"] == "DATE" for event in found)
    assert {event["dtstamp"].dt for event in found} == {datetime(2026, 11, 25, tzinfo=UTC)}


def test_the_same_agreement_makes_the_same_file() -> None:
    assert ics(rich(), TODAY) == ics(rich(), TODAY)
    later = events(ics(rich(), TODAY + timedelta(days=1)))
    assert [event["uid"] for event in later] == [e["uid"] for e in events(ics(rich(), TODAY))]


def test_an_event_whose_day_moved_takes_the_place_of_the_one_before() -> None:
    before = rich()
    moved = ClauseEvent(origin="8/a", event="review", clause="c3", on=TODAY, weeks=9)
    after = settle(before, [moved], TODAY)

    (old,) = (e for e in events(ics(before, TODAY)) if e["dtstart"].dt == date(2026, 12, 14))
    (new,) = (e for e in events(ics(after, TODAY)) if e["uid"] == old["uid"])

    assert new["dtstart"].dt == TODAY + timedelta(weeks=9)
    assert new["sequence"] > old["sequence"]


@given(agreements())
def test_no_two_events_are_known_by_one_name(agreement: Agreement) -> None:
    assume(due(agreement))
    known = [str(event["uid"]) for event in events(ics(agreement, TODAY))]

    assert len(set(known)) == len(known)
    assert all(len(uid) == 32 for uid in known)


def test_the_same_names_and_words_in_another_workshop_are_other_events() -> None:
    other = settle(Agreement(partners=("Alex", "Kim")), [], TODAY)
    mine = rich()
    theirs = Agreement.model_validate({**dict(mine), "partners": other.partners, "revisions": ()})

    one = {str(event["uid"]) for event in events(ics(mine, TODAY))}

    assert one.isdisjoint(str(event["uid"]) for event in events(ics(theirs, TODAY)))


def test_without_a_day_there_is_nothing_to_put_in_a_calendar() -> None:
    with pytest.raises(Trouble) as told:
        ics(Agreement(partners=("Alex", "Sam")), TODAY)

    assert told.value.sentence.startswith("No clause in force has a day")
