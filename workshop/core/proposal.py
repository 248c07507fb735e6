"""What the program proposes once both have opened. The arithmetic proposes; the pair decides."""

from dataclasses import dataclass
from fractions import Fraction

from workshop.core.division import Division
from workshop.core.meeting import Meeting
from workshop.core.people import Pair, Side
from workshop.core.text import one_line
from workshop.words import _

FEW_TURNS = 5
"""Of how many turns or weeks people can keep in mind whose each is; the sums stay exact."""


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
        """Return a few lines to check it by hand, with the names."""
        return self.division.certificate(pair.name(pair.first), pair.name(pair.second))

    def own(self, side: Side, pair: Pair) -> str:
        """Return the part of the partner on `side` in words; empty when there is nothing in it."""
        shares = self.division.left if side == self.first else self.division.right
        items = "; ".join(
            one_line(item)
            for item, share in shares.items()
            if share == 1 and not self._weighs_nothing(item)
        )
        if not items:
            return ""
        template = _("{name} has: {items}.") if self.goods else _("{name} takes care of: {items}.")
        return template.format(name=pair.name(side), items=items)

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
        exact: Fraction = self.division.left[item]
        share = exact.limit_denominator(FEW_TURNS)
        share = share if 0 < share < 1 else exact
        said = _("{item}, by turns: of every {of}, {a} for {one} and {b} for {two}.")
        if share != exact:
            said = _("{item}, by turns: about {a} of every {of} for {one}, {b} for {two}.")
        return said.format(
            item=one_line(item),
            a=share.numerator,
            b=share.denominator - share.numerator,
            of=share.denominator,
            one=pair.name(pair.first),
            two=pair.name(pair.second),
        )

    def in_words(self, pair: Pair) -> str:
        """Return all of it in words, a line for each part."""
        lines = (self.own(pair.first, pair), self.own(pair.second, pair), self.in_turns(pair))
        return "\n".join(line for line in lines if line)


Proposal = Ticked | Met | Shared
"""What the program proposes."""
