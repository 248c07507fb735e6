"""What authors write: exercises and programmes. Strict, frozen, and the same for both partners."""

import hashlib
from collections.abc import Sequence
from typing import Annotated, Literal

from pydantic import Field, model_validator

from workshop.core.course.step import Page, StepId
from workshop.core.model import Frozen
from workshop.core.steps import AnyStep
from workshop.core.theme import Theme
from workshop.unfit import Unfit
from workshop.words import _

Title = Annotated[str, Field(min_length=1, max_length=60)]
Sentence = Annotated[str, Field(min_length=1, max_length=200)]


class Facilitator(Frozen):
    """What a therapist reads beforehand; nothing that the couple may not read."""

    before: Page
    """What to know before, and when not to do it."""
    watch: Annotated[tuple[Page, ...], Field(min_length=1, max_length=12)]
    """What goes wrong, and the one sentence that helps, one entry for each."""


class Exercise(Frozen):
    """A few steps towards one aim. The file's name is the id."""

    format: Literal[1]
    """The format of the file: 1."""
    id: StepId
    """What it is called in commands and files; the file is called so too, with `.toml`."""
    title: Title
    """What people read as its name."""
    theme: Theme
    """Which of the six themes it belongs to."""
    minutes: Annotated[int, Field(ge=1, le=90)]
    """How many minutes it takes, about as many as its steps add up to."""
    aim: Sentence
    """What it is for, in one line."""
    sources: Annotated[tuple[Sentence, ...], Field(min_length=1, max_length=12)]
    """What it rests on, each with its year; what is not known, said more generally."""
    facilitator: Facilitator
    """What a therapist reads beforehand."""
    steps: Annotated[tuple[AnyStep, ...], Field(min_length=1, max_length=40)]
    """Its steps, in order."""

    @model_validator(mode="after")
    def _steps_hang_together(self) -> "Exercise":
        known: set[str] = set()
        for number, step in enumerate(self.steps, start=1):
            if step.id in known:
                said = _('step {number}: the id "{id}" is there twice')
                mend = _("Give each step an id of its own.")
                raise Unfit(said.format(number=number, id=step.id), mend)
            for name in step.refers_to:
                if name not in known:
                    said = _('step {number} "{id}" refers to "{name}", which is no earlier step')
                    mend = _("Name one that comes before it.")
                    raise Unfit(said.format(number=number, id=step.id, name=name), mend)
            if misled := step.misled(self.steps):
                said = misled.said.format(number=number, id=step.id, target=misled.target)
                raise Unfit(said, misled.mend, ("steps", number - 1, misled.field))
            known.add(step.id)
        return self

    @property
    def evening(self) -> int:
        """How many minutes an evening with it alone takes, with its opening and its close."""
        return evening_minutes((self.minutes,))

    @property
    def looks_back(self) -> bool:
        """Whether one of its steps looks at the clauses that are there."""
        return any(step.looks_back for step in self.steps)

    @property
    def digest(self) -> str:
        """SHA-256 of what is asked, in hexadecimal: tells whether its author changed it."""
        import json  # whoever checks an exercise compares it with no notes

        asked = self.model_dump(mode="json", by_alias=True, include={"id", "steps"})
        canonical = json.dumps(asked, sort_keys=True, ensure_ascii=False, separators=(",", ":"))
        return hashlib.sha256(canonical.encode()).hexdigest()


OPENING = 5
"""Minutes that an evening takes to open, unless its programme says otherwise."""
CLOSE = 5
"""Minutes that it takes to close, unless its programme says otherwise."""
BETWEEN = 1
"""Minutes between two exercises of an evening."""


def evening_minutes(
    exercises: Sequence[int], opening: int = OPENING, close: int = CLOSE, talk: int = 0
) -> int:
    """Return how many minutes an evening takes whose exercises take so many each."""
    return opening + sum(exercises) + BETWEEN * (len(exercises) - 1) + talk + close


class PlannedEvening(Frozen):
    """One evening of a programme."""

    exercises: Annotated[tuple[StepId, ...], Field(min_length=1, max_length=10)]
    """The ids of the exercises of this evening, in order."""
    line: Sentence
    """What this evening is about, in one line."""
    opening: Annotated[int, Field(ge=1, le=30)] = OPENING
    """Minutes for the opening, in which comes what both took home; 5 unless you say more."""
    close: Annotated[int, Field(ge=1, le=30)] = CLOSE
    """Minutes for the close: the next small thing, the next date, a copy; 5 unless you say more."""
    talk: Annotated[int, Field(ge=0, le=60)] = 0
    """Minutes that are left for talk beside the exercises; 0 unless you say more."""
    minutes: Annotated[int, Field(ge=1, le=180)] | None = None
    """How many minutes it takes: opening, exercises, 1 between two of them, talk and close."""

    def takes(self, exercises: Sequence[int]) -> int:
        """Return how many minutes it takes, where its exercises take so many each."""
        return evening_minutes(exercises, self.opening, self.close, self.talk)


class Programme(Frozen):
    """An ordered list of exercises, evening by evening."""

    format: Literal[1]
    """The format of the file: 1."""
    id: StepId
    """What it is called in commands and files; the file is called so too, with `.toml`."""
    title: Title
    """What people read as its name."""
    aim: Sentence
    """What it is for, in one line."""
    guided: bool = False
    """Whether it is for two with a guide, in the room; then an evening is a session."""
    newcomers: bool = False
    """Whether it is for two who are new to this: it stands first where they choose what to do."""
    evenings: Annotated[tuple[PlannedEvening, ...], Field(min_length=1, max_length=52)]
    """The evenings, in order."""

    @property
    def path(self) -> tuple[str, ...]:
        """The ids of its exercises, in order."""
        return tuple(id for evening in self.evenings for id in evening.exercises)
