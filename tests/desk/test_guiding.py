"""What a guide does at the Desk: told in one line, and the same after a kill."""

from pathlib import Path
from random import Random

import pytest
from support.couple import Couple, answering, any_of, passing, possible
from support.effort import LONG
from support.evening import (
    SHIPPED,
    MadeUp,
    StillClock,
    answer,
    asks,
    begin,
    drop,
    files,
    resume,
    sit_through,
    workshop_of,
)
from support.exercises import EVERYTHING

from workshop.cards.choice import Choice, Chosen, Farewell
from workshop.cards.deeds import AnswerBy, Begin, ChangeAnswers, TakeUp
from workshop.cards.panel import (
    DoneForThem,
    EndKindly,
    GoOnWith,
    GuideDeed,
    Offered,
    SkipStep,
    StepAgain,
    TakeInstead,
    TimeForBoth,
)
from workshop.core.course.session import Ask
from workshop.core.people import BySide
from workshop.core.turns import Breathe, Handover, PickDay, Read, Speak, Write
from workshop.desk.desk import Desk
from workshop.errors import Refused
from workshop.store.workshop import Workshop

pytestmark = pytest.mark.every(5)

PATH = ("active-listening", "time-out-plan")


WHOLE: list[tuple[GuideDeed, ...]] = [
    (TakeInstead("time-out-plan"),),
    (TakeInstead("time-out-plan"), GoOnWith(1)),
    (DoneForThem(),),
    (EndKindly(),),
]
"""What is done to a whole exercise, or to the session."""


def guided(*path: str) -> Workshop:
    return workshop_of(path).model_copy(update={"guided": True})


def session(folder: Path, *path: str, clock: StillClock | None = None) -> Desk:
    """Return a session whose first exercise is under way."""
    desk = begin(folder, guided(*(path or PATH)), clock=clock)
    while not desk.panel().exercise:
        answer(desk, answering)
    return desk


def until(desk: Desk, kind: type) -> None:
    """Answer until a turn of a kind is asked."""
    for asked in asks(desk, answering):
        if isinstance(asked, Ask) and isinstance(asked.turn, kind):
            return
    raise AssertionError("there is none")


def possible_now(desk: Desk) -> list[Offered]:
    return [one for one in desk.panel().offered if not one.why_not]


def offered(desk: Desk, kind: type) -> list[Offered]:
    return [one for one in possible_now(desk) if isinstance(one.does, kind)]


def killed(desk: Desk, folder: Path, clock: StillClock, library: object = SHIPPED) -> Desk:
    """Return a new Desk on the same folder, taken up again."""
    drop(desk)
    again = resume(folder, library=library, clock=clock)
    asked = again.ask()
    if isinstance(asked, Choice) and asked.option(TakeUp()):
        again.reply(Chosen(TakeUp()))
    return again


def at_hand(asked: object) -> object:
    """Return what is asked, whoever has the keyboard; of what is sealed only which it is."""
    if not isinstance(asked, Ask):
        return asked
    turn = asked.turn.to if isinstance(asked.turn, Handover) else asked.turn
    return turn.id.authored if turn.privacy == "sealed" else (turn, asked.step, asked.owed)


@pytest.mark.parametrize("seed", range(5 if LONG else 2))
def test_after_anything_a_guide_does_a_kill_changes_neither_ask_nor_panel(
    tmp_path: Path, seed: int
) -> None:
    chance, clock = Random(seed), StillClock()
    desk = session(tmp_path / "a", clock=clock)
    done = 0
    for _number in range(600):
        asked = desk.ask()
        if isinstance(asked, Farewell):
            break
        clock.now += chance.randrange(40)
        can = [one for one in possible_now(desk) if not isinstance(one.does, EndKindly)]
        if isinstance(asked, Ask) and can and done < 25 and chance.random() < 0.3:
            desk.guide(chance.choice(can).does)
            done += 1
            assert desk.told
            assert "ALEX" not in desk.told
            assert "SAM" not in desk.told
            before = at_hand(desk.ask()), desk.panel()
            desk = killed(desk, tmp_path / "a", clock)
            assert (at_hand(desk.ask()), desk.panel()) == before
        elif isinstance(asked, Ask):
            desk.reply(any_of(possible(asked, desk.pair), chance))
        else:
            answer(desk, answering)
    assert done
    sit_through(desk, passing)


