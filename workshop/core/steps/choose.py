"""Each puts a list in order, sealed; where the two orders meet is proposed."""

from collections.abc import Generator
from dataclasses import replace
from fractions import Fraction
from typing import Annotated, Literal

from pydantic import AfterValidator, Field, model_validator

from workshop.core.course.leaf import Leaf
from workshop.core.course.scene import REVEAL_SECONDS, Course, Result, Scene
from workshop.core.fairness.meeting import meeting_point
from workshop.core.fairness.proposal import Above, Met
from workshop.core.people import Side, other
from workshop.core.steps.items import FROM_PAPER, Item, OnAList, both_mark, left_out, marked_unseen
from workshop.core.steps.items import Part as OneSide
from workshop.core.text import merged
from workshop.core.turn_id import TurnId
from workshop.core.turns import AnyTurn, Quotation, RankOpen, Reveal, Sealed, Tie
from workshop.core.turns import Rank as RankTurn
from workshop.core.turns.reply import Opened, Ranked, Stored, Taken
from workshop.unfit import Unfit
from workshop.words import _


def _is_part(text: str) -> str:
    try:
        part = Fraction(text)
    except (ValueError, ZeroDivisionError):
        part = Fraction(0)
    if not 0 < part <= Fraction(1, 2):
        raise Unfit(
            _("a part is a fraction up to a half"), _('Write it such as "1/2" or "1/3", in quotes.')
        )
    return text


Part = Annotated[str, Field(max_length=7), AfterValidator(_is_part)]
"""A part of the load, such as "1/3"."""


TIE_SECONDS = 60
"""How long it is thought to take to say which of two it is."""


