"""What a step may see, and what it leaves behind for later steps."""

from collections.abc import Generator, Mapping
from dataclasses import field
from datetime import date
from fractions import Fraction

from workshop.core.agreement.clause_names import ClauseId
from workshop.core.agreement.kinds import ClauseKind
from workshop.core.fairness.order import turn_order
from workshop.core.fields import Said
from workshop.core.model import Frozen
from workshop.core.people import BySide, Pair, Side, other
from workshop.core.text import fill
from workshop.core.turns import AnyTurn, Quotation, Reveal, Sealed, Split
from workshop.core.turns.picture import Picture
from workshop.core.turns.reply import CLOSED, OnPaper, Opened, Stored
from workshop.values import dataclass
from workshop.words import _

REVEAL_SECONDS = 45
"""How long looking at two opened answers is thought to take."""


class Promised(Frozen):
    """A clause that was there when an exercise began.

    Attributes:
        id: what revisions call it.
        kind: what kind of promise it is.
        text: its words.
        owner: whose it is, where it is one's own.
        paused: whether it rests.
    """

    id: ClauseId
    kind: ClauseKind
    text: Said
    owner: Side | None = None
    paused: bool = False


class Given(Frozen):
    """What an exercise takes from outside, frozen when it began.

    Attributes:
        ground_rules: the pair's own rules for talking.
        today: the day on which it began, where a step looks back.
        clauses: what is not ended, where a step looks back; what is due comes first.
    """

    ground_rules: tuple[Said, ...] = ()
    today: date | None = None
    clauses: tuple[Promised, ...] = ()


@dataclass(frozen=True)
class Result:
    """What a step leaves for later steps to refer to.

    Attributes:
        quotations: what was written, each with whose it is.
        items: the list that was made, or what of it is proposed.
        own: each one's own part of what is proposed, in words.
        part: the part of the load that `first` would carry, if that was the question.
        picture: what both may keep at the close of the evening, if anything.
        split: what was shared out, a row for each thing, proposed or not.
        empty: whether a list or a proposal was meant to come of it, and none did.
    """

    quotations: tuple[Quotation, ...] = ()
    items: tuple[str, ...] = ()
    own: BySide[str] | None = None
    part: Fraction | None = None
    picture: Picture | None = None
    split: Split | None = None
    empty: bool = False

    def of(self, side: Side | None) -> tuple[Quotation, ...]:
        """Return what the partner on `side` wrote, and what both did; everything for None."""
        return tuple(said for said in self.quotations if side is None or said.who in (side, None))


NOTHING = Result()
"""What a step leaves that has nothing to refer to."""

Course = Generator[AnyTurn, Stored, Result]
"""A step under way: turns come out, replies go in, a result is left."""


@dataclass(frozen=True)
class Scene:
    """All that a step may see.

    Attributes:
        exercise: the id of the exercise.
        pair: the partners, and who is first here.
        given: what was frozen when the exercise began.
        results: of the steps before that this one refers to, by step id.
        alone: how many one-person turns come before this step.
        pages: how many pages to read come before this step.
        quoted: the steps that later steps refer to.
    """

    exercise: str
    pair: Pair
    given: Given = field(default_factory=Given)
    results: Mapping[str, Result] = field(default_factory=dict)
    alone: int = 0
    pages: int = 0
    quoted: frozenset[str] = frozenset()

    def order(self) -> tuple[Side, Side]:
        """Return first and second."""
        return self.pair.first, self.pair.second

    def turns(self, n: int) -> tuple[Side, ...]:
        """Return who goes when in `n` turns, in balanced order."""
        return turn_order(n, self.pair.first)

    def one(self) -> Side:
        """Return who takes this one-person turn: they alternate, first beginning."""
        return self.order()[self.alone % 2]

    def reader(self) -> Side:
        """Return who reads this page aloud: they alternate, second beginning."""
        return self.order()[(self.pages + 1) % 2]

    def say(self, template: str, side: Side) -> str:
        """Return `template` as it is said to the partner on `side`."""
        return fill(template, me=self.pair.name(side), you=self.pair.name(other(side)))

    def said_about(self, template: str, step: str | None, side: Side) -> str:
        """Return `template` as it is said to the partner on `side` about what `step` left.

        Where it left nothing of theirs, since it was passed or stayed shut, that is said too.
        """
        said = self.say(template, side)
        if step is None or self.about(step, side):
            return said
        nothing = _("Nothing is written here from before: name something aloud, or pass.")
        return f"{said}\n{nothing}"

    def about(self, step: str | None, side: Side | None) -> tuple[Quotation, ...]:
        """Return what `step` left of `side` to be quoted; nothing where there is no such step."""
        if step is None or step not in self.results:
            return ()
        return self.results[step].of(side)


def revealed(turn: Sealed) -> Generator[AnyTurn, Stored, Opened | OnPaper | None]:
    """Ask both sealed, then show what came of it.

    Returns both answers; OnPaper, which both have seen by then; or None if one stayed shut.
    """
    reply = yield turn
    if isinstance(reply, OnPaper):
        return reply
    opened = reply if isinstance(reply, Opened) else None
    yield Reveal(
        id=turn.id / "reveal",
        of=turn,
        result=opened or CLOSED,
        seconds=REVEAL_SECONDS if opened else 10,
    )
    return opened
