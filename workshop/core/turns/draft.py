"""Words for a clause."""

from functools import lru_cache
from typing import Annotated, ClassVar, Literal

from pydantic import Field

from workshop.core.agreement.kinds import ClauseKind
from workshop.core.fields import Answer
from workshop.core.text import is_blank
from workshop.core.turns.turn import EMPTY, Empty, Reply, Told, Typed
from workshop.errors import Refused
from workshop.values import dataclass
from workshop.words import _


class Drafted(Reply):
    """Words for a clause, and after how many weeks it is looked at again."""

    kind: Literal["drafted"] = "drafted"
    text: Answer
    weeks: Annotated[int, Field(ge=1, le=52)] | None = None


@dataclass(frozen=True, kw_only=True)
class Draft(Typed):
    """Words for a clause.

    Attributes:
        start: words to begin from; may be empty.
        note: why there is nothing to begin from, where there might have been; may be empty.
        weeks: after how many weeks it may be looked at again; empty when there is no choice.
        clause: what kind of clause it will be.
    """

    start: str = ""
    note: str = ""
    weeks: tuple[int, ...] = ()
    clause: ClauseKind = "agreement"
    takes: ClassVar = (Drafted, Empty)

    def settled(self, reply: Reply) -> Reply:
        """Return `reply`; a blank becomes a pass, the weeks must be among those offered."""
        reply = super().settled(reply)
        if not isinstance(reply, Drafted):
            return reply
        if is_blank(reply.text):
            return EMPTY
        if self.weeks and reply.weeks not in self.weeks:
            weeks = ", ".join(str(number) for number in self.weeks)
            raise Refused(_("Choose a number of weeks: {weeks}.").format(weeks=weeks))
        return reply

    def told(self, reply: Reply) -> tuple[Told, ...]:  # noqa: ARG002  whatever it is
        """Return nothing: what was agreed is in the agreement, what was declined stays away."""
        return ()

    @property
    def many(self) -> str:
        """What several of them are called."""
        return _("drafts")

    @property
    def example(self) -> Drafted:
        """Words, with the first of the weeks."""
        return _drafted(self.weeks[0] if self.weeks else None)


@lru_cache(maxsize=64)  # to make a reply takes longer than all else about it
def _drafted(weeks: int | None) -> Drafted:
    return Drafted.model_construct(text="We try it.", weeks=weeks)
