"""What is shared out, a row for each thing: each row can go to the other, or to both by turns."""

from typing import Annotated, ClassVar, Literal

from pydantic import Field

from workshop.core.fairness.proposal import by_turns, part_in_words
from workshop.core.people import BySide, Side, other
from workshop.core.turns.turn import Empty, Reply, Told, Typed
from workshop.core.turns.write import Words
from workshop.errors import Refused
from workshop.values import dataclass
from workshop.words import _

Whose = Literal["first", "second", "both", "nobody"]
"""Whose a row is: that of one of the two, both's by turns, or nobody's yet."""
MOVED_ON: dict[Whose, Whose] = {"first": "second", "second": "both"}
"""Whose a row becomes that is moved on; from anybody else it goes to `first`."""


class Moved(Reply):
    """Whose each row is, in their order."""

    kind: Literal["moved"] = "moved"
    whose: Annotated[tuple[Whose, ...], Field(max_length=60)]


@dataclass(frozen=True)
class Portion:
    """One thing that is shared out.

    Attributes:
        item: what it is.
        whose: whose it is, as it is proposed.
        by_turns: how it would go by turns, where that is proposed; may be empty.
        hours: how many hours a week it takes; 0 where nobody said.
    """

    item: str
    whose: Whose = "nobody"
    by_turns: str = ""
    hours: int = 0


@dataclass(frozen=True)
class Split:
    """All that is shared out.

    Attributes:
        rows: a row for each thing.
        goods: whether these are things to have; tasks otherwise.
    """

    rows: tuple[Portion, ...]
    goods: bool = False


@dataclass(frozen=True, kw_only=True)
class Moving(Typed):
    """Rows, each of which is somebody's, and can become the other's.

    Attributes:
        split: the rows, as they are proposed.
        names: what the two are called.
        first: whose part stands first.
    """

    split: Split
    names: BySide[str]
    first: Side
    takes: ClassVar = (Moved, Words, Empty)  # words: from notes of before there were rows

    @property
    def rows(self) -> tuple[Portion, ...]:
        """The rows, as they are proposed."""
        return self.split.rows

    @property
    def proposed(self) -> Moved:
        """Whose each row is where nobody moves one."""
        return Moved.model_construct(whose=tuple(row.whose for row in self.rows))

    def fits(self, reply: Reply) -> bool:
        """Whether `reply` says of each row whose it is."""
        fits = super().fits(reply)
        return fits and (not isinstance(reply, Moved) or len(reply.whose) == len(self.rows))

    def settled(self, reply: Reply) -> Reply:
        """Return `reply`.

        Raises:
            Refused: it is none, or does not say of each row whose it is.
        """
        if isinstance(reply, Words) or not self.fits(reply):
            raise Refused(_("That is not an answer to this."))
        return reply

    def whose(self, side: Side) -> Whose:
        """Return what a row of the partner on `side` is called."""
        return "first" if side == self.first else "second"

    def told(self, reply: Reply) -> tuple[Told, ...]:
        """Return the words that are made of the rows."""
        text = self.in_words(reply)
        return (Told(None, self.prompt, text),) if text and isinstance(reply, Moved) else ()

    def in_words(self, reply: Reply) -> str:
        """Return what is shared out so, a line for each part; nothing of what is nobody's."""
        moved = reply if isinstance(reply, Moved) else self.proposed
        lines = [self.own(side, moved) for side in (self.first, other(self.first))]
        for row, whose in zip(self.rows, moved.whose, strict=True):
            if whose == "both":
                lines.append(row.by_turns or by_turns(row.item))
        return "\n".join(line for line in lines if line)

    def own(self, side: Side, moved: Moved) -> str:
        """Return the part of the partner on `side` in words; empty when there is nothing in it."""
        rows = zip(self.rows, moved.whose, strict=True)
        items = [row.item for row, whose in rows if whose == self.whose(side)]
        return part_in_words(self.names[side], items, goods=self.split.goods)

    @property
    def many(self) -> str:
        """What several of them are called."""
        return _("turns to move rows")

    @property
    def example(self) -> Moved:
        """The first row moved on."""
        first, *rest = self.proposed.whose
        return Moved.model_construct(whose=(moved_on(first), *rest))


def moved_on(whose: Whose) -> Whose:
    """Return whose a row becomes that is moved on: one's, the other's, both's by turns."""
    return MOVED_ON.get(whose, "first")
