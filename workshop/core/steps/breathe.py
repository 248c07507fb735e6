"""A shared pause."""

from typing import Literal

from workshop.core.course.leaf import Act, Leaf, Together
from workshop.core.course.scene import NOTHING, Course, Scene
from workshop.core.course.step import Seconds, SharedPrompt, Step
from workshop.core.turns import Breathe as BreatheTurn


class Breathe(Step):
    """Both stop for some breaths."""

    kind: Literal["breathe"] = "breathe"
    prompt: SharedPrompt
    """What both are asked; it names nobody."""
    seconds: Seconds = 15
    """How long one turn of it is thought to take, in seconds."""

    def turns(self, scene: Scene) -> Course:  # noqa: ARG002  a breath needs to know nothing
        """Yield the pause."""
        yield BreatheTurn(id=self.turn_id, prompt=self.prompt, seconds=self.seconds)
        return NOTHING

    def on_paper(self, scene: Scene) -> Leaf:  # noqa: ARG002  the same for everybody
        """Return the pause."""
        return Leaf((Together((Act(does="breathes", text=self.prompt, seconds=self.seconds),)),))

    @property
    def at_most(self) -> int:
        """One pause."""
        return 1
