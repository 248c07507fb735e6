"""Two orders met at two places at once: which of them, only the pair can say."""

from typing import Annotated, ClassVar, Literal

from pydantic import Field

from workshop.core.turns.turn import Empty, Reply, Turn
from workshop.values import dataclass


class Taken(Reply):
    """What the pair takes of what they met at, by its places from 1: one of it, or all."""

    kind: Literal["taken"] = "taken"
    places: Annotated[tuple[Annotated[int, Field(ge=1)], ...], Field(min_length=1)]


@dataclass(frozen=True, kw_only=True)
class Tie(Turn):
    """Both say which one it is; passed, it is none of them.

    Attributes:
        options: what they met at, in the order of the list that both were given.
        all: whether they may take both.
    """

    options: tuple[str, ...]
    all: bool = True
    takes: ClassVar = (Taken, Empty)

    @property
    def ways(self) -> tuple[Taken, ...]:
        """What can be taken: each one alone, then both where that can be."""
        places = range(1, len(self.options) + 1)
        alone = tuple(Taken(places=(place,)) for place in places)
        return (*alone, Taken(places=tuple(places))) if self.all else alone

    def fits(self, reply: Reply) -> bool:
        """Whether `reply` takes something that is there, or none of it."""
        return super().fits(reply) and (isinstance(reply, Empty) or reply in self.ways)

    @property
    def example(self) -> Taken:
        """The one that stands first in their list."""
        return self.ways[0]
