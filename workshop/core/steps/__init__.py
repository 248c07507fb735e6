"""One file per step kind; a new kind is a new file, and its name here, twice."""

from typing import Annotated

from pydantic import Field

from workshop.core.steps.agree import Agree
from workshop.core.steps.boundary import Boundary
from workshop.core.steps.breathe import Breathe
from workshop.core.steps.choose import Choose
from workshop.core.steps.circles import Circles
from workshop.core.steps.divide import Divide
from workshop.core.steps.gather import Gather
from workshop.core.steps.listen import Listen
from workshop.core.steps.pick import Pick
from workshop.core.steps.rate import Rate
from workshop.core.steps.read import Read
from workshop.core.steps.review import Review
from workshop.core.steps.speak import Speak
from workshop.core.steps.think import Think
from workshop.core.steps.write import Write

AnyStep = Annotated[
    Agree
    | Boundary
    | Breathe
    | Choose
    | Circles
    | Divide
    | Gather
    | Listen
    | Pick
    | Rate
    | Read
    | Review
    | Speak
    | Think
    | Write,
    Field(discriminator="kind"),
]
"""A step of any kind, told apart by `kind`."""

__all__ = ["AnyStep"]
