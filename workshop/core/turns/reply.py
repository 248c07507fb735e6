"""What a partner can answer, and what of it is kept. Each reply stands beside its turn.

Kept replies (`Stored`) go to disk. The answers of a sealed turn and of a consent (`Held`) live in
memory alone until both are in: no file has a place for what only a consent can be answered with.
"""

from typing import Annotated

from pydantic import Field

from workshop.core.model import Frozen
from workshop.core.turn_id import TurnId
from workshop.core.turns.both_tick import InDoubt, Wish, Wished
from workshop.core.turns.check import UNDERSTOOD, Checked
from workshop.core.turns.circles import POINTS_LIMIT, Circled
from workshop.core.turns.compound import Held
from workshop.core.turns.consent import (
    NOT_NOW,
    YES,
    EndIt,
    No,
    NotNow,
    OtherWords,
    PauseIt,
    Yes,
)
from workshop.core.turns.day import Day
from workshop.core.turns.draft import Drafted
from workshop.core.turns.guided import (
    FinishedAloud,
    Intervention,
    RepeatedStep,
    SetAside,
    SkippedStep,
    WentOn,
)
from workshop.core.turns.joint import Agreed, Changed, Ended, Paused
from workshop.core.turns.marking import Numbers
from workshop.core.turns.moving import Moved
from workshop.core.turns.openable import Marked, Openable
from workshop.core.turns.pick import Picked
from workshop.core.turns.points import Pointed
from workshop.core.turns.rank import Ranked
from workshop.core.turns.rate import Rated
from workshop.core.turns.reveal import Outcome
from workshop.core.turns.sealed import CLOSED, Closed, OnPaper, Opened, Paper
from workshop.core.turns.speak import MoreTime
from workshop.core.turns.tie import Taken
from workshop.core.turns.turn import DONE, EMPTY, Done, Empty, Reply
from workshop.core.turns.write import Words

Stored = (
    Done
    | Empty
    | MoreTime
    | Openable
    | Checked
    | Drafted
    | Moved
    | Day
    | Taken
    | Outcome
    | Intervention
)
"""What a file may hold."""


class Entry(Frozen):
    """The record of one turn: its id, the reply, and how many whole seconds it took."""

    turn: Annotated[str, Field(min_length=1, max_length=200)]
    reply: Annotated[Stored, Field(discriminator="kind")]
    seconds: Annotated[int, Field(ge=0)] = 0

    @property
    def id(self) -> TurnId:
        """The id of the turn, to be read."""
        return TurnId(self.turn)


__all__ = [
    "CLOSED",
    "DONE",
    "EMPTY",
    "NOT_NOW",
    "POINTS_LIMIT",
    "UNDERSTOOD",
    "YES",
    "Agreed",
    "Changed",
    "Checked",
    "Circled",
    "Closed",
    "Day",
    "Done",
    "Drafted",
    "Empty",
    "EndIt",
    "Ended",
    "Entry",
    "FinishedAloud",
    "Held",
    "InDoubt",
    "Intervention",
    "Marked",
    "MoreTime",
    "Moved",
    "No",
    "NotNow",
    "Numbers",
    "OnPaper",
    "Openable",
    "Opened",
    "OtherWords",
    "Outcome",
    "Paper",
    "PauseIt",
    "Paused",
    "Picked",
    "Pointed",
    "Ranked",
    "Rated",
    "RepeatedStep",
    "Reply",
    "SetAside",
    "SkippedStep",
    "Stored",
    "Taken",
    "WentOn",
    "Wish",
    "Wished",
    "Words",
    "Yes",
]
