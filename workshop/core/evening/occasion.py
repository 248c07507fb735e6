"""An occasion: a course of one step, such as the opening of an evening."""

from workshop.core.course.step import Step
from workshop.values import dataclass


@dataclass(frozen=True)
class Occasion:
    """The opening or the close of an evening, or work on the page, as a script of one step."""

    id: str
    steps: tuple[Step, ...]
