"""A page, which one of the two reads aloud."""

from typing import Literal

from workshop.core.course.leaf import Act, Leaf, Together
from workshop.core.course.scene import NOTHING, Course, Scene
from workshop.core.course.step import Page, Seconds, Step
from workshop.core.turns import Read as ReadTurn

WORDS_A_SECOND = 2.2
"""How fast somebody reads aloud, unhurried."""


class Read(Step):
    """A page; who reads it aloud alternates."""

    kind: Literal["read"] = "read"
    text: Page
    """The page; one of the two reads it aloud, and they alternate."""
    seconds: Seconds | None = None
    """How long reading it takes; worked out from its words when left out."""

    def turns(self, scene: Scene) -> Course:
        """Yield the page."""
        yield ReadTurn(id=self.turn_id, text=self.text, reader=scene.reader(), seconds=self._length)
        return NOTHING

    @property
    def _length(self) -> int:
        return self.seconds or max(5, round(len(self.text.split()) / WORDS_A_SECOND))

    def on_paper(self, scene: Scene) -> Leaf:
        """Return the page."""
        page = Act(does="reads", who=scene.reader(), text=self.text, seconds=self._length)
        return Leaf((Together((page,)),))

    @property
    def at_most(self) -> int:
        """One page."""
        return 1

    @property
    def pages(self) -> int:
        """One page."""
        return 1
