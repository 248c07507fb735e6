"""What a guide does to an exercise is entries of it: all laws hold with them, too.

Symmetry, equal turns or a turn owed and offered, bounds, resume, idempotent effects; and nothing
that waits sealed is ever in an entry.
"""

from collections import Counter, deque
from collections.abc import Iterator
from dataclasses import replace
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st
from support.couple import Couple, answering, any_of, passing, possible
from support.effort import LONG, examples
from support.evening import A_DAY
from support.exercises import EVERYTHING, by_id, every_exercise, exercise_of, exercises, ways_for
from support.mirror import mirrored
from support.taken_up import at_hand, beginning_of, through_a_file

from workshop.core.agreement.agreement import Agreement
from workshop.core.agreement.effect import ClauseAgreed, ClauseEvent
from workshop.core.agreement.settling import settle
from workshop.core.course.replay import ATTEMPTS, MORE_TIMES, replay
from workshop.core.course.session import Ask, Session, ask, given_time, intervened, record, taken_up
from workshop.core.exercise import Exercise
from workshop.core.people import Pair, Side
from workshop.core.steps.breathe import Breathe
from workshop.core.steps.gather import Gather
from workshop.core.steps.listen import Listen
from workshop.core.steps.speak import Speak as Speaking
from workshop.core.steps.write import Write
from workshop.core.turns import AnyCompound, Check, Compound, Handover, Speak, Unseal
from workshop.core.turns.reply import (
    Checked,
    FinishedAloud,
    Intervention,
    MoreTime,
    RepeatedStep,
    Reply,
    SetAside,
    SkippedStep,
    WentOn,
)
from workshop.errors import Refused

PAIR = Pair(left="ALEX", right="SAM", first="left")


def not_yet(asked: Ask, pair: Pair) -> Reply:
    """Never feel understood."""
    return Checked(answer="not yet") if isinstance(asked.turn, Check) else answering(asked, pair)


EVEN = {"all answer": answering, "all pass": passing, "all not yet": not_yet}


def deeds(session: Session) -> list[Intervention]:
    """Return what a guide may do here, of what changes an exercise."""
    progress = session.progress
    found: list[Intervention] = [RepeatedStep(step=id) for id in progress.repeatable]
    if not progress.leaves_out:
        found += [SkippedStep(), SkippedStep()]
    last = session.entries[-1].reply if session.entries else None
    found.append(WentOn() if isinstance(last, SetAside) else SetAside())
    return found


def most(exercise: Exercise) -> int:
    """Return more turns than an exercise has, however often its steps are done again."""
    return ATTEMPTS * sum(step.at_most * (5 + MORE_TIMES) + 2 for step in exercise.steps) + 60


def walk(
    exercise: Exercise, couple: Couple, chance: Random, often: float = 0.2
) -> Iterator[Session]:
    """Yield how it stands before each ask, with a guide who does something now and then."""
    session = Session(exercise, PAIR, run=1)
    done = 0
    for _number in range(most(exercise)):
        yield session
        asked = ask(session)
        if asked is None:
            return
        if done < 30 and chance.random() < often and (can := deeds(session)):
            session, done = intervened(session, chance.choice(can)), done + 1
        elif asked.more and chance.random() < often:
            session = given_time(session)
        else:
            session = record(session, couple(asked, PAIR), 3, A_DAY)
    raise AssertionError("it never ends")


def walked(exercise: Exercise, couple: Couple, chance: Random, often: float = 0.2) -> Session:
    """Walk through to the end."""
    (over,) = deque(walk(exercise, couple, chance, often), maxlen=1)
    return over


@given(exercise=exercises(), chance=st.randoms(use_true_random=False))
@examples(15)
def test_it_goes_on_as_it_would_from_the_first_entry(exercise: Exercise, chance: Random) -> None:
    for session in walk(exercise, answering, chance):
        assert session.progress == replay(exercise, PAIR, session.given, session.entries)


