"""Something typed: open, sealed, or on one line each for a list."""

from typing import ClassVar, Literal

from workshop.core.fields import Answer
from workshop.core.text import is_blank, one_line
from workshop.core.turns.room import Lines
from workshop.core.turns.turn import EMPTY, Empty, Privacy, Reply, Told, Typed, Written
from workshop.errors import Refused
from workshop.values import dataclass
from workshop.words import _

ITEM_LIMIT = 80
"""The most characters that an item of a list may have."""


class Words(Reply):
    """Text that somebody typed."""

    kind: Literal["words"] = "words"
    text: Answer


SOMETHING = Words.model_construct(text="Something.")


@dataclass(frozen=True, kw_only=True)
class Write(Typed):
    """Something typed that both will see.

    Attributes:
        lines: how many lines the answer is thought to need.
    """

    lines: int = 3
    takes: ClassVar = (Words, Empty)

    def settled(self, reply: Reply) -> Reply:
        """Return `reply`; a blank becomes a pass."""
        reply = super().settled(reply)
        return EMPTY if isinstance(reply, Words) and is_blank(reply.text) else reply

    def told(self, reply: Reply) -> tuple[Told, ...]:
        """Return the text."""
        return _told(self, reply)

    @property
    def many(self) -> str:
        """What several of them are called."""
        return _("turns to write")

    @property
    def example(self) -> Words:
        """A word."""
        return SOMETHING


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

    @property
    def many(self) -> str:
        """What several of them are called."""
        return _("turns to add to a list")

    @property
    def example(self) -> Words:
        """One of its own: on a list the same stands only once."""
        return Words.model_construct(text=f"Something, {self.id}.")


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

    @property
    def many(self) -> str:
        """What several of them are called."""
        return _("turns to add to a list")


@dataclass(frozen=True, kw_only=True)
class WriteSealed(Written):
    """Something typed that only its writer sees until both open."""

    lines: int = 3
    takes: ClassVar = (Words, Empty)
    privacy: ClassVar[Privacy] = "sealed"

    def told(self, reply: Reply) -> tuple[Told, ...]:
        """Return the text."""
        return _told(self, reply)

    @property
    def many(self) -> str:
        """What several of them are called."""
        return _("sealed turns to write")

    @property
    def example(self) -> Words:
        """A word."""
        return SOMETHING

    @property
    def on_paper(self) -> tuple[str, ...]:
        """Nothing: the prompt says it all."""
        return ()

    @property
    def room(self) -> Lines:
        """The lines that it is thought to need, and some more: hands write larger."""
        return Lines(self.lines + 2)


def _told(turn: Write | WriteSealed, reply: Reply) -> tuple[Told, ...]:
    if not isinstance(reply, Words) or is_blank(reply.text):
        return ()
    return (Told(turn.holder, turn.prompt, reply.text),)
