"""One sealed list that both tick: what comes of it shows, and never who ticked what.

It is a consent, and no list that both open later.
"""

from abc import abstractmethod
from collections.abc import Iterable
from datetime import date
from functools import lru_cache
from typing import Annotated, ClassVar, Literal

from pydantic import Field

from workshop.core.agreement.clause_names import ClauseId
from workshop.core.people import BySide, Side
from workshop.core.turns.compound import Compound, Held
from workshop.core.turns.pick import Pick, Picked
from workshop.core.turns.turn import Privacy, Reply, Told
from workshop.values import dataclass

Wish = Literal["notes", "picture", "times"]
"""What both may wish for on one list: the notes or a picture kept, the speaking times shown."""


class Wished(Reply):
    """What both ticked on one sealed list, in its order; who ticked what else is not kept."""

    kind: Literal["wished"] = "wished"
    both: Annotated[tuple[Wish, ...], Field(max_length=3)]


class InDoubt(Reply):
    """The clauses that one of the two, or both, may want otherwise; nothing says who."""

    kind: Literal["in doubt"] = "in doubt"
    clauses: Annotated[tuple[ClauseId, ...], Field(max_length=60)]


@dataclass(frozen=True, kw_only=True)
class WishList(Pick):
    """What one partner ticks. Nothing is ticked before; none, or a pass, is a full answer.

    Attributes:
        none: what to tick none is called.
    """

    none: str = ""

    @property
    def example(self) -> Picked:
        """All of it: that is yes to everything."""
        return _all_ticked(len(self.items))


@dataclass(frozen=True, kw_only=True)
class BothTick(Compound):
    """Both tick the same list, sealed.

    Attributes:
        parts: the list, as each gets it.
    """

    parts: BySide[WishList]
    privacy: ClassVar[Privacy] = "sealed"

    def part(self, side: Side) -> WishList:
        """Return what the partner on `side` is asked."""
        return self.parts[side]

    def told(self, reply: Reply) -> tuple[Told, ...]:  # noqa: ARG002  whatever it is
        """Return nothing: who ticked what shows nowhere."""
        return ()

    @abstractmethod
    def outcome(self, held: BySide[Held], on: date) -> Wished | InDoubt:
        """Return what comes of both lists."""


@dataclass(frozen=True, kw_only=True)
class Wishes(BothTick):
    """Several small consents at one go: what both ticked happens, and is kept.

    Attributes:
        wishes: what each place of the list is.
    """

    wishes: tuple[Wish, ...]
    takes: ClassVar = (Wished,)

    def fits(self, reply: Reply) -> bool:
        """Whether `reply` holds wishes of this list alone, each once, in its order."""
        return isinstance(reply, Wished) and _is_of(reply.both, self.wishes)

    def outcome(self, held: BySide[Held], on: date) -> Wished:  # noqa: ARG002  a day is not kept
        """Return what both ticked; it may be nothing."""
        ticked = _ticks(held.left) & _ticks(held.right)
        places = enumerate(self.wishes, start=1)
        return Wished(both=tuple(wish for place, wish in places if place in ticked))


@dataclass(frozen=True, kw_only=True)
class Doubts(BothTick):
    """Which clauses one of them does not know if they still want: one tick is enough.

    Attributes:
        clauses: the id of the clause at each place of the list.
    """

    clauses: tuple[ClauseId, ...]
    takes: ClassVar = (InDoubt,)

    def fits(self, reply: Reply) -> bool:
        """Whether `reply` holds clauses of this list alone, each once, in its order."""
        return isinstance(reply, InDoubt) and _is_of(reply.clauses, self.clauses)

    def outcome(self, held: BySide[Held], on: date) -> InDoubt:  # noqa: ARG002  a day is not kept
        """Return what either ticked; it may be nothing, and says nothing of whose tick it was."""
        ticked = _ticks(held.left) | _ticks(held.right)
        places = enumerate(self.clauses, start=1)
        return InDoubt(clauses=tuple(id for place, id in places if place in ticked))


def _is_of(some: tuple[str, ...], listed: Iterable[str]) -> bool:
    return some == tuple(one for one in listed if one in some)


def _ticks(reply: Held) -> set[int]:
    return set(reply.ticks) if isinstance(reply, Picked) else set()


@lru_cache(maxsize=64)  # to make a reply takes longer than all else about it
def _all_ticked(items: int) -> Picked:
    return Picked.model_construct(ticks=tuple(range(1, items + 1)))
