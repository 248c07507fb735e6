"""Own points into two circles, sealed, then shown side by side."""

from typing import Literal

from workshop.core.course.leaf import Leaf, Unseen
from workshop.core.course.scene import Course, Result, Scene, revealed
from workshop.core.course.step import Prompt, Seconds, Step
from workshop.core.people import BySide, Side
from workshop.core.turns import CirclesOpen, CirclesSealed, Quotation, Sealed
from workshop.core.turns.reply import Circled, OnPaper, Opened, Stored
from workshop.words import _


class Circles(Step):
    """What I cannot give up, and what can bend. Nothing in an inner circle is voted on.

    After the two circles of Gottman & Silver 1999.
    """

    kind: Literal["circles"] = "circles"
    prompt: Prompt
    """What each is asked; `{me}` and `{you}` become the names."""
    inner: Prompt
    """The question for what cannot be given up."""
    outer: Prompt
    """The question for what can bend."""
    seconds: Seconds = 180
    """How long one turn of it is thought to take, in seconds."""
    about: str | None = None
    """An earlier step that is quoted above the circles, all of it."""

    def turns(self, scene: Scene) -> Course:
        """Yield both partners' circles, sealed, and their reveal."""
        first, second = scene.order()
        turn = Sealed(
            id=self.turn_id,
            first=first,
            seconds=2 * self.seconds,
            parts=BySide.of(first, self._part(scene, 1, first), self._part(scene, 2, second)),
        )
        opened = yield from revealed(turn)
        shown: dict[Side, Stored] = {}
        if isinstance(opened, Opened):
            shown = {"left": opened.left, "right": opened.right}
        elif isinstance(opened, OnPaper) and self.id in scene.quoted:
            for number, side in enumerate((first, second), start=1):
                shown[side] = yield self._from_paper(scene, number, side)
        quotations: list[Quotation] = []
        for side in (first, second):
            circled = shown.get(side)
            if isinstance(circled, Circled):
                both = ((cannot_give_up(), circled.inner), (can_bend(), circled.outer))
                for label, points in both:
                    if points:
                        quotations.append(Quotation(side, label, "\n".join(points)))
        return Result(tuple(quotations))

    def _part(self, scene: Scene, number: int, holder: Side) -> CirclesSealed:
        return CirclesSealed(
            id=self.turn_id / number,
            holder=holder,
            prompt=scene.say(self.prompt, holder),
            seconds=self.seconds,
            quotations=scene.about(self.about, None),
            inner=scene.say(self.inner, holder),
            outer=scene.say(self.outer, holder),
        )

    def _from_paper(self, scene: Scene, number: int, holder: Side) -> CirclesOpen:
        return CirclesOpen(
            id=self.turn_id / "paper" / number,
            holder=holder,
            prompt=_("Type from your sheet what you want to come back to later."),
            seconds=60,
            inner=scene.say(self.inner, holder),
            outer=scene.say(self.outer, holder),
        )

    def on_paper(self, scene: Scene) -> Leaf:
        """Return both circles, each on a sheet of its own."""
        left, right = self._part(scene, 1, "left"), self._part(scene, 2, "right")
        return Leaf(
            (
                Unseen(
                    BySide(left.prompt, right.prompt),
                    BySide(left.room, right.room),
                    self.seconds,
                    (_("Read both. What one of you cannot give up is not voted on."),),
                    self.refers_to,
                ),
            )
        )

    @property
    def at_most(self) -> int:
        """The sealed turn and its reveal; or it is on paper, and typed from there by each."""
        return 3

    @property
    def refers_to(self) -> tuple[str, ...]:
        """The step that is quoted, if any."""
        return (self.about,) if self.about else ()


def cannot_give_up() -> str:
    """Return what the inner circle is called beside somebody's points."""
    return _("cannot give up")


def can_bend() -> str:
    """Return what the outer circle is called beside somebody's points."""
    return _("can bend")
