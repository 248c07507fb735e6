"""The close of an evening asks for what the evening has not brought yet, and for no more."""

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from support.choosing import moment
from support.couple import Couple, answering
from support.evening import (
    A_DAY,
    ANSWERS,
    MadeUp,
    StillClock,
    answer,
    asks,
    begin,
    documents,
    drop,
    files,
    how,
    resume,
    sit_through,
    workshop_of,
)
from support.exercises import exercise_of

from workshop.cards.card import Card
from workshop.cards.choice import Choice, Chosen
from workshop.cards.deeds import Begin, CloseEvening, Stop, TakeAnother
from workshop.core.agreement.agreement import Agreement
from workshop.core.agreement.verify import code
from workshop.core.course.session import TYPING, Ask, Session
from workshop.core.exercise import Exercise
from workshop.core.people import SIDES, Answers, BySide, Pair, other
from workshop.core.steps.agree import Agree
from workshop.core.steps.breathe import Breathe
from workshop.core.steps.rate import Rate, Scale
from workshop.core.steps.speak import Speak
from workshop.core.steps.write import Write
from workshop.core.turns import Consent, Draft, Handover, PickDay, Read, Reveal, Shown, WishList
from workshop.core.turns import Speak as SpeakTurn
from workshop.core.turns.reply import Day, Done, Empty, NotNow, Picked, Reply
from workshop.desk.desk import Desk
from workshop.store.documents import Kept
from workshop.store.folder import Folder

pytestmark = pytest.mark.every(5)

PROMISES = exercise_of(
    [Agree(id="own", prompt="What do you promise, {me}?", each=True, clause="promise")]
)
TALK = exercise_of([Speak(id="talk", prompt="Say one thing.")], id="talk")
WRITTEN = Write(id="topic", who="each", privacy="open", prompt="One thing, {me}.")
BOTH = exercise_of([WRITTEN, *TALK.steps], id="both")
"""What is written and what is said in it both leave something to decide about."""
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
    agreement = desk._workshop.folder.agreement()
    assert agreement is not None
    return agreement


def ids(asked: list[Ask]) -> list[str]:
    return [one.turn.id for one in asked]


def only_one_promises(asked: Ask, pair: Pair) -> Reply:
    """Answer everything, but that the second of the two promises nothing."""
    if isinstance(asked.turn, Draft) and asked.turn.holder == pair.second:
        return Empty()
    return answering(asked, pair)


def test_the_day_of_an_evening_that_was_closed_is_noted(tmp_path: Path) -> None:
    evening(tmp_path, TALK)

    assert Folder(tmp_path / "us").workshop().last_evening == A_DAY


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
            shown = desk.card(one)
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
    again._workshop.agreement.alone("ended", clause, later.today())

    assert "closing/copy" in ids(close(again))


def test_where_nothing_changed_no_code_is_shown_again(tmp_path: Path) -> None:
    library = MadeUp([PROMISES, TALK])
    close(begin(tmp_path / "us", workshop_of(["made-up", "talk"]), library))
    later = StillClock(day=A_DAY + timedelta(weeks=1))

    asked = ids(close(resume(tmp_path / "us", library, later)))

    assert "closing/next" in asked
    assert not {"closing/copy", "closing/aloud"} & set(asked)


# -- the notes, and how the speaking time went -----------------------------------------------------

NONE, NOTES, TIMES, ALL = (Picked(ticks=ticks) for ticks in ((), (1,), (2,), (1, 2)))
TICKS: dict[str, tuple[Reply, Reply]] = {
    "both all": (ALL, ALL),
    "one all, one the notes": (ALL, NOTES),
    "both the notes": (NOTES, NOTES),
    "one all, one the times": (ALL, TIMES),
    "both the times": (TIMES, TIMES),
    "each another": (NOTES, TIMES),
    "one all, one none": (ALL, NONE),
    "one all, one passes": (ALL, Empty()),
    "both none": (NONE, NONE),
    "both pass": (Empty(), Empty()),
}
"""What the one ticks, and the other."""
KEPT = "The notes will be kept"
DELETED = "The notes are deleted"
NOT_SHOWN = "The speaking time is not shown."


def talking(couple: Couple, clock: StillClock) -> Couple:
    """Return `couple` as it is, but that it takes a while over what is said."""

    def reply(asked: Ask, pair: Pair) -> Reply:
        if isinstance(asked.turn, SpeakTurn):
            clock.now += 21
        return couple(asked, pair)

    return reply


