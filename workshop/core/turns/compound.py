"""Compound turns, which ask each partner and leave one entry, and what they unfold into."""

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Annotated, ClassVar, Literal

from pydantic import Field

from workshop.core.agreement.agreement import ClauseId, ClauseKind
from workshop.core.agreement.effect import Effect, RulesAgreed
from workshop.core.agreement.settling import ClauseAgreed, ClauseEvent
from workshop.core.fairness.proposal import Proposal, Ticked
from workshop.core.fields import Said
from workshop.core.model import Frozen
from workshop.core.people import BySide, Side, other
from workshop.core.turns.marking import Pick, Points, Rank, Rate
from workshop.core.turns.picture import Picture
from workshop.core.turns.reply import (
    CLOSED,
    NOT_NOW,
    OPENABLE,
    Agreed,
    Changed,
    Closed,
    Done,
    Empty,
    Ended,
    EndIt,
    Held,
    No,
    NotNow,
    OnPaper,
    Opened,
    OtherWords,
    Outcome,
    Paused,
    PauseIt,
    Reply,
    Yes,
)
from workshop.core.turns.single import CirclesSealed, Privacy, Turn, WriteSealed
from workshop.errors import Refused
from workshop.words import _

if TYPE_CHECKING:  # a handover may lead to any turn, and wishes are a compound turn themselves
    from workshop.core.turns import Shown
    from workshop.core.turns.wishes import BothTick

ConsentTo = Literal[
    "clause",
    "boundary",
    "evening",
    "notes",
    "picture",
    "times",
    "standing",
    "paused",
    "page",
    "by hand",
    "taken out",
    "fresh",
    "old page",
]
"""What a yes would do: a clause in force, a boundary written, tonight, the notes or a picture kept,
how the time went shown; a clause that stands kept, one that is paused taken up again, a day to look
at the page again; what was changed by hand agreed to, a fresh page begun, the old one deleted."""
SealedPart = WriteSealed | CirclesSealed | Rate | Pick | Rank | Points
"""What can be asked of each, sealed."""


@dataclass(frozen=True, kw_only=True)
class Consent(Turn):
    """A sealed yes, other words, no, or not now. Nothing defaults to yes.

    Attributes:
        to: what a yes would do.
        words: the words a yes is given to; empty where the prompt says it all.
        owner: whose words they are, where it is one's own promise.
        weeks: after how many weeks it would be looked at again.
        rewording: whether other words can still be asked about today.
    """

    to: ConsentTo
    words: str = ""
    owner: Side | None = None
    weeks: int | None = None
    rewording: bool = False
    takes: ClassVar[tuple[type, ...]] = (Yes, OtherWords, No, NotNow, Empty)
    typed: ClassVar = True
    privacy: ClassVar[Privacy] = "sealed"

    def settled(self, reply: Reply) -> Reply:
        """Return `reply`; other words must be words, and other ones."""
        reply = super().settled(reply)
        if isinstance(reply, OtherWords):
            if not self.rewording:
                if self.owner not in (None, self.holder):
                    raise Refused(_("Whose it is words it. Say yes to it, no, or not now."))
                raise Refused(_("Other words cannot be asked about any more today."))
            if not reply.text.strip():
                raise Refused(_("No words were there. Write other words, or answer otherwise."))
            if reply.text.strip() == self.words.strip():
                raise Refused(_("Those are the same words. Write other ones, or answer otherwise."))
        return reply


@dataclass(frozen=True, kw_only=True)
class Standing(Consent):
    """What becomes of a clause that is there. To keep or to change it takes two; the rest one."""

    takes: ClassVar = (Yes, OtherWords, PauseIt, EndIt, NotNow, Empty)


@dataclass(frozen=True, kw_only=True)
class Compound(Turn):
    """A turn that asks each partner, holds both answers in memory, and leaves one entry."""

    first: Side

    def part(self, side: Side) -> Turn:
        """Return what the partner on `side` is asked."""
        raise NotImplementedError

    def outcome(self, held: BySide[Held], on: date) -> Outcome:
        """Return what the two answers become on the day `on`."""
        raise NotImplementedError


