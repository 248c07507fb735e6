"""Turns: one ask to one partner, or to both. Faces show them; steps make them.

A turn says who holds it, what is asked, who will see the answer, and which replies fit. Two kinds
are compound: `Sealed` and `Joint` ask each partner in turn and leave one entry when both are in.
"""

from dataclasses import dataclass
from datetime import date, timedelta
from typing import ClassVar, Literal

from workshop.core.agreement import ClauseAgreed, ClauseKind, Effect
from workshop.core.people import BySide, Side, other
from workshop.core.reply import (
    Agreed,
    Changed,
    Checked,
    Circled,
    Closed,
    Day,
    Done,
    Drafted,
    Empty,
    Held,
    No,
    NotNow,
    OnPaper,
    Opened,
    OtherWords,
    Outcome,
    Reply,
    Words,
    Yes,
)
from workshop.errors import Refused
from workshop.words import _

Privacy = Literal["open", "sealed"]
Role = Literal["speaks", "says it back", "answers"]
"""What somebody does aloud."""

DAYS_AHEAD = 366
"""How far away a next date may be."""


@dataclass(frozen=True)
class Quotation:
    """Something said earlier, shown beside a prompt and never inside it.

    Attributes:
        who: whose words these are; None when they are both's.
        label: what they are, in a word or two; may be empty.
        text: the words, as they were typed.
    """

    who: Side | None
    label: str
    text: str


@dataclass(frozen=True, kw_only=True)
class Turn:
    """What every turn has.

    Attributes:
        id: stable and readable: step, round, what, attempt.
        holder: whose turn it is; None when it is both's.
        prompt: what is asked.
        seconds: how long it is thought to take; 0 where no time is suggested.
        quotations: what was said earlier and matters here.
        alone: whether only one of the two gets such a turn in its step.
    """

    id: str
    holder: Side | None = None
    prompt: str = ""
    seconds: int = 0
    quotations: tuple[Quotation, ...] = ()
    alone: bool = False

    takes: ClassVar[tuple[type, ...]] = (Done, Empty)
    """The replies that may be stored for it."""
    typed: ClassVar[bool] = False
    """Whether its holder needs the keyboard to themselves."""
    privacy: ClassVar[Privacy] = "open"

    def fits(self, reply: Reply) -> bool:
        """Whether `reply` may stand in a file as the answer to this turn."""
        return isinstance(reply, self.takes)

    def settled(self, reply: Reply) -> Reply:
        """Return `reply` as it is kept.

        Raises:
            Refused: it cannot be taken; the same turn is asked again.
        """
        if not self.fits(reply):
            raise Refused(_("That is not an answer to this."))
        return reply

    def effects(self, reply: Reply) -> tuple[Effect, ...]:  # noqa: ARG002  most have none
        """Return what this reply changes beyond the notes."""
        return ()


@dataclass(frozen=True, kw_only=True)
class Read(Turn):
    """A page; `reader` reads it aloud. Both's."""

    text: str
    reader: Side | None = None
    takes: ClassVar = (Done,)


@dataclass(frozen=True, kw_only=True)
class Breathe(Turn):
    """A shared pause; nothing is typed."""

    takes: ClassVar = (Done,)


@dataclass(frozen=True, kw_only=True)
class Speak(Turn):
    """The holder talks, or answers, aloud.

    Attributes:
        role: what the holder does, for the line that says whose turn it is.
        next: what the other will be asked afterwards; may be empty.
        counterpart: the turn of the other that gets the same time; None where no more can be asked.
    """

    role: Role = "speaks"
    next: str = ""
    counterpart: str | None = None
    takes: ClassVar = (Done, Empty)


@dataclass(frozen=True, kw_only=True)
class Check(Turn):
    """Was that it? The one who spoke decides."""

    takes: ClassVar = (Checked, Empty)