def ticking(first: Reply, second: Reply) -> Couple:
    """Return a couple of which the first ticks `first` at the close, and the second `second`."""

    def reply(asked: Ask, pair: Pair) -> Reply:
        if isinstance(asked.turn, WishList):
            return first if asked.turn.holder == pair.first else second
        return answering(asked, pair)

    return reply


def wishing(
    path: Path,
    first: Reply = ALL,
    second: Reply = ALL,
    exercise: Exercise = BOTH,
    answers: BySide[Answers] = TYPING,
) -> Iterator[tuple[Desk, Ask]]:
    """Have an evening in which both write and talk. Yields what its close asks, before it is."""
    clock = StillClock()
    workshop = workshop_of([exercise.id], answers=answers)
    desk = begin(path / "us", workshop, MadeUp([exercise]), clock)
    for asked in asks(desk, talking(ticking(first, second), clock)):
        if isinstance(asked, Ask) and asked.turn.id.startswith("closing/"):
            yield desk, asked


def closed(desk: Desk) -> Session:
    """Return the close that is under way."""
    session = desk._evening.closing
    assert session is not None
    return session


def result_of(path: Path, first: Reply, second: Reply) -> Card:
    """Return the page that says what comes of what the two ticked, at the end of their evening."""
    (shown,) = [
        desk.card(asked)
        for desk, asked in wishing(path, first, second)
        if asked.turn.id == "closing/wishes/result"
    ]
    return shown


def at_hand(asked: Ask) -> Shown:
    """Return what is asked once the keyboard is where it belongs."""
    return asked.turn.to if isinstance(asked.turn, Handover) else asked.turn


def test_the_notes_and_the_times_are_one_list_for_each_and_one_page_for_both(
    tmp_path: Path,
) -> None:
    asked = [one.turn.id for _desk, one in wishing(tmp_path)]

    assert asked[asked.index("closing/next") + 1 :] == [
        "closing/wishes/2/handover",  # who typed last has the keyboard
        "closing/wishes/2",
        "closing/wishes/1/handover",
        "closing/wishes/1",
        "closing/wishes/result",
        "closing/thanks",
    ]


def test_the_list_is_sealed_and_nothing_of_it_is_chosen_for_anybody(tmp_path: Path) -> None:
    for desk, asked in wishing(tmp_path):
        if isinstance(asked.turn, WishList):
            shown = desk.card(asked)
            assert asked.turn.privacy == "sealed"
            assert shown.prompt == desk.words.closing.wishes
            assert shown.notes == (
                "Both answer first. Only the result shows; between two it can be guessed.",
            )
            assert [answer.reply for answer in shown.answers] == [None, Empty()]


@pytest.mark.parametrize(
    ("ticked", "keeps", "shows"),
    [
        ("both all", True, True),
        ("one all, one the notes", True, False),
        ("both the notes", True, False),
        ("one all, one the times", False, True),
        ("both the times", False, True),
        ("each another", False, False),
        ("one all, one none", False, False),
        ("one all, one passes", False, False),
        ("both none", False, False),
        ("both pass", False, False),
    ],
)
@pytest.mark.parametrize("turned", [False, True])
def test_what_both_ticked_happens_and_nothing_else(
    tmp_path: Path, ticked: str, keeps: bool, shows: bool, turned: bool
) -> None:
    first, second = TICKS[ticked][::-1] if turned else TICKS[ticked]

    shown = result_of(tmp_path, first, second)

    assert (KEPT in shown.prompt) == keeps
    assert (DELETED in shown.prompt) == (not keeps)
    assert ("us/kept/1.toml" in files(tmp_path)) == keeps
    assert [(time.left, time.right) for time in shown.times] == ([(21, 21)] if shows else [])
    assert (NOT_SHOWN in shown.prompt) == (not shows)


@pytest.mark.parametrize(
    "alike",
    [
        ["one all, one the notes", "both the notes"],
        ["one all, one the times", "both the times"],
        ["each another", "one all, one none", "one all, one passes", "both none", "both pass"],
    ],
    ids=["the notes", "the times", "neither"],
)
def test_nobody_can_tell_who_ticked_what(tmp_path: Path, alike: list[str]) -> None:
    ways = [pair for name in alike for pair in (TICKS[name], TICKS[name][::-1])]
    seen = []
    for number, (first, second) in enumerate(ways):
        path = tmp_path / str(number)
        after = [
            (asked, desk.card(asked), closed(desk), files(path, copies=True))
            for desk, asked in wishing(path, first, second)
            if asked.turn.id in ("closing/wishes/result", "closing/thanks")
        ]
        seen.append((after, files(path, copies=True)))

    assert len(seen[0][0]) == 2
    assert all(one == seen[0] for one in seen)