def test_what_was_told_is_gone_once_something_else_is_answered(tmp_path: Path) -> None:
    desk = session(tmp_path / "a")
    desk.guide(SkipStep())
    assert desk.told == "This step is skipped, for both."

    while isinstance((asked := desk.ask()), Ask) and isinstance(asked.turn, Handover):
        answer(desk, answering)
        assert desk.told
    answer(desk, answering)

    assert desk.told == ""


@pytest.mark.parametrize("deed", [SkipStep(), StepAgain("how-it-goes")])
def test_what_was_told_is_told_again_after_a_stop(
    tmp_path: Path, deed: SkipStep | StepAgain
) -> None:
    clock = StillClock()
    desk = session(tmp_path / "a", clock=clock)
    until(desk, Speak)
    answer(desk, answering)
    desk.guide(deed)
    before = desk.told
    assert "A turn that is owed" in before or isinstance(deed, StepAgain)

    desk = killed(desk, tmp_path / "a", clock)

    assert desk.told == before
    while isinstance((asked := desk.ask()), Ask) and isinstance(asked.turn, Handover):
        answer(desk, answering)
    answer(desk, answering)
    assert desk.told == ""


@pytest.mark.parametrize("deeds", WHOLE, ids=lambda deeds: type(deeds[-1]).__name__)
def test_what_was_told_of_an_exercise_or_the_end_is_told_again_after_a_stop(
    tmp_path: Path, deeds: tuple[GuideDeed, ...]
) -> None:
    clock = StillClock()
    desk = session(tmp_path / "a", clock=clock)
    until(desk, Speak)
    answer(desk, answering)
    for deed in deeds:
        desk.guide(deed)
    before = desk.told

    desk = killed(desk, tmp_path / "a", clock)

    assert before
    assert desk.told == before


def test_of_one_begun_by_themselves_nothing_is_told_after_a_stop(tmp_path: Path) -> None:
    clock = StillClock()
    desk = session(tmp_path / "a", clock=clock)

    desk = killed(desk, tmp_path / "a", clock)

    assert desk.told == ""


def test_an_owed_turn_is_said_to_be_one_and_no_guide_skips_it(tmp_path: Path) -> None:
    desk = session(tmp_path / "a")
    until(desk, Speak)
    answer(desk, answering)

    desk.guide(SkipStep())

    asked = desk.ask()
    assert isinstance(asked, Ask)
    assert asked.owed
    assert any("left out" in note for note in desk.card(asked).notes)
    assert "owed" in desk.told
    with pytest.raises(Refused):
        desk.guide(SkipStep())


def test_what_is_half_sealed_is_gone_for_both_and_that_is_said(tmp_path: Path) -> None:
    library = MadeUp([EVERYTHING])
    desk = begin(tmp_path / "a", guided(EVERYTHING.id), library=library)
    for asked in asks(desk, answering):
        if isinstance(asked, Ask) and isinstance(asked.turn, Handover) and asked.turn.id.parts[-2:]:
            held = desk._evening.current.pending.held
            if held:
                break

    desk.guide(SkipStep())

    assert "gone, for both" in desk.told
    assert all(b"SEALED" not in data for data in files(tmp_path / "a").values())


