"""The command summary: what was done in a session, to take home."""

from collections.abc import Iterator
from datetime import date

from workshop.commands.context import Context
from workshop.commands.handing_out import hand_out
from workshop.commands.source import meant, missed_in
from workshop.commands.unlocking import folder_of
from workshop.content.library import Library
from workshop.core.agreement.agreement import Agreement
from workshop.core.days import in_words
from workshop.desk.own_folder import library_of
from workshop.errors import NotFound, Refused, Trouble
from workshop.export.pages.formats import as_bytes
from workshop.export.summary import Exercised, Remembered, Session
from workshop.export.summary import summary as page_of
from workshop.store.folder import Folder
from workshop.store.workshop import Finished, Workshop
from workshop.words import _


def summary(context: Context) -> int:
    """Print what was done in the last session of a workshop, or on another day."""
    path = meant(context, context.options.label)
    folder = folder_of(context, path)
    workshop = folder.workshop()
    agreement = folder.agreement_as_it_stands()
    days = _days(workshop, agreement)
    if not days:
        raise NotFound(
            _("Nothing has been finished in {label} yet, so there is nothing to sum up.").format(
                label=path.name
            )
        )
    on = days[-1] if context.options.on is None else _day(context.options.on, days)
    session = _session(context, folder, workshop, on, newest=on == days[-1])
    data = as_bytes(page_of(session, agreement), context.options.to)
    hand_out(context, data, (path,))
    for doubt in missed_in(folder):
        context.complain(doubt)
    return 0


def _days(workshop: Workshop, agreement: Agreement) -> list[date]:
    """Return the days on which something was done, happened to a clause, or was closed last."""
    days = {one.on for one in workshop.done} | {one.on for one in agreement.of_clauses}
    if workshop.last_evening is not None:  # one that ended early may have finished nothing
        days.add(workshop.last_evening)
    return sorted(days)


def _day(said: str, days: list[date]) -> date:
    try:
        day = date.fromisoformat(said.strip())
    except ValueError:
        raise Refused(
            _("That could not be read as a day. Write it like: {day}.").format(
                day=days[-1].isoformat()
            )
        ) from None
    if day not in days:
        raise NotFound(
            _("Nothing was done on {day}. Something was on: {days}.").format(
                day=in_words(day), days=", ".join(one.isoformat() for one in days[-10:])
            )
        )
    return day


def _session(
    context: Context, folder: Folder, workshop: Workshop, on: date, *, newest: bool
) -> Session:
    done = [one for one in workshop.done if one.on == on]
    library = context.library
    if not context.options.own:
        library = library_of(folder, workshop, library)
    words = library.evening_words()
    names = {"left": workshop.left.name, "right": workshop.right.name}
    return Session(
        names=(workshop.left.name, workshop.right.name),
        guided=workshop.guided,
        on=on,
        done=tuple(_exercised(library, one) for one in done),
        half_done=tuple(_half_done(library, folder, workshop)),
        small=tuple((names[one.side], one.text, one.by) for one in workshop.homework),
        rules=workshop.ground_rules,
        next=workshop.next_evening,
        newest=newest,
        is_open=newest and _is_open(folder),
        kept=tuple(_remembered(folder, one) for one in done if folder.kept(one.run)),
        help=words.closing.help,
    )


def _is_open(folder: Folder) -> bool:
    evening = folder.evening()
    return evening is not None and evening.began is not None


def _half_done(library: Library, folder: Folder, workshop: Workshop) -> Iterator[str]:
    """Yield the title of each exercise that was begun and is not finished."""
    finished = {one.run for one in workshop.done}
    for run in folder.runs():
        if run not in finished:
            yield _title(library, folder.notes(run).exercise)


def _exercised(library: Library, one: Finished) -> Exercised:
    try:
        planned = library.exercise(one.exercise).minutes
    except Trouble:  # its file is gone, or is mended just now
        planned = None
    return Exercised(_title(library, one.exercise), planned, one.minutes)


def _title(library: Library, id: str) -> str:
    """Return what an exercise is called; its id where its file cannot be read any more."""
    try:
        return library.exercise(id).title
    except Trouble:
        return id


def _remembered(folder: Folder, one: Finished) -> Remembered:
    kept = folder.kept(one.run)
    assert kept is not None
    answers = tuple((answer.prompt, answer.who, answer.text) for answer in kept.answers)
    return Remembered(kept.title, answers, len(kept.pictures))
