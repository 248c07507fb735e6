"""Something typed: by each, by both together, or by one; open, or sealed until both open."""

from collections.abc import Iterator
from typing import Annotated, Literal

from pydantic import Field, model_validator

from workshop.core.course.leaf import Act, InTurn, Leaf, Together, Unseen
from workshop.core.course.scene import Course, Result, Scene, revealed
from workshop.core.course.step import Prompt, Seconds, Step
from workshop.core.people import BySide, Side
from workshop.core.text import is_blank
from workshop.core.turns import Quotation, Sealed, SealedPart, WriteSealed
from workshop.core.turns import Write as WriteTurn
from workshop.core.turns.reply import OnPaper, Opened, Stored, Words
from workshop.core.turns.room import Lines
from workshop.unfit import Unfit
from workshop.words import _


class Write(Step):
    """A typed answer."""

    kind: Literal["write"] = "write"
    prompt: Prompt
    """What each is asked; `{me}` and `{you}` become the names."""
    who: Literal["each", "together", "one"] = "each"
    """"each": both, one after the other; "together": one answer of both; "one": one of the two."""
    privacy: Literal["open", "sealed"] = "open"
    """"open": the other may look; "sealed": nobody sees it before both open."""
    lines: Annotated[int, Field(ge=1, le=12)] = 3
    """How many lines the answer is thought to need."""
    seconds: Seconds = 60
    """How long one turn of it is thought to take, in seconds."""
    shared: bool = False
    """Whether what one types is both's, and is quoted to both later; only with who = "one"."""
    about: str | None = None
    """An earlier step that is quoted: one's own words for `each`, everything otherwise."""

    @model_validator(mode="after")
    def _makes_sense(self) -> "Write":
        if self.shared and self.who != "one":
            raise Unfit(
                _('shared = true is for who = "one": what both type is shared anyway'),
                _("Take `shared` out."),
                ("shared",),
            )
        if self.privacy == "sealed" and self.who != "each":
            raise Unfit(
                _('only who = "each" can be sealed'),
                _('Write who = "each", or privacy = "open".'),
                ("privacy",),
            )
        if self.who == "together" and ("{me}" in self.prompt or "{you}" in self.prompt):
            raise Unfit(
                _('who = "together" asks both, so the prompt names nobody'),
                _("Take {me} and {you} out of the prompt."),
                ("prompt",),
            )
        return self

    def turns(self, scene: Scene) -> Course:
        """Yield what there is to write, and the reveal when it was sealed."""
        if self.privacy == "sealed":
            return (yield from self._sealed(scene))
        if self.who == "each":
            return (yield from self._each(scene))
        holder = scene.one() if self.who == "one" else None
        reply = yield WriteTurn(
            id=self.turn_id,
            holder=holder,
            prompt=scene.say(self.prompt, holder) if holder else self.prompt,
            seconds=self.seconds,
            quotations=scene.about(self.about, None),
            alone=self.who == "one",
            lines=self.lines,
        )
        return Result(tuple(_quoted(reply, None if self.shared else holder)))

    def _each(self, scene: Scene) -> Course:
        quotations: list[Quotation] = []
        for number, holder in enumerate(scene.order(), start=1):
            reply = yield WriteTurn(
                id=self.turn_id / number,
                holder=holder,
                prompt=scene.say(self.prompt, holder),
                seconds=self.seconds,
                quotations=scene.about(self.about, holder),
                lines=self.lines,
            )
            quotations.extend(_quoted(reply, holder))
        return Result(tuple(quotations))

    def _sealed(self, scene: Scene) -> Course:
        first, second = scene.order()
        turn = Sealed(
            id=self.turn_id,
            first=first,
            prompt=self.prompt,
            seconds=2 * self.seconds,
            parts=self._parts(scene),
        )
        opened = yield from revealed(turn)
        shown: dict[Side, Stored] = {}
        if isinstance(opened, Opened):
            shown = {"left": opened.left, "right": opened.right}
        elif isinstance(opened, OnPaper) and self.id in scene.quoted:
            for number, holder in enumerate((first, second), start=1):
                shown[holder] = yield WriteTurn(
                    id=self.turn_id / "paper" / number,
                    holder=holder,
                    prompt=_("Type from your sheet what you want to come back to later."),
                    seconds=60,
                    lines=self.lines,
                )
        return Result(
            tuple(said for side in (first, second) for said in _quoted(shown.get(side), side))
        )

    def _parts(self, scene: Scene) -> BySide[SealedPart]:
        def part(number: int, holder: Side) -> WriteSealed:
            return WriteSealed(
                id=self.turn_id / number,
                holder=holder,
                prompt=scene.say(self.prompt, holder),
                seconds=self.seconds,
                quotations=scene.about(self.about, holder),
                lines=self.lines,
            )

        first, second = scene.order()
        return BySide.of(first, part(1, first), part(2, second))

    def on_paper(self, scene: Scene) -> Leaf:
        """Return what is written by whom, and whether it is seen."""

        def act(holder: Side | None) -> Act:
            return Act(
                does="writes",
                who=holder,
                text=scene.say(self.prompt, holder) if holder else self.prompt,
                seconds=self.seconds,
                room=Lines(self.lines + 2),
                about=self.refers_to,
            )

        if self.who != "each":
            return Leaf((Together((act(scene.one() if self.who == "one" else None),)),))
        if self.privacy == "open":
            return Leaf((InTurn(BySide((act("left"),), (act("right"),))),))
        parts = self._parts(scene)
        return Leaf(
            (
                Unseen(
                    BySide(parts.left.prompt, parts.right.prompt),
                    BySide(parts.left.room, parts.right.room),
                    self.seconds,
                    (_("Read what the other wrote. Nothing has to be said yet."),),
                    self.refers_to,
                ),
            )
        )

    @property
    def at_most(self) -> int:
        """One; one each; or the sealed turn and its reveal, or what each types from paper."""
        if self.who != "each":
            return 1
        return 3 if self.privacy == "sealed" else 2

    @property
    def alone(self) -> int:
        """One, when one of the two writes."""
        return 1 if self.who == "one" else 0

    @property
    def refers_to(self) -> tuple[str, ...]:
        """The step that is quoted, if any."""
        return (self.about,) if self.about else ()


def _quoted(reply: object, who: Side | None) -> Iterator[Quotation]:
    if isinstance(reply, Words) and not is_blank(reply.text):
        yield Quotation(who, "", reply.text)
