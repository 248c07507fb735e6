"""Where things stand, each for oneself and sealed, then side by side on shared axes."""

from typing import Annotated, ClassVar, Literal

from pydantic import AfterValidator, Field, model_validator

from workshop.core.course.leaf import Leaf
from workshop.core.course.scene import NOTHING, REVEAL_SECONDS, Course, Result, Scene
from workshop.core.course.step import Prompt, Seconds, Step, to_both, to_one
from workshop.core.model import Frozen
from workshop.core.people import Side
from workshop.core.steps.items import FROM_PAPER, Item, Part, both_mark, marked_unseen
from workshop.core.text import merged
from workshop.core.turn_id import TurnId
from workshop.core.turns import Quotation, RateOpen, Reveal
from workshop.core.turns import Rate as RateTurn
from workshop.core.turns import Scale as ScaleTurn
from workshop.core.turns.picture import Axis, Picture, differ, picture
from workshop.core.turns.reply import Rated
from workshop.unfit import Unfit
from workshop.words import _

Question = Annotated[str, Field(max_length=40), AfterValidator(to_both)]
"""What is asked of each item, in a few words."""
Place = Annotated[str, Field(max_length=30), AfterValidator(to_one)]
"""What a place on a scale is called; may name `{me}` and `{you}`."""


class Scale(Frozen):
    """A labelled scale, in me and you words: the picture turns them to left and right."""

    question: Question
    """What is asked of each item, in a few words such as "How I see it"."""
    options: Annotated[tuple[Place, ...], Field(min_length=2, max_length=5)]
    """Its places: from me to you, or from little to much."""
    between: Literal["partners", "amounts"] = "partners"
    """Whether it runs from me to you, or from little to much."""

    @model_validator(mode="after")
    def _makes_sense(self) -> "Scale":
        if self.between == "amounts" and any("{" in option for option in self.options):
            raise Unfit(
                _("a scale between amounts names nobody, since both stand on it"),
                _("Take {me} and {you} out of its options."),
                ("options",),
            )
        if len(set(self.options)) != len(self.options):
            raise Unfit(
                _("two places of this scale are called the same"),
                _("Give one of them another name."),
                ("options",),
            )
        return self

    def axis(self) -> Axis:
        """Return the axis that both stand on."""
        words = self.options if self.between == "amounts" else ()
        return Axis(question=self.question, steps=len(self.options), words=words)


class Rate(Step):
    """Up to seven things on up to three scales. Any may stay empty; nothing is added up."""

    rates: ClassVar[bool] = True
    kind: Literal["rate"] = "rate"
    prompt: Prompt
    """What each is asked; `{me}` and `{you}` become the names."""
    items: Annotated[tuple[Item, ...], Field(min_length=1, max_length=7)]
    """What is rated: up to seven things that the two share."""
    scales: Annotated[tuple[Scale, ...], Field(min_length=1, max_length=3)]
    """On which scales, up to three."""
    seconds: Seconds = 180
    """How long one turn of it is thought to take, in seconds."""
    picture: bool = False
    """Whether both are asked at the close of the evening if they keep the picture."""

    @model_validator(mode="after")
    def _all_differ(self) -> "Rate":
        if merged(self.items) != self.items:
            raise Unfit(_("two items say the same"), _("Take one of the two out."), ("items",))
        if len({scale.question for scale in self.scales}) != len(self.scales):
            raise Unfit(
                _("two scales ask the same question"),
                _("Ask something else instead."),
                ("scales",),
            )
        return self

    def turns(self, scene: Scene) -> Course:
        """Yield both ratings, sealed, and the picture of them."""
        needed = self.picture or self.id in scene.quoted

        part = self._part(scene)
        turn, opened = yield from both_mark(scene, self.turn_id, part, typed=needed)
        if opened is None:
            return NOTHING
        left, right = opened.left, opened.right
        assert isinstance(left, Rated)
        assert isinstance(right, Rated)
        shown = picture(self.items, [scale.axis() for scale in self.scales], left, right)
        yield Reveal(
            id=self.turn_id / "reveal",
            of=turn,
            result=opened,
            seconds=REVEAL_SECONDS,
            picture=shown,
        )
        return Result((_to_choose_from(shown),), picture=shown if self.picture else None)

    def _part(self, scene: Scene) -> Part:
        def part(id: TurnId, holder: Side, sealed: bool) -> RateTurn:
            return (RateTurn if sealed else RateOpen)(
                id=id,
                holder=holder,
                prompt=scene.say(self.prompt, holder),
                seconds=self.seconds if sealed else FROM_PAPER,
                items=self.items,
                scales=tuple(self._said(scale, scene, holder) for scale in self.scales),
            )

        return part

    def on_paper(self, scene: Scene) -> Leaf:
        """Return both sheets of scales."""
        then = [_("Lay both side by side. You may place things differently. Nothing is added up.")]
        if any(scale.between == "partners" for scale in self.scales):
            then.append(
                _(
                    "Remember that each sheet is seen from its own side: on the other's, the ends"
                    " are swapped."
                )
            )
        return marked_unseen(self, self._part(scene), tuple(then), self.items)

    def _said(self, scale: Scale, scene: Scene, holder: Side) -> ScaleTurn:
        return ScaleTurn(
            question=scale.question,
            options=tuple(scene.say(option, holder) for option in scale.options),
            partners=scale.between == "partners",
        )

    @property
    def at_most(self) -> int:
        """Sealed and shown, or on paper, typed by each and shown."""
        return 4


def _to_choose_from(shown: Picture) -> Quotation:
    """Return the items that the two place differently, a line for each scale; else all of them."""
    lines: list[str] = []
    for number, axis in enumerate(shown.axes):
        items = [
            marked.item
            for row, marked in enumerate(shown.items)
            if differ(axis, shown.places(row, number))
        ]
        if items:
            lines.append(f"{axis.question}: {'; '.join(items)}")
    if lines:
        return Quotation(None, _("You place these differently"), "\n".join(lines))
    return Quotation(None, _("The rows"), "; ".join(marked.item for marked in shown.items))
