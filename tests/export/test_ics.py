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
from workshop.export.dated import Calendar as Wanted
from workshop.export.dated import Dated
from workshop.export.ics import ics as calendar_of

from .corpus import TEXTS, TODAY, agreements, holding, rich, whole

NEUTRAL = {"UID", "DTSTAMP", "SEQUENCE", "DTSTART", "DTEND", "SUMMARY", "CLASS", "TRANSP"}


def ics(agreement: Agreement, today: date, *, of: Dated | None = None, **wanted: bool) -> bytes:
    """Return the calendar of one agreement, or `of` its workshop."""
    return calendar_of([of or Dated(agreement)], today, Wanted(**wanted))


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
    names = {component.name for component in calendar.walk()}
    assert {"VCALENDAR", "VEVENT"} <= names <= {"VCALENDAR", "VEVENT", "VALARM"}
    assert not any(event.errors for event in calendar.subcomponents)
    return list(calendar.subcomponents)


def live(data: bytes) -> list[Any]:
    """Return the events that are not cancelled."""
    return [event for event in events(data) if "status" not in event]


def cancelled(data: bytes) -> list[Any]:
    """Return those that are."""
    return [event for event in events(data) if event.get("status") == "CANCELLED"]


def assert_only_text(agreement: Agreement) -> None:
    found = live(ics(agreement, TODAY, with_text=True))
    assert {event["dtstart"].dt for event in found} == set(due(agreement))
    for event, (day, texts) in zip(found, due(agreement).items(), strict=True):
        assert set(event) | {"DTEND"} == NEUTRAL | {"DESCRIPTION"}
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
        assert set(event) - {"STATUS"} | {"DTEND"} == NEUTRAL
        assert event["summary"] == "Look again at what we agreed"


def test_each_day_is_one_whole_day_stamped_with_today() -> None:
    found = live(ics(rich(), TODAY))

    assert all(event["dtend"].dt - event["dtstart"].dt == timedelta(days=1) for event in found)
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

    assert told.value.sentence.startswith("No clause that applies now has a day")


# -- what ended, the next date, reminders, a whole caseload ----------------------------------------

MORE = date(2026, 12, 14)


def after(agreement: Agreement, event: str, clause: str) -> Agreement:
    """Return `agreement` once something became of a clause."""
    happened = {"origin": "9/a", "event": event, "clause": clause, "on": TODAY}
    return settle(agreement, [ClauseEvent.model_validate(happened)], TODAY)


@pytest.mark.parametrize("event", ["ended", "paused"])
def test_what_no_longer_holds_is_cancelled_under_the_name_it_had(event: str) -> None:
    before = rich()
    now = after(before, event, "c3")  # alone on its day

    (old,) = (e for e in live(ics(before, TODAY)) if e["dtstart"].dt == MORE)
    (gone,) = (e for e in cancelled(ics(now, TODAY)) if e["uid"] == old["uid"])

    assert gone["sequence"] > old["sequence"]
    assert gone["dtstart"].dt == old["dtstart"].dt
    assert old["uid"] not in {e["uid"] for e in live(ics(now, TODAY))}
    assert not any("description" in e for e in cancelled(ics(now, TODAY, with_text=True)))


def test_an_event_that_moved_in_with_another_is_cancelled() -> None:
    moved = ClauseEvent(origin="8/a", event="review", clause="c3", on=TODAY, weeks=52)
    overdue = MORE + timedelta(days=1)  # now all that were ever due stand on one day

    before, now = rich(), settle(rich(), [moved], TODAY)

    known = {e["uid"] for e in live(ics(before, TODAY))}
    later = ics(now, overdue)
    assert len(live(later)) == 2
    assert known <= {e["uid"] for e in live(later)} | {e["uid"] for e in cancelled(later)}


def test_nothing_is_cancelled_that_never_had_an_event() -> None:
    whole_page = rich()
    shared = [c for c in whole_page.clauses if c.review_on == date(2026, 11, 30)]
    assert len(shared) > 1  # one event for all of them

    known = {e["uid"] for e in events(ics(whole_page, TODAY))}

    assert events(ics(after(whole_page, "ended", shared[-1].id), TODAY))
    assert {
        e["uid"] for e in events(ics(after(whole_page, "ended", shared[-1].id), TODAY))
    } == known


