"""How the two in these tests answer: as people would, or everything there is to answer."""

from datetime import timedelta

from support.couple import Couple, answering
from support.evening import chosen

from workshop.cards.choice import Choice, Chosen
from workshop.core.course.session import Ask
from workshop.core.turns import Check, CirclesSealed, Consent, Draft, PickDay, WishList, Write
from workshop.core.turns.reply import (
    Checked,
    Circled,
    Day,
    Done,
    Drafted,
    Empty,
    MoreTime,
    No,
    NotNow,
    OtherWords,
    Picked,
    Reply,
    Words,
    Yes,
)
from workshop.desk.desk import Desk

from .support import Answering


def at_the_table(couple: Couple = answering) -> Answering:
    """Return how `couple` answers where buttons are pressed: no pass, and "no" only to a clause."""

    def reply(asked: Ask | Choice, desk: Desk) -> Reply | Chosen:
        if isinstance(asked, Choice):
            return chosen(asked)
        given, turn = couple(asked, desk.pair), asked.turn
        if isinstance(turn, Consent):
            no = isinstance(given, No) and turn.to != "clause"
            return NotNow() if no or isinstance(given, Empty) else given
        return given

    return reply


SAID = {
    "topic/1": "The bus was late, and supper cold",
    "topic/2": "The plan for Sunday changed twice",
    "issue": "How do we share Saturday mornings?",
    "overlap": "Market first, an hour apart after",
    "closing/small/1": "Buy the onions",
    "closing/small/2": "Fix the lamp",
}
"""What they type openly, by turn."""
CIRCLES = {
    1: Circled(inner=("An hour alone",), outer=("Which day", "Where we eat")),
    2: Circled(inner=("Breakfast together",), outer=("Who cooks", "When it ends")),
}
"""What each writes sealed."""
BOUNDARY = "If it is loud, I will read next door."
CLAUSE = "On Saturdays the first hour is quiet."
OTHER = "On Saturdays the first hour is quiet for both."


def people(asked: Ask | Choice, desk: Desk) -> Reply | Chosen:
    """Answer as two people might: one boundary written down, one clause with other words."""
    if isinstance(asked, Choice):
        return chosen(asked)
    turn = asked.turn
    place = 1 if turn.id.endswith("/1") else 2
    match turn:
        case Write(id=id):
            return Words(text=next(text for name, text in SAID.items() if id.startswith(name)))
        case CirclesSealed():
            return CIRCLES[place]
        case Draft(clause="boundary"):
            return Drafted(text=BOUNDARY) if turn.id == "own/1/draft" else Empty()
        case Draft():
            return Drafted(text=CLAUSE, weeks=2)
        case Consent(words=words) if words == CLAUSE and place == 1:
            return OtherWords(text=OTHER)
        case Consent():
            return Yes()
        case WishList():
            return Picked(ticks=(1, 2))
        case Check(id=id):
            return Checked(answer="nearly" if id == "light/1/check/1" else "yes")
        case PickDay(today=today):
            return Day(on=today + timedelta(weeks=1))
        case _ if asked.more and turn.id == "floor/1/say":
            return MoreTime()
        case _:
            return Done()
