"""Both are asked for consent: yes takes two, no takes one."""

from datetime import date
from typing import TYPE_CHECKING, Annotated, ClassVar, Literal

from pydantic import Field

from workshop.core.fields import Said
from workshop.core.people import BySide, Side, other
from workshop.core.turns.compound import Compound, Held
from workshop.core.turns.consent import NOT_NOW, Consent, EndIt, NotNow, OtherWords, PauseIt, Yes
from workshop.core.turns.deed import Deed, done, done_by_one, left_undone
from workshop.core.turns.turn import Privacy, Reply, Told
from workshop.values import dataclass

if TYPE_CHECKING:
    from workshop.core.agreement.effect import Effect


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


@dataclass(frozen=True, kw_only=True)
class Joint(Compound):
    """Both are asked for consent; only what comes of it shows.

    Attributes:
        parts: what each is asked.
        deed: what a yes of both does; nothing when None.
    """

    parts: BySide[Consent]
    deed: Deed | None = None
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

    def effects(self, reply: Reply) -> "tuple[Effect, ...]":
        """Return what a yes of both does, or what one of them paused or ended."""
        match reply:
            case Agreed(on=on):
                return done(self.deed, self.id, on)
            case Paused(on=on):
                return done_by_one(self.deed, "paused", self.id, on)
            case Ended(on=on):
                return done_by_one(self.deed, "ended", self.id, on)
            case _:
                return left_undone(self.deed, self.id)
