"""What the two made-up partners of the pictures type and mark, and how they answer the rest."""

from collections.abc import Iterable, Iterator
from datetime import timedelta

from workshop.cards.choice import Choice, Chosen
from workshop.cards.deeds import Back, Begin, CloseEvening
from workshop.core.course.session import Ask
from workshop.core.people import Side
from workshop.core.proof.robot import answering
from workshop.core.turns import (
    CirclesOpen,
    CirclesSealed,
    Draft,
    Pick,
    PickDay,
    Points,
    Rank,
    Rate,
    Shown,
    WishList,
    Write,
    WriteSealed,
)
from workshop.core.turns.reply import (
    Circled,
    Day,
    Drafted,
    Picked,
    Pointed,
    Ranked,
    Rated,
    Reply,
    Words,
)

NAMES = ("Alex", "Sam")
TYPED = {
    "topic/1": "The bus was late, and supper was cold.",
    "topic/2": "The plan for Sunday changed twice.",
    "issue": "How do we share Saturday mornings?",
    "overlap": "Market first, together; then an hour apart.",
    "question": "How could we both have an hour to ourselves each day?",
    "closing/small/1": "I buy the onions on Thursday.",
    "closing/small/2": "I mend the lamp in the hall.",
}
"""What they type, by turn."""
LINES = (
    "Half an hour each evening, by turns",
    "Saturday mornings, one of us at a time",
    "Supper is simple on weekdays",
    "A walk together after supper",
    "The phone stays in the hall until eight",
    "Whoever cooks does not wash up",
    "Groceries on Thursday, together",
)
"""What they type elsewhere."""
DRAFTS = {
    "boundary": "If it gets loud, I go next door and read for ten minutes.",
    "promise": "If plans change, I tell you first, on the same day.",
    "agreement": "On Saturdays the first hour is quiet; then we go to the market.",
    "decision": "Above 150 we talk first and sleep on it.",
}
"""What they draft, by kind of clause."""
CIRCLES = {
    "left": Circled(inner=("An hour alone, before lunch",), outer=("Which day", "Where we eat")),
    "right": Circled(inner=("Breakfast together",), outer=("Who cooks", "When it ends")),
}
"""What each cannot give up, and what can bend."""
OTHER: dict[Side, int] = {"left": 0, "right": 1}
"""By how much the two mark lists differently."""


class MadeUp:
    """Two who answer everything."""

    def __init__(self) -> None:
        self._lines: Iterator[str] = iter(LINES * 100)
        self._given: dict[str, str] = {}

    def reply(self, asked: Ask | Choice) -> Reply | Chosen:
        """Return what they answer, or choose: on to the next exercise, until there is none."""
        if isinstance(asked, Ask):
            return self.answer(asked.turn)
        begins = [one.does for one in asked.options if isinstance(one.does, Begin)]
        to_do = any(line.startswith("to do:") for line in asked.lines)
        deeds = [one.does for one in asked.options]
        if begins and to_do:
            return Chosen(begins[0])
        return Chosen(CloseEvening() if CloseEvening() in deeds else Back())

    def answer(self, turn: Shown) -> Reply:
        """Return what they answer to a turn; the same whenever it is asked."""
        match turn:
            case Write() | WriteSealed():
                return Words(text=self._text(turn))
            case CirclesSealed() | CirclesOpen():
                return CIRCLES[turn.holder or "left"]
            case Draft(clause=clause, weeks=weeks):
                return Drafted(text=DRAFTS[clause], weeks=weeks[1] if len(weeks) > 1 else None)
            case WishList():
                return Picked(ticks=(1, 2)[: turn.count])
            case Rate() | Pick() | Rank() | Points():
                return _marked(turn, OTHER[turn.holder or "left"])
            case PickDay(today=today):
                return Day(on=today + timedelta(weeks=1))
            case _:
                return answering(turn)

    def _text(self, turn: Write | WriteSealed) -> str:
        if turn.id not in self._given:
            said = (text for name, text in TYPED.items() if turn.id.startswith(name))
            self._given[turn.id] = next(said, None) or next(self._lines)
        return self._given[turn.id]


def _marked(turn: Rate | Pick | Rank | Points, other: int) -> Reply:
    places = range(1, len(turn.items) + 1)
    match turn:
        case Rate(scales=scales):
            return Rated(
                answers=tuple(
                    tuple(
                        1
                        + (n + n // 3 + (1 + place) * other * (n % 2) - place) % len(scale.options)
                        for place, scale in enumerate(scales)
                    )
                    for n in places
                )
            )
        case Pick(count=count):
            return Picked(ticks=tuple(places)[other : other + min(count, 2)])
        case Rank():
            return Ranked(order=_turned(places, other))
        case Points():
            example = answering(turn)
            return example if isinstance(example, Pointed) else answering(turn)


def _turned(places: Iterable[int], other: int) -> tuple[int, ...]:
    """Return an order in which the first two have changed places, for the other one."""
    first, second, *rest = places
    return (second, first, *rest) if other else (first, second, *rest)
