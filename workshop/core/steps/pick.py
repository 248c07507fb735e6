"""Each ticks from a list, sealed; what comes of it is what both ticked."""

from dataclasses import replace
from typing import Annotated, Literal

from pydantic import Field, model_validator

from workshop.core.course.leaf import Act, Leaf, Together
from workshop.core.course.scene import REVEAL_SECONDS, Course, Result, Scene
from workshop.core.fairness.proposal import Ticked
from workshop.core.people import Side
from workshop.core.steps.items import (
    FROM_PAPER,
    OnAList,
    Part,
    both_mark,
    left_out,
    marked_unseen,
)
from workshop.core.turn_id import TurnId
from workshop.core.turns import Pick as PickTurn
from workshop.core.turns import PickOpen, Quotation, Reveal, RulesReveal
from workshop.core.turns.reply import Empty, Opened, Picked
from workshop.core.turns.room import Lines
from workshop.unfit import Unfit
from workshop.words import _


class Pick(OnAList):
    """Ticks. Where one thing is to be taken and they ticked different ones, it is `first`'s.

    Who is first alternates from exercise to exercise, so that next time it is the other's.
    """

    kind: Literal["pick"] = "pick"
    count: Annotated[int, Field(ge=1, le=12)] = 3
    """How many each ticks at the most."""
    ground_rules: bool = False
    """Whether what both ticked are their ground rules from now on."""
    own: bool = False
    """Whether each ticks what is true of oneself; both lists are shown, and none comes of them."""

    @model_validator(mode="after")
    def _is_one_or_the_other(self) -> "Pick":
        if self.own and self.ground_rules:
            raise Unfit(
                _("what is each one's own is not a ground rule of both"),
                _("Take `own` out, or `ground_rules`."),
                ("own",),
            )
        size = len(self.options or ())
        if self.options is not None and self.count > size and "count" in self.model_fields_set:
            said = _("count = {count}, and the list has {size} entries")
            mend = _("Write count = {size} or less, or add to `options`.")
            raise Unfit(
                said.format(count=self.count, size=size), mend.format(size=size), ("count",)
            )
        return self

    def turns(self, scene: Scene) -> Course:
        """Yield both ticks, sealed, and what both ticked."""
        items = self.listed(scene)
        if len(items) < 2:
            return (yield from left_out(self.turn_id))

        part = self._part(scene, items)
        turn, opened = yield from both_mark(scene, self.turn_id, part)
        if opened is None:
            return Result(empty=True)
        if self.own:
            yield Reveal(id=self.turn_id / "reveal", of=turn, result=opened, seconds=REVEAL_SECONDS)
            own = (_ticked(items, opened, side) for side in scene.order())
            return Result(tuple(said for said in own if said.text))  # who ticked none left nothing
        proposal = self._proposal(items, opened, scene.pair.first)
        reply = yield (RulesReveal if self.ground_rules else Reveal)(
            id=self.turn_id / "reveal",
            of=turn,
            result=opened,
            seconds=REVEAL_SECONDS,
            proposal=proposal,
        )
        taken = () if isinstance(reply, Empty) else proposal.items
        quotations = (Quotation(None, "", "\n".join(taken)),) if taken else ()
        return Result(quotations, items=taken, empty=not taken)

    def _part(self, scene: Scene, items: tuple[str, ...]) -> Part:
        def part(id: TurnId, holder: Side, sealed: bool) -> PickTurn:
            return (PickTurn if sealed else PickOpen)(
                id=id,
                holder=holder,
                prompt=scene.say(self.prompt, holder),
                seconds=self.seconds if sealed else FROM_PAPER,
                items=items,
                count=min(self.count, len(items)),
            )

        return part

    def on_paper(self, scene: Scene) -> Leaf:
        """Return both lists; of ground rules, neither is turned over."""
        part = self._part(scene, self.listed(scene))
        if not self.ground_rules:
            return marked_unseen(self, part, self._afterwards(scene), ("",))
        leaf = marked_unseen(self, part, (), ("",), opens=False)
        by_turns = _(
            "Take turns to name one that you ticked. If both did, it is written down here, as a"
            " rule of yours, unless one of you would rather not now. What nobody names stays"
            " unnamed."
        )
        rules = Act(does="writes", text=by_turns, seconds=REVEAL_SECONDS, room=Lines(4))
        return replace(leaf, parts=(*leaf.parts, Together((rules,))))

    def _afterwards(self, scene: Scene) -> tuple[str, ...]:
        if self.own:
            return (_("Look at both. Nothing comes of them, and nothing is added up."),)
        taken = _("What both of you ticked is taken. Nobody explains the rest.")
        if self.count > 1:
            return (taken,)
        said = _("If you ticked different ones, {me}'s is taken this time, and {you}'s next time.")
        return taken, scene.say(said, scene.pair.first)

    def _proposal(self, items: tuple[str, ...], opened: Opened, first: Side) -> Ticked:
        left, right = opened.left, opened.right
        assert isinstance(left, Picked)
        assert isinstance(right, Picked)
        both = tuple(items[tick - 1] for tick in left.ticks if tick in right.ticks)
        if both or self.count > 1 or self.ground_rules:
            return Ticked(both)
        mine, theirs = (left, right) if first == "left" else (right, left)
        for side, ticks in ((first, mine.ticks), (None, theirs.ticks)):
            if ticks:
                return Ticked((items[ticks[0] - 1],), whose=side)
        return Ticked(())


def _ticked(items: tuple[str, ...], opened: Opened, side: Side) -> Quotation:
    picked = opened.left if side == "left" else opened.right
    assert isinstance(picked, Picked)
    return Quotation(side, "", "\n".join(items[tick - 1] for tick in picked.ticks))