@pytest.mark.parametrize("second", [NONE, NOTES, TIMES, ALL, Empty()])
def test_what_one_ticked_waits_in_memory_alone(tmp_path: Path, second: Reply) -> None:
    before: dict[str, bytes] = {}
    for desk, asked in wishing(tmp_path, second=second):
        session = closed(desk)
        if asked.turn.id == "closing/wishes/2":
            before = files(tmp_path, copies=True)
        elif at_hand(asked).id == "closing/wishes/1":
            assert session.pending.held == {"right": second}
            assert files(tmp_path, copies=True) == before
            assert "Picked" not in f"{asked!r}{desk.card(asked)!r}{session.entries!r}"
        else:
            assert not session.pending.held


@pytest.mark.parametrize(
    ("exercise", "id"),
    [(exercise_of([WRITTEN]), "closing/notes"), (TALK, "closing/times")],
    ids=["the notes", "the times"],
)
def test_where_there_is_one_thing_to_ask_it_is_a_plain_yes_or_not_now(
    tmp_path: Path, exercise: Exercise, id: str
) -> None:
    asked = [one.turn for _desk, one in wishing(tmp_path, exercise=exercise)]

    consents = [one.id for one in asked if isinstance(one, Consent)]
    assert sorted(consents) == [f"{id}/1", f"{id}/2"]
    assert not [one for one in asked if isinstance(one, WishList)]


def test_where_there_is_nothing_to_ask_neither_is_asked(tmp_path: Path) -> None:
    quiet = exercise_of([Breathe(id="breathe", prompt="Breathe.")])

    asked = [at_hand(one) for _desk, one in wishing(tmp_path, exercise=quiet)]

    assert asked
    assert not [one for one in asked if isinstance(one, Consent | WishList)]


@pytest.mark.parametrize("id", ["closing/wishes/1/handover", "closing/wishes/1"])
def test_who_stops_between_the_two_finds_both_asked_again(tmp_path: Path, id: str) -> None:
    desk, _asked = next(one for one in wishing(tmp_path) if one[1].turn.id == id)
    drop(desk)

    desk = resume(tmp_path / "us", MadeUp([BOTH]))

    again = desk.ask()
    assert isinstance(again, Ask)
    assert at_hand(again).id == "closing/wishes/1"
    assert again.again
    assert not closed(desk).pending.held
    asked = [one for one in asks(desk, ticking(NOTES, ALL)) if isinstance(one, Ask)]
    assert ids(asked)[1:5] == [
        "closing/wishes/1",
        "closing/wishes/2/handover",
        "closing/wishes/2",
        "closing/wishes/result",
    ]
    assert "us/kept/1.toml" in files(tmp_path)


@pytest.mark.parametrize("id", ["closing/wishes/result", "closing/thanks"])
def test_who_stops_after_both_finds_what_came_of_it(tmp_path: Path, id: str) -> None:
    desk, before = next(one for one in wishing(tmp_path, ALL, TIMES) if one[1].turn.id == id)
    drop(desk)

    desk = resume(tmp_path / "us", MadeUp([BOTH]))

    again = desk.ask()
    assert isinstance(again, Ask)
    assert again.turn == before.turn
    close(desk)
    assert "us/kept/1.toml" not in files(tmp_path)


def test_who_takes_an_own_list_back_starts_with_an_empty_one(tmp_path: Path) -> None:
    desk, asked = next(
        one for one in wishing(tmp_path) if one[1].turn.id == "closing/wishes/1/handover"
    )
    assert asked.can_reopen

    desk.reopen()

    assert not closed(desk).pending.held
    desk.reply(Done())
    answer(desk, ticking(ALL, NONE))
    assert closed(desk).pending.held == {"right": NONE}