@dataclass(frozen=True, kw_only=True)
class Write(Turn):
    """Something typed that both will see.

    Attributes:
        lines: how many lines the answer is thought to need.
    """

    lines: int = 3
    takes: ClassVar = (Words, Empty)
    typed: ClassVar = True

    def settled(self, reply: Reply) -> Reply:
        """Return `reply`; a blank becomes a pass."""
        return blank_is_pass(super().settled(reply))


@dataclass(frozen=True, kw_only=True)
class WriteSealed(Turn):
    """Something typed that only its writer sees until both open."""

    lines: int = 3
    takes: ClassVar = (Words, Empty)
    typed: ClassVar = True
    privacy: ClassVar[Privacy] = "sealed"


@dataclass(frozen=True, kw_only=True)
class CirclesSealed(Turn):
    """Own points in two circles, sealed.

    Attributes:
        inner: the question for what cannot be given up.
        outer: the question for what can bend.
    """

    inner: str
    outer: str
    takes: ClassVar = (Circled, Empty)
    typed: ClassVar = True
    privacy: ClassVar[Privacy] = "sealed"


@dataclass(frozen=True, kw_only=True)
class CirclesOpen(Turn):
    """Own points in two circles, typed from paper once both sheets lie open."""

    inner: str
    outer: str
    takes: ClassVar = (Circled, Empty)
    typed: ClassVar = True


@dataclass(frozen=True, kw_only=True)
class BothOnPaper(Turn):
    """Both write on paper, both at once; then they turn it over together. Never stored itself.

    Attributes:
        of: the sealed turn that it stands for.
    """

    of: "Sealed"
    takes: ClassVar = (Done, Empty)
    privacy: ClassVar[Privacy] = "sealed"


@dataclass(frozen=True, kw_only=True)
class Draft(Turn):
    """Words for a clause.

    Attributes:
        start: words to begin from; may be empty.
        weeks: after how many weeks it may be looked at again; empty when there is no choice.
        clause: what kind of clause it will be.
    """

    start: str = ""
    weeks: tuple[int, ...] = ()
    clause: ClauseKind = "agreement"
    takes: ClassVar = (Drafted, Empty)
    typed: ClassVar = True

    def settled(self, reply: Reply) -> Reply:
        """Return `reply`; a blank becomes a pass, the weeks must be among those offered."""
        reply = blank_is_pass(super().settled(reply))
        if isinstance(reply, Drafted) and self.weeks and reply.weeks not in self.weeks:
            weeks = ", ".join(str(number) for number in self.weeks)
            raise Refused(_("Choose a number of weeks: {weeks}.").format(weeks=weeks))
        return reply


@dataclass(frozen=True, kw_only=True)
class Heard(Turn):
    """Hearing is not agreeing: the holder says that it arrived."""

    words: str = ""
    takes: ClassVar = (Done, Empty)


@dataclass(frozen=True, kw_only=True)
class PickDay(Turn):
    """Both pick a day after `today`, or none."""

    today: date
    takes: ClassVar = (Day, Empty)

    def settled(self, reply: Reply) -> Reply:
        """Return `reply`; a day must lie ahead, within a year."""
        reply = super().settled(reply)
        if isinstance(reply, Day) and not (
            self.today < reply.on <= self.today + timedelta(days=DAYS_AHEAD)
        ):
            raise Refused(_("Pick a day after today, within a year."))
        return reply


@dataclass(frozen=True, kw_only=True)
class Copy(Turn):
    """Where the agreement is, and its code, for whoever wants to note it."""

    code: str
    takes: ClassVar = (Done,)


ConsentTo = Literal["clause", "boundary", "evening", "notes"]
"""What a yes would do: a clause in force, a boundary written, tonight, or the notes kept."""


