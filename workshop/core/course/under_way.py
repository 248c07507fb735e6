"""A course under way, as a value: what is recorded, what is begun, and what waits in memory.

Nothing here knows a screen, a clock or a disk. What waits sealed is in `Pending`, which no file
has a place for.
"""

from collections.abc import Mapping
from dataclasses import field, replace
from functools import cached_property
from operator import is_
from typing import TYPE_CHECKING

from workshop.core.agreement.origin import OfTurn
from workshop.core.course.progress import Progress, Script
from workshop.core.course.replay import Replay
from workshop.core.course.scene import Given
from workshop.core.fields import Answer
from workshop.core.model import Frozen
from workshop.core.people import Answers, BySide, Pair, Side
from workshop.core.turn_id import TurnId
from workshop.core.turns import Compound
from workshop.core.turns.reply import Circled, Entry, Held, Moved
from workshop.values import dataclass

if TYPE_CHECKING:
    from workshop.core.agreement.effect import Effect


class Begun(Frozen):
    """Open text that is not an answer yet.

    Attributes:
        turn: the id of the turn it is for.
        text: what was typed so far.
        circled: what stands in the circles so far, where those are typed from paper.
        moved: whose each row is so far, where rows are moved.
    """

    turn: str
    text: Answer = ""
    circled: Circled | None = None
    moved: Moved | None = None


@dataclass(frozen=True)
class Pending:
    """What is in memory only: gone when the program stops.

    Attributes:
        held: the answers of a compound turn that are in, by side.
        keyboard: who said last that they have the keyboard; nobody at start and resume.
        alone: the id of the sealed turn before which the other was asked to look away.
        back: whose answer was reopened, until they answer again.
        paper: whether both write the sealed turn under way on paper.
    """

    held: Mapping[Side, Held] = field(default_factory=dict)
    keyboard: Side | None = None
    alone: str | None = None
    back: Side | None = None
    paper: bool = False

    def __repr__(self) -> str:
        return "Pending(...)"  # what is sealed shows nowhere


TYPING: BySide[Answers] = BySide("type", "type")
"""Both type."""


class Replayed:
    """The newest replay of one course: its copies are told where it stands, and not made anew.

    It decides nothing. Where somebody asks with the entries of the last one and more, it goes on
    from there; with any others, they are replayed from the first.
    """

    def __init__(self) -> None:
        self._of: tuple[Script, Pair, Given] | None = None
        self._replay: Replay | None = None
        self._progress: Progress | None = None

    def progress(
        self, script: Script, pair: Pair, given: Given, entries: tuple[Entry, ...]
    ) -> Progress:
        """Return where `script` stands after these very `entries`."""
        of = (script, pair, given)
        known = self._of is not None and all(map(is_, of, self._of))
        replay = self._replay if known else None
        if replay is None or not replay.goes_on_with(entries):
            replay = Replay(*of)
        elif self._progress is not None and len(entries) == len(replay.entries):
            return self._progress
        self._of, self._replay = of, None  # what breaks on its way is not gone on with
        self._progress = replay.after(entries)
        self._replay = replay
        return self._progress


@dataclass(frozen=True)
class Session:
    """One course under way.

    Attributes:
        script: what it is made of.
        pair: the partners, and who is first here.
        given: what was frozen when it began.
        entries: the record so far.
        draft: open text that is not an answer yet.
        run: its number; 0 where it has none.
        resumed: the id of the turn at which it was taken up again.
        answers: how each likes to answer.
        on_paper: whether what is sealed is written on paper here, however they like to answer.
        pending: what is in memory only.
        replayed: where it stands, for all copies in which that is the same.
    """

    script: Script
    pair: Pair
    given: Given = field(default_factory=Given)
    entries: tuple[Entry, ...] = ()
    draft: Begun | None = None
    run: int = 0
    resumed: str | None = None
    answers: BySide[Answers] = TYPING
    on_paper: bool = False
    pending: Pending = field(default_factory=Pending)
    replayed: Replayed = field(default_factory=Replayed, repr=False, compare=False)

    @cached_property
    def progress(self) -> Progress:
        """Where it stands."""
        return self.replayed.progress(self.script, self.pair, self.given, self.entries)

    @property
    def over(self) -> bool:
        """Whether nothing is asked any more."""
        return self.progress.turn is None

    @property
    def misfit(self) -> bool:
        """Whether some entries do not fit, since the exercise was changed meanwhile."""
        return self.progress.used < len(self.entries)

    @property
    def effects(self) -> "tuple[Effect, ...]":
        """What the entries changed beyond the notes; each origin is run/turn."""
        return tuple(
            effect.model_copy(update={"origin": str(OfTurn(self.run, TurnId(effect.origin)))})
            for effect in self.progress.effects
        )


def taken_up(session: Session) -> Session:
    """Return `session` as it is taken up again: nobody holds the keyboard, nothing sealed is there.

    Entries that no longer fit are left out.
    """
    turn = session.progress.turn
    return replace(
        session,
        entries=session.entries[: session.progress.used],
        resumed=turn.id if isinstance(turn, Compound) else None,
        pending=Pending(),
    )
