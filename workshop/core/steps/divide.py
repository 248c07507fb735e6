"""Who has or carries what: points or weights, sealed, then a division that can be checked."""

from fractions import Fraction
from typing import Literal

from workshop.core.division import POINTS
from workshop.core.fairness import adjusted_winner, fair_chores
from workshop.core.people import BySide, Side
from workshop.core.proposal import Shared
from workshop.core.reply import Opened, Pointed
from workshop.core.scene import NOTHING, REVEAL_SECONDS, Course, Result, Scene
from workshop.core.steps.items import FROM_PAPER, OnAList, both_mark, left_out
from workshop.core.turn import Points as PointsTurn
from workshop.core.turn import PointsOpen, Quotation, Reveal

HEAVIEST = 5
"""The heaviest that a burden can weigh."""


class Divide(OnAList):
    """Goods by 100 points each, burdens by weights from 0 to 5. The pair decides, not the sums.

    Goods: adjusted winner (Brams & Taylor 1996). Burdens: see `chores.py`.
    """

    kind: Literal["divide"] = "divide"
    of: Literal["goods", "burdens"]
    """"goods": things to have, 100 points each; "burdens": tasks to carry, weights from 0 to 5."""
    target: str | None = None
    """For burdens: an earlier `choose` over `parts`, which says who carries how much."""

    def turns(self, scene: Scene) -> Course:
        """Yield both lists of points, sealed, and the division with its sums."""
        items = self.listed(scene)
        if len(items) < 2:
            return (yield from left_out(self.id))

        def part(id: str, holder: Side, sealed: bool) -> PointsTurn:
            return (PointsTurn if sealed else PointsOpen)(
                id=id,
                holder=holder,
                prompt=scene.say(self.prompt, holder),
                seconds=self.seconds if sealed else FROM_PAPER,
                items=items,
                most=POINTS if self.of == "goods" else HEAVIEST,
                total=POINTS if self.of == "goods" else None,
            )

        turn, opened = yield from both_mark(scene, self.id, part)
        if opened is None:
            return Result(empty=True)
        shared = self._shared(items, opened, scene)
        yield Reveal(
            id=f"{self.id}/reveal",
            of=turn,
            result=opened,
            seconds=REVEAL_SECONDS,
            proposal=shared,
        )
        pair = scene.pair
        words = shared.in_words(pair)
        own = BySide(shared.own("left", pair), shared.own("right", pair))
        return Result((Quotation(None, "", words),), items=tuple(words.split("\n")), own=own)

    def _shared(self, items: tuple[str, ...], opened: Opened, scene: Scene) -> Shared:
        left, right = opened.left, opened.right
        assert isinstance(left, Pointed)
        assert isinstance(right, Pointed)
        first = scene.pair.first
        mine, theirs = (left, right) if first == "left" else (right, left)
        numbers = (
            dict(zip(items, mine.points, strict=True)),
            dict(zip(items, theirs.points, strict=True)),
        )
        if self.of == "goods":
            return Shared(adjusted_winner(*numbers), first, goods=True)
        target = scene.results.get(self.target or "", NOTHING).part
        division = fair_chores(*numbers, target or Fraction(1, 2))
        half_instead = self.target is not None and target is None
        return Shared(division, first, goods=False, half_instead=half_instead)

    @property
    def refers_to(self) -> tuple[str, ...]:
        """The steps that the list and the target come from."""
        return tuple(step for step in (self.from_step, self.target) if step)
