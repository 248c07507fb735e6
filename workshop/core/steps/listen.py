"""The floor: one partner speaks, the other says it back, the speaker says whether that was it."""

from collections.abc import Generator, Iterator
from typing import Annotated, Literal

from pydantic import Field

from workshop.core.course.leaf import Act, InTurn, Leaf, Together
from workshop.core.course.scene import NOTHING, Course, Scene
from workshop.core.course.step import Prompt, Seconds, SharedPrompt, Step
from workshop.core.people import BySide, Side, other
from workshop.core.turn_id import TurnId
from workshop.core.turns import AnyTurn, Breathe, Check, Read, Speak, passed
from workshop.core.turns.reply import Checked, Stored
from workshop.words import _

TRIES = 3
"""How often it may be said back before the floor goes on."""
MORE_SECONDS = 20
"""How long saying what was missing is thought to take."""


class Listen(Step):
    """Each partner holds the floor for `rounds` rounds, in balanced order."""

    kind: Literal["listen"] = "listen"
    prompt: Prompt
    """What each is asked; `{me}` and `{you}` become the names."""
    rounds: Annotated[int, Field(ge=1, le=4)] = 1
    """How often each has the floor."""
    seconds: Seconds = 120
    """How long one turn at speaking is thought to take."""
    opening: SharedPrompt | None = None
    """A shared breath before the first floor."""
    mirror: Prompt
    """How the other says it back."""
    mirror_seconds: Seconds = 45
    """How long saying it back is thought to take, in seconds."""
    check: Prompt
    """Was that it? Asked of the one who spoke."""
    validate_prompt: Annotated[Prompt | None, Field(alias="validate")] = None
    """What makes sense about it, said by the listener; making sense is not agreeing."""
    validate_seconds: Seconds = 45
    """How long saying what makes sense is thought to take, in seconds."""
    about: str | None = None
    """An earlier step: what the one who speaks wrote there is quoted."""

    def turns(self, scene: Scene) -> Course:
        """Yield floor after floor; each one is one partner's."""
        if self.opening:
            yield Breathe(id=self.turn_id / "opening", prompt=self.opening, seconds=15)
        for number, holder in enumerate(scene.turns(2 * self.rounds), start=1):
            yield from self._floor(scene, number, holder)
        return NOTHING

    def _floor(self, scene: Scene, number: int, holder: Side) -> Course:
        listener = other(holder)
        floor = self.turn_id / number
        # Floors come in pairs, one each; the other's turn of the pair gets the same time.
        twin = self.turn_id / (number + 1 if number % 2 else number - 1)
        mirror = scene.say(self.mirror, listener)
        said = yield Speak(
            id=floor / "say",
            holder=holder,
            prompt=scene.said_about(self.prompt, self.about, holder),
            seconds=self.seconds,
            quotations=scene.about(self.about, holder),
            next=mirror,
            counterpart=twin / "say",
        )
        if passed(said):
            return NOTHING  # nothing to say back
        yield from self._said_back(scene, floor, holder, mirror)
        if self.validate_prompt:
            yield Speak(
                id=floor / "validate",
                holder=listener,
                role="answers",
                prompt=scene.say(self.validate_prompt, listener),
                seconds=self.validate_seconds,
            )
        return NOTHING

    def _said_back(
        self, scene: Scene, floor: TurnId, holder: Side, mirror: str
    ) -> Generator[AnyTurn, Stored, None]:
        """Let the other say it back until that was it, up to a few times."""
        asked, listener = mirror, other(holder)
        for attempt in range(1, TRIES + 1):
            back = yield Speak(
                id=floor / "mirror" / attempt,
                holder=listener,
                role="says it back",
                prompt=asked,
                seconds=self.mirror_seconds,
            )
            if passed(back):
                break
            verdict = yield Check(
                id=floor / "check" / attempt,
                holder=holder,
                prompt=scene.say(self.check, holder),
                seconds=5,
            )
            match verdict:
                case Checked(answer="nearly"):
                    more, asked = _("What was missing, {me}? Only that."), _("Say back only that.")
                case Checked(answer="not yet"):
                    more, asked = _("Say the main thing again, {me}, in fewer words."), mirror
                case _:
                    break
            if attempt < TRIES:
                added = yield Speak(
                    id=floor / "more" / attempt,
                    holder=holder,
                    prompt=scene.say(more, holder),
                    seconds=MORE_SECONDS,
                    next=asked,
                )
                if passed(added):
                    break
        else:
            text = _(
                "Some of it didn't get across this time. That happens; you can come back to it."
            )
            yield Read(id=floor / "not-all", text=text, seconds=5)

    def on_paper(self, scene: Scene) -> Leaf:
        """Return a shared breath, and a floor for each."""
        floors = BySide(tuple(self._on_paper(scene, "left")), tuple(self._on_paper(scene, "right")))
        floor = InTurn(floors, self.rounds)
        if not self.opening:
            return Leaf((floor,))
        return Leaf((Together((Act(does="breathes", text=self.opening, seconds=15),)), floor))

    def _on_paper(self, scene: Scene, holder: Side) -> Iterator[Act]:
        listener = other(holder)
        yield Act(
            does="speaks",
            who=holder,
            text=scene.say(self.prompt, holder),
            seconds=self.seconds,
            about=self.refers_to,
        )
        text = scene.say(self.mirror, listener)
        yield Act(does="mirrors", who=listener, text=text, seconds=self.mirror_seconds)
        again = _(
            "At “nearly”, say only what was missing; at “not yet”, say the main thing again in"
            " fewer words. Three tries are enough."
        )
        text = f"{scene.say(self.check, holder)}\n{again}"
        yield Act(does="checks", who=holder, text=text, seconds=5)
        if self.validate_prompt:
            text = scene.say(self.validate_prompt, listener)
            yield Act(does="answers", who=listener, text=text, seconds=self.validate_seconds)

    @property
    def at_most(self) -> int:
        """A floor: to speak, perhaps an extra turn, three tries, a word, and what makes sense."""
        floor = 2 + 3 * TRIES + (1 if self.validate_prompt else 0)
        return (1 if self.opening else 0) + 2 * self.rounds * floor

    @property
    def refers_to(self) -> tuple[str, ...]:
        """The step that is quoted, if any."""
        return (self.about,) if self.about else ()
