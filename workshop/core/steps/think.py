"""Each for oneself: nothing is typed and nothing is kept."""

from typing import Literal

from workshop.core.course.leaf import Act, Leaf, Together
from workshop.core.course.scene import NOTHING, Course, Scene
from workshop.core.course.step import Prompt, Seconds, Step
from workshop.core.text import fill
from workshop.core.turns import Breathe as BreatheTurn
from workshop.words import _


class Think(Step):
    """Both think at the same time, each for oneself."""

    kind: Literal["think"] = "think"
    prompt: Prompt
    """What each is asked; `{me}` and `{you}` become the names."""
    seconds: Seconds = 45
    """How long one turn of it is thought to take, in seconds."""

    def turns(self, scene: Scene) -> Course:  # noqa: ARG002  a thought needs to know nothing
        """Yield the thought. Both are asked at once, so `{you}` can be no name."""
        prompt = fill(self.prompt, me=_("you"), you=_("your partner"))
        yield BreatheTurn(id=self.turn_id, prompt=prompt, seconds=self.seconds, silent=True)
        return NOTHING

    def on_paper(self, scene: Scene) -> Leaf:  # noqa: ARG002  the same for everybody
        """Return the thought."""
        text = fill(self.prompt, me=_("you"), you=_("your partner"))
        return Leaf((Together((Act(does="thinks", text=text, seconds=self.seconds),)),))

    @property
    def at_most(self) -> int:
        """One pause."""
        return 1
