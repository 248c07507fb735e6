"""The division of goods: 100 points each, at most one thing shared.

Adjusted winner: Brams & Taylor 1996, Fair Division, chapter 4. Exact fractions, no floats.
"""

from collections.abc import Mapping
from fractions import Fraction
from typing import Literal

from workshop.core.fairness.division import POINTS, PointsDivision, worth
from workshop.core.fairness.suited import check_numbers
from workshop.errors import Unsuited
from workshop.words import _

Part = Literal["left", "right"]


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
        value_left=worth(shares, points_left),
        value_right=POINTS - worth(shares, points_right),
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
    gap = worth(shares, left) - (POINTS - worth(shares, right))
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
