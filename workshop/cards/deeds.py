"""What can be done beside the turns, a small type each, and which of it each choice offers."""

from __future__ import annotations

from typing import TYPE_CHECKING, Generic, TypeVar

from workshop.cards.choice import Deed
from workshop.values import dataclass

if TYPE_CHECKING:  # a list of workshops takes no models
    from workshop.core.people import Answers, Side

P = TypeVar("P", covariant=True)


@dataclass(frozen=True)
class Back(Deed):
    """Go back to where they came from, or go on with what lies below."""


@dataclass(frozen=True)
class Stop(Deed):
    """Stop for tonight: everything is saved."""


@dataclass(frozen=True)
class CloseEvening(Deed):
    """Begin to close the evening."""


@dataclass(frozen=True)
class Begin(Deed):
    """Begin an exercise.

    Attributes:
        exercise: its id.
    """

    exercise: str


@dataclass(frozen=True)
class GoTo(Deed, Generic[P]):
    """Go to a page of a guide.

    Attributes:
        page: which one; each guide has its own.
    """

    page: P


# -- an exercise that was left in the middle ---------------------------------------------------


@dataclass(frozen=True)
class TakeUp(Deed):
    """Take it up where it was left."""


@dataclass(frozen=True)
class StartAgain(Deed):
    """Throw its notes away, and begin it again."""


@dataclass(frozen=True)
class PutAway(Deed):
    """Throw its notes away, and do something else."""


@dataclass(frozen=True)
class LookAgain(Deed):
    """Look once more whether it can be opened now: a disk may not have answered once."""


LostDeed = Stop | PutAway | LookAgain
HalfDoneDeed = TakeUp | StartAgain | LostDeed

# -- what comes next ---------------------------------------------------------------------------


@dataclass(frozen=True)
class LookForAnother(Deed):
    """Look for an exercise that is not on the path."""


@dataclass(frozen=True)
class LookAtPictures(Deed):
    """Look at the pictures that were kept."""


@dataclass(frozen=True)
class LookAtAgreement(Deed):
    """Open the pages of the agreement."""


@dataclass(frozen=True)
class LookAtReadings(Deed):
    """Open what there is to read."""


@dataclass(frozen=True)
class Within(Deed):
    """Say how much time there is.

    Attributes:
        minutes: how many minutes; None when it does not matter.
    """

    minutes: int | None


MapDeed = Begin | LookForAnother | LookAtPictures | LookAtAgreement | LookAtReadings | CloseEvening
HowLongDeed = Within | Back
OthersDeed = Begin | Back

# -- leave, pause, how to answer ---------------------------------------------------------------


@dataclass(frozen=True)
class ThrowAway(Deed):
    """Throw the notes of the exercise under way away."""


@dataclass(frozen=True)
class TakeAnother(Deed):
    """Throw these notes away, and choose another exercise."""


@dataclass(frozen=True)
class Enough(Deed):
    """Choose how to stop."""


@dataclass(frozen=True)
class ChangeAnswers(Deed):
    """Change how each of them answers."""


@dataclass(frozen=True)
class AnswerBy(Deed):
    """Let one of them answer otherwise.

    Attributes:
        side: where that one sits.
        answers: how from now on.
    """

    side: Side
    answers: Answers


LeaveDeed = Stop | CloseEvening | ThrowAway | TakeAnother | Back
PauseDeed = Back | Enough | ChangeAnswers
AnswersDeed = AnswerBy | Back

# -- a save that failed ------------------------------------------------------------------------


@dataclass(frozen=True)
class Retry(Deed):
    """Try to save again."""


@dataclass(frozen=True)
class SaveElsewhere(Deed):
    """Save everything in another folder; its path is typed."""


@dataclass(frozen=True)
class Overwrite(Deed):
    """Save over what somebody changed on disk meanwhile."""


@dataclass(frozen=True)
class StopUnsaved(Deed):
    """Stop without the last answer."""


UnsavedDeed = Retry | SaveElsewhere | Overwrite | StopUnsaved

# -- an agreement that is not what both have seen ------------------------------------------------


@dataclass(frozen=True)
class PutCopyBack(Deed):
    """Put the last good copy of the agreement in its place."""


@dataclass(frozen=True)
class GoOnWithThis(Deed):
    """Take what is there of the agreement as what both have seen."""


@dataclass(frozen=True)
class ReadCopy(Deed):
    """Read the last good copy of the agreement."""


@dataclass(frozen=True)
class ReadThis(Deed):
    """Read the agreement that is there."""


MissedDeed = ReadCopy | ReadThis | Back | PutCopyBack | GoOnWithThis | Retry | Stop | StopUnsaved

DeskDeed = (
    HalfDoneDeed
    | MapDeed
    | HowLongDeed
    | OthersDeed
    | LeaveDeed
    | PauseDeed
    | AnswersDeed
    | UnsavedDeed
    | MissedDeed
)
"""What the Desk's own choices do, all of them."""
