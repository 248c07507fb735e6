"""A review of as many clauses as there may be is as long as it says, and no longer."""

from support.couple import answering
from support.evening import A_DAY
from support.exercises import exercise_of

from workshop.core.course.scene import Given, Promised
from workshop.core.course.session import Ask, Session, ask, record
from workshop.core.people import Pair
from workshop.core.steps.review import MOST, Review
from workshop.core.turns import Consent, WishList
from workshop.core.turns.reply import NOT_NOW, YES, MoreTime, OtherWords, Picked, Reply

PAIR = Pair(left="ALEX", right="SAM", first="left")
REVIEW = Review(
    id="review",
    page="This is your page.",
    talk="How did your part go, {me}?",
    answer="Say what you heard.",
    prompt="What are you not sure of?",
    decide="What becomes of it?",
    day="When do you look again?",
)
GIVEN = Given(
    today=A_DAY,
    clauses=tuple(
        Promised(id=f"c{number}", kind="agreement", text=f"Clause {number}.")
        for number in range(1, MOST + 10)
    ),
)


def taking_long(asked: Ask) -> Reply:
    """Doubt everything, ask for all the time there is, and come to four wordings of each clause.

    One of them offers other words, then both do, and nobody says yes to any of these.
    """
    match asked.turn:
        case WishList(items=items):
            return Picked(ticks=tuple(range(1, len(items) + 1)))
        case Consent(to="standing", holder="right"):
            return YES
        case Consent(rewording=True, id=id):
            return OtherWords(text=f"Other words of {id}.")
        case Consent(to="clause"):
            return NOT_NOW
        case _:
            return MoreTime() if asked.more else answering(asked, PAIR)


def test_however_long_they_take_it_ends_where_it_says() -> None:
    session = Session(exercise_of([REVIEW]), PAIR, GIVEN, run=1)
    for _reply in range(8 * REVIEW.at_most):
        if (asked := ask(session)) is None:
            break
        session = record(session, taking_long(asked), 0, A_DAY)

    turns = {entry.turn for entry in session.entries}
    assert session.over
    assert REVIEW.at_most - 1 <= len(turns) <= REVIEW.at_most
