"""A list that each puts in order."""

from functools import lru_cache
from typing import ClassVar, Literal

from workshop.core.turns.marking import Marking, Numbers
from workshop.core.turns.room import Figures
from workshop.core.turns.turn import Empty, Privacy, Reply
from workshop.values import dataclass
from workshop.words import _


class Ranked(Reply):
    """An order of a list, best first, by the numbers of its items, from 1."""

    kind: Literal["ranked"] = "ranked"
    order: Numbers


@dataclass(frozen=True, kw_only=True)
class Rank(Marking):
    """All items in an order, best first; the last item of the list leaves it as it is.

    Attributes:
        proposes: whether what both put above that one may be proposed.
    """

    proposes: bool = True
    takes: ClassVar = (Ranked, Empty)

    def missing(self, reply: Reply) -> str | None:
        """Return which item has no place yet."""
        if not isinstance(reply, Ranked):
            return None
        order = reply.order
        if len(set(order)) != len(order) or not set(order) <= set(range(1, len(self.items) + 1)):
            return _("That is not an answer to this.")
        for number, item in enumerate(self.items, start=1):
            if number not in order:
                return _("“{item}” has no place yet.").format(item=item)
        return None

    def lines(self, reply: Reply) -> list[str]:
        """Return the order, best first."""
        order = reply.order if isinstance(reply, Ranked) else ()
        return [f"{ordinal(place)} {self.items[n - 1]}" for place, n in enumerate(order, start=1)]

    @property
    def many(self) -> str:
        """What several of them are called."""
        return _("orders")

    @property
    def example(self) -> Ranked:
        """The order of the list."""
        return _ranked(len(self.items))

    @property
    def on_paper(self) -> tuple[str, ...]:
        """The items, and how they are numbered."""
        return (*self.items, self._how)

    @property
    def room(self) -> Figures:
        """The list, with room for a number before each."""
        return Figures(self.items, self._how)

    @property
    def _how(self) -> str:
        return _("Number them, 1 for the best.")


class RankOpen(Rank):
    """An order, typed from paper."""

    privacy: ClassVar[Privacy] = "open"


@lru_cache(maxsize=64)  # to make a reply takes longer than all else about it
def _ranked(items: int) -> Ranked:
    return Ranked.model_construct(order=tuple(range(1, items + 1)))


def ordinal(place: int) -> str:
    """Return a place in an order as people say it, so that it is not taken for an item's number."""
    named = (
        _("first"),
        _("second"),
        _("third"),
        _("fourth"),
        _("fifth"),
        _("sixth"),
        _("seventh"),
        _("eighth"),
        _("ninth"),
        _("tenth"),
    )
    return (named[place - 1] if place <= len(named) else f"{place}.") + ":"
