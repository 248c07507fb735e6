"""Words for a clause, drafted by one or by each, and then the consent of both."""

from collections.abc import Iterator
from typing import Annotated, Literal

from pydantic import Field, model_validator

from workshop.core.course.consent import consented
from workshop.core.course.leaf import Act, Leaf, OnSlips, Part, Together
from workshop.core.course.scene import NOTHING, Course, Result, Scene
from workshop.core.course.slips import on_slips, to_both
from workshop.core.course.step import Prompt, Seconds, Step
from workshop.core.people import Side
from workshop.core.turn_id import TurnId
from workshop.core.turns import Clausal, Draft, Quotation
from workshop.core.turns.reply import Drafted
from workshop.core.turns.room import Lines
from workshop.unfit import Unfit
from workshop.words import _, plural

WORDINGS_TURNS = 8
"""Four wordings, each asked and shown."""


class Agree(Step):
    """A clause: somebody drafts it, both are asked, nothing is in force without two yeses."""

    kind: Literal["agree"] = "agree"
    prompt: Prompt
    """How to put it into words."""
    consent: Prompt | None = None
    """What both are asked about the words; the usual question when left out."""
    seconds: Seconds = 120
    """How long drafting is thought to take."""
    from_step: Annotated[str | tuple[str, ...] | None, Field(alias="from")] = None
    """An earlier step whose words the draft starts from; or several, one after the other."""
    wording: Prompt | None = None
    """Words the draft starts from, by the author; with `from`, what was written there follows."""
    about: str | None = None
    """An earlier step that is quoted, all of it."""
    clause: Literal["agreement", "promise", "responsibility", "decision"] = "agreement"
    """What kind of promise it is; a promise or a responsibility is each one's own."""
    weeks: Annotated[tuple[Annotated[int, Field(ge=1, le=52)], ...], Field(max_length=6)] = (2,)
    """After how many weeks it is looked at again; with more than one, the drafter picks."""
    each: bool = False
    """One clause of their own for each partner, instead of one for both."""

    @model_validator(mode="after")
    def _makes_sense(self) -> "Agree":
        if self.each != (self.clause in ("promise", "responsibility")):
            said = _("a promise or a responsibility is each one's own, and nothing else is")
            mend = _('Write each = true below it, or clause = "agreement" and no `each`.')
            raise Unfit(said, mend, ("clause",))
        if len(set(self.weeks)) != len(self.weeks):
            raise Unfit(
                _("`weeks` names a number twice"), _("Take one of the two out."), ("weeks",)
            )
        return self

    def turns(self, scene: Scene) -> Course:
        """Yield the draft and the consents, once, or once for each partner."""
        quotations: list[Quotation] = []
        drafters = enumerate(scene.order(), start=1) if self.each else [(0, scene.one())]
        for number, drafter in drafters:
            id = self.turn_id / number if number else self.turn_id
            reply = yield self._draft(scene, id, drafter)
            if not isinstance(reply, Drafted):
                continue  # no draft, nothing to ask
            clause = Clausal(
                kind=self.clause,
                text=reply.text,
                exercise=scene.exercise,
                weeks=self.weeks[0] if len(self.weeks) == 1 else reply.weeks,
                owner=drafter if self.each else None,
            )
            prompt = scene.say(self._question, drafter)
            text = yield from consented(scene, id / "consent", prompt, clause)
            if text is not None:
                quotations.append(Quotation(clause.owner, "", text))
        return Result(tuple(quotations))

    def on_paper(self, scene: Scene) -> Leaf:
        """Return the words, drafted by whoever's turn that is, and the slips, for each clause."""
        parts: list[Part] = []
        for drafter in scene.order() if self.each else (scene.one(),):
            room = Lines(5)
            parts += (
                Together(
                    (
                        Act(
                            does="words",
                            who=drafter,
                            text=scene.say(self.prompt, drafter),
                            seconds=self.seconds,
                            room=room,
                            about=self.refers_to,
                        ),
                    ),
                    self._begins(scene, drafter),
                ),
                self._slips(scene, drafter),
            )
        return Leaf(tuple(parts))

    def _slips(self, scene: Scene, drafter: Side) -> OnSlips:
        if self.each:
            return on_slips(scene.say(self._question, drafter), drafter)
        return on_slips(to_both(self._question))

    def _begins(self, scene: Scene, drafter: Side) -> str:
        """Return the words to begin with, if there are any, and when it is looked at again."""
        lines: list[str] = []
        if len(self.weeks) > 1:
            weeks = ", ".join(map(str, self.weeks))
            again = _("Write beneath them in how many weeks you look at it again: {weeks}.")
            lines.append(again.format(weeks=weeks))
        elif self.weeks:
            lines.append(
                plural(
                    "Write beneath them when you look at it again: {count} week from today.",
                    "Write beneath them when you look at it again: {count} weeks from today.",
                    self.weeks[0],
                )
            )
        if self.wording:
            said = _("You can begin with: {words}")
            lines.insert(0, said.format(words=scene.say(self.wording, drafter)))
        return "\n".join(lines)

    def _draft(self, scene: Scene, id: TurnId, drafter: Side) -> Draft:
        wording = scene.say(self.wording, drafter) if self.wording else ""
        start = " ".join(part for part in (wording, self._proposed(scene, drafter)) if part)
        note = ""
        if not start and any(self._came_of(scene, step).empty for step in self._starts_from):
            note = _(
                "Nothing came of that today. Pass, unless you want to write something down anyway."
            )
        return Draft(
            id=id / "draft",
            holder=drafter,
            prompt=scene.say(self.prompt, drafter),
            seconds=self.seconds,
            quotations=scene.about(self.about, None),
            alone=not self.each,
            start=start,
            note=note,
            weeks=self.weeks if len(self.weeks) > 1 else (),
            clause=self.clause,
        )

    def _proposed(self, scene: Scene, drafter: Side) -> str:
        return "\n".join(
            text for step in self._starts_from for text in self._words(scene, step, drafter) if text
        )

    def _words(self, scene: Scene, step: str, drafter: Side) -> Iterator[str]:
        result = self._came_of(scene, step)
        if self.each and result.own is not None:
            yield result.own[drafter]
        else:
            yield from (said.text for said in result.of(drafter if self.each else None))

    @staticmethod
    def _came_of(scene: Scene, step: str) -> Result:
        return scene.results.get(step, NOTHING)

    @property
    def _question(self) -> str:
        return self.consent or _("Would you put these words in your agreement?")

    @property
    def _starts_from(self) -> tuple[str, ...]:
        if self.from_step is None:
            return ()
        return (self.from_step,) if isinstance(self.from_step, str) else self.from_step

    @property
    def at_most(self) -> int:
        """A draft and four wordings, once or twice."""
        return (1 + WORDINGS_TURNS) * (2 if self.each else 1)

    @property
    def alone(self) -> int:
        """One, unless each drafts."""
        return 0 if self.each else 1

    @property
    def refers_to(self) -> tuple[str, ...]:
        """The steps that are quoted or drafted from."""
        return (*((self.about,) if self.about else ()), *self._starts_from)
