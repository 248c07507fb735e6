"""An occasion: a course of one step, such as the opening of an evening."""

from dataclasses import dataclass

from workshop.core.course.step import Step


@dataclass(frozen=True)
class Occasion:
    """The opening or the close of an evening, or work on the page, as a script of one step."""

    id: str
    steps: tuple[Step, ...]
