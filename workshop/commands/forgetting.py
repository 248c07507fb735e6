"""The command that deletes: one workshop by its label, or those that are old or archived.

Each shows what goes and what it cannot reach, and asks. What is deleted and in which order,
`workshop.store.forgetting` knows.
"""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from datetime import date
from pathlib import Path

from workshop.cards.caseload import told
from workshop.cards.copies_told import half_a_copy
from workshop.commands.context import Context
from workshop.core.age import so_long_before
from workshop.core.days import in_words
from workshop.core.text import one_line
from workshop.errors import InUse, Locked, Trouble, WrongUse
from workshop.places import where_it_leads
from workshop.store import forgetting
from workshop.store import listing as store
from workshop.store.copies import copies_of, halves_in
from workshop.store.labels import is_same_label
from workshop.store.linked import is_link
from workshop.store.listing import Saved
from workshop.store.lock import WriterLock
from workshop.values import dataclass
from workshop.words import NAMED, _, plural


def forget(context: Context) -> int:
    """Delete what the program wrote of one workshop, or of several, once that was typed again."""
    options = context.options
    is_one = options.label is not None
    if is_one == (options.archived or options.older_than is not None):
        raise WrongUse(
            _("Say which to forget: a label, or --older-than AGE, --archived, or both of these.")
        )
    return _forget_one(context) if is_one else _forget_several(context)


# -- one -------------------------------------------------------------------------------------------


def _forget_one(context: Context) -> int:
    path = forgetting.found(context.data, context.options.label)
    contents = forgetting.contents(path)
    context.say(
        _("This deletes every file of {label}:").format(label=path.name),
        *(f"  {_listed(file, is_copy=file in contents.copies)}" for file in contents.ours),
    )
    _say_what_stays(context, path)
    context.say_unguarded([path])
    context.say(_("Type the label to delete them, or anything else to keep them:"))
    typed = _typed()
    if not typed or not is_same_label(typed, one_line(path.name)):
        context.say(_("Nothing was deleted."))
        return 1
    folder = where_it_leads(path)
    is_gone = forgetting.forget(path)
    context.say(_("Deleted."))
    if not is_gone:
        context.say(_folder_stays(folder))
    return 0


# -- several ---------------------------------------------------------------------------------------


@dataclass(frozen=True)
class _Chosen:
    """Which workshops are meant.

    Attributes:
        before: the day before which they were in use last; any day where it is None.
        archived: whether only those that are archived are meant.
        today: the day it is.
    """

    before: date | None
    archived: bool
    today: date

    def fits(self, saved: Saved) -> bool:
        """Whether a workshop is meant; of one that cannot be read nobody can tell."""
        glance = saved.glance
        if glance is None:
            return True
        is_old = self.before is None or glance.last_day < self.before
        return is_old and (glance.archived or not self.archived)

    def why_kept(self, saved: Saved) -> str:
        """Return why a workshop that is meant is left alone; empty where it is not."""
        glance = saved.glance
        if glance is None:
            return _("it cannot be read")
        if glance.is_open:
            return _("what was begun in it last was not closed")
        if glance.half_done:
            return _("an exercise is half done")
        if glance.next_evening is not None and glance.next_evening >= self.today:
            return _("its next date is ahead")
        try:
            with WriterLock(saved.path):
                forgetting.contents(saved.path)
        except InUse:
            return _("it is open in another window")
        except Trouble as trouble:
            return trouble.sentence
        return ""

    def heading(self) -> str:
        """Return what stands above those that are meant."""
        return self._told(
            _("Archived, and last used before {day}:"),
            _("Last used before {day}:"),
            _("Archived:"),
        )

    def none(self) -> str:
        """Return what is said where there are none."""
        return self._told(
            _("None of the archived ones was last used before {day}."),
            _("None was last used before {day}."),
            _("None is archived."),
        )

    def _told(self, both: str, old: str, archived: str) -> str:
        if self.before is None:
            return archived
        return (both if self.archived else old).format(day=in_words(self.before))


def _forget_several(context: Context) -> int:
    today, age = context.clock.today(), context.options.older_than
    before = None if age is None else so_long_before(age, today)
    chosen = _Chosen(before, context.options.archived, today)
    goes, kept = _sorted_out(store.saved_in(context.data), chosen)
    if goes:
        context.say(chosen.heading(), *(f"  {_line(saved, today)}" for saved in goes))
    else:
        context.say(_("There is nothing to delete.") if kept else chosen.none())
    if kept:
        context.say(_("Left alone:"), *(f"  {_label(saved)}: {why}" for saved, why in kept))
        context.say(_("`workshop forget LABEL` deletes one of these."))
    if not goes:
        return 0
    _say_what_stays(context, *(saved.path for saved in goes))
    context.say_unguarded(saved.path for saved in goes)
    count = len(goes)
    context.say(
        plural(
            "Type {count} to delete this one workshop, or anything else to keep it:",
            "Type {count} to delete these {count} workshops, or anything else to keep them:",
            count,
        )
    )
    if _typed() != str(count):
        context.say(_("Nothing was deleted."))
        return 1
    gone = [saved for saved in goes if _is_forgotten(context, saved)]
    context.say(
        plural("{count} workshop was deleted.", "{count} workshops were deleted.", len(gone))
    )
    return 0 if len(gone) == count else 1


