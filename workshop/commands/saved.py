"""Commands about what is saved: list, where."""

from datetime import date
from pathlib import Path

from workshop import paths
from workshop.cards.caseload import nothing, told
from workshop.cards.copies_told import copies_told, half_a_copy, whole_copy
from workshop.cards.missed import told_whole, way_on
from workshop.cards.names_told import differing
from workshop.commands.context import Context
from workshop.core.caseload import Wanted, by
from workshop.core.text import shown
from workshop.errors import Locked
from workshop.places import is_file
from workshop.store import listing as store
from workshop.store.listing import Saved
from workshop.words import _


def list_workshops(context: Context) -> int:
    """List saved workshops: label, names, progress, last day, next dates."""
    options, today = context.options, context.clock.today()
    wanted = Wanted(options.find, by(options.due, today), options.sort, options.archived)
    found = store.all_in(context.data, wanted)
    if options.json:
        import json

        rows = [_row(saved, today) | _beside(saved) for saved in found]
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
        for what in filter(None, (whole_copy(saved.copy_of), copies_told(saved.copies))):
            context.complain(_("{label}: {what}").format(label=saved.label, what=what))
        if saved.glance is not None and saved.glance.in_agreement is not None:
            for doubt in differing(saved.glance.names, saved.glance.in_agreement):
                context.complain(_("{label}: {what}").format(label=saved.label, what=doubt))
        if saved.glance is not None and (what := told_whole(saved.glance.agreement)):
            what = f"{what} {way_on(saved.label)}"
            context.complain(_("{label}: {what}").format(label=saved.label, what=what))
    context.say_where_kept()
    return 1 if any(saved.trouble for saved in found) else 0


def _beside(saved: Saved) -> dict[str, object]:
    return {"copies": list(saved.copies), "copy_of": saved.copy_of or None}


def _row(saved: Saved, today: date) -> dict[str, object]:
    glance = saved.glance
    if glance is None:
        return {"label": saved.label, "trouble": saved.trouble}
    if glance.locked:  # nothing is known of it but days
        return {
            "label": saved.label,
            "locked": True,
            "last_day": glance.last_day.isoformat(),
            "next_evening": glance.next_evening.isoformat() if glance.next_evening else None,
            "archived": glance.archived,
        }
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
        "agreement": glance.agreement,
        "names_in_agreement": list(glance.in_agreement) if glance.in_agreement else None,
    }


def where(context: Context) -> int:
    """Tell every file there is about a workshop, or about all of them."""
    from workshop.store import forgetting
    from workshop.store.copies import copies_of, halves_in  # which builds the models
    from workshop.store.private import is_open_to_others

    label = context.options.label
    if label is not None:
        folders = [forgetting.found(context.data, label)]
    else:
        folders = [saved.path for saved in store.saved_in(context.data)]
        context.say(_("Workshops are kept in {data}").format(data=context.data))
    for folder in folders:
        context.say(*(str(path) for path in store.files_of(folder)))
        if is_open_to_others(folder):
            context.say(
                _("Others on this machine can look into {folder}: chmod 700 closes it.").format(
                    folder=folder
                )
            )
        try:
            copies = copies_of(folder)
            context.say(*(_copy(copy) for copy in copies))
            for half in halves_in(Path(copy).parent for copy in copies):
                context.complain(half_a_copy(half))
        except Locked:
            context.say(
                _("{label} is locked: which copies of it are elsewhere is in it, too.").format(
                    label=shown(folder.name)
                )
            )
    log = context.data / paths.CRASH_LOG
    for file in (log, context.settings.path):
        if label is None and is_file(file):
            context.say(str(file))
    context.say_where_kept()
    return 0


def _copy(copy: str) -> str:
    return _("{copy} (a copy, outside the workshop)").format(copy=copy)
