"""What a list of workshops says of each, and where there is nothing to say."""

from datetime import date

from workshop.core.caseload import Wanted
from workshop.core.glance import Glance
from workshop.core.text import one_line
from workshop.words import _, plural


def told(label: str, glance: Glance, today: date) -> str:
    """Return a workshop on one line, with days that scripts can read."""
    left, right = glance.names
    parts = [
        f"{label}  " + _("{left} and {right}").format(left=left, right=right),
        _("{done} of {of} done").format(done=glance.done, of=glance.of),
    ]
    if glance.half_done:
        parts.append(_("one under way"))
    parts.append(_("last {day}").format(day=glance.last_day.isoformat()))
    if glance.next_evening:
        parts.append(_("next evening {day}").format(day=glance.next_evening.isoformat()))
    if glance.next_review:
        day = glance.next_review.isoformat()
        parts.append(_("look at the agreement again {day}").format(day=day))
    if due := glance.reviews_due(today):
        parts.append(plural("{count} clause due", "{count} clauses due", due))
    if glance.archived:
        parts.append(_("archived"))
    return ", ".join(parts)


def nothing(wanted: Wanted) -> str:
    """Return what is said where none of the workshops there are is wanted."""
    find = one_line(wanted.find)
    if find and wanted.due_by is not None:
        said = _("Of what is due, nothing is called “{words}”.")
    elif find:
        said = _("No label and no name has “{words}” in it.")
    elif wanted.due_by is not None:
        said = _("Nothing is due.")
    else:
        return _("All workshops are archived.")
    return said.format(words=find)
