"""What is shared out is moved by rows: a key gives one to the other, and the words follow."""

from collections.abc import Sequence
from typing import Annotated, Literal

from pydantic import Field

from workshop.core.course.leaf import Act, Leaf, Together
from workshop.core.course.scene import NOTHING, Course, Result, Scene
from workshop.core.course.step import Misled, Prompt, Seconds, Step, StepId
from workshop.core.people import BySide
from workshop.core.steps.divide import Divide
from workshop.core.steps.items import left_out
from workshop.core.turns import Moving, Quotation
from workshop.core.turns.reply import Moved, Stored, Words
from workshop.core.turns.room import Lines
from workshop.words import _


class Move(Step):
    """The rows of an earlier `divide`, of which one of the two moves what both want to move.

    Where nothing was proposed, each row is nobody's to begin with. Nothing is settled by it.
    """

    kind: Literal["move"] = "move"
    prompt: Prompt
    """What the one who moves them is asked; `{me}` and `{you}` become the names."""
    from_step: Annotated[StepId, Field(alias="from")]
    """An earlier `divide`, whose proposal the rows are."""
    seconds: Seconds = 120
    """How long it is thought to take, in seconds."""

    def misled(self, steps: Sequence[Step]) -> Misled | None:
        """Return the step that its rows should come from, where that shares nothing out."""
        if self.from_step in (step.id for step in steps if isinstance(step, Divide)):
            return None
        said = _('step {number} "{id}": "{target}", which its rows come from, is no `divide`')
        return Misled("from", said, self.from_step, _("Name a step of kind `divide`."))

    def turns(self, scene: Scene) -> Course:
        """Yield the rows; what is left is the words that are made of them."""
        split = scene.results.get(self.from_step, NOTHING).split
        if split is None or not split.rows:
            return (yield from left_out(self.turn_id))
        holder = scene.one()
        turn = Moving(
            id=self.turn_id,
            holder=holder,
            prompt=scene.say(self.prompt, holder),
            seconds=self.seconds,
            alone=True,
            split=split,
            names=BySide(scene.pair.name("left"), scene.pair.name("right")),
            first=scene.pair.first,
        )
        return _left(turn, (yield turn))

    def on_paper(self, scene: Scene) -> Leaf:
        """Return what is written down of the swaps."""
        holder = scene.one()
        act = Act(
            does="writes",
            who=holder,
            text=scene.say(self.prompt, holder),
            seconds=self.seconds,
            room=Lines(4),
            about=self.refers_to,
        )
        return Leaf((Together((act,), _("Write down what goes to the other, or goes by turns.")),))

    @property
    def at_most(self) -> int:
        """One."""
        return 1

    @property
    def alone(self) -> int:
        """One: one of the two moves them."""
        return 1

    @property
    def refers_to(self) -> tuple[str, ...]:
        """The step that the rows come from."""
        return (self.from_step,)


def _left(turn: Moving, reply: Stored) -> Result:
    moved = reply if isinstance(reply, Moved) else turn.proposed
    words = turn.in_words(moved)
    if isinstance(reply, Words):  # of before there were rows: it was said in a sentence
        words = "\n".join(text for text in (words, reply.text) if text)
    if not words:
        return Result(empty=True)
    own = BySide(turn.own("left", moved), turn.own("right", moved))
    return Result((Quotation(None, "", words),), items=tuple(words.split("\n")), own=own)