@dataclass(frozen=True, kw_only=True)
class Sealed(Compound):
    """Both write sealed; then both open, or neither does."""

    parts: BySide[SealedPart]
    takes: ClassVar = (Opened, Closed, OnPaper)
    privacy: ClassVar[Privacy] = "sealed"

    def part(self, side: Side) -> SealedPart:
        """Return what the partner on `side` is asked."""
        return self.parts[side]

    def fits(self, reply: Reply) -> bool:
        """Whether `reply` is closed, on paper, or both parts opened."""
        if isinstance(reply, Opened):
            return self.part("left").fits(reply.left) and self.part("right").fits(reply.right)
        return isinstance(reply, Closed | OnPaper)

    def outcome(self, held: BySide[Held], on: date) -> Outcome:  # noqa: ARG002  a day is not kept
        """Return both opened, or closed when either threw theirs away."""
        left, right = held.left, held.right
        if isinstance(left, OPENABLE) and isinstance(right, OPENABLE):
            return Opened.model_construct(left=left, right=right)  # both were checked already
        return CLOSED


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
    clause: "Clausal | None" = None
    of: tuple[ClauseId, ...] = ()
    event: Literal["changed", "resumed", "review"] | None = None
    review_on: date | None = None
    takes: ClassVar = (Agreed, Changed, NotNow, Paused, Ended)
    privacy: ClassVar[Privacy] = "sealed"

    def part(self, side: Side) -> Consent:
        """Return what the partner on `side` is asked."""
        return self.parts[side]

    def fits(self, reply: Reply) -> bool:
        """Whether `reply` can come of it: no more other words than partners who may offer some."""
        if isinstance(reply, Changed):
            return len(reply.words) <= self.parts.left.rewording + self.parts.right.rewording
        return super().fits(reply)

    def outcome(self, held: BySide[Held], on: date) -> Outcome:
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

    of: "Sealed | Joint | BothTick"
    result: Outcome
    more: bool = False
    picture: Picture | None = None
    proposal: Proposal | None = None
    times: tuple[SpeakingTime, ...] = ()
    takes: ClassVar[tuple[type, ...]] = (Done,)

    @property
    def decides(self) -> bool:
        """Whether it is the last page of an evening that is not tonight."""
        ends = isinstance(self.of, Joint) and self.of.parts.left.to == "evening"
        return ends and not isinstance(self.result, Agreed)


@dataclass(frozen=True, kw_only=True)
class RulesReveal(Reveal):
    """What both ticked: the pair's ground rules from now on, unless they say not now."""

    takes: ClassVar[tuple[type, ...]] = (Done, Empty)

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

    def effects(self, reply: Reply) -> tuple[Effect, ...]:
        """Return the ground rules, once both have seen which they ticked."""
        if not self.rules or isinstance(reply, Empty):
            return ()
        return (RulesAgreed(origin=self.id, rules=self.rules),)


@dataclass(frozen=True, kw_only=True)
class Handover(Turn):
    """The keyboard goes to the holder of `to`, or stays there. Never stored.

    Attributes:
        to: the turn that it is for.
        keeps: whether its holder has it already, and only the other is to look away.
    """

    to: "Shown"
    keeps: bool = False
    takes: ClassVar = ()

    def fits(self, reply: Reply) -> bool:
        """Whether the holder said that they have the keyboard."""
        return isinstance(reply, Done)


@dataclass(frozen=True, kw_only=True)
class Unseal(Turn):
    """Both sealed answers are in: either can open them, and either can leave both closed.

    Never stored.
    """

    takes: ClassVar = (Done, Empty)

    @property
    def decides(self) -> bool:
        """It opens both."""
        return True


@dataclass(frozen=True, kw_only=True)
class BothOnPaper(Turn):
    """Both write on paper, both at once; then they turn it over together. Never stored itself.

    Attributes:
        of: the sealed turn that it stands for.
    """

    of: "Sealed"
    takes: ClassVar = (Done, Empty)
    privacy: ClassVar[Privacy] = "sealed"

    @property
    def decides(self) -> bool:
        """It turns both over."""
        return True
