"""What is told once of the place in which workshops are kept, and what that means for the two."""

from collections.abc import Sequence
from pathlib import Path

from workshop.cards.choice import Choice, Option
from workshop.cards.deeds import Back, LeaveDeed, Stop
from workshop.core.text import one_line
from workshop.words import _


def kept_by(name: str, root: Path, *, versions: bool) -> str:
    """Return what it means that something else keeps the folder.

    Args:
        name: what it is called.
        root: the folder that it keeps.
        versions: whether it keeps what was, where somebody says so; else it syncs.
    """
    said = _(
        "Workshops are kept in {root} here, which {name} copies to other machines, and may keep"
        " earlier versions of. Answers that are deleted here can stay there, and all who share the"
        " folder can read them."
    )
    if versions:
        said = _(
            "Workshops are kept in {root} here, of which {name} keeps versions. What somebody"
            " commits stays in them, deleted answers too, and goes wherever they are sent."
        )
    mend = _("Another folder is named by --data DIR. This is said once.")
    return f"{said.format(root=one_line(str(root)), name=name)} {mend}"


def open_to_others(folder: Path) -> str:
    """Return what it means that a disk keeps nobody out."""
    return _(
        "Others on this machine can look into {folder}: this disk does not let a folder be closed."
        " Another one is named by --data DIR. This is said once."
    ).format(folder=one_line(str(folder)))


def keeps_nobody_out() -> tuple[str, str]:
    """Return that a disk keeps no second window out, and what that asks of the two."""
    return (
        _("This disk cannot keep a second window out."),
        _(
            "Have this workshop open in this window alone, on one computer. What two windows write"
            " at the same time could be lost."
        ),
    )


def noticed(lines: Sequence[str]) -> Choice[LeaveDeed]:
    """Tell what is to be known of the place, before the two begin."""
    return Choice(
        _("Something to know about where this is kept."),
        tuple(lines),
        (Option(Back(), _("Go on")), Option(Stop(), _("Stop"))),
    )
