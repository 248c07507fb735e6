"""What is due at an opening: said with whose it is, and asked of nobody else, aloud."""

from support.evening import A_DAY, SHIPPED

from workshop.core.course.scene import Promised
from workshop.core.course.session import Session
from workshop.core.evening.evening import opening
from workshop.core.evening.opening import Known
from workshop.core.people import Pair
from workshop.core.proof.robot import answering, walk
from workshop.core.small_thing import SmallThing
from workshop.core.turns import Speak, Turn

PAIR = Pair(left="ALEX", right="SAM", first="left")
OF_BOTH = Promised(id="c1", kind="agreement", text="Above 150 we talk first.")
BINS = Promised(id="c2", kind="responsibility", text="The bins are mine.", owner="right")
CALLS = Promised(id="c3", kind="promise", text="I call on Sundays.", owner="right")
LOUD = Promised(id="c4", kind="boundary", text="If it is loud, I read next door.", owner="left")


def asked(known: Known) -> dict[str, Turn]:
    """Return the turns of the opening by id."""
    script = opening(SHIPPED.evening_words(), known)
    session = Session(script, PAIR)
    return {turn.turn.id: turn.turn for turn, _reply in walk(session, answering)}


def test_it_is_said_whose_each_is_that_is_due() -> None:
    page = asked(Known(due=(OF_BOTH, BINS)))["opening/due"]

    assert [(one.who, one.text) for one in page.quotations] == [
        (None, OF_BOTH.text),
        ("right", BINS.text),
    ]


def test_only_its_owner_is_asked_aloud_how_it_went() -> None:
    turns = asked(Known(due=(OF_BOTH, BINS, CALLS)))
    (own,) = (turn for turn in turns.values() if isinstance(turn, Speak))

    assert own.holder == "right"
    assert own.prompt.startswith("This is yours, SAM: kept, partly, or not so far?")
    assert [one.text for one in own.quotations] == [BINS.text, CALLS.text]


def test_nobody_is_asked_of_a_boundary_or_of_what_is_both_s() -> None:
    turns = asked(Known(due=(OF_BOTH, LOUD)))

    assert not any(isinstance(turn, Speak) for turn in turns.values())


def test_a_promise_that_was_the_small_thing_is_asked_about_once() -> None:
    thing = SmallThing(side="right", text=CALLS.text, by=A_DAY)
    turns = asked(Known(due=(CALLS,), homework=(thing,)))

    assert [turn.holder for turn in turns.values() if isinstance(turn, Speak)] == ["right"]
