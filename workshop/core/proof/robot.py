"""Walks a course with made-up replies: to show it, and in even-handed ways. See `walked.py`."""

from collections.abc import Callable, Iterator, Mapping
from datetime import date
from typing import TYPE_CHECKING

from workshop.core.course.left_out import passed_over
from workshop.core.course.progress import Script
from workshop.core.course.scene import Given, Promised
from workshop.core.people import Pair
from workshop.core.turns import Check, Consent, Shown, Turn, WishList
from workshop.core.turns.reply import EMPTY, NOT_NOW, Checked, OtherWords, Reply

if TYPE_CHECKING:
    from workshop.core.course.session import Ask, Session

Policy = Callable[[Shown], Reply]
"""How a robot answers a turn."""

NOT_YET = Checked.model_construct(answer="not yet")

SOMEBODY = Pair.model_construct(left="One", right="Two", first="left")
A_DAY = date(2000, 1, 1)
EXAMPLES = (
    Promised.model_construct(
        id="c1", kind="agreement", text="Above 150 we talk first and sleep on it."
    ),
    Promised.model_construct(id="c2", kind="promise", text="I call when I am late.", owner="left"),
    Promised.model_construct(
        id="c3", kind="promise", text="I put the phone away at supper.", owner="right"
    ),
    Promised.model_construct(
        id="c4", kind="agreement", text="Sunday mornings are free of plans.", paused=True
    ),
)
"""Clauses for whoever walks through a review without an agreement."""
NOTHING = Given.model_construct()


def answering(turn: Shown) -> Reply:
    """Answer everything, say yes to everything."""
    return turn.example


def passing(turn: Shown) -> Reply:
    """Pass whatever can be passed."""
    return passed_over(turn)


def not_yet(turn: Shown) -> Reply:
    """Never feel understood, never agree."""
    match turn:
        case Check():
            return NOT_YET
        case Consent():
            return NOT_NOW
        case WishList():
            return EMPTY
        case _:
            return answering(turn)


def rewording(turn: Shown) -> Reply:
    """Offer other words for as long as they are taken."""
    match turn:
        case Consent(rewording=True):
            return OtherWords.model_construct(text=f"{turn.words} Or so, {turn.id}.")
        case _:
            return answering(turn)


EVEN_HANDED: Mapping[str, Policy] = {
    "all answer": answering,
    "all pass": passing,
    'all "not yet"': not_yet,
    'all "other words"': rewording,
}
"""Policies that treat both partners alike."""
OWN: Mapping[Policy, tuple[type[Turn], ...]] = {
    not_yet: (Check, Consent, WishList),
    rewording: (Consent,),
}
"""The kinds of turn that a policy answers in its own way; any other it answers as `answering`."""


def walk(session: "Session", policy: Policy, on: date = A_DAY) -> "Iterator[tuple[Ask, Reply]]":
    """Yield each ask and its reply until the course is over."""
    from workshop.core.course.session import ask, record  # which a proof of equal turns is without

    while (asked := ask(session)) is not None:
        reply = policy(asked.turn)
        yield asked, reply
        session = record(session, reply, 0, on)


def example_of(script: Script) -> Given:
    """Return made-up clauses for a script that looks back at clauses; else nothing."""
    if not any(step.looks_back for step in script.steps):
        return NOTHING
    return Given(today=A_DAY, clauses=EXAMPLES)
