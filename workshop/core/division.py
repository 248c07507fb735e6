"""What a division is, and the one of goods: 100 points each, at most one thing shared.

Adjusted winner: Brams & Taylor 1996, Fair Division, chapter 4. Exact fractions, no floats.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from fractions import Fraction
from typing import Literal

from workshop.errors import Unsuited
from workshop.words import _

Part = Literal["left", "right"]
POINTS = 100
"""How many points each of the two gives out."""


@dataclass(frozen=True)
class Division:
    """Who gets how much of what.

    Attributes:
        left: items of the left one, each with its share, above 0 and at most 1.
        right: the same of the right one; the two shares of an item sum to 1.
        value_left: what the left one's part comes to by their own numbers.
        value_right: the same of the right one.
        split: the item that both have a share of, if there is one.
        numbers_left: what the left one gave each item.
        numbers_right: the same of the right one.
    """

    left: Mapping[str, Fraction]
    right: Mapping[str, Fraction]
    value_left: Fraction
    value_right: Fraction
    split: str | None
    numbers_left: Mapping[str, int]
    numbers_right: Mapping[str, int]

    def certificate(self, left: str = "", right: str = "") -> tuple[str, ...]:
        """Return a few lines by which two people can check it by hand.

        Args:
            left: the left one's name.
            right: the right one's name.
        """
        raise NotImplementedError


@dataclass(frozen=True)
class PointsDivision(Division):
    """A division of things that both want, by points. Values are points of one's own 100."""

    def certificate(self, left: str = "", right: str = "") -> tuple[str, ...]:
        """Return the sums, and why neither would rather have the other's part."""
        left, right = left or _("The left one"), right or _("The right one")
        own = (
            (left, self.left, self.numbers_left, self.value_left),
            (right, self.right, self.numbers_right, self.value_right),
        )
        lines = [
            _("{name}: {sum} = {value}").format(
                name=name, sum=_sum(shares, points), value=in_figures(value)
            )
            for name, shares, points, value in own
        ]
        lines.append(
            _(
                "Each gave out {points} points, and both parts come to {value}. The other's part"
                " would come to {rest} by one's own points: neither of you would swap."
            ).format(
                points=POINTS,
                value=in_figures(self.value_left),
                rest=in_figures(POINTS - self.value_left),
            )
        )
        if self.split is not None:
            share = self.left[self.split]
            lines.append(
                _(
                    "Only {item} is shared: of {of} turns or weeks, {a} for {left} and {b} for"
                    " {right}."
                ).format(
                    item=self.split,
                    of=share.denominator,
                    a=share.numerator,
                    left=left,
                    b=share.denominator - share.numerator,
                    right=right,
                )
            )
        lines += [
            _("{item}: neither gave it a point. Who has it changes no sum.").format(item=item)
            for item in self.numbers_left
            if not self.numbers_left[item] and not self.numbers_right[item]
        ]
        return tuple(lines)


def adjusted_winner(
    points_left: Mapping[str, int], points_right: Mapping[str, int]
) -> PointsDivision:
    """Return the division by adjusted winner (Brams & Taylor 1996).

    Each item goes to who gave it more; then items move from the one ahead to the one behind, those
    first that the two see most alike, until both have the same points. By the points given it is
    envy-free (at least 50 each), equitable (the same for both), Pareto-efficient, and at most one
    item is split. Swapping the two swaps the values, and the shares wherever they are unique.

    Args:
        points_left: item → whole points from 0, that sum to 100.
        points_right: the same, for the same items.

    Raises:
        Unsuited: fewer than 2 items, other items, or points that are not whole, negative, or not
            100 in all; names the item.
    """
    check_numbers(points_left, points_right)
    for points in (points_left, points_right):
        if (total := sum(points.values())) != POINTS:
            raise Unsuited(
                _("The points sum to {total}. Change some until they sum to {points}.").format(
                    total=total, points=POINTS
                )
            )
    holder = _by_bids(points_left, points_right)
    shares = {item: Fraction(who == "left") for item, who in holder.items()}
    _even_out(shares, points_left, points_right)
    return PointsDivision(
        left={item: share for item, share in shares.items() if share > 0},
        right={item: 1 - share for item, share in shares.items() if share < 1},
        value_left=_worth(shares, points_left),
        value_right=POINTS - _worth(shares, points_right),
        split=next((item for item, share in shares.items() if 0 < share < 1), None),
        numbers_left=dict(points_left),
        numbers_right=dict(points_right),
    )