def _sorted_out(
    found: Iterable[Saved], chosen: _Chosen
) -> tuple[list[Saved], list[tuple[Saved, str]]]:
    """Return those that go, and those that are left alone, each with the reason; oldest first."""
    goes: list[Saved] = []
    kept: list[tuple[Saved, str]] = []
    for saved in sorted(filter(chosen.fits, found), key=lambda one: (one.day, one.label)):
        if why := chosen.why_kept(saved):
            kept.append((saved, why))
        else:
            goes.append(saved)
    return goes, kept


def _line(saved: Saved, today: date) -> str:
    assert saved.glance is not None  # what cannot be read is kept
    return told(_label(saved), saved.glance, today)


def _label(saved: Saved) -> str:
    return one_line(saved.label)


def _is_forgotten(context: Context, saved: Saved) -> bool:
    """Delete one of several, and return whether it is gone; say why where it is not."""
    try:
        if store.seen(saved.path).glance != saved.glance:
            raise Trouble(_("It was changed meanwhile, and is left alone."))
        if not forgetting.forget(saved.path):
            context.say(_folder_stays(saved.path))
    except Trouble as trouble:
        context.complain(f"{_label(saved)}: {trouble.sentence}")
        return False
    return True


# -- both ------------------------------------------------------------------------------------------


def _say_what_stays(context: Context, *folders: Path) -> None:
    """Say what is left alone, and what no program can reach."""
    copies: list[str] = []
    for folder in folders:
        try:
            copies += copies_of(folder)
        except Locked:
            context.say(
                _(
                    "{label} is locked, and so nobody can tell which copies of it are elsewhere."
                    " They are left alone."
                ).format(label=one_line(folder.name))
            )
    if copies:
        context.say(_("These copies are left alone:"), *(f"  {copy}" for copy in copies))
    for half in halves_in(Path(copy).parent for copy in copies):
        context.complain(half_a_copy(half))
    contents = [(folder, forgetting.contents(folder)) for folder in folders]
    several = len(folders) > 1
    names = [(folder.name, name) for folder, one in contents for name in one.others]
    context.say(*_others([f"{label}/{name}" if several else name for label, name in names]))
    maybe = [(folder.name, name) for folder, one in contents for name in one.maybe]
    context.say(*_maybe([f"{label}/{name}" if several else name for label, name in maybe]))
    for file in (file for _folder, one in contents for file in one.linked):
        context.say(_("Where a link leads is left alone: {path}").format(path=_shown(file)))
    context.say(
        _(
            "It cannot reach backups, copies that somebody made or took to another machine, or your"
            " shell's history; and on some disks deleted text can be recovered for a while."
        )
    )


def _others(names: list[str]) -> Iterator[str]:
    """Yield that what is called so stays: three names, and how many more."""
    shown = ", ".join(one_line(name) for name in names[:NAMED])
    more = len(names) - NAMED
    if more > 0:
        yield plural(
            "Not of this program, and left alone: {names} and {count} more",
            "Not of this program, and left alone: {names} and {count} more",
            more,
            names=shown,
        )
    elif names:
        yield _("Not of this program, and left alone: {names}").format(names=shown)


def _maybe(names: list[str]) -> Iterator[str]:
    """Yield that some of what stays may hold words of the two: three names, and how many more."""
    shown = ", ".join(one_line(name) for name in names[:NAMED])
    more = len(names) - NAMED
    if names:
        said = _("A sync program may have left these, with words of the two in them: {names}.")
        if more > 0:
            said = plural(
                "A sync program may have left these, with words of the two in them: {names} and"
                " {count} more.",
                "A sync program may have left these, with words of the two in them: {names} and"
                " {count} more.",
                more,
                names="{names}",
            )
        yield said.format(names=shown) + " " + _("Look at them, and delete them yourself.")


def _typed() -> str:
    return one_line(sys.stdin.readline())


def _folder_stays(path: Path) -> str:
    return _("The folder {path} stays, with what else is in it.").format(path=_shown(path))


def _listed(file: Path, *, is_copy: bool) -> str:
    """Return a file that goes, by its path; a link says that nothing but itself does."""
    if is_link(file):
        return _("{path} (a link: it alone is taken away)").format(path=_shown(file))
    if is_copy:
        return _("{path} (a copy that a sync program left)").format(path=_shown(file))
    return _shown(file)


def _shown(path: Path) -> str:
    return one_line(str(path))
