"""What somebody who guides the two does to an exercise: entries like any other, of no partner."""

from typing import Annotated, Literal

from pydantic import Field

from workshop.core.turns.turn import Reply


class SkippedStep(Reply):
    """The step under way is left out, for both; a turn that one of them had, the other has too."""

    kind: Literal["step left out"] = "step left out"


class RepeatedStep(Reply):
    """A step is done again, for both: the one under way, or an earlier one.

    Attributes:
        step: its id.
    """

    kind: Literal["step again"] = "step again"
    step: Annotated[str, Field(min_length=1, max_length=40)]


class FinishedAloud(Reply):
    """The exercise is done: they did the rest of it without the program."""

    kind: Literal["done aloud"] = "done aloud"


class SetAside(Reply):
    """The exercise is put aside, with its notes."""

    kind: Literal["put aside"] = "put aside"


class WentOn(Reply):
    """It goes on, after it was put aside."""

    kind: Literal["taken up"] = "taken up"


Intervention = SkippedStep | RepeatedStep | FinishedAloud | SetAside | WentOn
"""What only a guide does."""
