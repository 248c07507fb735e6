"""Who has or carries what: points or weights, sealed, then a division that can be checked."""

from collections.abc import Generator, Sequence
from dataclasses import replace
from fractions import Fraction
from typing import Literal

from pydantic import model_validator

from workshop.core.course.leaf import Act, Leaf, Together
from workshop.core.course.scene import NOTHING, REVEAL_SECONDS, Course, Result, Scene
from workshop.core.course.step import Misled, Seconds, SharedPrompt, Step
from workshop.core.fairness.adjusted import adjusted_winner
from workshop.core.fairness.chores import fair_chores
from workshop.core.fairness.division import POINTS
from workshop.core.fairness.proposal import Shared
from workshop.core.people import BySide, Side
from workshop.core.steps.choose import Choose
from workshop.core.steps.items import FROM_PAPER, OnAList, Part, both_mark, left_out, marked_unseen
from workshop.core.turn_id import TurnId
from workshop.core.turns import AnyTurn, PointsOpen, Portion, Quotation, Reveal, Split
from workshop.core.turns import Points as PointsTurn
from workshop.core.turns.reply import Opened, Pointed, Stored
from workshop.core.turns.room import Figures
from workshop.unfit import Unfit
from workshop.words import _

HEAVIEST = 5
"""The heaviest that a burden can weigh."""
MOST_HOURS = 60
"""The most hours a week that a task can take."""


