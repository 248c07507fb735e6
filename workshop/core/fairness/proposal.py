"""What the program proposes once both have opened. The arithmetic proposes; the pair decides."""

from __future__ import annotations

from collections.abc import Iterable
from fractions import Fraction
from typing import TYPE_CHECKING, Literal

from workshop.core.fairness.figures import in_words
from workshop.core.people import Pair, Side
from workshop.core.text import one_line
from workshop.values import dataclass
from workshop.words import _

if TYPE_CHECKING:
    from workshop.core.fairness.division import Division
    from workshop.core.fairness.meeting import Meeting


def part_in_words(name: str, items: Iterable[str], *, goods: bool) -> str:
    """Return what one would have, or carry, in words; empty when that is nothing."""
    listed = "; ".join(map(one_line, items)).removesuffix(".")  # the sentence has one
    if not listed:
        return ""
    template = _("{name} has: {items}.") if goods else _("{name} takes care of: {items}.")
    return template.format(name=name, items=listed)


def by_turns(item: str) -> str:
    """Return in words that both have something by turns, and nothing was said of how often."""
    return _("{item}, by turns; how often, you two settle.").format(item=one_line(item))


@dataclass(frozen=True)
class Ticked:
    """What both ticked.

    Attributes:
        items: what is proposed, in the order of the list.
        whose: whose tick it is, where only one can be taken and they ticked different ones.
    """

    items: tuple[str, ...]
    whose: Side | None = None


@dataclass(frozen=True)
class Met:
    """Where two orders meet.

    Attributes:
        meeting: the arithmetic; the left one of it is `first`.
        first: who is first here.
    """

    meeting: Meeting
    first: Side

    @property
    def stays(self) -> bool:
        """Whether it stays as it is."""
        return self.meeting.options == (self.meeting.keep,)

    def certificate(self, pair: Pair) -> tuple[str, ...]:
        """Return a line to check it by hand: both orders are on the screen anyway."""
        if self.stays:
            return ()  # what it would say is said already
        return self.meeting.certificate(pair.name(pair.first), pair.name(pair.second))[2:]


@dataclass(frozen=True)
class Shared:
    """Who would have, or carry, what.

    Attributes:
        division: the arithmetic; the left one of it is `first`.
        first: who is first here.
        goods: whether these are things to have; burdens otherwise.
        half_instead: whether half each is meant only since no other share was agreed.
    """

    division: Division
    first: Side
    goods: bool
    half_instead: bool = False

    def certificate(self, pair: Pair) -> tuple[str, ...]:
        """Return a few lines to check it with a pencil, with the names."""
        return self.division.certificate(pair.name(pair.first), pair.name(pair.second))

    def exactly(self, pair: Pair) -> tuple[str, ...]:
        """Return the same in exact fractions, where some are none; for whoever asks."""
        return self.division.exactly(pair.name(pair.first), pair.name(pair.second))

    @property
    def is_made(self) -> bool:
        """Whether it is proposed at all: points cannot carry giving nearly everything to one."""
        return not self.division.gives_nearly_all

    def own(self, side: Side, pair: Pair) -> str:
        """Return the part of the partner on `side` in words; empty when there is nothing in it."""
        shares = self.division.left if side == self.first else self.division.right
        items = [
            item for item, share in shares.items() if share == 1 and not self._weighs_nothing(item)
        ]
        return part_in_words(pair.name(side), items, goods=self.goods)

    def whose(self, item: str) -> Literal["first", "second", "both", "nobody"]:
        """Return whose `item` would be: both's, where it would be split or go by turns."""
        if not self.is_made or self._weighs_nothing(item):
            return "nobody"
        if item == self.division.split:
            return "both"
        return "first" if item in self.division.left else "second"

    def _weighs_nothing(self, item: str) -> bool:
        """Whether it is a task that both gave 0: nobody needs to do it."""
        division = self.division
        weights = division.numbers_left[item], division.numbers_right[item]
        return not self.goods and not any(weights)

    def in_turns(self, pair: Pair) -> str:
        """Return how the one item that both have a share of goes by turns; empty without one."""
        item = self.division.split
        if item is None:
            return ""
        from workshop.core.fairness.division import PointsDivision

        assert isinstance(self.division, PointsDivision)
        share = self.division.simple
        if share is None:
            return by_turns(item)
        if share == Fraction(1, 2):
            return _("{item}, by turns: half each.").format(item=one_line(item))
        return _("{item}, by turns: {a} for {one}, {b} for {two}.").format(
            item=one_line(item),
            a=in_words(share),
            b=in_words(1 - share),
            one=pair.name(pair.first),
            two=pair.name(pair.second),
        )

    def in_words(self, pair: Pair) -> str:
        """Return all of it in words, a line for each part; empty where it is not made."""
        if not self.is_made:
            return ""
        lines = (self.own(pair.first, pair), self.own(pair.second, pair), self.in_turns(pair))
        return "\n".join(line for line in lines if line)


@dataclass(frozen=True)
class Above:
    """What both put above the line of an order in which nothing is proposed.

    Attributes:
        items: these, in the order of the list that both were given.
        line: what the line is called.
    """

    items: tuple[str, ...]
    line: str


Proposal = Ticked | Met | Shared | Above
"""What the program proposes."""
