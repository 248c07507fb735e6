"""One thing that is wrong in a file that people wrote: where it is, what it is, how to mend it."""

from collections.abc import Sequence
from typing import Literal

from workshop.core.text import one_line, shown
from workshop.values import dataclass
from workshop.words import _, plural

Severity = Literal["error", "warning"]
"""An error keeps a file from doing what it is for; a warning is for its author to judge."""

SHOWN = 60
"""The most characters of a name that a sentence shows."""


@dataclass(frozen=True)
class Problem:
    """Something wrong in a file.

    Attributes:
        file: the file, as it was named.
        where: the part of it, such as `step 2 "floor"`; empty for the file as a whole.
        sentence: what is wrong, and how to mend it.
        severity: whether it must be mended.
        at: keys and places in lists that lead to it; its line is found by these.
        line: the line of the file, from 1; 0 while it is not known, or there is none.
    """

    file: str
    where: str
    sentence: str
    severity: Severity = "error"
    at: tuple[str | int, ...] = ()
    line: int = 0

    def __str__(self) -> str:
        """Return it as one line that nothing in the file can make act on a terminal."""
        file = shown(self.file) + (f":{self.line}" if self.line else "")
        parts = [file, self.where, self.sentence]
        if self.severity == "warning":
            parts.insert(2, _("warning"))
        return one_line(": ".join(part for part in parts if part))


def quoted(name: str) -> str:
    """Return a name that an author wrote in quotes, on one line, and not too long."""
    name = one_line(name)
    return f'"{name if len(name) <= SHOWN else name[: SHOWN - 1] + "…"}"'


def nearest(name: str, known: list[str]) -> str:
    """Return `Did you mean "..."?` with a space before it; empty when nothing known is near."""
    from difflib import get_close_matches  # few names are wrong

    near = get_close_matches(name, known, n=1) if len(name) <= SHOWN else []
    return " " + _('Did you mean "{name}"?').format(name=near[0]) if near else ""


def told_first(wrong: Sequence[Problem]) -> str:
    """Return what is wrong first, with its line, and how to hear of the rest."""
    more = len(wrong) - 1
    if not more:
        return str(wrong[0])
    said = plural(
        "And {count} thing more: `workshop check` tells all.",
        "And {count} things more: `workshop check` tells all.",
        more,
    )
    return f"{wrong[0]} {said}"
