"""The command export: a copy of the agreement to print, share or put in a calendar."""

from collections.abc import Iterator
from pathlib import Path

from workshop.commands.context import Context
from workshop.commands.handing_out import hand_out
from workshop.commands.source import Source, missed, missed_in, source
from workshop.commands.unlocking import folder_of
from workshop.core.text import one_line
from workshop.desk.dated import dated
from workshop.errors import Locked, Trouble, WrongUse
from workshop.export.copy import as_copy
from workshop.export.dated import Calendar, Dated
from workshop.store import listing as store
from workshop.words import _


def export(context: Context) -> int:
    """Print a copy of an agreement, or save it as a file that is not there yet."""
    options = context.options
    _makes_sense(context)
    calendar = Calendar(options.with_text, options.with_label, options.alarm)
    if options.all:
        return _export_all(context, calendar)
    found = source(context, options.target)
    if options.with_label and found.folder is None:
        raise WrongUse(_("--with-label: an agreement on its own has no label."))
    data = as_copy(_dated_of(context, found), options.to, context.clock.today(), calendar)
    hand_out(context, data, () if found.folder is None else (found.folder,))
    for doubt in missed(context, found.folder):
        context.complain(doubt)
    return 0


def _makes_sense(context: Context) -> None:
    """Raise WrongUse where words do not go together."""
    options = context.options
    if options.to != "ics":
        if options.with_text:
            raise WrongUse(_("--with-text goes with --to ics: other copies have the words anyway."))
        asked = {"--with-label": options.with_label, "--alarm": options.alarm, "--all": options.all}
        for flag, said in asked.items():
            if said:
                raise WrongUse(_("{flag} goes with --to ics.").format(flag=flag))
    if options.all and options.target is not None:
        raise WrongUse(_("--all takes every workshop: leave the label out, or --all."))
    if options.archived and not options.all:
        raise WrongUse(_("--archived goes with --all: a workshop that you name is taken anyway."))


def _export_all(context: Context, calendar: Calendar) -> int:
    """Write one calendar of every workshop that can be read; name those that cannot."""
    unread: list[str] = []
    locked: list[str] = []
    held = list(_all(context, unread, locked))
    if locked:
        said = _("These are locked, and are not in the calendar: {labels}.")
        context.complain(said.format(labels=", ".join(locked)))
    if unread:
        said = _("These could not be read, and are not in the calendar: {labels}.")
        context.complain(said.format(labels=", ".join(unread)))
    if held:
        from workshop.export.ics import ics  # a calendar library takes its time to load

        data = ics([days for _folder, days in held], context.clock.today(), calendar)
        hand_out(context, data, [folder for folder, _days in held])
    elif not unread and not locked:
        raise Trouble(
            _("There is no workshop in {data} to put in a calendar.").format(data=context.data)
        )
    return 1 if unread or locked else 0


def _all(context: Context, unread: list[str], locked: list[str]) -> Iterator[tuple[Path, Dated]]:
    """Yield each workshop's folder and days, by label; put the labels of others in the lists."""
    paths = sorted(saved.path for saved in store.saved_in(context.data))
    for path in paths:
        folder = context.keys.folder(path)
        try:
            workshop = folder.workshop()
            agreement = folder.agreement_as_it_stands()
            doubts = list(missed_in(folder))
        except Locked:
            locked.append(one_line(path.name))
            continue
        except Trouble:
            unread.append(one_line(path.name))
            continue
        if not workshop.archived or context.options.archived:
            for doubt in doubts:
                context.complain(f"{one_line(path.name)}: {doubt}")
            yield path, dated(workshop, agreement, path.name)


def _dated_of(context: Context, found: Source) -> Dated:
    if found.folder is None:
        return Dated(found.agreement)
    return dated(folder_of(context, found.folder).workshop(), found.agreement, found.folder.name)