class Divide(OnAList):
    """Goods by 100 points each, burdens by weights from 0 to 5. The pair decides, not the sums.

    Goods: adjusted winner (Brams & Taylor 1996). Burdens: see `chores.py`.
    """

    kind: Literal["divide"] = "divide"
    of: Literal["goods", "burdens"]
    """"goods": things to have, 100 points each; "burdens": tasks to carry, weights from 0 to 5."""
    target: str | None = None
    """For burdens: an earlier `choose` over `parts`, which says who carries how much."""
    hours: SharedPrompt | None = None
    """For burdens: how both name, openly, how many hours a week each task takes, no matter who
    does it. One with 0 is left out; each of the others then weighs 1 at the least."""
    hours_seconds: Seconds = 120
    """How long naming the hours is thought to take, in seconds."""

    @model_validator(mode="after")
    def _hours_are_of_burdens(self) -> "Divide":
        if self.hours is not None and self.of != "burdens":
            raise Unfit(
                _("`hours` are for burdens: things to have take none"),
                _('Take `hours` out, or write of = "burdens".'),
                ("hours",),
            )
        return self

    def misled(self, steps: Sequence[Step]) -> Misled | None:
        """Return its target, where that is no question about who carries how much."""
        asked = (step.id for step in steps if isinstance(step, Choose) and step.parts)
        if self.target is None or self.target in asked:
            return None
        said = _('step {number} "{id}": its target "{target}" is no `choose` over `parts`')
        mend = _("Name a step of kind `choose` that has `parts`, or take `target` out.")
        return Misled("target", said, self.target, mend)

    def turns(self, scene: Scene) -> Course:
        """Yield both lists of points, sealed, and the division with its sums."""
        items = self.listed(scene)
        hours: dict[str, int] = {}
        if self.hours is not None and len(items) >= 2:
            hours = yield from self._named(items)
            items = tuple(hours) or items
        if len(items) < 2:
            return (yield from left_out(self.turn_id))

        turn, opened = yield from both_mark(scene, self.turn_id, self._part(scene, items))
        if opened is None:
            return Result(empty=True, split=self._split(items, hours))
        shared = self._shared(items, opened, scene, hours)
        yield Reveal(
            id=self.turn_id / "reveal",
            of=turn,
            result=opened,
            seconds=REVEAL_SECONDS,
            proposal=shared,
        )
        pair = scene.pair
        split = self._split(items, hours, shared, shared.in_turns(pair) if shared.is_made else "")
        if not shared.is_made:
            return Result(empty=True, split=split)
        words = shared.in_words(pair)
        own = BySide(shared.own("left", pair), shared.own("right", pair))
        listed = tuple(words.split("\n"))
        return Result((Quotation(None, "", words),), items=listed, own=own, split=split)

    def _split(
        self,
        items: tuple[str, ...],
        hours: dict[str, int],
        shared: Shared | None = None,
        in_turns: str = "",
    ) -> Split:
        """Return a row for each of `items`: nobody's, where nothing is proposed."""
        rows = (
            Portion(
                item,
                shared.whose(item) if shared else "nobody",
                in_turns if shared and item == shared.division.split else "",
                hours.get(item, 0),
            )
            for item in items
        )
        return Split(tuple(rows), goods=self.of == "goods")

    def _part(self, scene: Scene, items: tuple[str, ...]) -> Part:
        def part(id: TurnId, holder: Side, sealed: bool) -> PointsTurn:
            return (PointsTurn if sealed else PointsOpen)(
                id=id,
                holder=holder,
                prompt=scene.say(self.prompt, holder),
                seconds=self.seconds if sealed else FROM_PAPER,
                items=items,
                most=POINTS if self.of == "goods" else HEAVIEST,
                least=0 if self.hours is None else 1,
                total=POINTS if self.of == "goods" else None,
            )

        return part

    def on_paper(self, scene: Scene) -> Leaf:
        """Return the hours, both lists of numbers, and a way to share by hand that is near it."""
        items = self.listed(scene)
        leaf = marked_unseen(self, self._part(scene, items), self._by_hand(), ("",))
        if self.hours is None:
            return leaf
        hours = Act(
            does="writes",
            text=self.hours,
            seconds=self.hours_seconds,
            room=Figures(items),
            about=self.refers_to,
        )
        return replace(leaf, parts=(Together((hours,)), *leaf.parts))

    def _by_hand(self) -> tuple[str, ...]:
        no_more = _("This only proposes. What you do with it is up to you.")
        if self.of == "goods":
            return (
                _(
                    "Each thing goes, for now, to the one who gave it more points; where the"
                    " numbers are the same, have it by turns. Then each adds up their own points"
                    " for what they have. If the two sums are far apart, share one thing by turns."
                ),
                no_more,
            )
        first = _(
            "Each task goes, for now, to the one who finds it lighter; where the numbers are"
            " the same, take turns."
        )
        if self.hours is None:
            then = _("Then each adds up their own numbers, and you move tasks until both can bear.")
        else:
            then = _(
                "Then add up the hours of each, and move tasks until the hours are near the part"
                " that each of you can carry. Nobody ends up with nearly everything."
            )
        return first, then, no_more

    def _named(self, items: tuple[str, ...]) -> Generator[AnyTurn, Stored, dict[str, int]]:
        """Let both name the hours. Returns those of each task that takes some; none if passed."""
        assert self.hours is not None
        reply = yield PointsOpen(
            id=self.turn_id / "hours",
            prompt=self.hours,
            seconds=self.hours_seconds,
            items=items,
            most=MOST_HOURS,
        )
        if not isinstance(reply, Pointed):
            return {}
        return {item: n for item, n in zip(items, reply.points, strict=True) if n}

    def _shared(
        self, items: tuple[str, ...], opened: Opened, scene: Scene, hours: dict[str, int]
    ) -> Shared:
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
        division = fair_chores(*numbers, target or Fraction(1, 2), hours or None)
        half_instead = self.target is not None and target is None
        return Shared(division, first, goods=False, half_instead=half_instead)

    @property
    def at_most(self) -> int:
        """What any list takes, and the hours."""
        return super().at_most + (0 if self.hours is None else 1)

    @property
    def refers_to(self) -> tuple[str, ...]:
        """The steps that the list and the target come from."""
        return tuple(step for step in (self.from_step, self.target) if step)
