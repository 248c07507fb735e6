"""The days of a workshop, or of a whole caseload, as a calendar file (RFC 5545).

Calendars are seen by others, so an event names nobody. Imported again later, an event takes the
place of the one before; what has ended since is cancelled.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from contextlib import suppress
from datetime import UTC, date, datetime, time, timedelta
from hashlib import sha256
from operator import itemgetter

from icalendar import Alarm, Event
from icalendar import Calendar as CalendarFile

from workshop.core.agreement.agreement import Agreement, Clause, Revision, base
from workshop.errors import Trouble
from workshop.export.dated import Calendar, Dated
from workshop.words import _

BEFORE = timedelta(hours=-15)
"""When a reminder comes, from the midnight with which a day begins: at nine on the day before."""


def ics(some: Iterable[Dated], today: date, calendar: Calendar) -> bytes:
    """Return whole-day events: when clauses are to be looked at again, and each next date.

    What is overdue stands on `today`: a day that has gone by reminds nobody. A next date that has
    gone by is left out.

    Raises:
        Trouble: there is no such day.
    """
    events: dict[str, tuple[date, Event]] = {}
    for dated in some:
        for day, event in _events(dated, today, calendar):
            known = str(event["uid"])
            events.setdefault(known, (day, event))  # a folder that was copied has the same
    if not events:
        raise Trouble(
            _(
                "No clause that applies now has a day to be looked at again, and no next date is"
                " set, so there is nothing to put in a calendar."
            )
        )
    file = CalendarFile()
    file.add("prodid", "-//Equal Say//agreement//EN")
    file.add("version", "2.0")
    for _day, event in sorted(events.values(), key=itemgetter(0)):
        file.add_component(event)
    return bytes(file.to_ical())


def _events(dated: Dated, today: date, calendar: Calendar) -> Iterator[tuple[date, Event]]:
    agreement = dated.agreement
    days: defaultdict[date, list[Clause]] = defaultdict(list)
    for clause in agreement.clauses:
        if clause.status == "in force" and clause.review_on:
            days[max(clause.review_on, today)].append(clause)
    said = _said(_("Look again at what we agreed"), dated, calendar)
    for day, clauses in days.items():
        event = _event(dated, today, _review(dated, clauses[0].id), day, said)
        if calendar.with_text:
            event.add("description", "\n\n".join(clause.text for clause in clauses))
        _remind(event, said, calendar)
        yield day, event
    now = {clauses[0].id for clauses in days.values()}
    for id, day in _stood_before(agreement).items():
        if id not in now:
            event = _event(dated, today, _review(dated, id), day, said)
            event.add("status", "CANCELLED")
            yield day, event
    if dated.id and dated.next_evening and dated.next_evening >= today:
        what = _("The next session") if dated.guided else _("The next evening for the two of us")
        said = _said(what, dated, calendar)
        event = _event(dated, today, _known(f"next {dated.id}"), dated.next_evening, said)
        _remind(event, said, calendar)
        yield dated.next_evening, event


def _said(what: str, dated: Dated, calendar: Calendar) -> str:
    if not calendar.with_label or not dated.label:
        return what
    return _("{what} ({label})").format(what=what, label=dated.label)


def _event(dated: Dated, today: date, uid: str, day: date, said: str) -> Event:
    event = Event()
    event.add("uid", uid)
    event.add("dtstamp", datetime.combine(today, time(), UTC))
    event.add("sequence", _sequence(dated, today))
    event.add("dtstart", day)
    with suppress(OverflowError):  # the last day there is has no next one
        event.add("dtend", day + timedelta(days=1))  # the first day after it
    event.add("summary", said)
    event.add("class", "PRIVATE")
    event.add("transp", "TRANSPARENT")  # the day stays free for other things
    return event


def _remind(event: Event, said: str, calendar: Calendar) -> None:
    if calendar.alarm:
        alarm = Alarm()
        alarm.add("action", "DISPLAY")
        alarm.add("description", said)
        alarm.add("trigger", BEFORE)
        event.add_component(alarm)


def _sequence(dated: Dated, today: date) -> int:
    """Return a number that only grows: the later copy is the one that counts.

    It grows with what happened to clauses, and with the days, since a next date leaves no revision,
    and what is overdue moves by itself.
    """
    revisions = dated.agreement.revisions
    begun = dated.begun or (revisions[0].on if revisions else today)
    return len(revisions) + max(0, (today - begun).days)


def _stood_before(agreement: Agreement) -> dict[str, date]:
    """Return the id of each clause that a day's event was known by at some time, and its day."""
    stood: dict[str, date] = {}
    clauses: dict[str, Revision] = {}
    for revision in agreement.of_clauses:
        clauses[revision.clause] = revision
        days: dict[date, str] = {}
        for id, last in clauses.items():
            if last.status == "in force" and last.review_on:
                days.setdefault(last.review_on, id)
        stood.update((id, day) for day, id in days.items())
    return stood


def _review(dated: Dated, id: str) -> str:
    """Return what calendars know the event by, made from how its first clause came to be.

    So it stays when the day moves. It tells nothing of the words, nor of any agreement code. Two
    couples may be called alike and agree on the same words on one day: so it says whose it is, too.
    """
    agreement = dated.agreement
    born = next(
        (
            revision.digest
            for revision in agreement.of_clauses
            if revision.clause == id and revision.event == "agreed"
        ),
        base(agreement.first_names) + id,  # a file written by hand
    )
    return _known(f"review {dated.id} {born}" if dated.id else f"review {born}")


def _known(by: str) -> str:
    return sha256(f"equal-say {by}".encode()).hexdigest()[:32]
