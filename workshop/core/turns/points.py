"""A list to which each gives points, or weights."""

from functools import lru_cache
from typing import ClassVar, Literal

from workshop.core.turns.marking import Marking, Numbers
from workshop.core.turns.room import Figures
from workshop.core.turns.turn import Empty, Privacy, Reply
from workshop.values import dataclass
from workshop.words import _


class Pointed(Reply):
    """The points or weights of the items of a list, in its order."""

    kind: Literal["pointed"] = "pointed"
    points: Numbers


@dataclass(frozen=True, kw_only=True)
class Points(Marking):
    """A whole number for each item.

    Attributes:
        most: the most that one item can have.
        least: the least that one item can have.
        total: what they sum to; None for weights, of which one at least is above 0.
    """

    most: int
    least: int = 0
    total: int | None = None
    takes: ClassVar = (Pointed, Empty)

    def missing(self, reply: Reply) -> str | None:
        """Return what is left to give out, or too much."""
        if not isinstance(reply, Pointed):
            return None
        points = reply.points
        if len(points) != len(self.items):
            return _("“{item}” has no number yet.").format(
                item=self.items[min(len(points), len(self.items) - 1)]
            )
        for item, number in zip(self.items, points, strict=True):
            if number < self.least:
                return _("“{item}” has {least} at the least.").format(item=item, least=self.least)
            if number > self.most:
                return _("“{item}” can have {most} at the most.").format(item=item, most=self.most)
        return self._unbalanced(sum(points))

    def _unbalanced(self, sum_: int) -> str | None:
        if self.total is None:
            return None if sum_ else _("Give one of them more than 0: else there is no load.")
        if sum_ < self.total:
            return _("{left} of {total} are left to give out.").format(
                left=self.total - sum_, total=self.total
            )
        if sum_ > self.total:
            return _("That is {over} more than {total}: take some back.").format(
                over=sum_ - self.total, total=self.total
            )
        return None

    def lines(self, reply: Reply) -> list[str]:
        """Return each number with its item."""
        if not isinstance(reply, Pointed):
            return []
        return [f"{n} {item}" for n, item in zip(reply.points, self.items, strict=True)]

    @property
    def many(self) -> str:
        """What several of them are called."""
        return _("points")

    @property
    def example(self) -> Pointed:
        """All to the first one; of weights, one for each, and more for the first."""
        return _pointed(len(self.items), self.total)

    @property
    def on_paper(self) -> tuple[str, ...]:
        """The items, and what there is to give."""
        return (*self.items, self._how)

    @property
    def room(self) -> Figures:
        """The list, with room for a number before each."""
        return Figures(self.items, self._how)

    @property
    def _how(self) -> str:
        if self.total is None:
            said = _("Give each a number from {least} to {most}.")
            return said.format(least=self.least, most=self.most)
        return _("Give out {total} points.").format(total=self.total)


class PointsOpen(Points):
    """Points or weights, typed from paper."""

    privacy: ClassVar[Privacy] = "open"


@lru_cache(maxsize=64)  # to make a reply takes longer than all else about it
def _pointed(items: int, total: int | None) -> Pointed:
    first, others = (2, 1) if total is None else (total, 0)
    return Pointed.model_construct(points=(first, *(others,) * (items - 1)))
