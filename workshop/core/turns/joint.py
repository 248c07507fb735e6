"""Both are asked for consent: yes takes two, no takes one."""

from dataclasses import dataclass
from datetime import date
from typing import Annotated, ClassVar, Literal

from pydantic import Field

from workshop.core.agreement.agreement import ClauseId, ClauseKind
from workshop.core.agreement.effect import Effect
from workshop.core.agreement.settling import ClauseAgreed, ClauseEvent
from workshop.core.fields import Said
from workshop.core.people import BySide, Side, other
from workshop.core.turns.compound import Compound, Held
from workshop.core.turns.consent import NOT_NOW, Consent, EndIt, NotNow, OtherWords, PauseIt, Yes
from workshop.core.turns.turn import Privacy, Reply, Told


class Agreed(Reply):
    """Both said yes to the same words, on this day."""

    kind: Literal["agreed"] = "agreed"
    on: date


class Changed(Reply):
    """Other words were offered. They are asked next, in this order; who wrote which is not kept."""

    kind: Literal["changed"] = "changed"
    words: Annotated[tuple[Said, ...], Field(min_length=1, max_length=2)]


class Paused(Reply):
    """A clause rests from this day on; who wanted that is not kept."""

    kind: Literal["paused"] = "paused"
    on: date


class Ended(Reply):
    """A clause ended on this day; who wanted that is not kept."""

    kind: Literal["ended"] = "ended"
    on: date


@dataclass(frozen=True)
class Clausal:
    """A clause that is not in force yet.

    Attributes:
        kind: what kind of promise it is.
        text: its words.
        exercise: the id of the exercise it comes from.
        weeks: after how many weeks it would be looked at again; None for never.
        owner: whose alone it is; None where it is both's.
    """

    kind: ClauseKind
    text: str
    exercise: str
    weeks: int | None = None
    owner: Side | None = None


@dataclass(frozen=True, kw_only=True)
class Joint(Compound):
    """Both are asked for consent; only what comes of it shows.

    Attributes:
        parts: what each is asked.
        clause: what comes into force with it, if anything.
        of: the ids of the clauses that it is about, where they are there already.
        event: what a yes does to these; nothing when None.
        review_on: the day on which they are looked at again, where that is asked.
    """

    parts: BySide[Consent]
    clause: Clausal | None = None
    of: tuple[ClauseId, ...] = ()
    event: Literal["changed", "resumed", "review"] | None = None
    review_on: date | None = None
    takes: ClassVar = (Agreed, Changed, NotNow, Paused, Ended)
    privacy: ClassVar[Privacy] = "sealed"

    def part(self, side: Side) -> Consent:
        """Return what the partner on `side` is asked."""
        return self.parts[side]

    def told(self, reply: Reply) -> tuple[Told, ...]:  # noqa: ARG002  whatever it is
        """Return nothing: what was agreed is in the agreement; who said what shows nowhere."""
        return ()

    def fits(self, reply: Reply) -> bool:
        """Whether `reply` can come of it: no more other words than partners who may offer some."""
        if isinstance(reply, Changed):
            return len(reply.words) <= self.parts.left.rewording + self.parts.right.rewording
        return super().fits(reply)

    def outcome(self, held: BySide[Held], on: date) -> Agreed | Changed | NotNow | Paused | Ended:
        """Return agreed, the other words (`first`'s first), or not now; ended or paused by one."""
        offered: list[str] = []
        both = (held.left, held.right)
        if any(isinstance(one, EndIt) for one in both):
            return Ended(on=on)
        if any(isinstance(one, PauseIt) for one in both):
            return Paused(on=on)
        for side in (self.first, other(self.first)):
            match held[side]:
                case Yes():
                    pass
                case OtherWords(text=text):
                    if text not in offered:
                        offered.append(text)
                case _:
                    return NOT_NOW
        return (
            Changed.model_construct(words=tuple(offered))
            if offered
            else Agreed.model_construct(on=on)
        )

    def effects(self, reply: Reply) -> tuple[Effect, ...]:
        """Return the clause that came into force, or what befell others."""
        if isinstance(reply, Paused | Ended):
            event: Literal["paused", "ended"] = "ended" if isinstance(reply, Ended) else "paused"
            return tuple(
                ClauseEvent(origin=self.id, event=event, clause=id, on=reply.on) for id in self.of
            )
        if not isinstance(reply, Agreed):
            return ()
        if self.of:
            return self._befell(reply.on)
        if self.clause is None:
            return ()
        agreed = ClauseAgreed(
            origin=self.id,
            kind=self.clause.kind,
            text=self.clause.text,
            exercise=self.clause.exercise,
            on=reply.on,
            weeks=self.clause.weeks,
            owner=self.clause.owner,
        )
        return (agreed,)

    def _befell(self, on: date) -> tuple[Effect, ...]:
        """Return what a yes on the day `on` does to the clauses it is about."""
        if self.event is None:
            return ()
        changed = self.clause if self.event == "changed" else None
        return tuple(
            ClauseEvent(
                origin=f"{self.id}/{id}",
                event=self.event,
                clause=id,
                on=on,
                text=changed.text if changed else None,
                weeks=changed.weeks if changed else None,
                review_on=self.review_on,
            )
            for id in self.of
        )
