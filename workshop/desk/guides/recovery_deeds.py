"""What can be done where a file of a workshop cannot be read, a small type each."""

from workshop.cards.choice import Deed
from workshop.cards.deeds import Back
from workshop.values import dataclass


@dataclass(frozen=True)
class Recovering(Deed):
    """What is done in a recovery, wherever that is opened from."""


@dataclass(frozen=True)
class GoThrough(Recovering):
    """Go through what can be done, one file at a time."""


@dataclass(frozen=True)
class PutBack(Recovering):
    """Put a copy in the place of a file.

    Attributes:
        name: the file.
        copy: what the copy's file is called.
    """

    name: str
    copy: str


@dataclass(frozen=True)
class SetAside(Recovering):
    """Set a file aside.

    Attributes:
        name: the file.
    """

    name: str


@dataclass(frozen=True)
class MakeAnew(Recovering):
    """Make `workshop.toml` anew, around what is left."""


@dataclass(frozen=True)
class KeepReadable(Recovering):
    """Put in the agreement's place what can be read of it."""


@dataclass(frozen=True)
class LeaveIt(Recovering):
    """Leave a file as it is.

    Attributes:
        name: the file.
    """

    name: str


@dataclass(frozen=True)
class GoOnWithIt(Recovering):
    """Go on with the workshop."""


Mending = PutBack | SetAside | MakeAnew | KeepReadable
"""What changes a file."""
RecoveryDeed = GoThrough | Mending | LeaveIt | GoOnWithIt | Back