def _by_bids(left: Mapping[str, int], right: Mapping[str, int]) -> dict[str, Part]:
    """Return who gave each item more; equal ones go to the one behind, the most wanted first."""
    holder: dict[str, Part] = {
        item: "left" if left[item] > right[item] else "right"
        for item in left
        if left[item] != right[item]
    }
    ahead = sum(left[item] if who == "left" else -right[item] for item, who in holder.items())
    equal = [item for item in left if left[item] == right[item]]
    for item in sorted(equal, key=lambda item: -left[item]):
        holder[item] = "left" if ahead <= 0 else "right"
        ahead += left[item] if ahead <= 0 else -left[item]
    return {item: holder[item] for item in left}


def _even_out(
    shares: dict[str, Fraction], left: Mapping[str, int], right: Mapping[str, int]
) -> None:
    """Move shares from the one ahead to the one behind, in place, until both have the same."""
    gap = _worth(shares, left) - (POINTS - _worth(shares, right))
    ahead, behind = (left, right) if gap > 0 else (right, left)
    theirs = Fraction(gap > 0)  # the share by which an item is wholly the one's who is ahead
    gap = abs(gap)
    moving = [item for item, share in shares.items() if share == theirs and behind[item]]
    for item in sorted(moving, key=lambda item: Fraction(ahead[item], behind[item])):
        if gap == 0:
            return
        part = min(Fraction(1), gap / (ahead[item] + behind[item]))
        shares[item] += part if theirs == 0 else -part
        gap -= part * (ahead[item] + behind[item])


def _worth(shares: Mapping[str, Fraction], points: Mapping[str, int]) -> Fraction:
    parts = (share * points[item] for item, share in shares.items() if share and points[item])
    return sum(parts, Fraction())


def check_numbers(left: Mapping[str, int], right: Mapping[str, int]) -> None:
    """Raise Unsuited unless both gave each of the same two or more items a whole number from 0."""
    check_same(left, right)
    for numbers in (left, right):
        for item, number in numbers.items():
            if isinstance(number, bool) or not isinstance(number, int):
                raise Unsuited(
                    _("{item}: {number} is not a whole number. Give it one from 0.").format(
                        item=item, number=number
                    )
                )
            if number < 0:
                raise Unsuited(
                    _("{item}: {number} is less than 0. Give it 0 or more.").format(
                        item=item, number=number
                    )
                )


def check_same(left: Iterable[str], right: Iterable[str]) -> None:
    """Raise Unsuited unless both name the same items, two or more; say which one is missing."""
    left, right = list(left), list(right)
    for one, other in ((left, right), (right, left)):
        for item in one:
            if item not in other:
                raise Unsuited(
                    _("{item}: only one of the two has it. Add it to both, or take it out.").format(
                        item=item
                    )
                )
    if len(left) < 2:
        item = left[0] if left else _("The list is empty")
        raise Unsuited(_("{item}: it takes at least two. Add another one.").format(item=item))


def in_figures(value: Fraction) -> str:
    """Return a value as a whole number, or as a fraction and about how much that is."""
    if value.denominator == 1:
        return str(value.numerator)
    tenths = (value * 10 + Fraction(1, 2)).__floor__()
    return _("about {whole}.{tenth} (exactly {fraction})").format(
        fraction=value, whole=tenths // 10, tenth=tenths % 10
    )


def _sum(shares: Mapping[str, Fraction], points: Mapping[str, int]) -> str:
    terms = [
        f"{item} {points[item]}"
        if share == 1
        else _("{share} of {item} (which has {points})").format(
            share=share, item=item, points=points[item]
        )
        for item, share in shares.items()
    ]
    return " + ".join(terms) or "0"
