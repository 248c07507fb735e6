"""The close of an evening asks for what the evening has not brought yet, and for no more."""

from pathlib import Path

from support.couple import Couple, answering
from support.evening import MadeUp, asks, begin, resume, workshop_of
from support.exercises import exercise_of

from workshop.core.exercise import Exercise
from workshop.core.people import Pair
from workshop.core.reply import Empty, Reply
from workshop.core.session import Ask
from workshop.core.steps.agree import Agree
from workshop.core.steps.speak import Speak
from workshop.core.turn import Draft, Read
from workshop.desk import Desk

PROMISES = exercise_of(
    [Agree(id="own", prompt="What do you promise, {me}?", each=True, clause="promise")]
)
TALK = exercise_of([Speak(id="talk", prompt="Say one thing.")], id="talk")
PROMISED = "Each of you made a promise tonight. Those are your small things this time."


def close(desk: Desk, couple: Couple = answering) -> list[Ask]:
    """Sit through an evening. Returns what its close asked."""
    asked = [one for one in asks(desk, couple) if isinstance(one, Ask)]
    return [one for one in asked if one.turn.id.startswith("closing/")]


def evening(path: Path, exercise: Exercise, couple: Couple = answering) -> list[Ask]:
    """Have an evening with one exercise. Returns what its close asked."""
    return close(begin(path / "us", workshop_of([exercise.id]), MadeUp([exercise])), couple)


def ids(asked: list[Ask]) -> list[str]:
    return [one.turn.id for one in asked]


def only_one_promises(asked: Ask, pair: Pair) -> Reply:
    """Answer everything, but that the second of the two promises nothing."""
    if isinstance(asked.turn, Draft) and asked.turn.holder == pair.second:
        return Empty()
    return answering(asked, pair)


def test_two_promises_are_the_small_things(tmp_path: Path) -> None:
    asked = evening(tmp_path, PROMISES)

    assert not [id for id in ids(asked) if "small" in id]
    (aloud,) = [one.turn for one in asked if one.turn.id == "closing/aloud"]
    assert isinstance(aloud, Read)
    assert PROMISED in aloud.text


def test_one_promise_is_not_the_small_thing_of_both(tmp_path: Path) -> None:
    asked = evening(tmp_path, PROMISES, only_one_promises)

    assert {"closing/small/1", "closing/small/2"} <= set(ids(asked))
    (aloud,) = [one.turn for one in asked if one.turn.id == "closing/aloud"]
    assert isinstance(aloud, Read)
    assert PROMISED not in aloud.text


def test_it_stays_so_when_the_close_is_taken_up_again(tmp_path: Path) -> None:
    library = MadeUp([PROMISES])
    desk = begin(tmp_path / "us", workshop_of([PROMISES.id]), library)
    for one in asks(desk):
        if isinstance(one, Ask) and one.turn.id == "closing/aloud":
            break
    desk.stop()

    assert not [id for id in ids(close(resume(tmp_path / "us", library))) if "small" in id]
