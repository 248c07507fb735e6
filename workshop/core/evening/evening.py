"""One sitting: its occasions, and who begins what."""

from workshop.core.evening.closing import ClosingStep, Tonight
from workshop.core.evening.occasion import Occasion
from workshop.core.evening.opening import Known, OpeningStep
from workshop.core.evening.words import EveningWords
from workshop.core.fairness.order import turn_number
from workshop.core.people import Side


def opening(words: EveningWords, known: Known, *, guided: bool = False) -> Occasion:
    """Return the opening of an evening, or of a session."""
    step = OpeningStep(id="opening", words=words.opening, known=known, guided=guided)
    return Occasion("opening", (step,))


def closing(words: EveningWords, tonight: Tonight) -> Occasion:
    """Return the close of an evening."""
    return Occasion("closing", (ClosingStep(id="closing", words=words.closing, tonight=tonight),))


def who_begins(run: int, coin: Side) -> Side:
    """Return who is first in exercise number `run`, from 1: balanced, from one toss of a coin."""
    return turn_number(run - 1, coin)
