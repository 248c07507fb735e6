"""What a division is, and the one of goods: its shares and its sums, to be checked by hand."""

from collections.abc import Mapping
from fractions import Fraction

from workshop.core.fairness.figures import about, in_figures, in_words
from workshop.values import dataclass
from workshop.words import _

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

    @property
    def gives_nearly_all(self) -> bool:
        """Whether one would carry nearly all there is; of things to have nobody is asked that."""
        return False

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
            worth({**self.left, **self._of_split(share)}, self.numbers_left),
            worth({**self.right, **self._of_split(1 - share)}, self.numbers_right),
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
            said = _("Points cannot say how often {item} is whose: that is yours to settle.")
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


def worth(shares: Mapping[str, Fraction], points: Mapping[str, int]) -> Fraction:
    """Return what shares come to, by the points of one of the two."""
    parts = (share * points[item] for item, share in shares.items() if share and points[item])
    return sum(parts, Fraction())


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
