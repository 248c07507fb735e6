"""What authors write: exercises and programmes. Strict, frozen, and the same for both partners."""

import hashlib
import json
from typing import Annotated, Literal

from pydantic import Field, model_validator

from workshop.core.model import Frozen
from workshop.core.steps import AnyStep
from workshop.core.steps.choose import Choose
from workshop.core.steps.divide import Divide
from workshop.core.steps.step import Page, StepId

Theme = Literal["understanding", "signs", "factors", "overcoming", "building", "keeping"]
Title = Annotated[str, Field(min_length=1, max_length=60)]
Sentence = Annotated[str, Field(min_length=1, max_length=200)]


class Facilitator(Frozen):
    """What a therapist reads beforehand; nothing that the couple may not read."""

    before: Page
    watch: Annotated[tuple[Page, ...], Field(min_length=1)]


class Exercise(Frozen):
    """A few steps towards one aim. The file's name is the id."""

    format: Literal[1]
    id: StepId
    title: Title
    theme: Theme
    minutes: Annotated[int, Field(ge=1, le=90)]
    aim: Sentence
    sources: Annotated[tuple[Sentence, ...], Field(min_length=1)]
    facilitator: Facilitator
    steps: Annotated[tuple[AnyStep, ...], Field(min_length=1, max_length=40)]

    @model_validator(mode="after")
    def _steps_hang_together(self) -> "Exercise":
        known: set[str] = set()
        for number, step in enumerate(self.steps, start=1):
            if step.id in known:
                raise ValueError(f'step {number}: the id "{step.id}" is there twice')
            for name in step.refers_to:
                if name not in known:
                    raise ValueError(
                        f'step {number} "{step.id}" refers to "{name}", which is no earlier step'
                    )
            if isinstance(step, Divide) and step.target and not _shares(self.steps, step.target):
                raise ValueError(
                    f'step {number} "{step.id}": its target "{step.target}" is no `choose` over'
                    " `parts`"
                )
            known.add(step.id)
        return self

    @property
    def digest(self) -> str:
        """SHA-256 of what is asked, in hexadecimal: tells whether its author changed it."""
        asked = self.model_dump(mode="json", by_alias=True, include={"id", "steps"})
        canonical = json.dumps(asked, sort_keys=True, ensure_ascii=False, separators=(",", ":"))
        return hashlib.sha256(canonical.encode()).hexdigest()


def _shares(steps: tuple[AnyStep, ...], id: str) -> bool:
    """Whether the step called `id` asks who carries how much."""
    return any(isinstance(step, Choose) and step.id == id and step.parts for step in steps)


class PlannedEvening(Frozen):
    """One evening of a programme."""

    exercises: Annotated[tuple[StepId, ...], Field(min_length=1)]
    line: Sentence
    minutes: Annotated[int, Field(ge=1, le=180)] | None = None


class Programme(Frozen):
    """An ordered list of exercises, evening by evening."""

    format: Literal[1]
    id: StepId
    title: Title
    aim: Sentence
    evenings: Annotated[tuple[PlannedEvening, ...], Field(min_length=1)]

    @property
    def path(self) -> tuple[str, ...]:
        """The ids of its exercises, in order."""
        return tuple(id for evening in self.evenings for id in evening.exercises)