class Choose(OnAList):
    """Two orders of the same options, with leaving it as it is among them.

    The meeting point: Brams & Kilgour 2001. `parts` in place of a list asks who carries how much.
    """

    kind: Literal["choose"] = "choose"
    keep: Item | None = None
    """What leaves it as it is, in words; the usual ones when left out."""
    parts: Annotated[tuple[Part, ...], Field(min_length=1, max_length=4)] | None = None
    """Parts of the load that one of the two could carry, such as "1/2", "1/3"; each both ways."""

    proposes: bool = True
    """Whether where the two orders meet is proposed; false where nothing is decided by it: then
    both orders are shown, and what both put above `keep`."""

    @model_validator(mode="after")
    def _parts_differ(self) -> "Choose":
        parts = [Fraction(part) for part in self.parts or ()]
        if len(set(parts)) != len(parts):
            raise Unfit(_("`parts` names a part twice"), _("Take one of the two out."), ("parts",))
        return self

    @property
    def _lists(self) -> int:
        return super()._lists + (self.parts is not None)

    def turns(self, scene: Scene) -> Course:
        """Yield both orders, sealed, and where they meet."""
        parts, keep = self._by_part(scene), self._keep
        options = merged(parts or self.listed(scene))
        options = tuple(option for option in options if merged((option, keep)) != (option,))
        if len(options) < 2:
            return (yield from self._too_few(options))

        part = self._part(scene, (*options, keep))
        turn, opened = yield from both_mark(scene, self.turn_id, part)
        if opened is None:
            return Result(empty=True)
        if not self.proposes:
            return (yield from self._above((*options, keep), turn, opened, scene))
        met = self._met((*options, keep), opened, scene)
        yield Reveal(
            id=self.turn_id / "reveal",
            of=turn,
            result=opened,
            seconds=REVEAL_SECONDS,
            proposal=met,
        )
        found = () if met.stays else met.meeting.options
        if len(found) > 1:
            found = yield from self._asked(found)
        if not found:
            return Result(empty=True)
        part_of = parts.get(found[0])
        return Result((Quotation(None, "", "\n".join(found)),), items=found, part=part_of)

    def _asked(self, found: tuple[str, ...]) -> Generator[AnyTurn, Stored, tuple[str, ...]]:
        """Ask the pair which of two that are equally far down it is: no order of one decides.

        Returns what they take; nothing where they pass.
        """
        reply = yield Tie(
            id=self.turn_id / "which",
            prompt=_("You meet at two of them. Which is it?"),
            seconds=TIE_SECONDS,
            options=found,
            all=self.parts is None,
        )
        places = reply.places if isinstance(reply, Taken) else ()
        return tuple(found[place - 1] for place in places)

    @property
    def at_most(self) -> int:
        """What any list takes, and which of two places it is where both met at two."""
        return super().at_most + 1

    @property
    def _keep(self) -> str:
        return self.keep or _("Leave it as it is")

    def _part(self, scene: Scene, items: tuple[str, ...]) -> OneSide:
        def part(id: TurnId, holder: Side, sealed: bool) -> RankTurn:
            return (RankTurn if sealed else RankOpen)(
                id=id,
                holder=holder,
                prompt=scene.say(self.prompt, holder),
                seconds=self.seconds if sealed else FROM_PAPER,
                items=items,
                proposes=self.proposes,
            )

        return part

    def on_paper(self, scene: Scene) -> Leaf:
        """Return both orders, and how to find by hand where they meet."""
        options = tuple(self._by_part(scene)) or self.listed(scene)
        if self.proposes:
            then = _(
                "Cross out on both sheets what either of you put after “{keep}”. Then go down both"
                " orders together, place by place, until the first thing has come up in both. That"
                " is proposed, and no more; of two at once you say together which it is. If"
                " there is none, it stays as it is."
            )
        else:
            then = _("Mark what both of you put before “{keep}”. Nothing is decided by it.")
        part = self._part(scene, (*options, self._keep))
        return marked_unseen(self, part, (then.format(keep=self._keep),), ("",))

    def _above(
        self, options: tuple[str, ...], turn: Sealed, opened: Opened, scene: Scene
    ) -> Course:
        """Show both orders, and what both put above the line."""
        meeting = self._met(options, opened, scene).meeting
        above = [{*order[: order.index(meeting.keep)]} for order in (meeting.left, meeting.right)]
        items = tuple(one for one in options if one in above[0] & above[1])
        yield Reveal(
            id=self.turn_id / "reveal",
            of=turn,
            result=opened,
            seconds=REVEAL_SECONDS,
            proposal=Above(items, meeting.keep),
        )
        quotations = (Quotation(None, "", "\n".join(items)),) if items else ()
        return Result(quotations, items=items, empty=not items)

    def _too_few(self, options: tuple[str, ...]) -> Course:
        result = yield from left_out(self.turn_id)
        if not options:
            return result
        return Result((Quotation(None, "", options[0]),), items=options)  # the only one there is

    def _met(self, options: tuple[str, ...], opened: Opened, scene: Scene) -> Met:
        left, right = opened.left, opened.right
        assert isinstance(left, Ranked)
        assert isinstance(right, Ranked)
        first = scene.pair.first
        mine, theirs = (left, right) if first == "left" else (right, left)
        meeting = meeting_point(
            [options[number - 1] for number in mine.order],
            [options[number - 1] for number in theirs.order],
            options[-1],
        )
        met = tuple(option for option in options if option in meeting.options)
        return Met(replace(meeting, options=met), first)

    def _by_part(self, scene: Scene) -> dict[str, Fraction]:
        """Return each way to share the load in words, and the part of it that is `first`'s."""
        ways: dict[str, Fraction] = {}
        first = scene.pair.first
        for part in map(Fraction, self.parts or ()):
            for side in (first, other(first)):
                mine = part if side == first else 1 - part
                if mine == Fraction(1, 2):
                    words = _("half each")
                else:
                    words = _("{name} {part}, {you} {rest}").format(
                        name=scene.pair.name(first),
                        part=mine,
                        you=scene.pair.name(other(first)),
                        rest=1 - mine,
                    )
                ways[words] = mine
        return ways
