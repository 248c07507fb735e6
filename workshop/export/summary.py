"""What was done in one session, to take home: from what the files hold once it is closed.

Nothing in it counts who spoke, and nobody is named where something was paused or ended. Answers
stand in it only where both kept them.
"""

from collections.abc import Iterator, Sequence
from datetime import date
from typing import assert_never

from workshop.core.agreement.agreement import Agreement, Revision
from workshop.core.agreement.kinds import Event
from workshop.core.agreement.sheet import Words, what_it_is, who_said_yes
from workshop.core.days import in_words, with_weekday
from workshop.export.pages.page import Element, Grid, Heading, Page, Points, Says, Text
from workshop.values import dataclass
from workshop.words import _, plural


@dataclass(frozen=True)
class Exercised:
    """An exercise that was done: how many minutes were planned, if anybody knows, and used."""

    title: str
    planned: int | None
    used: int


@dataclass(frozen=True)
class Remembered:
    """What both kept of an exercise.

    Attributes:
        title: of the exercise.
        answers: what was asked, who answered, and the words.
        pictures: how many pictures are kept.
    """

    title: str
    answers: tuple[tuple[str, str, str], ...]
    pictures: int


@dataclass(frozen=True)
class Session:
    """What the files hold of one day.

    Attributes:
        names: of the two, left and right.
        guided: whether somebody guides them, so that an evening is a session.
        on: the day.
        done: the exercises that were finished.
        half_done: the titles of those that are half done, of the newest session alone.
        small: whose each small thing is, its words, and by when; of the newest session alone.
        rules: their ground rules, as they are now.
        next: the next date, of the newest session alone.
        newest: whether it is the newest one.
        is_open: whether it is not closed yet.
        kept: what both kept of it.
        help: the line that leads to help services.
    """

    names: tuple[str, str]
    guided: bool
    on: date
    done: tuple[Exercised, ...]
    half_done: tuple[str, ...]
    small: tuple[tuple[str, str, date], ...]
    rules: tuple[str, ...]
    next: date | None
    newest: bool
    is_open: bool
    kept: tuple[Remembered, ...]
    help: str


def summary(session: Session, agreement: Agreement) -> Page:
    """Return the page of one session."""
    left, right = session.names
    said = (
        _("The session of {one} and {two}") if session.guided else _("{one} and {two}: one evening")
    )
    opening = [with_weekday(session.on)]
    if session.is_open:
        opening.append(_("It is not closed yet: what its close brings is not in here."))
    return Page(
        Words(said, {"one": (left,), "two": (right,)}),
        tuple(opening),
        tuple(_elements(session, agreement)),
        (what_it_is() + " " + who_said_yes(), session.help),
    )


def _elements(session: Session, agreement: Agreement) -> Iterator[Element]:
    yield from _done(session.done)
    if session.newest and session.half_done:
        titles = ", ".join(session.half_done)
        yield Says(_("Half done, to go on with: {titles}.").format(titles=titles))
    yield from _agreed([one for one in agreement.of_clauses if one.on == session.on])
    if session.newest:
        yield from _small(session.small)
    if session.rules:
        yield Heading(_("Your rules for talking"))
        yield Points(session.rules)
    for remembered in session.kept:
        yield from _kept(remembered)
    yield Heading(_("The next date"))
    if not session.newest:
        yield Says(_("The small things and the next date are those of the newest one alone."))
    elif session.next is None:
        yield Says(_("No day is set."))
    else:
        yield Says(with_weekday(session.next))


def _done(done: Sequence[Exercised]) -> Iterator[Element]:
    yield Heading(_("What you did"))
    if not done:
        yield Says(_("No exercise was finished on that day."))
        return
    rows = [(one.title, _minutes(one.planned), _minutes(one.used)) for one in done]
    if len(done) > 1:
        known = [one.planned for one in done if one.planned is not None]
        planned = sum(known) if len(known) == len(done) else None
        rows.append((_("In all"), _minutes(planned), _minutes(sum(one.used for one in done))))
    yield Grid((_("Exercise"), _("Planned"), _("Used")), tuple(rows))


def _minutes(count: int | None) -> str:
    return "–" if count is None else _("{minutes} min").format(minutes=count)


def _agreed(revisions: Sequence[Revision]) -> Iterator[Element]:
    """Yield what happened to clauses on the day: of each, what was last."""
    last = {one.clause: one for one in revisions}
    was_new = {one.clause for one in revisions if one.event == "agreed"}
    events: dict[str, list[Revision]] = {}
    for one in last.values():
        event = "agreed" if one.clause in was_new and one.status == "in force" else one.event
        events.setdefault(_heading(event), []).append(one)
    for heading, some in events.items():
        yield Heading(heading)
        for one in some:
            holds = one.status == "in force"  # no name stands where it was paused or ended
            yield Says(one.text, "asked", _named((holds and one.owner) or ""))
            if holds and one.review_on:
                again = _("look at it again on {day}").format(day=in_words(one.review_on))
                yield Says(again, "quiet")


def _heading(event: Event) -> str:
    match event:
        case "agreed":
            return _("New in your agreement")
        case "changed":
            return _("In other words now")
        case "resumed":
            return _("Taken up again")
        case "review":
            return _("Looked at again, and kept")
        case "paused":
            return _("Paused")
        case "ended":
            return _("Ended")
        case _:
            assert_never(event)


def _small(small: Sequence[tuple[str, str, date]]) -> Iterator[Element]:
    if small:
        yield Heading(_("Your small things"))
        for name, text, by in small:
            yield Says(text, "asked", _named(name), _("by {day}").format(day=in_words(by)))


def _named(name: str) -> Text:
    """Return a name that turns nothing around it."""
    return Words("{name}", {"name": (name,)}) if name else ""


def _kept(remembered: Remembered) -> Iterator[Element]:
    yield Heading(_("What both of you kept: {title}").format(title=remembered.title))
    asked_before = ""
    for asked, who, text in remembered.answers:
        if asked != asked_before:
            yield Says(asked, "quiet")
        asked_before = asked
        yield Says(text, "asked", _named(who))
    if remembered.pictures:
        yield Says(
            plural(
                "{count} picture is kept, to be looked at in the program.",
                "{count} pictures are kept, to be looked at in the program.",
                remembered.pictures,
            )
        )
