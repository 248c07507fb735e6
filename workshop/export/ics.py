"""The days on which an agreement is to be looked at again, as a calendar file (RFC 5545)."""

from collections import defaultdict
from datetime import UTC, date, datetime, time
from hashlib import sha256

from icalendar import Calendar, Event

from workshop.core.agreement.agreement import Agreement, Clause, base
from workshop.errors import Trouble
from workshop.words import _


def ics(agreement: Agreement, today: date, *, with_text: bool = False) -> bytes:
    """Return one whole-day event for each day on which clauses in force are to be looked at again.

    What is overdue stands on `today`: a day that has gone by reminds nobody.
    Calendars are seen by others, so an event names nobody, and says the clauses `with_text` only.
    Imported again later, an event takes the place of the one before.

    Raises:
        Trouble: there is no such day.
    """
    days: defaultdict[date, list[Clause]] = defaultdict(list)
    for clause in agreement.clauses:
        if clause.status == "in force" and clause.review_on:
            days[max(clause.review_on, today)].append(clause)
    if not days:
        raise Trouble(
            _(
                "No clause in force has a day to be looked at again, so there is nothing to put in"
                " a calendar."
            )
        )
    calendar = Calendar()
    calendar.add("prodid", "-//Equal Say//agreement//EN")
    calendar.add("version", "2.0")
    for day, clauses in sorted(days.items()):
        calendar.add_component(_event(agreement, today, day, clauses, with_text))
    return bytes(calendar.to_ical())


def _event(
    agreement: Agreement, today: date, day: date, clauses: list[Clause], with_text: bool
) -> Event:
    event = Event()
    event.add("uid", _uid(agreement, clauses[0]))
    event.add("dtstamp", datetime.combine(today, time(), UTC))
    event.add("sequence", len(agreement.revisions))  # the later copy is the one that counts
    event.add("dtstart", day)  # a day without an end is that whole day
    event.add("summary", _("Look again at what we agreed"))
    if with_text:
        event.add("description", "\n\n".join(clause.text for clause in clauses))
    event.add("class", "PRIVATE")
    event.add("transp", "TRANSPARENT")  # the day stays free for other things
    return event


def _uid(agreement: Agreement, clause: Clause) -> str:
    """Return what calendars know the event by, made from how its first clause came to be.

    So it stays when the day moves. It tells nothing of the words, nor of any agreement code.
    """
    born = next(
        (
            revision.digest
            for revision in agreement.revisions
            if revision.clause == clause.id and revision.event == "agreed"
        ),
        base(agreement.partners) + clause.id,  # a file written by hand
    )
    return sha256(f"equal-say review {born}".encode()).hexdigest()[:32]
