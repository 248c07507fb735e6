"""What is told of copies beside a workshop's files, which a sync program or two windows left."""

from collections.abc import Iterator, Sequence
from pathlib import Path

from workshop.core.caseload import Listed
from workshop.core.text import one_line
from workshop.words import NAMED, _, plural


def copies_told(names: Sequence[str]) -> str:
    """Return that there are copies and what to do with them; empty where there are none."""
    if not names:
        return ""
    shown, more = ", ".join(map(one_line, names[:NAMED])), len(names) - NAMED
    what = _("Copies lie beside the files here, and are not read: {names}.").format(names=shown)
    if more > 0:
        what = plural(
            "Copies lie beside the files here, and are not read: {names} and {count} more.",
            "Copies lie beside the files here, and are not read: {names} and {count} more.",
            more,
            names=shown,
        )
    return f"{what} {where_from()} {what_to_do()}"


def where_from() -> str:
    """Return who leaves such copies."""
    return _("A program that syncs folders leaves them, or two windows that wrote at once.")


def what_to_do() -> str:
    """Return what to do with such copies."""
    return _("Look together whether they say something that is missing, then delete them.")


def copies_of_several(labels: Sequence[str]) -> str:
    """Return that there are such copies in several workshops, and where they are named."""
    shown, more = ", ".join(map(one_line, labels[:NAMED])), len(labels) - NAMED
    what = _("Copies that are not read lie beside the files of {labels}.").format(labels=shown)
    if more > 0:
        what = plural(
            "Copies that are not read lie beside the files of {labels} and {count} more.",
            "Copies that are not read lie beside the files of {labels} and {count} more.",
            more,
            labels=shown,
        )
    return f"{what} " + _("`workshop list` names them, and says what to do.")


def whole_copy(original: str) -> str:
    """Return that a whole workshop looks like a copy of another; empty where it does not."""
    if not original:
        return ""
    return _(
        "This looks like a copy of {original}: a program that syncs folders leaves one, or a hand."
        " What you do in one of them is not in the other. Look which one goes on, and put the other"
        " elsewhere, or forget it."
    ).format(original=one_line(original))


def marks(one: Listed) -> Iterator[str]:
    """Yield the same in a few words, for a list."""
    if one.copies:
        yield plural("{count} copy beside", "{count} copies beside", len(one.copies))
    if one.copy_of:
        yield _("looks like a copy of {original}").format(original=one_line(one.copy_of))


def half_a_copy(half: Path) -> str:
    """Return what a stop left of a copy, and what to do with it."""
    return _(
        "{path} is half a copy, which a stop left. Delete it, unless one is being saved just now."
    ).format(path=one_line(str(half)))
