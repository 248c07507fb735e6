"""One sealed list that both tick: what comes of it shows, and never who ticked what.

It is a consent, and no list that both open later.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import ClassVar

from workshop.core.agreement.agreement import ClauseId
from workshop.core.people import BySide, Side
from workshop.core.turns.compound import Compound
from workshop.core.turns.marking import Pick
from workshop.core.turns.reply import Held, InDoubt, Outcome, Picked, Reply, Wish, Wished
from workshop.core.turns.single import Privacy


@dataclass(frozen=True, kw_only=True)
class WishList(Pick):
    """What one partner ticks. Nothing is ticked before; none, or a pass, is a full answer.

    Attributes:
        none: what to tick none is called.
    """

    none: str = ""


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

    def outcome(self, held: BySide[Held], on: date) -> Outcome:  # noqa: ARG002  a day is not kept
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

    def outcome(self, held: BySide[Held], on: date) -> Outcome:  # noqa: ARG002  a day is not kept
        """Return what either ticked; it may be nothing, and says nothing of whose tick it was."""
        ticked = _ticks(held.left) | _ticks(held.right)
        places = enumerate(self.clauses, start=1)
        return InDoubt(clauses=tuple(id for place, id in places if place in ticked))


def _is_of(some: tuple[str, ...], listed: Iterable[str]) -> bool:
    return some == tuple(one for one in listed if one in some)


def _ticks(reply: Held) -> set[int]:
    return set(reply.ticks) if isinstance(reply, Picked) else set()
