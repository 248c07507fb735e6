"""Lists that steps take from, and how what is marked on them opens."""

from collections.abc import Callable, Generator
from typing import Annotated

from pydantic import AfterValidator, Field, model_validator

from workshop.core.course.leaf import Leaf, Unseen
from workshop.core.course.scene import NOTHING, Result, Scene
from workshop.core.course.step import Prompt, Seconds, Step, to_both
from workshop.core.people import BySide, Side
from workshop.core.text import merged
from workshop.core.turn_id import TurnId
from workshop.core.turns import (
    AnyTurn,
    Pick,
    Points,
    Rank,
    Rate,
    Read,
    Reveal,
    Sealed,
    SealedPart,
)
from workshop.core.turns.reply import CLOSED, OnPaper, Openable, Opened, Stored
from workshop.core.turns.write import ITEM_LIMIT
from workshop.unfit import Unfit
from workshop.words import _

Item = Annotated[str, Field(max_length=ITEM_LIMIT), AfterValidator(to_both)]
"""Something on a list; names nobody."""


def _distinct(items: tuple[str, ...]) -> tuple[str, ...]:
    if merged(items) != items:
        raise Unfit(
            _("these are items on one line each, and no two of them say the same"),
            _("Make each a single line, and take out what is there twice."),
        )
    return items


Seeds = Annotated[tuple[Item, ...], Field(max_length=12), AfterValidator(_distinct)]
"""Items to begin with."""
Options = Annotated[tuple[Item, ...], Field(min_length=2, max_length=30), AfterValidator(_distinct)]
"""A list that an author gives."""


class OnAList(Step):
    """A step in which each marks the same list, sealed."""

    prompt: Prompt
    """What each is asked; `{me}` and `{you}` become the names."""
    from_step: Annotated[str | None, Field(alias="from")] = None
    """An earlier step whose list it is."""
    options: Options | None = None
    """The list, where it comes from no earlier step."""
    seconds: Seconds = 120
    """How long one turn of it is thought to take, in seconds."""

    @model_validator(mode="after")
    def _one_list(self) -> "OnAList":
        if self._lists != 1:
            raise Unfit(
                _("the list comes `from` a step, or is given as `options`: one of them"),
                _('Write from = "..." and the id of a step, or options = ["...", "..."].'),
            )
        return self

    @property
    def _lists(self) -> int:
        return (self.from_step is not None) + (self.options is not None)

    def listed(self, scene: Scene) -> tuple[str, ...]:
        """Return the list."""
        if self.from_step is None:
            return self.options or ()
        result = scene.results.get(self.from_step, NOTHING)
        return result.items or merged(
            line for said in result.quotations for line in said.text.split("\n")
        )

    @property
    def at_most(self) -> int:
        """The sealed turn and its reveal; or it is on paper, typed by each, and shown."""
        return 4

    @property
    def refers_to(self) -> tuple[str, ...]:
        """The step that the list comes from, if any."""
        return (self.from_step,) if self.from_step else ()


def left_out(id: TurnId) -> Generator[AnyTurn, Stored, Result]:
    """Tell both that there is too little to go on, and leave the step out for both."""
    text = _("There is too little on the list for this part. It is left out, for both of you.")
    yield Read(id=id / "left-out", text=text, seconds=5)
    return Result(empty=True)


Part = Callable[[TurnId, Side, bool], Rate | Pick | Rank | Points]
"""Makes what one partner is asked, from an id, whose it is, and whether it is sealed."""


def marked_unseen(
    step: Step,
    part: Part,
    then: tuple[str, ...],
    leaves: tuple[str, ...] = (),
    *,
    opens: bool = True,
) -> Leaf:
    """Return a list that each marks on a sheet of their own.

    Args:
        step: what it is part of.
        part: makes what one partner is asked.
        then: what both do afterwards.
        leaves: what a later list begins from; what is empty has to be written in.
        opens: whether both turn their sheets over.
    """
    left, right = part(step.turn_id, "left", True), part(step.turn_id, "right", True)
    unseen = Unseen(
        BySide(left.prompt, right.prompt),
        BySide(left.room, right.room),
        left.seconds,
        then,
        step.refers_to,
        opens,
    )
    return Leaf((unseen,), Result(items=leaves))


FROM_PAPER = 60
"""How many seconds it takes to type from paper what was marked there."""


def both_mark(
    scene: Scene, id: TurnId, part: Part, typed: bool = True
) -> Generator[AnyTurn, Stored, tuple[Sealed, Opened | None]]:
    """Let both mark a list, sealed, or on paper.

    Returns the turn, and both answers, which the screen has not shown yet; None where one of them
    stayed closed, which was said then, or is on paper alone.

    Args:
        scene: what the step may see.
        id: of the turn.
        part: makes what one partner is asked, from an id, whose it is, and whether it is sealed.
        typed: whether what is on paper is typed from there.
    """
    first, second = scene.order()
    parts: BySide[SealedPart] = BySide.of(
        first, part(id / 1, first, True), part(id / 2, second, True)
    )
    turn = Sealed(id=id, first=first, seconds=parts.left.seconds + parts.right.seconds, parts=parts)
    reply = yield turn
    if isinstance(reply, Opened):
        return turn, reply
    if not isinstance(reply, OnPaper):
        yield Reveal(id=id / "reveal", of=turn, result=CLOSED, seconds=10)
        return turn, None
    if not typed:
        return turn, None
    marks: dict[Side, Stored] = {}
    for number, side in enumerate((first, second), start=1):
        marks[side] = yield part(id / "paper" / number, side, False)
    left, right = marks["left"], marks["right"]
    if isinstance(left, Openable) and isinstance(right, Openable):
        return turn, Opened(left=left, right=right)
    return turn, None
