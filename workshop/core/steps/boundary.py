"""A need, a request, and if it is still needed: what I will do with myself, my time, my attention.

A boundary is said and heard, never voted on. Only writing it down takes two.
"""

from collections.abc import Generator
from typing import Literal

from workshop.core.consent import yes_or_not_now
from workshop.core.people import Side, other
from workshop.core.reply import Drafted, Stored
from workshop.core.scene import Course, Result, Scene
from workshop.core.steps.step import Prompt, Seconds, Step
from workshop.core.turn import AnyTurn, Clausal, Draft, Heard, Quotation, Role, Speak, passed


class Boundary(Step):
    """Each partner in turn: a need, a request, and perhaps a boundary."""

    kind: Literal["boundary"] = "boundary"
    rehearse: Prompt | None = None
    """Something light to try it on first, spoken by each."""
    need: Prompt
    """How each says what they need."""
    request: Prompt
    """How each asks the other for something that can be done."""
    answer: Prompt
    """How the other answers the request: yes, no, or yes if."""
    prompt: Prompt
    """How to put the boundary into words: If ..., I will ..."""
    say: Prompt
    """How it is said, once it has words."""
    mirror: Prompt
    """How the other says it back."""
    heard: Prompt
    """What the other is asked then: did it arrive? Hearing is not agreeing."""
    write_down: Prompt
    """What both are asked: write this down?"""
    seconds: Seconds = 60
    """How long one turn of it is thought to take, in seconds."""
    draft_seconds: Seconds = 90
    """How long writing the boundary is thought to take, in seconds."""

    def turns(self, scene: Scene) -> Course:
        """Yield the rehearsal for each, then each one's own."""
        if self.rehearse:
            for number, holder in enumerate(scene.order(), start=1):
                yield self._speak(scene, f"rehearse/{number}", holder, self.rehearse)
        quotations: list[Quotation] = []
        for number, holder in enumerate(scene.order(), start=1):
            text = yield from self._own(scene, number, holder)
            if text is not None:
                quotations.append(text)
        return Result(tuple(quotations))

    def _own(
        self, scene: Scene, number: int, holder: Side
    ) -> Generator[AnyTurn, Stored, Quotation | None]:
        listener = other(holder)
        twin = 3 - number
        yield self._speak(scene, f"{number}/need", holder, self.need, f"{twin}/need")
        asked = yield self._speak(scene, f"{number}/request", holder, self.request)
        if not passed(asked):
            yield self._speak(scene, f"{number}/answer", listener, self.answer, role="answers")
        drafted = yield Draft(
            id=f"{self.id}/{number}/draft",
            holder=holder,
            prompt=scene.say(self.prompt, holder),
            seconds=self.draft_seconds,
            clause="boundary",
        )
        if not isinstance(drafted, Drafted):
            return None  # the request was enough, or there is none to set today
        words = drafted.text
        own = Quotation(holder, "", words)
        yield self._speak(scene, f"{number}/say", holder, self.say, about=(own,))
        yield self._speak(scene, f"{number}/mirror", listener, self.mirror, role="says it back")
        yield Heard(
            id=f"{self.id}/{number}/heard",
            holder=listener,
            prompt=scene.say(self.heard, listener),
            seconds=5,
            quotations=(own,),
        )
        clause = Clausal(kind="boundary", text=words, exercise=scene.exercise, owner=holder)
        prompt = scene.say(self.write_down, holder)
        id = f"{self.id}/{number}/write-down"
        written = yield from yes_or_not_now(scene, id, prompt, "boundary", clause)
        return own if written else None

    def _speak(
        self,
        scene: Scene,
        id: str,
        holder: Side,
        prompt: str,
        counterpart: str | None = None,
        role: Role = "speaks",
        about: tuple[Quotation, ...] = (),
    ) -> Speak:
        return Speak(
            id=f"{self.id}/{id}",
            holder=holder,
            role=role,
            prompt=scene.say(prompt, holder),
            seconds=self.seconds,
            quotations=about,
            counterpart=f"{self.id}/{counterpart}" if counterpart else None,
        )

    @property
    def at_most(self) -> int:
        """For each: a rehearsal, a need and perhaps an extra turn, and up to eight more."""
        return 2 * ((1 if self.rehearse else 0) + 2 + 8)