def had(session: Session) -> dict[Side, Counter[tuple[str, ...] | str]]:
    """Return the turns that each answered, by step, kind and what they are for, and their time."""
    counts: dict[Side, Counter[tuple[str, ...] | str]] = {"left": Counter(), "right": Counter()}
    for turn, entry in zip(session.progress.turns, session.entries, strict=True):
        counts_here = turn.holder and not turn.alone and not isinstance(turn, AnyCompound)
        if not counts_here or isinstance(entry.reply, MoreTime | Intervention):
            continue
        assert turn.holder is not None
        what = tuple(part for part in turn.id.parts[1:] if not part.isdigit())
        counts[turn.holder]["seconds"] += turn.seconds
        if turn.id.last != "extra":  # as much more time as the other had, and no turn more
            counts[turn.holder][turn.id.step, type(turn).__name__, *what] += 1
    return counts


@pytest.mark.parametrize(
    ("exercise", "couple"),
    [(one, way) for one in every_exercise() for way in ways_for(one, list(EVEN), len(EVEN))],
    ids=by_id,
)
def test_both_have_the_same_turns_whatever_a_guide_does(exercise: Exercise, couple: str) -> None:
    for seed in range(4 if LONG else 1):
        counts = had(walked(exercise, EVEN[couple], Random(seed)))

        assert counts["left"] == counts["right"]


def ones(session: Session) -> Counter[Side]:
    """Return how many turns that only one of the two gets each had."""
    answered = zip(session.progress.turns, session.entries, strict=True)
    return Counter(
        turn.holder
        for turn, entry in answered
        if turn.alone and turn.holder and not isinstance(entry.reply, Intervention)
    )


@given(exercise=exercises(), chance=st.randoms(use_true_random=False))
@examples(30)
def test_turns_that_only_one_gets_are_never_more_than_one_apart(
    exercise: Exercise, chance: Random
) -> None:
    counts = ones(walked(exercise, answering, chance))

    assert abs(counts["left"] - counts["right"]) <= 1


@given(exercise=exercises(), chance=st.randoms(use_true_random=False))
@examples(30)
def test_no_step_is_longer_than_it_says_each_time_it_is_done(
    exercise: Exercise, chance: Random
) -> None:
    def by_any(asked: Ask, pair: Pair) -> Reply:
        return any_of(possible(asked, pair), chance)

    session = walked(exercise, by_any, chance)
    answered = {entry.id for entry in session.entries if not isinstance(entry.reply, Intervention)}
    times = Counter(turn.step for turn in answered)
    most = {step.id: step.at_most for step in exercise.steps}
    assert all(count <= most[name.split(".")[0]] for name, count in times.items())
    assert {name.split(".")[-1] for name in times if "." in name} <= {"2", "3"}


@given(
    exercise=exercises(),
    couple=st.sampled_from(list(EVEN.values())),
    chance=st.randoms(use_true_random=False),
)
@examples(30)
def test_so_they_have_in_any_exercise(exercise: Exercise, couple: Couple, chance: Random) -> None:
    counts = had(walked(exercise, couple, chance))

    assert counts["left"] == counts["right"]


@given(exercise=exercises(), chance=st.randoms(use_true_random=False))
@examples(25)
def test_what_is_owed_is_what_the_other_had(exercise: Exercise, chance: Random) -> None:
    session = Session(exercise, PAIR, run=1)
    while (asked := ask(session)) is not None:
        turn = session.progress.turn
        assert turn is not None
        if asked.owed:
            assert turn.holder is not None
            with pytest.raises(Refused):
                intervened(session, SkippedStep())
        if not asked.owed and chance.random() < 0.2:
            session = intervened(session, SkippedStep())
        else:
            session = record(session, any_of(possible(asked, PAIR), chance), 3, A_DAY)