@dataclass(frozen=True, kw_only=True)
class Consent(Turn):
    """A sealed yes, other words, no, or not now. Nothing defaults to yes.

    Attributes:
        to: what a yes would do.
        words: the words a yes is given to; empty where the prompt says it all.
        weeks: after how many weeks it would be looked at again.
        rewording: whether other words can still be asked about today.
    """

    to: ConsentTo
    words: str = ""
    weeks: int | None = None
    rewording: bool = False
    takes: ClassVar = (Yes, OtherWords, No, NotNow, Empty)
    typed: ClassVar = True
    privacy: ClassVar[Privacy] = "sealed"

    def settled(self, reply: Reply) -> Reply:
        """Return `reply`; other words must be words, and other ones."""
        reply = super().settled(reply)
        if isinstance(reply, OtherWords):
            if not self.rewording:
                raise Refused(_("Other words cannot be asked about any more today."))
            if not reply.text.strip():
                raise Refused(_("No words were there. Write other words, or answer otherwise."))
            if reply.text.strip() == self.words.strip():
                raise Refused(_("Those are the same words. Write other ones, or answer otherwise."))
        return reply


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

    parts: BySide[WriteSealed] | BySide[CirclesSealed]
    takes: ClassVar = (Opened, Closed, OnPaper)
    privacy: ClassVar[Privacy] = "sealed"

    def part(self, side: Side) -> WriteSealed | CirclesSealed:
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
        if isinstance(left, Words | Circled) and isinstance(right, Words | Circled):
            return Opened(left=left, right=right)
        return Closed()


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
    """Both are asked for consent; only what comes of it shows."""

    parts: BySide[Consent]
    clause: "Clausal | None" = None
    takes: ClassVar = (Agreed, Changed, NotNow)
    privacy: ClassVar[Privacy] = "sealed"

    def part(self, side: Side) -> Consent:
        """Return what the partner on `side` is asked."""
        return self.parts[side]

    def outcome(self, held: BySide[Held], on: date) -> Outcome:
        """Return agreed, the other words (`first`'s first), or not now."""
        offered: list[str] = []
        for side in (self.first, other(self.first)):
            match held[side]:
                case Yes():
                    pass
                case OtherWords(text=text):
                    if text not in offered:
                        offered.append(text)
                case _:
                    return NotNow()
        return Changed(words=tuple(offered)) if offered else Agreed(on=on)

    def effects(self, reply: Reply) -> tuple[Effect, ...]:
        """Return the clause that came into force, if one did."""
        if self.clause is None or not isinstance(reply, Agreed):
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


@dataclass(frozen=True, kw_only=True)
class Reveal(Turn):
    """What came of a compound turn, for both to see.

    Attributes:
        of: the turn that was answered.
        result: what came of it.
        more: whether other words are asked next.
    """

    of: Sealed | Joint
    result: Outcome
    more: bool = False
    takes: ClassVar = (Done,)


@dataclass(frozen=True, kw_only=True)
class Handover(Turn):
    """The keyboard goes to the holder of `to`. Never stored."""

    to: "Shown"
    takes: ClassVar = ()

    def fits(self, reply: Reply) -> bool:
        """Whether the holder said that they have the keyboard."""
        return isinstance(reply, Done)


@dataclass(frozen=True, kw_only=True)
class Unseal(Turn):
    """Both sealed answers are in: either's Enter goes on. Never stored."""

    takes: ClassVar = (Done,)


Shown = (
    Read
    | Breathe
    | Speak
    | Check
    | Write
    | WriteSealed
    | CirclesSealed
    | CirclesOpen
    | BothOnPaper
    | Draft
    | Heard
    | PickDay
    | Copy
    | Consent
    | Reveal
    | Handover
    | Unseal
)
"""Every turn a face may have to show."""
AnyTurn = (
    Read
    | Breathe
    | Speak
    | Check
    | Write
    | CirclesOpen
    | Draft
    | Heard
    | PickDay
    | Copy
    | Reveal
    | Sealed
    | Joint
)
"""Every turn a step may ask for."""


def blank_is_pass(reply: Reply) -> Reply:
    """Return an empty reply for typed blanks, and any other as it is."""
    if isinstance(reply, Words | Drafted) and not reply.text.strip():
        return Empty()
    return reply


def passed(reply: Reply) -> bool:
    """Whether a turn was passed."""
    return isinstance(reply, Empty)
