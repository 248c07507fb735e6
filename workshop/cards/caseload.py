"""What a list of workshops says of each, what can be done with it, and where it says nothing."""

from datetime import date
from typing import NamedTuple, assert_never

from workshop.cards import copies_told
from workshop.cards.missed import mark, told_whole
from workshop.cards.names_told import differing, names_mark
from workshop.core.caseload import SPANS, Listed, Order, Span, Wanted
from workshop.core.days import in_words
from workshop.core.glance import Glance
from workshop.core.text import one_line
from workshop.words import _, plural

# -- one workshop ----------------------------------------------------------------------------------


def told(label: str, glance: Glance, today: date) -> str:
    """Return a workshop on one line, with days that scripts can read."""
    parts = [f"{label}  " + names(glance)]
    if not glance.locked:
        parts.append(progress(glance))
    if (stands := under_way(glance)) and not glance.locked:
        parts.append(stands)
    parts.append(_("last {day}").format(day=glance.last_day.isoformat()))
    if glance.next_evening:
        said = _("next session {day}") if glance.guided else _("next evening {day}")
        if glance.locked:  # nobody knows which it is
            said = _("next {day}")
        parts.append(said.format(day=glance.next_evening.isoformat()))
    if glance.next_review:
        day = glance.next_review.isoformat()
        parts.append(_("look at the agreement again {day}").format(day=day))
    if due := glance.reviews_due(today):
        parts.append(clauses_due(due))
    if glance.archived:
        parts.append(_("archived"))
    parts += _marks(glance)
    return ", ".join(parts)


def under_way(glance: Glance) -> str:
    """Return what is under way, in a few words: an exercise, or an evening without its close."""
    if glance.half_done:
        return _("one under way")
    if not (glance.is_open and glance.done):
        return ""
    return _("session not closed") if glance.guided else _("evening not closed")


def _under_way(glance: Glance) -> str:
    if glance.half_done:
        return _("One exercise is under way.")
    if not (glance.is_open and glance.done):
        return ""
    if glance.guided:
        return _("The last session is not closed yet.")
    return _("The last evening is not closed yet.")


def _marks(glance: Glance) -> list[str]:
    """Return what is to be seen to in a workshop, in a few words each."""
    marks = (names_mark(glance.in_agreement), mark(glance.agreement))
    return [marked for marked in marks if marked]


def line(one: Listed, today: date) -> str:
    """Return a workshop on one line, be it one that cannot be read."""
    if one.glance is None:
        return _("{label} cannot be read").format(label=one.label)
    return ", ".join((told(one.label, one.glance, today), *copies_told.marks(one)))


def names(glance: Glance) -> str:
    """Return who the two are; of a locked workshop, that it is."""
    if glance.locked:
        return _("locked")
    left, right = glance.names
    return _("{left} and {right}").format(left=left, right=right)


def progress(glance: Glance) -> str:
    """Return how far they are."""
    return _("{done} of {of} done").format(done=glance.done, of=glance.of)


def clauses_due(count: int) -> str:
    """Return how many clauses are due."""
    return plural("{count} clause due", "{count} clauses due", count)


class Cells(NamedTuple):
    """A row of a table of workshops: where a screen has room for one."""

    label: str
    names: str
    last: str
    next: str
    due: str
    done: str


def heads() -> Cells:
    """Return what stands over a table of workshops."""
    return Cells(_("Label"), _("Names"), _("Last"), _("Next"), _("Due"), _("Done"))


def cells(one: Listed, today: date) -> Cells:
    """Return the row of a workshop."""
    glance = one.glance
    if glance is None:
        return Cells(one.label, _("cannot be read"), "", "", "", "")
    due = glance.reviews_due(today)
    done = "" if glance.locked else _("{done} of {of}").format(done=glance.done, of=glance.of)
    marks = (*_marks(glance), *copies_told.marks(one))
    return Cells(
        one.label,
        ": ".join((*marks, names(glance))),  # the end may be out of sight
        glance.last_day.isoformat(),
        glance.next_evening.isoformat() if glance.next_evening else "",
        str(due) if due else "",
        _("archived") if glance.archived else done,
    )


def whose(label: str, glance: Glance) -> str:
    """Return whose workshop it is."""
    return _("{names} ({label})").format(names=names(glance), label=label)


def details(glance: Glance, today: date) -> tuple[str, ...]:
    """Return what there is to say of a workshop, a line each."""
    review, due = glance.next_review, glance.reviews_due(today)
    lines = [
        _("Locked: a passphrase opens it.") if glance.locked else progress(glance),
        _under_way(glance) if not glance.locked else "",
        _("Last: {day}").format(day=in_words(glance.last_day)),
        _("Next: {day}").format(day=in_words(glance.next_evening)) if glance.next_evening else "",
        clauses_due(due) if due else "",
        _("The agreement is to be looked at again on {day}").format(day=in_words(review))
        if review and not due
        else "",
        _("Guided") if glance.guided else "",
        _("Archived") if glance.archived else "",
        *differing(glance.names, glance.in_agreement or glance.names),
        told_whole(glance.agreement),
    ]
    return tuple(line for line in lines if line)


# -- the list --------------------------------------------------------------------------------------


def heading(shown: int, of: int, span: Span | None, wanted: Wanted) -> str:
    """Return how many workshops are shown, of which, and in what order."""
    if shown == of:
        parts = [plural("{count} workshop", "{count} workshops", of)]
    else:
        parts = [_("{shown} of {of} workshops").format(shown=shown, of=of)]
    if span is not None:
        parts.append(_("due in {count} days").format(count=SPANS[span]))
    if wanted.archived:
        parts.append(_("the archived ones too"))
    match wanted.order:
        case "last":
            parts.append(_("by last day"))
        case "next":
            parts.append(_("by next day"))
        case "label":
            parts.append(_("by label"))
        case _:
            assert_never(wanted.order)
    return ", ".join(parts)


def nothing(wanted: Wanted) -> str:
    """Return what is said where none of the workshops there are is wanted."""
    find = one_line(wanted.find)
    if find and wanted.due_by is not None:
        said = _("Nothing that is due is called “{words}”.")
    elif find:
        said = _("No label and no name has “{words}” in it.")
    elif wanted.due_by is not None:
        said = _("Nothing is due.")
    else:
        return _("All workshops are archived.")
    return said.format(words=find)


def none_yet() -> str:
    """Return what is said where nobody has begun a workshop."""
    return _("There is no workshop yet. `workshop start --guided` begins one.")


# -- what can be done ------------------------------------------------------------------------------


def sort(order: Order) -> str:
    """Return what a button says that sorts them."""
    match order:
        case "last":
            return _("By last day")
        case "next":
            return _("By next day")
        case "label":
            return _("By label")


def due(span: Span | None) -> str:
    """Return what a button says that shows what is due alone, or all."""
    match span:
        case "week":
            return _("Due this week")
        case "month":
            return _("Due this month")
        case None:
            return _("Due or not")


def archived(whether: bool) -> str:
    """Return what a button says that shows those that are archived, or hides them."""
    return _("Archived too") if whether else _("Without archived")


def archive(whether: bool) -> str:
    """Return what a button says that archives a workshop, or takes it back."""
    return _("Archive it") if whether else _("Take it back from the archive")


def was_archived(label: str, whether: bool) -> str:
    """Return what is said once a workshop was archived, or taken back."""
    said = _("{label} is archived.") if whether else _("{label} is not archived any more.")
    return said.format(label=label)
