"""The two partners: which side each sits on, and what belongs to each. No rule lives here."""

from typing import Generic, Literal, TypeVar

from pydantic import model_validator

from workshop.core.fields import Name
from workshop.core.model import Frozen
from workshop.core.text import same_name
from workshop.unfit import Unfit
from workshop.values import dataclass
from workshop.words import _

Side = Literal["left", "right"]
"""Where a partner sits, always the same."""

Answers = Literal["type", "say", "paper", "guide types"]
"""How a partner likes to answer: types, says it while the other types, or writes on paper.

Where somebody guides the two, that one may type what is open: never what is sealed, nor a consent.
"""

SIDES: tuple[Side, Side] = ("left", "right")
"""Both sides."""

T = TypeVar("T")


def other(side: Side) -> Side:
    """Return the side across from `side`."""
    return "right" if side == "left" else "left"


@dataclass(frozen=True)
class BySide(Generic[T]):
    """One value for each partner."""

    left: T
    right: T

    def __getitem__(self, side: Side) -> T:
        return self.left if side == "left" else self.right

    @classmethod
    def of(cls, side: Side, mine: T, theirs: T) -> "BySide[T]":
        """Return `mine` for `side` and `theirs` for the one across."""
        return cls(mine, theirs) if side == "left" else cls(theirs, mine)


class Pair(Frozen):
    """The two names by side, and who is `first` in what is under way.

    The names differ, whatever their case, so that a file can say who is meant.
    """

    left: Name
    right: Name
    first: Side

    @model_validator(mode="after")
    def _names_differ(self) -> "Pair":
        if same_name(self.left, self.right):
            raise Unfit(_("the two names are the same"), _("Make them differ."))
        return self

    @property
    def second(self) -> Side:
        """The one who is not first."""
        return other(self.first)

    def name(self, side: Side) -> str:
        """Return what the partner on `side` is called."""
        return self.left if side == "left" else self.right
