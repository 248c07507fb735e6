"""What is said aloud: to speak, and to say that something was heard. Nothing of it is typed."""

from typing import ClassVar, Literal

from workshop.core.turn_id import TurnId
from workshop.core.turns.turn import Done, Empty, Reply, Turn
from workshop.values import dataclass
from workshop.words import _

Role = Literal["speaks", "says it back", "answers"]
"""What somebody does aloud."""


class MoreTime(Reply):
    """More time at this turn, and as much for the other."""

    kind: Literal["more time"] = "more time"


@dataclass(frozen=True, kw_only=True)
class Speak(Turn):
    """The holder talks, or answers, aloud.

    Attributes:
        role: what the holder does, for the line that says whose turn it is.
        next: what the other will be asked afterwards; may be empty.
        counterpart: the turn of the other that gets the same time; None where no more can be asked.
    """

    role: Role = "speaks"
    next: str = ""
    counterpart: TurnId | None = None
    takes: ClassVar = (Done, Empty)

    @property
    def many(self) -> str:
        """What several of them are called."""
        return _("turns to speak")


@dataclass(frozen=True, kw_only=True)
class Heard(Turn):
    """Hearing is not agreeing: the holder says that it arrived."""

    words: str = ""
    takes: ClassVar = (Done, Empty)

    @property
    def many(self) -> str:
        """What several of them are called."""
        return _("turns to say that it was heard")

    @property
    def decides(self) -> bool:
        """It says something in the holder's name."""
        return True