@pytest.mark.parametrize("answers", ANSWERS, ids=how)
def test_who_types_for_the_other_ticks_their_own_first_and_it_is_never_on_paper(
    tmp_path: Path, answers: BySide[Answers]
) -> None:
    turns = [
        (desk, asked)
        for desk, asked in wishing(tmp_path, answers=answers)
        if asked.turn.id.startswith("closing/wishes/")
    ]

    lists = [asked for _desk, asked in turns if isinstance(asked.turn, WishList)]
    says_it = [side for side in SIDES if answers[side] == "say"]
    if len(says_it) == 1:
        assert [asked.turn.holder for asked in lists] == [other(says_it[0]), says_it[0]]
    else:
        assert {asked.turn.holder for asked in lists} == set(SIDES)
    assert not [asked for _desk, asked in turns if asked.paper]
    for desk, asked in turns:
        typist, holder = asked.typist, asked.turn.holder
        if isinstance(asked.turn, WishList) and typist and holder and typist != holder:
            you, name = desk.pair.name(typist), desk.pair.name(holder)
            assert desk.card(asked).notes == (
                f"{you} hears what {name} says. To answer unheard, {name} presses it alone.",
            )


def test_to_sit_there_and_then_pass_is_not_to_speak(tmp_path: Path) -> None:
    clock = StillClock()
    times: list[tuple[int, int]] = []

    def couple(asked: Ask, pair: Pair) -> Reply:
        if isinstance(asked.turn, SpeakTurn):
            clock.now += 40
            return Empty() if asked.turn.id == "talk/2" else Done()
        if isinstance(asked.turn, Reveal) and asked.turn.times:
            times.extend((time.left, time.right) for time in asked.turn.times)
        if isinstance(asked.turn, WishList):
            return Picked(ticks=(1, 2))
        return answering(asked, pair)

    close(begin(tmp_path / "us", workshop_of(["both"]), MadeUp([BOTH]), clock), couple)

    assert times == [(40, 0)]


def test_the_day_they_picked_is_told_at_the_end(tmp_path: Path) -> None:
    def couple(asked: Ask, pair: Pair) -> Reply:
        if isinstance(asked.turn, PickDay):
            return Day(on=A_DAY + timedelta(days=7))
        return answering(asked, pair)

    desk = begin(tmp_path / "us", workshop_of(["talk"]), MadeUp([TALK]))
    ended = sit_through(desk, couple)

    assert "You will sit down again on Monday, 30 November 2026." in ended.lines


# -- what is kept ----------------------------------------------------------------------------------

SEEN = Rate(
    id="seen",
    prompt="Who does it, {me}?",
    items=("Plans",),
    scales=(Scale(question="Now", options=("me", "both", "{you}")),),
    picture=True,
)
PICTURED = exercise_of([SEEN], id="pictured")
ALL_THREE = exercise_of([SEEN, WRITTEN, *TALK.steps], id="all-three")


def test_a_picture_is_asked_about_at_the_close_and_not_where_it_was_seen(tmp_path: Path) -> None:
    desk = begin(tmp_path / "us", workshop_of(["pictured"]), MadeUp([PICTURED]))

    turns = [one.turn for one in asks(desk) if isinstance(one, Ask)]

    lists = [one for one in turns if isinstance(one, WishList)]
    assert sorted(one.id for one in lists) == ["closing/wishes/1", "closing/wishes/2"]
    assert any("picture" in item for item in lists[0].items)
    assert not [one for one in turns if isinstance(one, Consent) and not one.id.startswith("open")]


@pytest.mark.parametrize("keep", [("picture",), ("notes",), ("notes", "picture"), ()])
def test_the_picture_is_kept_only_where_both_want_it_and_apart_from_the_notes(
    tmp_path: Path, keep: tuple[str, ...]
) -> None:
    clock = StillClock()

    def couple(asked: Ask, pair: Pair) -> Reply:
        if isinstance(asked.turn, WishList):
            ticks = [n for n, wish in enumerate(("notes", "picture", "times"), 1) if wish in keep]
            return Picked(ticks=tuple(ticks))
        clock.now += 10
        return answering(asked, pair)

    desk = begin(tmp_path / "us", workshop_of(["all-three"]), MadeUp([ALL_THREE]), clock)
    sit_through(desk, couple)

    kept = documents(tmp_path / "us").get("kept/1.toml")
    if not keep:
        assert kept is None
        return
    assert isinstance(kept, Kept)
    assert bool(kept.pictures) == ("picture" in keep)
    assert bool(kept.answers) == ("notes" in keep)


# -- an evening that is stopped in the middle ------------------------------------------------------


def stopped_in_the_middle(path: Path) -> Desk:
    """Have one exercise that leaves something on the page, stop in the next, and close."""
    exercises = [PROMISES, ALL_THREE]
    desk = begin(path / "us", workshop_of(["made-up", "all-three"]), MadeUp(exercises))
    for asked in asks(desk, only_one_promises):
        if isinstance(asked, Ask) and asked.turn.id == "topic/1":
            break
    desk.leave()
    desk.reply(Chosen(CloseEvening()))
    return desk


