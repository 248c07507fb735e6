"""What a face shows of one ask, as plain values. How it is made: `cards.py`."""

from pathlib import Path

from workshop.cards.sitting import Sitting
from workshop.core.evening.words import EveningWords
from workshop.core.people import BySide, Pair, Side
from workshop.core.turns import Consent, Fillable, PickDay, SpeakingTime
from workshop.core.turns.picture import Picture
from workshop.core.turns.reply import Reply
from workshop.values import dataclass


@dataclass(frozen=True)
class Setting:
    """What a card needs to know of the pair who sits here, and of what they sit in.

    Attributes:
        pair: the partners, and who is first in what is under way.
        words: what is said at every evening, sealed turn and consent.
        said: what a sitting is called.
        agreement_path: where their agreement is.
        first_clause: whether no clause was ever in it: what one is, is said where they draft it.
    """

    pair: Pair
    words: EveningWords
    said: Sitting
    agreement_path: Path
    first_clause: bool = False


@dataclass(frozen=True)
class Answer:
    """One way to answer without typing, or the button that takes what was typed.

    Attributes:
        label: a verb, in words.
        reply: what it means; None where it takes what was typed.
        surely: what it says at the second press, where what was typed would be gone.
        ends: whether it loses or ends something however little was typed: it is pressed twice.
    """

    label: str
    reply: Reply | None = None
    surely: str = ""
    ends: bool = False


@dataclass(frozen=True)
class Said:
    """Something said earlier, or revealed now.

    Attributes:
        label: whose it is, and to which question; may be empty.
        text: the words as they were typed.
        side: whose it is; None where it is both's.
    """

    label: str
    text: str
    side: Side | None = None


@dataclass(frozen=True)
class Card:
    """All that a face shows of one ask.

    Attributes:
        does: what each partner does now, by side.
        lit: whose turn it is; both where it is both's.
        both: the two of them in one word, where they do it together; else empty.
        prompt: what is asked.
        said: what matters of what was said before.
        notes: quiet lines: who sees it, what comes next.
        typing: what is filled in: the turn itself, for the view of its kind; None where nothing is.
        answers: what can be answered, in order; none is chosen for anybody.
        waits: whether who sees it changes, or something is decided: keys that came before it could
            be read are thrown away.
        enter: whether Enter alone gives the first answer: never where that opens or decides.
        picture: the ratings of both on shared axes, to be looked at.
        heard: that picture as lines, for whoever hears it.
        sums: how what is proposed was worked out, for whoever wants to check it with a pencil.
        exactly: the same in exact fractions, only where somebody asks for them.
        times: how long each spoke.
    """

    does: BySide[str]
    lit: tuple[Side, ...]
    prompt: str
    said: tuple[Said, ...] = ()
    notes: tuple[str, ...] = ()
    typing: Fillable | None = None
    answers: tuple[Answer, ...] = ()
    waits: bool = False
    enter: bool = False
    picture: Picture | None = None
    heard: str = ""
    sums: tuple[str, ...] = ()
    exactly: tuple[str, ...] = ()
    times: tuple[SpeakingTime, ...] = ()
    both: str = ""

    @property
    def is_said_first(self) -> bool:
        """Whether what was said comes before what is asked: where somebody types below the ask."""
        return self.typing is not None and not isinstance(self.typing, Consent | PickDay)
