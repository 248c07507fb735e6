"""What every step kind has: an id, what it may refer to, and its turns."""

import re
from abc import abstractmethod
from collections.abc import Sequence
from typing import Annotated, ClassVar, NamedTuple

from pydantic import AfterValidator, Field

from workshop.core.course.leaf import Leaf
from workshop.core.course.scene import Course, Scene
from workshop.core.model import Frozen
from workshop.core.text import is_blank
from workshop.core.turn_id import TurnId
from workshop.unfit import Unfit
from workshop.words import _

StepId = Annotated[str, Field(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$", max_length=40)]
"""Lower-case words with hyphens, unique in its exercise."""
Seconds = Annotated[int, Field(ge=5, le=1800)]
"""How long one turn is thought to take, in seconds."""


def _placeholders(text: str, allowed: frozenset[str]) -> str:
    for found in re.findall(r"\{[^{}]*\}|[{}]", text):
        if found not in allowed:
            said = _("the placeholder {found} is not known here (allowed: {{me}} and {{you}})")
            mend = _("Write {me} for the name of the one who is asked, {you} for the other's.")
            if not allowed:
                said = _("the placeholder {found} is not known here (allowed: none)")
                mend = _("Both read this: write words that fit the two of them.")
            raise Unfit(said.format(found=found), mend)
    if is_blank(text):
        raise Unfit(_("this text is empty"), _("Write something, or take the line out."))
    return text.strip()


def to_one(text: str) -> str:
    """Return a text to one of the two, which may name them.

    Raises:
        ValueError: it has other placeholders, or is empty.
    """
    return _placeholders(text, frozenset({"{me}", "{you}"}))


def to_both(text: str) -> str:
    """Return a text to both, which has no placeholders.

    Raises:
        ValueError: it has, or is empty.
    """
    return _placeholders(text, frozenset())


Prompt = Annotated[str, Field(max_length=600), AfterValidator(to_one)]
"""What one partner is asked; may name `{me}` and `{you}`."""
SharedPrompt = Annotated[str, Field(max_length=600), AfterValidator(to_both)]
"""What both are asked; names nobody."""
Page = Annotated[str, Field(max_length=4000), AfterValidator(to_both)]
"""A page to read."""


class Misled(NamedTuple):
    """A step takes something from another that has it not.

    Attributes:
        field: where the other is named.
        said: what is wrong, with gaps for the `number` and `id` of the step and the `target`.
        target: the id that is named there.
        mend: how to mend it.
    """

    field: str
    said: str
    target: str
    mend: str


class Step(Frozen):
    """A part of an exercise, of one `kind`, as its author wrote it."""

    id: StepId
    """What the step is called, in its own exercise alone: small letters, digits and hyphens."""

    rates: ClassVar[bool] = False
    """Whether something is rated in it: some things are better not."""

    @property
    def turn_id(self) -> TurnId:
        """What the ids of its turns begin with; its own, where it has one alone."""
        return TurnId(self.id)

    @abstractmethod
    def turns(self, scene: Scene) -> Course:
        """Yield this step's turns, take their replies, and return what later steps may quote."""

    def on_paper(self, scene: Scene) -> Leaf:  # noqa: ARG002  an evening's own steps have no sheet
        """Return what this step is without the screen; each kind that authors use says it.

        Args:
            scene: what it may see: of earlier steps, what they leave to be written on a sheet.
        """
        return Leaf()

    @property
    @abstractmethod
    def at_most(self) -> int:
        """The most turns it can take, whatever is answered; more time asked for counts double."""

    @property
    def alone(self) -> int:
        """How many turns only one of the two gets."""
        return 0

    @property
    def pages(self) -> int:
        """How many pages there are to read."""
        return 0

    @property
    def looks_back(self) -> bool:
        """Whether it looks at the clauses that are there, and at the day."""
        return False

    def misled(self, steps: Sequence["Step"]) -> Misled | None:  # noqa: ARG002  most take from any
        """Return where it takes something from which is not there to be had, if it does."""
        return None

    @property
    def refers_to(self) -> tuple[str, ...]:
        """The ids of earlier steps it quotes."""
        return ()
