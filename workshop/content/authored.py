"""What is in a TOML file that somebody wrote by hand: what is in it, or every slip in it."""

from __future__ import annotations

from workshop import toml
from workshop.core.text import tidy
from workshop.errors import Unreadable
from workshop.values import dataclass

TYPE_CHECKING = False
if TYPE_CHECKING:
    from workshop.content.source import Slip


@dataclass(frozen=True)
class Authored:
    """A file as it was read.

    Attributes:
        table: what is in it, tidy; where it has slips, what was meant; None where nobody can say.
        slips: what keeps it from being read as it stands, in the order of lines.
        text: the text that the table was read from.
        lines: of each line of that text the line in the file; empty where they are the same.
    """

    table: toml.Table | None
    slips: tuple[Slip, ...] = ()
    text: str = ""
    lines: tuple[int, ...] = ()

    def line(self, line: int) -> int:
        """Return the line in the file of a line of the text."""
        return self.lines[line - 1] if 0 < line <= len(self.lines) else line


def authored(data: bytes) -> Authored:
    """Return what is in the bytes of a file, whatever they are."""
    try:
        return Authored(tidy(toml.read_table(data, "")))
    except (Unreadable, RecursionError) as trouble:
        from workshop.content.mended import mended  # most files need no mending

        return mended(data, trouble.line if isinstance(trouble, Unreadable) else 0)
