"""What every turn and every reply has. Each kind of turn is one file, with its replies beside it.

A turn is one ask to one partner, or to both: who holds it, what is asked, who will see the answer,
which replies fit, and what is done with one.
"""

from abc import abstractmethod
from typing import TYPE_CHECKING, ClassVar, Literal

from workshop.core.model import Frozen
from workshop.core.people import Side
from workshop.core.turn_id import TurnId
from workshop.core.turns.room import Room
from workshop.errors import Refused
from workshop.values import dataclass
from workshop.words import _

if TYPE_CHECKING:
    from workshop.core.agreement.effect import Effect

Privacy = Literal["open", "sealed"]


class Reply(Frozen):
    """What a turn is answered with. Each has a `kind`, by which files tell it apart."""


class Done(Reply):
    """Read, said, heard, breathed: on to the next."""

    kind: Literal["done"] = "done"


class Empty(Reply):
    """A pass, or a blank where nothing had to be written: the same thing once it is stored."""

    kind: Literal["empty"] = "empty"


DONE, EMPTY = Done.model_construct(), Empty.model_construct()


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


@dataclass(frozen=True)
class Told:
    """An answer in words, as it is shown once it is open, and kept if both keep the notes.

    Attributes:
        who: whose it is; None where it is both's.
        asked: what was asked.
        text: the answer; never blank.
    """

    who: Side | None
    asked: str
    text: str


@dataclass(frozen=True, kw_only=True)
class Turn:
    """What every turn has. A kind that adds nothing to another's has its fields from there.

    Attributes:
        id: stable and readable: step, round, what, attempt.
        holder: whose turn it is; None when it is both's.
        prompt: what is asked.
        seconds: how long it is thought to take; 0 where no time is suggested.
        quotations: what was said earlier and matters here.
        alone: whether only one of the two gets such a turn in its step.
    """

    id: TurnId
    holder: Side | None = None
    prompt: str = ""
    seconds: int = 0
    quotations: tuple[Quotation, ...] = ()
    alone: bool = False

    takes: ClassVar[tuple[type[Reply], ...]] = (Done, Empty)
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

    def effects(self, reply: Reply) -> "tuple[Effect, ...]":  # noqa: ARG002  most have none
        """Return what this reply changes beyond the notes."""
        return ()

    def told(self, reply: Reply) -> tuple[Told, ...]:  # noqa: ARG002  most are said aloud
        """Return what was answered, in words; nothing of what is said aloud, passed or blank."""
        return ()

    @property
    def many(self) -> str:
        """What several of them are called; empty for what is both's."""
        return ""

    @property
    def example(self) -> Reply:
        """An answer that fits, and is neither a pass nor a no: what a robot gives."""
        return DONE

    @property
    def decides(self) -> bool:
        """Whether to go on from here opens, agrees or ends something, so that it must be meant."""
        return False


class Typed(Turn):
    """A turn whose holder types or marks something, and so has to say what becomes of it."""

    typed: ClassVar = True

    @abstractmethod
    def told(self, reply: Reply) -> tuple[Told, ...]:
        """Return what was answered, in words; nothing where it was passed, or left blank."""

    @property
    @abstractmethod
    def many(self) -> str:
        """What several of them are called, where they are counted."""

    @property
    @abstractmethod
    def example(self) -> Reply:
        """An answer that fits, and is not a pass."""


class Written(Typed):
    """A turn that both can do on paper as well, both at once."""

    @property
    @abstractmethod
    def on_paper(self) -> tuple[str, ...]:
        """What is asked beside the prompt, a line each, for whoever writes it on paper."""

    @property
    @abstractmethod
    def room(self) -> Room:
        """What there is to write on, on a sheet."""


def passed(reply: Reply) -> bool:
    """Whether a turn was passed."""
    return isinstance(reply, Empty)