@given(
    exercise=exercises(),
    first=st.sampled_from(["left", "right"]),
    seed=st.integers(0, 1000),
)
@examples(25)
def test_two_who_change_places_see_it_mirrored(exercise: Exercise, first: Side, seed: int) -> None:
    chance = Random(seed)
    pair = PAIR.model_copy(update={"first": first})
    here, there = Session(exercise, pair, run=3), Session(exercise, mirrored(pair), run=3)
    done = 0
    while (asked := ask(here)) is not None:
        assert ask(there) == mirrored(asked)
        if done < 10 and chance.random() < 0.2:
            deed, done = chance.choice(deeds(here)), done + 1
            here, there = intervened(here, deed), intervened(there, deed)
        else:
            reply = any_of(possible(asked, here.pair), chance)
            here, there = (record(each, reply, 3, A_DAY) for each in (here, there))
    assert ask(there) is None
    assert there.entries == mirrored(here.entries)
    assert there.effects == mirrored(here.effects)


@given(exercise=exercises(), seed=st.integers(0, 1000))
@examples(25)
def test_taken_up_before_any_ask_it_asks_the_same(exercise: Exercise, seed: int) -> None:
    chance = Random(seed)
    session = Session(exercise, PAIR, run=1)
    done = 0
    while (asked := ask(session)) is not None:
        later = through_a_file(session)
        again = ask(later)
        assert again is not None
        turn = session.progress.turn
        if isinstance(turn, Compound):
            assert at_hand(again) == beginning_of(turn, session.answers)
        else:
            assert at_hand(again) == at_hand(asked)
        assert (again.step, again.owed, again.more) == (asked.step, asked.owed, asked.more)
        assert later.effects == session.effects
        assert later.progress.repeatable == session.progress.repeatable
        if done < 10 and chance.random() < 0.2:
            session, done = intervened(session, chance.choice(deeds(session))), done + 1
        else:
            session = record(session, any_of(possible(asked, PAIR), chance), 3, A_DAY)
    assert ask(through_a_file(session)) is None


@given(exercise=exercises(), chance=st.randoms(use_true_random=False))
@examples(30)
def test_what_was_said_yes_to_is_settled_once_and_stays(exercise: Exercise, chance: Random) -> None:
    session = Session(exercise, PAIR, run=1)
    agreement = Agreement(partners=("ALEX", "SAM"))
    before: list[str] = []
    done = 0
    while (asked := ask(session)) is not None:
        if done < 10 and chance.random() < 0.2:
            session, done = intervened(session, chance.choice(deeds(session))), done + 1
        else:
            session = record(session, answering(asked, PAIR), 3, A_DAY)
        origins = [effect.origin for effect in session.effects]
        assert origins[: len(before)] == before
        assert len(set(origins)) == len(origins)
        before = origins
        clauses = [one for one in session.effects if isinstance(one, ClauseAgreed | ClauseEvent)]
        agreement = settle(agreement, clauses, A_DAY)
        assert settle(agreement, clauses, A_DAY) == agreement


@pytest.mark.parametrize("deed", [SkippedStep(), FinishedAloud(), SetAside()])
def test_what_is_half_sealed_is_gone_for_both_and_in_no_entry(deed: Intervention) -> None:
    session = Session(EVERYTHING, PAIR, run=1)
    while len(session.pending.held) < 1:
        asked = ask(session)
        assert asked is not None
        session = record(session, answering(asked, PAIR), 0, A_DAY)

    after = intervened(session, deed)

    assert after.pending.held == {}
    assert after.entries[:-1] == session.entries
    assert after.entries[-1].reply == deed
    assert "SEALED" not in repr(after.entries[len(session.entries) :])


def test_what_is_sealed_by_both_is_never_opened_by_a_guide() -> None:
    session = Session(EVERYTHING, PAIR, run=1)
    while (asked := ask(session)) is not None and not isinstance(asked.turn, Unseal):
        session = record(session, answering(asked, PAIR), 0, A_DAY)

    after = intervened(session, SkippedStep())

    assert len(after.entries) == len(session.entries) + 1
    assert "SEALED" not in repr(after.entries)


def floor() -> Exercise:
    return exercise_of(
        [
            Listen(
                id="floor",
                prompt="Say.",
                mirror="Say back.",
                check="Is that it?",
            ),
            Breathe(id="rest", prompt="Breathe.", seconds=10),
        ]
    )


