"""A need and a request; and, apart from these, what I will do with myself, my time, my attention.

A boundary is no answer to a no, so none follows on one: first both have asked, then each may set
one. It is said and heard, never voted on, and typed only where its owner wants it on the page.
Writing it down takes two; of what is not written down nothing is kept.
"""

from collections.abc import Generator
from typing import Literal

from workshop.core.course.consent import yes_or_not_now
from workshop.core.course.leaf import Act, Doing, InTurn, Leaf, Part
from workshop.core.course.scene import Course, Result, Scene
from workshop.core.course.slips import on_slips
from workshop.core.course.step import Prompt, Seconds, Step
from workshop.core.people import BySide, Side, other
from workshop.core.turn_id import TurnId
from workshop.core.turns import AnyTurn, Clausal, Draft, Heard, Quotation, Role, Speak, passed
from workshop.core.turns.reply import Drafted, Stored
from workshop.core.turns.room import Lines


class Boundary(Step):
    """Each partner in turn: a need and a request; then each, perhaps, a boundary."""

    kind: Literal["boundary"] = "boundary"
    need: Prompt
    """How each says what they need."""
    request: Prompt
    """How each asks the other for something that can be done."""
    answer: Prompt
    """How the other answers the request: yes, no, or yes if."""
    rehearse: Prompt | None = None
    """A boundary on something light, said aloud by each before their own."""
    say: Prompt
    """How the boundary is said: If ..., I will ... Its "if" happens to the one who says it."""
    mirror: Prompt
    """How the other says it back."""
    heard: Prompt
    """What the other is asked then: did it arrive? Hearing is not agreeing."""
    prompt: Prompt
    """How its owner types it, if they want it on the page."""
    write_down: Prompt
    """What both are asked: write this down?"""
    seconds: Seconds = 60
    """How long one turn of it is thought to take, in seconds."""
    draft_seconds: Seconds = 90
    """How long writing the boundary is thought to take, in seconds."""

    def turns(self, scene: Scene) -> Course:
        """Yield what both ask for; then the rehearsal, and each one's own boundary."""
        for number, holder in enumerate(scene.order(), start=1):
            yield from self._asked(scene, number, holder)
        if self.rehearse:
            for number, holder in enumerate(scene.order(), start=1):
                yield self._speak(scene, self.turn_id / "rehearse" / number, holder, self.rehearse)
        quotations: list[Quotation] = []
        for number, holder in enumerate(scene.order(), start=1):
            written = yield from self._own(scene, number, holder)
            if written is not None:
                quotations.append(written)
        return Result(tuple(quotations))

    def on_paper(self, scene: Scene) -> Leaf:
        """Return what both ask for, the rehearsal, each one's own boundary, and the slips."""
        parts: list[Part] = [InTurn(BySide(self._asks(scene, "left"), self._asks(scene, "right")))]
        if self.rehearse:
            light = {
                side: (
                    Act(
                        does="speaks",
                        who=side,
                        text=scene.say(self.rehearse, side),
                        seconds=self.seconds,
                    ),
                )
                for side in scene.order()
            }
            parts.append(InTurn(BySide(light["left"], light["right"])))
        parts.append(InTurn(BySide(self._sets(scene, "left"), self._sets(scene, "right"))))
        for owner in scene.order():
            asked = scene.say(self.write_down, owner)
            parts.append(on_slips(asked, owner, boundary=True))
        return Leaf(tuple(parts))

    def _asks(self, scene: Scene, holder: Side) -> tuple[Act, ...]:
        def act(does: Doing, who: Side, text: str) -> Act:
            return Act(does=does, who=who, text=scene.say(text, who), seconds=self.seconds)

        return (
            act("speaks", holder, self.need),
            act("speaks", holder, self.request),
            act("answers", other(holder), self.answer),
        )

    def _sets(self, scene: Scene, holder: Side) -> tuple[Act, ...]:
        def act(does: Doing, who: Side, text: str, seconds: int) -> Act:
            return Act(does=does, who=who, text=scene.say(text, who), seconds=seconds)

        listener = other(holder)
        return (
            act("speaks", holder, self.say, self.seconds),
            act("mirrors", listener, self.mirror, self.seconds),
            act("hears", listener, self.heard, 5),
            Act(
                does="words",
                who=holder,
                text=scene.say(self.prompt, holder),
                seconds=self.draft_seconds,
                room=Lines(4),
                sets_boundary=True,
            ),
        )

    def _asked(self, scene: Scene, number: int, holder: Side) -> Generator[AnyTurn, Stored, None]:
        """Yield a need, a request, and the answer to it."""
        own, others = self.turn_id / number, self.turn_id / (3 - number)
        yield self._speak(scene, own / "need", holder, self.need, others / "need")
        asked = yield self._speak(scene, own / "request", holder, self.request)
        if not passed(asked):
            listener = other(holder)
            yield self._speak(scene, own / "answer", listener, self.answer, role="answers")

    def _own(
        self, scene: Scene, number: int, holder: Side
    ) -> Generator[AnyTurn, Stored, Quotation | None]:
        """Yield a boundary: said, said back, heard, and written down if both want that."""
        own, listener = self.turn_id / number, other(holder)
        said = yield self._speak(scene, own / "say", holder, self.say)
        if passed(said):
            return None  # there is none to set today
        yield self._speak(scene, own / "mirror", listener, self.mirror, role="says it back")
        yield Heard(
            id=own / "heard",
            holder=listener,
            prompt=scene.say(self.heard, listener),
            seconds=5,
        )
        drafted = yield Draft(
            id=own / "draft",
            holder=holder,
            prompt=scene.say(self.prompt, holder),
            seconds=self.draft_seconds,
            clause="boundary",
        )
        if not isinstance(drafted, Drafted):
            return None  # it was said, and that is all
        words = drafted.text
        clause = Clausal(kind="boundary", text=words, exercise=scene.exercise, owner=holder)
        prompt = scene.say(self.write_down, holder)
        id = own / "write-down"
        written = yield from yes_or_not_now(scene, id, prompt, "boundary", clause)
        return Quotation(holder, "", words) if written else None

    def _speak(
        self,
        scene: Scene,
        id: TurnId,
        holder: Side,
        prompt: str,
        counterpart: TurnId | None = None,
        role: Role = "speaks",
    ) -> Speak:
        return Speak(
            id=id,
            holder=holder,
            role=role,
            prompt=scene.say(prompt, holder),
            seconds=self.seconds,
            counterpart=counterpart,
        )

    @property
    def at_most(self) -> int:
        """For each: a rehearsal, a need and perhaps an extra turn, and up to eight more."""
        return 2 * ((1 if self.rehearse else 0) + 2 + 8)
