"""One sealed list for several small consents: each ticks, and what both ticked happens."""

from dataclasses import dataclass
from datetime import date
from typing import ClassVar

from workshop.core.compound import Compound
from workshop.core.marking import Pick
from workshop.core.people import BySide, Side
from workshop.core.reply import Held, Outcome, Picked, Reply, Wish, Wished
from workshop.core.single import Privacy


@dataclass(frozen=True, kw_only=True)
class WishList(Pick):
    """What one partner ticks. Nothing is ticked before; none, or a pass, is a full answer.

    It is a consent, and no list that both open later: what is ticked on one side alone never shows.
    """


@dataclass(frozen=True, kw_only=True)
class Wishes(Compound):
    """Both tick the same list; only what both ticked shows, and is kept.

    Attributes:
        parts: the list, as each gets it.
        wishes: what each place of it is.
    """

    parts: BySide[WishList]
    wishes: tuple[Wish, ...]
    takes: ClassVar = (Wished,)
    privacy: ClassVar[Privacy] = "sealed"

    def part(self, side: Side) -> WishList:
        """Return what the partner on `side` is asked."""
        return self.parts[side]

    def fits(self, reply: Reply) -> bool:
        """Whether `reply` holds wishes of this list alone, each once, in its order."""
        return isinstance(reply, Wished) and reply.both == tuple(
            wish for wish in self.wishes if wish in reply.both
        )

    def outcome(self, held: BySide[Held], on: date) -> Outcome:  # noqa: ARG002  a day is not kept
        """Return what both ticked; it may be nothing."""
        left, right = _ticks(held.left), _ticks(held.right)
        places = enumerate(self.wishes, start=1)
        return Wished(
            both=tuple(wish for place, wish in places if place in left and place in right)
        )


def _ticks(reply: Held) -> tuple[int, ...]:
    return reply.ticks if isinstance(reply, Picked) else ()
