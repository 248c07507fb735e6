"""Where a revision comes from. Files hold an origin as text, which is written and read here alone.

What is part of something larger has the origin of that, and a part of its own after it.
"""

from workshop.core.progress import LAST_RUN
from workshop.core.turn_id import TurnId
from workshop.values import dataclass


@dataclass(frozen=True)
class OfTurn:
    """It was settled by a turn, such as "1/clause/consent/1".

    Attributes:
        run: the number of the exercise; 0 for what is done on the page.
        turn: the turn in it.
    """

    run: int
    turn: TurnId

    def __str__(self) -> str:
        return f"{self.run}/{self.turn}"


@dataclass(frozen=True)
class ByOne:
    """One of the two did it on the page alone, such as "page/3"; which one is not kept.

    Attributes:
        number: the number of the revision; tells origins apart.
    """

    number: str

    def __str__(self) -> str:
        return f"{_PAGE}/{self.number}"


Origin = OfTurn | ByOne

_PAGE = "page"


def origin_of(text: str) -> Origin | None:
    """Return the origin that a file has as `text`; None where it is of no kind that there is."""
    first, slash, rest = text.partition("/")
    if first.isascii() and first.isdigit() and len(first) <= len(str(LAST_RUN)):
        return OfTurn(int(first), TurnId(rest))
    return ByOne(rest) if slash and first == _PAGE else None


def part(origin: str, number: int) -> str:
    """Return the origin of one part of what has `origin`."""
    return f"{origin}/{number}"


def is_part(text: str, origin: str) -> bool:
    """Whether `text` is the origin of a part of what has `origin`."""
    return text.startswith(f"{origin}/")
