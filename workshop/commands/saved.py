"""Commands about what is saved: list, where, forget."""

import sys
from datetime import date
from pathlib import Path

from workshop import paths
from workshop.cards.caseload import nothing, told
from workshop.commands.context import Context
from workshop.core.caseload import Wanted, by
from workshop.core.text import one_line
from workshop.errors import Trouble
from workshop.store import forgetting
from workshop.store import listing as store
from workshop.store.listing import Saved
from workshop.words import _, plural

NAMED = 3
"""How many files of others are named; the rest is counted."""


def list_workshops(context: Context) -> int:
    """List saved workshops: label, names, progress, last day, next dates."""
    options, today = context.options, context.clock.today()
    wanted = Wanted(options.find, by(options.due, today), options.sort, options.archived)
    found = list(store.saved_in(context.data, wanted))
    if options.json:
        import json

        rows = [_row(saved, today) for saved in found]
        context.say(json.dumps(rows, ensure_ascii=False, indent=2))
    elif found:
        read = ((saved.label, saved.glance) for saved in found)
        context.say(*(told(label, glance, today) for label, glance in read if glance is not None))
    elif store.is_any(context.data):
        context.say(nothing(wanted))
        if not wanted.archived:
            context.say(_("`workshop list --archived` lists those that are archived, too."))
    else:
        context.say(
            _("There is no workshop in {data} yet.").format(data=context.data),
            _("`workshop start` begins one."),
        )
    for saved in found:
        if saved.trouble:
            context.complain(saved.trouble)
    return 1 if any(saved.trouble for saved in found) else 0


def _row(saved: Saved, today: date) -> dict[str, object]:
    glance = saved.glance
    if glance is None:
        return {"label": saved.label, "trouble": saved.trouble}
    return {
        "label": saved.label,
        "names": list(glance.names),
        "done": glance.done,
        "of": glance.of,
        "half_done": glance.half_done,
        "last_day": glance.last_day.isoformat(),
        "next_evening": glance.next_evening.isoformat() if glance.next_evening else None,
        "next_review": glance.next_review.isoformat() if glance.next_review else None,
        "clauses_due": glance.reviews_due(today),
        "archived": glance.archived,
    }


def where(context: Context) -> int:
    """Tell every file there is about a workshop, or about all of them."""
    label = context.options.label
    if label is not None:
        folders = [store.find(context.data, label)]
    else:
        folders = [saved.path for saved in store.saved_in(context.data)]
        context.say(_("Workshops are kept in {data}").format(data=context.data))
    for folder in folders:
        context.say(*(str(path) for path in store.files_of(folder)))
        context.say(*(_copy(copy) for copy in _copies(folder)))
    log = context.data / paths.CRASH_LOG
    if label is None and log.is_file():
        context.say(str(log))
    return 0


def forget(context: Context) -> int:
    """Delete what the program wrote of a workshop, once its label was typed again."""
    path = store.find(context.data, context.options.label)
    contents = forgetting.contents(path)
    context.say(
        _("This deletes every file of {label}:").format(label=path.name),
        *(f"  {one_line(str(file))}" for file in contents.ours),
    )
    copies = _copies(path)
    if copies:
        context.say(_("These copies are left alone:"), *(f"  {copy}" for copy in copies))
    if contents.others:
        context.say(_others(contents.others))
    for file in contents.linked:
        context.say(_("Where a link leads is left alone: {path}").format(path=one_line(str(file))))
    context.say(
        _(
            "It cannot reach backups, copies you made yourself, or your shell's history; and on"
            " some disks deleted text can be recovered for a while."
        ),
        _("Type the label to delete them, or anything else to keep them:"),
    )
    typed = one_line(sys.stdin.readline())
    if typed != path.name:
        context.say(_("Nothing was deleted."))
        return 1
    is_gone = forgetting.forget(path)
    context.say(_("Deleted."))
    if not is_gone:
        shown = one_line(str(path))
        context.say(_("The folder {path} stays, with what else is in it.").format(path=shown))
    return 0


def _others(names: tuple[str, ...]) -> str:
    """Return that what is called so in a workshop's folder stays: three names, and how many."""
    shown = ", ".join(one_line(name) for name in names[:NAMED])
    more = len(names) - NAMED
    if more <= 0:
        return _("Not of this program, and left alone: {names}").format(names=shown)
    return plural(
        "Not of this program, and left alone: {names} and {count} more",
        "Not of this program, and left alone: {names} and {count} more",
        more,
        names=shown,
    )


def _copies(path: Path) -> tuple[str, ...]:
    from workshop.store.folder import Folder  # which builds the models

    try:
        return Folder(path).workshop().copies
    except Trouble:
        return ()  # what cannot be read can be deleted all the same


def _copy(copy: str) -> str:
    return _("{copy} (a copy, outside the workshop)").format(copy=copy)
