"""What came of a compound turn, for both to see."""

from typing import TYPE_CHECKING, Annotated, ClassVar

from pydantic import Field

from workshop.core.fairness.proposal import Proposal, Ticked
from workshop.core.fields import Said
from workshop.core.model import Frozen
from workshop.core.turns.both_tick import BothTick, InDoubt, Wished
from workshop.core.turns.consent import NotNow
from workshop.core.turns.joint import Agreed, Changed, Ended, Joint, Paused
from workshop.core.turns.picture import Picture
from workshop.core.turns.sealed import Closed, OnPaper, Opened, Sealed
from workshop.core.turns.turn import Done, Empty, Reply, Turn
from workshop.values import dataclass

if TYPE_CHECKING:
    from workshop.core.agreement.effect import Effect

AnyCompound = Sealed | Joint | BothTick
"""Every turn that asks each partner and leaves one entry."""
Outcome = Opened | Closed | OnPaper | Agreed | Changed | NotNow | Paused | Ended | Wished | InDoubt
"""What two held answers become."""


class SpeakingTime(Frozen):
    """How long each spoke in one exercise, in whole seconds."""

    title: Said
    left: Annotated[int, Field(ge=0)]
    right: Annotated[int, Field(ge=0)]


@dataclass(frozen=True, kw_only=True)
class Reveal(Turn):
    """What came of a compound turn, for both to see.

    Attributes:
        of: the turn that was answered.
        result: what came of it.
        more: whether other words are asked next.
        picture: the ratings of both on shared axes, where there are any.
        proposal: what the program proposes, where it does.
        times: how long each spoke tonight, where both asked for it.
    """

    of: AnyCompound
    result: Outcome
    more: bool = False
    picture: Picture | None = None
    proposal: Proposal | None = None
    times: tuple[SpeakingTime, ...] = ()
    takes: ClassVar[tuple[type[Reply], ...]] = (Done,)

    @property
    def decides(self) -> bool:
        """Whether it is the last page of an evening that is not tonight."""
        ends = isinstance(self.of, Joint) and self.of.parts.left.to == "evening"
        return ends and not isinstance(self.result, Agreed)


class RulesReveal(Reveal):
    """What both ticked: the pair's ground rules from now on, unless they say not now."""

    takes: ClassVar = (Done, Empty)

    @property
    def asked(self) -> str:
        """What both were asked."""
        return self.of.part(self.of.first).prompt

    @property
    def rules(self) -> tuple[str, ...]:
        """What both ticked."""
        return self.proposal.items if isinstance(self.proposal, Ticked) else ()

    @property
    def decides(self) -> bool:
        """Whether there are any."""
        return bool(self.rules)

    def effects(self, reply: Reply) -> "tuple[Effect, ...]":
        """Return the ground rules, once both have seen which they ticked."""
        if not self.rules or isinstance(reply, Empty):
            return ()
        from workshop.core.agreement.effect import RulesAgreed  # few rules are agreed

        return (RulesAgreed(origin=self.id, rules=self.rules),)
