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
SIMPLE = tuple(Fraction(n, d) for n, d in ((1, 2), (1, 3), (2, 3), (1, 4), (3, 4)))
"""Shares that people say and keep: halves, thirds, quarters."""
CLOSE = Fraction(1, 8)
"""How far from the exact share a simple one may be to stand for it."""


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
        """Return a few lines by which two people can check it with a pencil.

        Args:
            left: the left one's name.
            right: the right one's name.
        """
        raise NotImplementedError

    def exactly(self, left: str = "", right: str = "") -> tuple[str, ...]:  # noqa: ARG002
        """Return the sums in exact fractions, for whoever asks; nothing where they are whole."""
        return ()


@dataclass(frozen=True)
class PointsDivision(Division):
    """A division of things that both want, by points. Values are points of one's own 100."""

    @property
    def simple(self) -> Fraction | None:
        """The left one's share of what is split, as people say it.

        None where nothing is split, or where no simple share comes close and leaves each at least
        half of their own points: then points cannot say how often it is whose.
        """
        if self.split is None:
            return None
        exact = self.left[self.split]
        near = sorted(SIMPLE, key=lambda share: abs(share - exact))[0]
        if abs(near - exact) > CLOSE or min(self._worth_with(near)) < Fraction(POINTS, 2):
            return None
        return near

    def _worth_with(self, share: Fraction) -> tuple[Fraction, Fraction]:
        """Return what both parts come to if the left one has `share` of what is split."""
        return (
            _worth({**self.left, **self._of_split(share)}, self.numbers_left),
            _worth({**self.right, **self._of_split(1 - share)}, self.numbers_right),
        )

    def _of_split(self, share: Fraction) -> dict[str, Fraction]:
        return {self.split: share} if self.split is not None else {}

    def certificate(self, left: str = "", right: str = "") -> tuple[str, ...]:
        """Return sums in whole numbers, and why neither would rather have the other's part."""
        names = left or _("The left one"), right or _("The right one")
        simple = self.simple
        shares = (None, None) if simple is None else (simple, 1 - simple)
        own = (self.left, self.numbers_left), (self.right, self.numbers_right)
        lines = [
            _("{name}: {sum}").format(name=name, sum=self._in_pencil(*one, share))
            for name, one, share in zip(names, own, shares, strict=True)
        ]
        if self.split is None or simple is not None:
            lines.append(
                _(
                    "Each gave out {points} points, and each has half of them or more: neither of"
                    " you would swap."
                ).format(points=POINTS)
            )
        else:
            said = _("How often {item} is whose, points cannot say: that is yours to settle.")
            lines.append(said.format(item=self.split))
        lines += [
            _("{item}: neither gave it a point. Who has it changes no sum.").format(item=item)
            for item in self.numbers_left
            if not self.numbers_left[item] and not self.numbers_right[item]
        ]
        return tuple(lines)

    def _in_pencil(
        self, held: Mapping[str, Fraction], points: Mapping[str, int], share: Fraction | None
    ) -> str:
        """Return what somebody's part comes to, in whole numbers."""
        wanted = [item for item in held if self.numbers_left[item] or self.numbers_right[item]]
        terms = [f"{item} {points[item]}" for item in wanted if item != self.split]
        sum_ = Fraction(sum(points[item] for item in held if item != self.split))
        if self.split is None or self.split not in held:
            return f"{' + '.join(terms) or '0'} = {sum_}"
        if share is None:
            some = _("a part of {item} (which has {points})")
            return " + ".join([*terms, some.format(item=self.split, points=points[self.split])])
        part = share * points[self.split]
        terms.append(
            _("{share} of {item} (which has {points}), {part}").format(
                share=in_words(share), item=self.split, points=points[self.split], part=about(part)
            )
        )
        return f"{' + '.join(terms)} = {about(sum_ + part)}"

    def exactly(self, left: str = "", right: str = "") -> tuple[str, ...]:
        """Return the sums in exact fractions, where something is split."""
        if self.split is None:
            return ()
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


def in_words(share: Fraction) -> str:
    """Return a share as people say it; as a fraction where it is no simple one."""
    said = {
        Fraction(1): _("all"),
        Fraction(1, 2): _("half"),
        Fraction(1, 3): _("a third"),
        Fraction(2, 3): _("two thirds"),
        Fraction(1, 4): _("a quarter"),
        Fraction(3, 4): _("three quarters"),
    }
    return said.get(share, str(share))


def about(value: Fraction) -> str:
    """Return a value as a whole number, and that it is rounded where it is."""
    if value.denominator == 1:
        return str(value.numerator)
    return _("about {whole}").format(whole=(value + Fraction(1, 2)).__floor__())


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
