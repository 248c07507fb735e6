"""Own points in two circles: what cannot be given up, and what can bend."""

from typing import Annotated, ClassVar, Literal

from pydantic import Field

from workshop.core.fields import Said
from workshop.core.turns.room import TwoBoxes
from workshop.core.turns.turn import Empty, Privacy, Reply, Told, Written
from workshop.values import dataclass
from workshop.words import _

POINTS_LIMIT = 30
"""The most points one circle may have."""

OwnPoints = Annotated[tuple[Said, ...], Field(max_length=POINTS_LIMIT)]


class Circled(Reply):
    """Own points in two circles: what cannot be given up, and what can bend."""

    kind: Literal["circled"] = "circled"
    inner: OwnPoints = ()
    outer: OwnPoints = ()


SOME_POINTS = Circled.model_construct(inner=("One thing.",), outer=("Another.", "And another."))


@dataclass(frozen=True, kw_only=True)
class TwoCircles(Written):
    """Own points in two circles.

    Attributes:
        inner: the question for what cannot be given up.
        outer: the question for what can bend.
    """

    inner: str
    outer: str
    takes: ClassVar = (Circled, Empty)

    def told(self, reply: Reply) -> tuple[Told, ...]:
        """Return each circle that is not empty, a point on a line."""
        if not isinstance(reply, Circled):
            return ()
        circles = ((self.inner, reply.inner), (self.outer, reply.outer))
        return tuple(
            Told(self.holder, question, "\n".join(points)) for question, points in circles if points
        )

    @property
    def many(self) -> str:
        """What several of them are called."""
        return _("circles")

    @property
    def example(self) -> Circled:
        """Some in each."""
        return SOME_POINTS

    @property
    def on_paper(self) -> tuple[str, ...]:
        """Both questions."""
        return self.inner, self.outer

    @property
    def room(self) -> TwoBoxes:
        """Both circles."""
        return TwoBoxes(self.inner, self.outer)


class CirclesSealed(TwoCircles):
    """Own points in two circles, sealed."""

    privacy: ClassVar[Privacy] = "sealed"


class CirclesOpen(TwoCircles):
    """Own points in two circles, typed from paper once both sheets lie open."""
