"""Turns in which a list is marked: rated on scales, ticked, ranked, or given points.

Each is sealed. The one of the same name with `Open` takes the same from paper, once both sheets lie
open.
"""

from dataclasses import dataclass
from typing import ClassVar

from workshop.core.turns.reply import Empty, Picked, Pointed, Ranked, Rated, Reply
from workshop.core.turns.single import Privacy, Turn
from workshop.errors import Refused
from workshop.words import _


@dataclass(frozen=True)
class Scale:
    """One scale, as it is said to the one who answers.

    Attributes:
        question: what is asked of each item.
        options: its places, from me to you or from little to much.
        partners: whether it runs from me to you.
    """

    question: str
    options: tuple[str, ...]
    partners: bool


@dataclass(frozen=True, kw_only=True)
class Marking(Turn):
    """A list that its holder marks.

    Attributes:
        items: what is on the list, in order.
    """

    items: tuple[str, ...]
    typed: ClassVar = True
    privacy: ClassVar[Privacy] = "sealed"

    def fits(self, reply: Reply) -> bool:
        """Whether `reply` marks this list in full, or passes."""
        return super().fits(reply) and self.missing(reply) is None

    def settled(self, reply: Reply) -> Reply:
        """Return `reply`.

        Raises:
            Refused: it does not mark this list in full; says what is missing, and where.
        """
        if not isinstance(reply, self.takes):
            return super().settled(reply)
        if missing := self.missing(reply):
            raise Refused(missing)
        return reply

    def missing(self, reply: Reply) -> str | None:
        """Return what keeps `reply` from being an answer; None when it is one, or passes."""
        raise NotImplementedError


@dataclass(frozen=True, kw_only=True)
class Rate(Marking):
    """Each item on each scale; any may stay empty."""

    scales: tuple[Scale, ...]
    takes: ClassVar = (Rated, Empty)

    def missing(self, reply: Reply) -> str | None:
        """Return what is wrong with the shape of it."""
        if not isinstance(reply, Rated):
            return None
        fits = len(reply.answers) == len(self.items) and all(
            len(answers) == len(self.scales)
            and all(n <= len(s.options) for n, s in zip(answers, self.scales, strict=True))
            for answers in reply.answers
        )
        return None if fits else _("That is not an answer to this.")


@dataclass(frozen=True, kw_only=True)
class Pick(Marking):
    """Up to `count` items are ticked; it may be none."""

    count: int
    takes: ClassVar = (Picked, Empty)

    def missing(self, reply: Reply) -> str | None:
        """Return whether there are too many ticks."""
        if not isinstance(reply, Picked):
            return None
        ticks = reply.ticks
        if list(ticks) != sorted(set(ticks)) or any(
            not 1 <= tick <= len(self.items) for tick in ticks
        ):
            return _("That is not an answer to this.")
        if len(ticks) > self.count:
            return _("Tick {count} at the most; now there are {ticks}.").format(
                count=self.count, ticks=len(ticks)
            )
        return None


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


@dataclass(frozen=True, kw_only=True)
class RateOpen(Rate):
    """Ratings, typed from paper."""

    privacy: ClassVar[Privacy] = "open"


@dataclass(frozen=True, kw_only=True)
class PickOpen(Pick):
    """Ticks, typed from paper."""

    privacy: ClassVar[Privacy] = "open"


@dataclass(frozen=True, kw_only=True)
class RankOpen(Rank):
    """An order, typed from paper."""

    privacy: ClassVar[Privacy] = "open"


@dataclass(frozen=True, kw_only=True)
class PointsOpen(Points):
    """Points or weights, typed from paper."""

    privacy: ClassVar[Privacy] = "open"
