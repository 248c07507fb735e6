"""A list of which each ticks some."""

from typing import ClassVar, Literal

from workshop.core.turns.marking import Marking, Numbers
from workshop.core.turns.room import Ticks
from workshop.core.turns.turn import Empty, Privacy, Reply
from workshop.values import dataclass
from workshop.words import _


class Picked(Reply):
    """What was ticked, by its number in the list, from 1, in the order of the list."""

    kind: Literal["picked"] = "picked"
    ticks: Numbers


TICKED = Picked.model_construct(ticks=(1,))


@dataclass(frozen=True, kw_only=True)
class Pick(Marking):
    """Up to `count` items are ticked; it may be none."""

    count: int
    takes: ClassVar = (Picked, Empty)

    def missing(self, reply: Reply) -> str | None:
        """Return whether there are too many ticks."""
        if not isinstance(reply, Picked):
            return None
        ticks = reply.ticks
        if list(ticks) != sorted(set(ticks)) or any(
            not 1 <= tick <= len(self.items) for tick in ticks
        ):
            return _("That is not an answer to this.")
        if len(ticks) > self.count:
            return _("Tick {count} at the most; now there are {ticks}.").format(
                count=self.count, ticks=len(ticks)
            )
        return None

    def lines(self, reply: Reply) -> list[str]:
        """Return what was ticked."""
        return [self.items[tick - 1] for tick in reply.ticks] if isinstance(reply, Picked) else []

    @property
    def many(self) -> str:
        """What several of them are called."""
        return _("ticks")

    @property
    def example(self) -> Picked:
        """The first one."""
        return TICKED

    @property
    def on_paper(self) -> tuple[str, ...]:
        """The items, and how many may be ticked."""
        return (*self.items, self._how)

    @property
    def room(self) -> Ticks:
        """The list, with a box before each."""
        return Ticks(self.items, self._how)

    @property
    def _how(self) -> str:
        if self.count < len(self.items):
            return _("Tick {count} at the most.").format(count=self.count)
        return _("Tick as many as you like.")


class PickOpen(Pick):
    """Ticks, typed from paper."""

    privacy: ClassVar[Privacy] = "open"