def said(session: Session, *replies: object) -> Session:
    for _reply in replies:
        asked = ask(session)
        assert asked is not None
        session = record(session, answering(asked, PAIR), 0, A_DAY)
    return session


def test_a_turn_that_one_had_is_owed_to_the_other() -> None:
    session = said(Session(floor(), PAIR), 1)  # left spoke

    session = intervened(session, SkippedStep())

    asked = ask(session)
    assert asked is not None
    assert (asked.turn.holder, asked.owed, asked.step) == ("right", True, 1)
    assert isinstance(asked.turn, Speak)
    asked = ask(said(session, 1))
    assert asked is not None
    assert (asked.step, asked.owed) == (2, False)


def test_a_step_that_nobody_had_a_turn_in_is_left_out_for_both() -> None:
    session = intervened(Session(floor(), PAIR), SkippedStep())

    asked = ask(session)
    assert asked is not None
    assert asked.step == 2


def test_a_step_under_way_begins_again_with_turns_of_its_own() -> None:
    session = said(Session(floor(), PAIR), 1, 1, 1, 1, 1, 1)
    assert session.progress.step == 2

    session = intervened(session, RepeatedStep(step="floor"))

    asked = ask(session)
    assert asked is not None
    assert (asked.step, asked.turn.id) == (1, "floor.2/1/say")
    session = said(session, 1, 1, 1, 1, 1, 1)
    asked = ask(session)
    assert asked is not None
    assert asked.turn.id.step == "rest"


def test_a_step_is_done_again_twice_at_most() -> None:
    session = Session(floor(), PAIR)
    for _time in range(2):
        session = intervened(session, RepeatedStep(step="floor"))

    with pytest.raises(Refused):
        intervened(session, RepeatedStep(step="floor"))


def test_what_is_written_again_is_what_later_steps_quote() -> None:
    exercise = exercise_of(
        [
            Write(id="topic", who="each", prompt="Write."),
            Breathe(id="rest", prompt="Breathe.", seconds=10),
            Speaking(id="talk", prompt="Talk.", about="topic"),
        ]
    )
    session = Session(exercise, PAIR)
    while session.progress.step == 1:
        session = said(session, 1)
    session = intervened(session, RepeatedStep(step="topic"))
    while not isinstance(session.progress.turn, Speak):
        session = said(session, 1)

    assert "topic.2" in session.progress.turn.quotations[0].text


def test_done_aloud_the_exercise_is_over_but_for_what_is_owed() -> None:
    session = intervened(said(Session(floor(), PAIR), 1), FinishedAloud())
    asked = ask(session)
    assert asked is not None
    assert asked.turn.holder == "right"

    assert ask(said(session, 1)) is None


def test_more_time_that_one_had_is_owed_as_well() -> None:
    session = record(Session(floor(), PAIR), MoreTime(), 0, A_DAY)
    session = intervened(said(session, 1), SkippedStep())

    turn = session.progress.turn
    assert turn is not None
    assert turn.seconds == session.progress.turns[1].seconds


def test_taken_up_again_after_it_was_put_aside_it_asks_the_same() -> None:
    session = said(Session(EVERYTHING, PAIR), *range(4))
    before = ask(session)

    after = intervened(taken_up(intervened(session, SetAside())), WentOn())

    asked = ask(after)
    assert asked is not None
    assert before is not None
    assert at_hand(asked) == at_hand(before)


def test_a_gathered_list_that_was_left_out_skips_what_needs_it_for_both() -> None:
    exercise = exercise_of([Gather(id="list", prompt="Name some.", rounds=2)])
    session = intervened(Session(exercise, PAIR), SkippedStep())

    assert session.over
    assert replace(session).progress.results["list"].items == ()


def test_where_the_keyboard_is_stays_known() -> None:
    session = Session(EVERYTHING, PAIR)
    while not isinstance((asked := ask(session)) and asked.turn, Handover):
        session = said(session, 1)
    session = said(session, 1)

    assert intervened(session, SetAside()).pending.keyboard == session.pending.keyboard