def test_put_aside_with_its_notes_and_back_it_asks_the_same(tmp_path: Path) -> None:
    desk = session(tmp_path / "a")
    until(desk, Speak)
    before = at_hand(desk.ask())
    notes = files(tmp_path / "a")["notes/1.toml"]

    desk.guide(TakeInstead("time-out-plan"))

    assert desk.title == SHIPPED.exercise("time-out-plan").title
    assert files(tmp_path / "a")["notes/1.toml"].startswith(notes[:200])
    (back,) = offered(desk, GoOnWith)
    assert back.what == SHIPPED.exercise("active-listening").title
    desk.guide(back.does)
    assert at_hand(desk.ask()) == before
    (back,) = offered(desk, GoOnWith)
    assert back.what == SHIPPED.exercise("time-out-plan").title


def test_one_put_aside_is_gone_on_with_where_the_map_begins_it(tmp_path: Path) -> None:
    desk = session(tmp_path / "a")
    until(desk, Speak)
    before = at_hand(desk.ask())
    desk.guide(TakeInstead("time-out-plan"))
    desk.guide(DoneForThem())
    assert isinstance(desk.ask(), Choice)

    desk.reply(Chosen(Begin("active-listening")))

    assert at_hand(desk.ask()) == before


def test_one_put_aside_keeps_a_session_from_closing_by_itself(tmp_path: Path) -> None:
    desk = session(tmp_path / "a", "active-listening")
    desk.guide(TakeInstead("time-out-plan"))
    desk.guide(DoneForThem())

    asked = desk.ask()
    assert isinstance(asked, Choice)
    title = SHIPPED.exercise("active-listening").title
    assert f"Put aside with its notes, it goes on where it was: {title}" in asked.lines


def test_done_for_them_counts_as_done(tmp_path: Path) -> None:
    desk = session(tmp_path / "a")

    desk.guide(DoneForThem())

    asked = desk.ask()
    assert isinstance(asked, Choice)
    assert any(line.startswith("done:") for line in asked.lines)


def test_more_time_is_for_both(tmp_path: Path) -> None:
    desk = session(tmp_path / "a")
    until(desk, Speak)
    asked = desk.ask()
    assert isinstance(asked, Ask)

    desk.guide(TimeForBoth())
    desk.guide(TimeForBoth())

    more = desk.ask()
    assert isinstance(more, Ask)
    assert more.turn.seconds == asked.turn.seconds + 120
    with pytest.raises(Refused):
        desk.guide(TimeForBoth())


def test_there_is_more_time_for_what_both_do_at_once(tmp_path: Path) -> None:
    desk = session(tmp_path / "a", "time-out-plan")
    until(desk, Breathe)
    asked = desk.ask()
    assert isinstance(asked, Ask)

    desk.guide(TimeForBoth())

    more = desk.ask()
    assert isinstance(more, Ask)
    assert more.turn.seconds == asked.turn.seconds + 60


def test_a_step_that_is_done_is_named_by_what_was_asked(tmp_path: Path) -> None:
    desk = session(tmp_path / "a")
    until(desk, Speak)

    again = offered(desk, StepAgain)

    assert len(again) > 1
    assert all(one.what.startswith("Step ") and ": " in one.what for one in again)
    desk.guide(again[0].does)
    assert desk.panel().step.what.startswith("Step 1 ")


def test_a_kind_end_asks_for_the_date_and_the_notes_and_nothing_sweet(tmp_path: Path) -> None:
    desk = session(tmp_path / "a")
    for asked in asks(desk, answering):  # there are notes of it
        if isinstance(asked, Choice):
            break
    desk.guide(EndKindly())

    kinds = []
    last = None
    for asked in asks(desk, answering):
        if isinstance(asked, Ask) and not isinstance(asked.turn, Handover):
            kinds.append(asked.turn.id.parts[1])
            last = asked.turn
    assert list(dict.fromkeys(kinds)) == ["next", "notes", "thanks"]
    assert isinstance(last, Read)
    assert "help-lines" in last.text
    assert "Thank" not in last.text


