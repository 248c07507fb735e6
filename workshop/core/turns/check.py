"""Was that it? Asked of the one who spoke."""

from typing import ClassVar, Literal

from workshop.core.turns.turn import Empty, Reply, Turn
from workshop.words import _


class Checked(Reply):
    """Was that it? Only the one who spoke knows."""

    kind: Literal["checked"] = "checked"
    answer: Literal["yes", "nearly", "not yet"]


UNDERSTOOD = Checked.model_construct(answer="yes")


class Check(Turn):
    """Was that it? The one who spoke decides."""

    takes: ClassVar = (Checked, Empty)

    @property
    def many(self) -> str:
        """What several of them are called."""
        return _("checks")

    @property
    def example(self) -> Checked:
        """Yes, that was it."""
        return UNDERSTOOD