def test_it_asks_nothing_sweet_of_anybody(tmp_path: Path) -> None:
    desk = stopped_in_the_middle(tmp_path)

    asked = close(desk)

    turns = [one.turn for one in asked if not isinstance(one.turn, Handover)]
    assert [turn.id for turn in turns] == ["closing/next", "closing/copy", "closing/thanks"]
    last = turns[-1]
    assert isinstance(last, Read)
    assert "Thank" not in last.text
    assert "workshop help-lines" in last.text


@pytest.mark.parametrize("goes_on", [False, True])
def test_so_does_one_from_which_an_exercise_was_put_away_unless_another_was_done_after_it(
    tmp_path: Path, goes_on: bool
) -> None:
    desk = begin(tmp_path / "us", workshop_of(["talk", "all-three"]), MadeUp([TALK, ALL_THREE]))
    for asked in asks(desk):
        if isinstance(asked, Ask) and asked.turn.id == "talk/1":
            break
    desk.leave()
    desk.reply(Chosen(TakeAnother()))
    asked = desk.ask()
    assert isinstance(asked, Choice)
    assert moment(asked) == "map"
    assert not list((tmp_path / "us" / "notes").glob("[0-9]*.toml"))
    desk.reply(Chosen(Begin("talk") if goes_on else CloseEvening()))

    small = [one for one in close(desk) if one.turn.id.startswith("closing/small")]

    assert bool(small) == goes_on


def test_its_exercise_is_still_half_done_the_next_time(tmp_path: Path) -> None:
    desk = stopped_in_the_middle(tmp_path)
    sit_through(desk)

    again = resume(tmp_path / "us", MadeUp([PROMISES, ALL_THREE]))

    assert any(moment(one) == "half done" for one in asks(again))


# -- the way to help lines -------------------------------------------------------------------------


def not_tonight(asked: Ask, pair: Pair) -> Reply:
    return NotNow() if isinstance(asked.turn, Consent) else answering(asked, pair)


@pytest.mark.parametrize("how_it_ends", ["closed", "not tonight", "done for tonight", "stopped"])
def test_every_end_has_one_line_with_the_way_to_help_lines(
    tmp_path: Path, how_it_ends: str
) -> None:
    desk = begin(tmp_path / "us", workshop_of(["both"]), MadeUp([BOTH]))
    if how_it_ends == "closed":
        ended = sit_through(desk)
    elif how_it_ends == "not tonight":
        ended = sit_through(desk, not_tonight)
    else:
        answer(desk, answering)
        if how_it_ends == "done for tonight":
            desk.leave()
            desk.reply(Chosen(Stop()))
        ended = desk.stop()

    assert sum("workshop help-lines" in line for line in ended.lines) == 1


# -- new since this sitting began ------------------------------------------------------------------


def aloud(asked: list[Ask]) -> list[str]:
    return [
        said.text for one in asked if one.turn.id == "closing/aloud" for said in one.turn.quotations
    ]


@pytest.mark.parametrize("later", [timedelta(0), timedelta(days=-5), timedelta(days=3)])
def test_what_is_new_counts_from_this_sitting_and_not_from_the_day(
    tmp_path: Path, later: timedelta
) -> None:
    clock = StillClock()
    first = close(begin(tmp_path / "us", workshop_of(["made-up"]), MadeUp([PROMISES]), clock))
    clock.day += later
    desk = resume(tmp_path / "us", MadeUp([PROMISES]), clock)
    second: list[Ask] = []
    for one in asks(desk):
        if moment(one) == "map":
            desk.reply(Chosen(CloseEvening()))
        if isinstance(one, Ask) and one.turn.id.startswith("closing/"):
            second.append(one)

    assert len(aloud(first)) == 2
    assert aloud(second) == []
    assert "closing/small/1" in ids(second)
    assert not [one for one in second if "code" in vars(one.turn) and one.turn.code]


def test_an_evening_that_goes_on_after_midnight_reads_all_of_it(tmp_path: Path) -> None:
    clock = StillClock()
    library = MadeUp([PROMISES, TALK])
    desk = begin(tmp_path / "us", workshop_of(["made-up", "talk"]), library, clock)
    for one in asks(desk):
        if isinstance(one, Ask) and one.turn.id == "talk/1":
            break
    drop(desk)
    clock.day += timedelta(days=1)

    asked = close(resume(tmp_path / "us", library, clock))

    assert len(aloud(asked)) == 2