def test_a_kind_end_reads_aloud_what_is_new(tmp_path: Path) -> None:
    desk = session(tmp_path / "a", "time-out-plan", "active-listening")
    for asked in asks(desk, answering):
        if isinstance(asked, Choice):
            break
    desk.guide(EndKindly())

    asked = desk.ask()
    assert isinstance(asked, Ask)
    assert isinstance(asked.turn, Read)
    assert asked.turn.quotations
    assert asked.turn.code
    answer(desk, answering)
    asked = desk.ask()
    assert isinstance(asked, Ask)
    assert isinstance(asked.turn, PickDay)


def test_a_kind_end_is_the_same_after_a_kill(tmp_path: Path) -> None:
    clock = StillClock()
    desk = session(tmp_path / "a", clock=clock)
    until(desk, Speak)
    desk.guide(EndKindly())
    before = desk.ask(), desk.panel()

    desk = killed(desk, tmp_path / "a", clock)

    assert (desk.ask(), desk.panel()) == before
    assert not possible_now(desk)


def test_before_a_session_is_open_nothing_can_be_done_and_it_says_why(tmp_path: Path) -> None:
    desk = begin(tmp_path / "a", guided(*PATH))

    assert not possible_now(desk)
    assert {one.why_not for one in desk.panel().offered} == {"The session is only being opened."}
    with pytest.raises(Refused, match="opened"):
        desk.guide(EndKindly())


def test_where_nobody_guides_them_nothing_is_done(tmp_path: Path) -> None:
    desk = begin(tmp_path / "a", workshop_of(PATH))
    for _asked in asks(desk, answering):
        with pytest.raises(Refused):
            desk.guide(SkipStep())


def test_what_lies_over_the_turn_makes_way(tmp_path: Path) -> None:
    desk = session(tmp_path / "a")
    desk.pause()
    assert isinstance(desk.ask(), Choice)

    desk.guide(SkipStep())

    assert isinstance(desk.ask(), Ask)


def ways(desk: Desk) -> list[str]:
    """Return how each may answer from now on, as a pause offers it."""
    desk.pause()
    desk.reply(Chosen(ChangeAnswers()))
    asked = desk.ask()
    assert isinstance(asked, Choice)
    return [option.does.answers for option in asked.options if isinstance(option.does, AnswerBy)]


def test_only_where_somebody_guides_them_that_one_may_type(tmp_path: Path) -> None:
    alone = begin(tmp_path / "b", workshop_of(PATH))
    answer(alone, answering)

    assert ways(session(tmp_path / "a")).count("guide types") == 2
    assert "guide types" not in ways(alone)


def test_what_a_guide_types_is_said_to_be_typed_by_them(tmp_path: Path) -> None:
    answers = BySide("guide types", "guide types")
    workshop = workshop_of(PATH, answers=answers).model_copy(update={"guided": True})
    desk = begin(tmp_path / "a", workshop)
    for asked in asks(desk, answering):
        if isinstance(asked, Ask) and isinstance(asked.turn, Write):
            break

    assert desk.card(asked).does.left == "ALEX says it, and the guide types"
    assert desk.card(asked).does.right == "SAM listens"


@pytest.mark.parametrize(("couple", "keeps"), [(answering, True), (passing, False)])
def test_after_a_kind_end_notes_are_kept_only_if_both_say_so(
    tmp_path: Path, couple: Couple, keeps: bool
) -> None:
    desk = session(tmp_path / "a")
    for asked in asks(desk, answering):
        if isinstance(asked, Choice):
            break

    desk.guide(EndKindly())
    sit_through(desk, couple)

    left = files(tmp_path / "a")
    assert ("kept/1.toml" in left) is keeps
    assert "notes/1.toml" not in left
    assert "notes/evening.toml" not in left


def test_more_time_where_none_can_be_given_says_where_it_can(tmp_path: Path) -> None:
    desk = session(tmp_path / "a")
    until(desk, Speak)
    answer(desk, answering)
    asked = desk.ask()
    assert isinstance(asked, Ask)
    assert asked.turn.seconds

    (more,) = [one for one in desk.panel().offered if isinstance(one.does, TimeForBoth)]

    assert "Time is added where one tells something" in more.why_not
