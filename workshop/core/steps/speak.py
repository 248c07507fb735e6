"""Each in turn talks; optionally the other then answers."""

from collections.abc import Iterator
from typing import Literal

from workshop.core.course.leaf import Act, InTurn, Leaf
from workshop.core.course.scene import NOTHING, Course, Scene
from workshop.core.course.step import Prompt, Seconds, Step
from workshop.core.people import BySide, Side, other
from workshop.core.turns import Speak as SpeakTurn
from workshop.core.turns import passed


class Speak(Step):
    """Each partner talks once, for the same time; `answer` is what the other does then."""

    kind: Literal["speak"] = "speak"
    prompt: Prompt
    """What each is asked; `{me}` and `{you}` become the names."""
    seconds: Seconds = 60
    """How long one turn of it is thought to take, in seconds."""
    answer: Prompt | None = None
    """What the other does then, aloud; left out where they only listen."""
    answer_seconds: Seconds = 30
    """How long that answer is thought to take, in seconds."""
    about: str | None = None
    """An earlier step: what the one who speaks wrote there is quoted."""

    def turns(self, scene: Scene) -> Course:
        """Yield a turn to speak for each, and the other's answer unless it was passed."""
        for number, holder in enumerate(scene.order(), start=1):
            listener = other(holder)
            spoken = yield SpeakTurn(
                id=self.turn_id / number,
                holder=holder,
                prompt=scene.said_about(self.prompt, self.about, holder),
                seconds=self.seconds,
                quotations=scene.about(self.about, holder),
                next=scene.say(self.answer, listener) if self.answer else "",
                counterpart=self.turn_id / (3 - number),
            )
            if self.answer and not passed(spoken):
                yield SpeakTurn(
                    id=self.turn_id / number / "answer",
                    holder=listener,
                    role="answers",
                    prompt=scene.say(self.answer, listener),
                    seconds=self.answer_seconds,
                    counterpart=None,
                )
        return NOTHING

    def on_paper(self, scene: Scene) -> Leaf:
        """Return a turn for each, and the other's answer."""

        def turn(holder: Side) -> Iterator[Act]:
            yield Act(
                does="speaks",
                who=holder,
                text=scene.say(self.prompt, holder),
                seconds=self.seconds,
                about=self.refers_to,
            )
            if self.answer:
                listener = other(holder)
                text = scene.say(self.answer, listener)
                yield Act(does="answers", who=listener, text=text, seconds=self.answer_seconds)

        return Leaf((InTurn(BySide(tuple(turn("left")), tuple(turn("right")))),))

    @property
    def at_most(self) -> int:
        """Two to speak, each perhaps with an extra turn, and two to answer."""
        return 6 if self.answer else 4

    @property
    def refers_to(self) -> tuple[str, ...]:
        """The step that is quoted, if any."""
        return (self.about,) if self.about else ()
