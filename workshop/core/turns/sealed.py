"""Both write sealed, or both on paper; then both open, or neither does."""

from datetime import date
from itertools import chain
from typing import Annotated, ClassVar, Literal

from pydantic import Field

from workshop.core.people import BySide, Side, other
from workshop.core.turns.compound import Compound, Held
from workshop.core.turns.openable import Openable, SealedPart
from workshop.core.turns.turn import Done, Empty, Privacy, Reply, Told, Turn
from workshop.values import dataclass


class Paper(Reply):
    """Both on paper instead, both at once. Never stored itself."""

    kind: Literal["paper"] = "paper"


class OnPaper(Reply):
    """Both wrote on paper and turned it over together; nothing of it was typed."""

    kind: Literal["on paper"] = "on paper"


class Opened(Reply):
    """Both opened their sealed answers."""

    kind: Literal["opened"] = "opened"
    left: Annotated[Openable, Field(discriminator="kind")]
    right: Annotated[Openable, Field(discriminator="kind")]


class Closed(Reply):
    """The sealed answers stayed closed and are gone; whose doing it was is not kept."""

    kind: Literal["closed"] = "closed"


CLOSED = Closed.model_construct()


@dataclass(frozen=True, kw_only=True)
class Sealed(Compound):
    """Both write sealed; then both open, or neither does."""

    parts: BySide[SealedPart]
    takes: ClassVar = (Opened, Closed, OnPaper)
    privacy: ClassVar[Privacy] = "sealed"

    def part(self, side: Side) -> SealedPart:
        """Return what the partner on `side` is asked."""
        return self.parts[side]

    def fits(self, reply: Reply) -> bool:
        """Whether `reply` is closed, on paper, or both parts opened."""
        if isinstance(reply, Opened):
            return self.part("left").fits(reply.left) and self.part("right").fits(reply.right)
        return super().fits(reply)

    def outcome(self, held: BySide[Held], on: date) -> Opened | Closed:  # noqa: ARG002  not kept
        """Return both opened, or closed when either threw theirs away."""
        left, right = held.left, held.right
        if isinstance(left, Openable) and isinstance(right, Openable):
            return Opened.model_construct(left=left, right=right)  # both were checked already
        return CLOSED

    def told(self, reply: Reply) -> tuple[Told, ...]:
        """Return what both opened, `first`'s first."""
        if not isinstance(reply, Opened):
            return ()
        shown = BySide(reply.left, reply.right)
        order = (self.first, other(self.first))
        return tuple(chain.from_iterable(self.part(side).told(shown[side]) for side in order))


@dataclass(frozen=True, kw_only=True)
class Unseal(Turn):
    """Both sealed answers are in: either can open them, and either can leave both closed.

    Never stored.

    Attributes:
        closed: whether there is nothing to open: not both of them sealed something.
    """

    closed: bool = False
    takes: ClassVar = (Done, Empty)

    @property
    def decides(self) -> bool:
        """It opens both."""
        return True


@dataclass(frozen=True, kw_only=True)
class BothOnPaper(Turn):
    """Both write on paper, both at once; then they turn it over together. Never stored itself.

    Attributes:
        of: the sealed turn that it stands for.
        waits: who sealed an answer before the other asked for paper, if anybody did.
    """

    of: Sealed
    waits: Side | None = None
    takes: ClassVar = (Done, Empty)
    privacy: ClassVar[Privacy] = "sealed"

    @property
    def decides(self) -> bool:
        """It turns both over."""
        return True
