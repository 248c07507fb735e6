"""What a reveal says, as plain values. How it is made: `reveals.py`."""

from workshop.cards.card import Said
from workshop.core.turns import SpeakingTime
from workshop.core.turns.picture import Picture
from workshop.values import dataclass


@dataclass(frozen=True)
class Revealed:
    """What a reveal says.

    Attributes:
        prompt: the line above it.
        said: what was answered, and what is proposed.
        notes: quiet lines.
        picture: ratings on shared axes.
        heard: the picture as lines, for whoever hears it.
        sums: how a proposal was worked out, to be checked with a pencil.
        exactly: the same in exact fractions, for whoever asks.
        times: how long each spoke.
    """

    prompt: str
    said: tuple[Said, ...] = ()
    notes: tuple[str, ...] = ()
    picture: Picture | None = None
    heard: str = ""
    sums: tuple[str, ...] = ()
    exactly: tuple[str, ...] = ()
    times: tuple[SpeakingTime, ...] = ()
