"""A page to read, and the copy of the agreement: both's."""

from typing import ClassVar

from workshop.core.people import Side
from workshop.core.turns.turn import Done, Turn
from workshop.values import dataclass


@dataclass(frozen=True, kw_only=True)
class Read(Turn):
    """A page; `reader` reads it aloud. Both's.

    Attributes:
        text: what it says.
        reader: who reads it aloud, if it is that kind of page.
        code: the agreement code, where the page is what is new in the agreement; else empty.
        note: what is said about the code.
        ends: whether the evening is over after it.
    """

    text: str
    code: str = ""
    note: str = ""
    reader: Side | None = None
    ends: bool = False
    takes: ClassVar = (Done,)

    @property
    def decides(self) -> bool:
        """Whether it ends the evening."""
        return self.ends


@dataclass(frozen=True, kw_only=True)
class Copy(Turn):
    """Where the agreement is, and its code, for whoever wants to note it."""

    code: str
    takes: ClassVar = (Done,)
