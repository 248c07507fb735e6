"""One thing that is wrong in a file that people wrote: where it is, what it is, how to mend it."""

from collections.abc import Sequence
from typing import Literal

from workshop.core.text import clean, one_line, shown
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
        what: what is wrong, a sentence.
        mend: how to mend it, a sentence or two.
        severity: whether it must be mended.
        at: keys and places in lists that lead to it; its line is found by these.
        line: the line of the file, from 1; 0 while it is not known, or there is none.
        rows: what shows it, such as a sum, a row each; mostly nothing.
    """

    file: str
    where: str
    what: str
    mend: str
    severity: Severity = "error"
    at: tuple[str | int, ...] = ()
    line: int = 0
    rows: tuple[str, ...] = ()

    @property
    def sentence(self) -> str:
        """What is wrong, and how to mend it."""
        return f"{self.what} {self.mend}"

    def __str__(self) -> str:
        """Return it as one line that nothing in the file can make act on a terminal."""
        file = shown(self.file) + (f":{self.line}" if self.line else "")
        parts = [file, self.where, self.sentence]
        if self.severity == "warning":
            parts.insert(2, _("warning"))
        told = one_line(": ".join(part for part in parts if part))
        return "".join(char if char.isprintable() else ascii(char)[1:-1] for char in told)

    def told(self) -> tuple[str, ...]:
        """Return it in lines: itself, and beneath it what shows it."""
        return (str(self), *(f"    {clean(row)}" for row in self.rows))


def quoted(name: str) -> str:
    """Return a name that an author wrote in quotes, on one line, and not too long."""
    name = one_line(name)
    return f'"{name if len(name) <= SHOWN else name[: SHOWN - 1] + "…"}"'


def nearest(name: str, known: list[str]) -> str:
    """Return `Did you mean "..."?`; empty when nothing known is near."""
    from difflib import get_close_matches  # few names are wrong

    near = get_close_matches(name, known, n=1) if len(name) <= SHOWN else []
    return _('Did you mean "{name}"?').format(name=near[0]) if near else ""


def with_nearest(said: str, id: str, known: list[str]) -> str:
    """Return a sentence that there is nothing called `id`, and what may have been meant."""
    near = nearest(id.casefold(), known)
    return f"{said} {near}" if near else said


def told_first(wrong: Sequence[Problem]) -> str:
    """Return what is wrong first, with its line, and how to hear of the rest."""
    from shlex import quote  # few files are wrong

    file = quote(shown(wrong[0].file))
    more = len(wrong) - 1
    if more:
        said = plural(
            "And {count} more thing: `workshop check {file}` tells all.",
            "And {count} more things: `workshop check {file}` tells all.",
            more,
            file=file,
        )
    else:
        said = _("Then `workshop check {file}` tells whether that was all.").format(file=file)
    return f"{wrong[0]} {said}"
