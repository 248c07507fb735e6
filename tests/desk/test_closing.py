"""The close of an evening asks for what the evening has not brought yet, and for no more."""

from datetime import timedelta
from pathlib import Path

from support.couple import Couple, answering
from support.evening import A_DAY, MadeUp, StillClock, asks, begin, resume, workshop_of
from support.exercises import exercise_of

from workshop.core.agreement import Agreement
from workshop.core.exercise import Exercise
from workshop.core.people import Pair
from workshop.core.reply import Empty, Reply
from workshop.core.session import Ask
from workshop.core.steps.agree import Agree
from workshop.core.steps.speak import Speak
from workshop.core.turn import Draft, Read
from workshop.core.verify import code
from workshop.desk import Desk
from workshop.desk.cards import card

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


def resumed_agreement(desk: Desk) -> Agreement:
    """Return the agreement as it is on disk."""
    agreement = desk._shelf.folder.agreement()
    assert agreement is not None
    return agreement


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


def test_what_is_new_and_its_code_are_one_page(tmp_path: Path) -> None:
    desk = begin(tmp_path / "us", workshop_of([PROMISES.id]), MadeUp([PROMISES]))
    for one in asks(desk):
        if isinstance(one, Ask) and one.turn.id == "closing/aloud":
            shown = card(one, desk)
            break

    *promises, last = shown.said
    assert len(promises) == 2
    assert (last.label, last.text) == ("Agreement code", code(resumed_agreement(desk)))
    assert shown.notes == (desk.words.closing.copy_,)


def test_where_something_ended_the_code_has_a_page_of_its_own(tmp_path: Path) -> None:
    desk = begin(tmp_path / "us", workshop_of(["made-up", "talk"]), MadeUp([PROMISES, TALK]))
    close(desk)
    desk.stop()
    later = StillClock(day=A_DAY + timedelta(weeks=1))
    again = resume(tmp_path / "us", MadeUp([PROMISES, TALK]), later)
    clause = resumed_agreement(again).clauses[0].id
    again._shelf.record.alone("ended", clause, later.today())

    assert "closing/copy" in ids(close(again))


def test_where_nothing_changed_no_code_is_shown_again(tmp_path: Path) -> None:
    library = MadeUp([PROMISES, TALK])
    close(begin(tmp_path / "us", workshop_of(["made-up", "talk"]), library))
    later = StillClock(day=A_DAY + timedelta(weeks=1))

    asked = ids(close(resume(tmp_path / "us", library, later)))

    assert "closing/next" in asked
    assert not {"closing/copy", "closing/aloud"} & set(asked)
