"""Turns of one ask, to one partner or to both."""

from dataclasses import dataclass
from datetime import date, timedelta
from typing import ClassVar, Literal

from workshop.core.agreement.agreement import ClauseKind
from workshop.core.agreement.effect import Effect
from workshop.core.people import Side
from workshop.core.text import one_line
from workshop.core.turns.reply import (
    Checked,
    Circled,
    Day,
    Done,
    Drafted,
    Empty,
    Reply,
    Words,
)
from workshop.errors import Refused
from workshop.words import _

Privacy = Literal["open", "sealed"]
Role = Literal["speaks", "says it back", "answers"]
"""What somebody does aloud."""

ITEM_LIMIT = 80
"""The most characters that an item of a list may have."""
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

    @property
    def decides(self) -> bool:
        """Whether to go on from here opens, agrees or ends something, so that it must be meant."""
        return False


@dataclass(frozen=True, kw_only=True)
class Read(Turn):
    """A page; `reader` reads it aloud. Both's.

    Attributes:
        text: what it says.
        reader: who reads it aloud, if it is that kind of page.
        code: the agreement code, where the page is what is new in the agreement; else empty.
        note: what is said about the code.
        ends: whether the evening is over after it.
    """

    text: str
    code: str = ""
    note: str = ""
    reader: Side | None = None
    ends: bool = False
    takes: ClassVar = (Done,)

    @property
    def decides(self) -> bool:
        """Whether it ends the evening."""
        return self.ends


@dataclass(frozen=True, kw_only=True)
class Breathe(Turn):
    """A shared pause, or a word to each other; nothing is typed.

    Attributes:
        silent: whether each is for oneself.
    """

    silent: bool = False
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
class Add(Write):
    """One more item for a list, on one line.

    Attributes:
        note: what is told about the order; may be empty.
    """

    lines: int = 1
    note: str = ""

    def settled(self, reply: Reply) -> Reply:
        """Return `reply` on one line; a blank becomes a pass, a long one is refused."""
        reply = super().settled(reply)
        if not isinstance(reply, Words):
            return reply
        text = one_line(reply.text)
        if len(text) > ITEM_LIMIT:
            raise Refused(
                _(
                    "For a list, {most} characters are the most; these are {size}. Make it shorter."
                ).format(most=ITEM_LIMIT, size=len(text))
            )
        return reply if text == reply.text else Words(text=text)


@dataclass(frozen=True, kw_only=True)
class AddAll(Write):
    """Items for a list that both add at one go, one on each line.

    Attributes:
        most: how many there may be.
    """

    most: int

    def settled(self, reply: Reply) -> Reply:
        """Return `reply`, each item on one line; too many, or a long one, is refused."""
        reply = super().settled(reply)
        if not isinstance(reply, Words):
            return reply
        items = [item for line in reply.text.split("\n") if (item := one_line(line))]
        if len(items) > self.most:
            raise Refused(
                _("{most} lines are the most; these are {count}. Take some out.").format(
                    most=self.most, count=len(items)
                )
            )
        for item in items:
            if len(item) > ITEM_LIMIT:
                raise Refused(
                    _(
                        "For a list, {most} characters a line are the most; “{item}” has {size}."
                        " Make it shorter."
                    ).format(most=ITEM_LIMIT, item=f"{item[:20]}…", size=len(item))
                )
        return Words(text="\n".join(items))


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
class Draft(Turn):
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

    @property
    def decides(self) -> bool:
        """It says something in the holder's name."""
        return True


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


def blank_is_pass(reply: Reply) -> Reply:
    """Return an empty reply for typed blanks, and any other as it is."""
    if isinstance(reply, Words | Drafted) and not reply.text.strip():
        return Empty()
    return reply


def passed(reply: Reply) -> bool:
    """Whether a turn was passed."""
    return isinstance(reply, Empty)