@given(agreements())
def test_a_later_copy_of_the_same_counts_for_more(agreement: Agreement) -> None:
    assume(due(agreement))

    def highest(day: date) -> int:
        return max(event["sequence"] for event in events(ics(agreement, day)))

    assert highest(TODAY) <= highest(TODAY + timedelta(days=1))


def sitting(agreement: Agreement, **more: Any) -> Dated:
    usual = {"id": "a-workshop", "label": "us", "begun": date(2026, 11, 2), "next_evening": MORE}
    return Dated(agreement, **{**usual, **more})


def test_the_next_date_has_an_event_of_its_own_that_moves_with_it() -> None:
    nothing = Agreement(partners=("Alex", "Sam"))

    (one,) = events(ics(nothing, TODAY, of=sitting(nothing)))
    moved = sitting(nothing, next_evening=MORE - timedelta(days=3))
    (other,) = events(ics(nothing, TODAY + timedelta(days=1), of=moved))

    assert (one["dtstart"].dt, str(one["summary"])) == (MORE, "The next evening for the two of us")
    assert other["uid"] == one["uid"]
    assert other["sequence"] > one["sequence"]
    assert other["dtstart"].dt == MORE - timedelta(days=3)


def test_in_a_guided_workshop_it_is_a_session() -> None:
    nothing = Agreement(partners=("Alex", "Sam"))

    (event,) = events(ics(nothing, TODAY, of=sitting(nothing, guided=True)))

    assert str(event["summary"]) == "The next session"


def test_a_next_date_that_has_gone_by_is_left_out() -> None:
    nothing = Agreement(partners=("Alex", "Sam"))

    assert events(ics(nothing, MORE, of=sitting(nothing)))
    with pytest.raises(Trouble):
        ics(nothing, MORE + timedelta(days=1), of=sitting(nothing))


def test_a_label_is_told_only_if_asked_for() -> None:
    of = sitting(rich(), label="<b>Li, [/]; 李")

    neutral, told = ics(rich(), TODAY, of=of), ics(rich(), TODAY, of=of, with_label=True)

    assert not any("李" in str(event["summary"]) for event in events(neutral))
    assert {str(event["summary"]) for event in events(told)} == {
        "Look again at what we agreed (<b>Li, [/]; 李)",
        "The next evening for the two of us (<b>Li, [/]; 李)",
    }


def test_a_reminder_comes_the_day_before_if_asked_for_and_for_nothing_that_is_cancelled() -> None:
    now = after(rich(), "ended", "c3")

    without, found = ics(now, TODAY, of=sitting(now)), ics(now, TODAY, of=sitting(now), alarm=True)

    assert b"VALARM" not in without
    assert not any(event.subcomponents for event in cancelled(found))
    for event in live(found):
        (alarm,) = event.subcomponents
        assert (alarm["action"], alarm["trigger"].dt) == ("DISPLAY", timedelta(hours=-15))
        assert alarm["description"] == event["summary"]


def test_two_couples_who_are_called_alike_and_agree_on_the_same_have_events_of_their_own() -> None:
    of = [sitting(rich(), next_evening=None), sitting(rich(), id="another", next_evening=None)]

    together = events(calendar_of(of, TODAY, Wanted()))

    assert len(together) == 2 * len(events(ics(rich(), TODAY)))


def test_a_caseload_is_one_calendar_in_which_no_two_events_are_known_by_one_name() -> None:
    other = whole(Agreement(partners=("Alex", "Kim"), clauses=rich().clauses), TODAY)
    of = [sitting(rich()), sitting(other, id="another"), sitting(rich())]  # one folder was copied

    data = calendar_of(of, TODAY, Wanted())

    known = [event["uid"] for event in events(data)]
    assert len(set(known)) == len(known)
    alone = [ics(dated.agreement, TODAY, of=dated) for dated in of]
    assert set(known) == {event["uid"] for one in alone for event in events(one)}
    assert [e["dtstart"].dt for e in events(data)] == sorted(e["dtstart"].dt for e in events(data))
