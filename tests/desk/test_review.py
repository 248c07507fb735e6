"""The page looked at again: what becomes of a clause, and that nobody is told who wanted it."""

from datetime import timedelta
from pathlib import Path

import pytest
from desk.test_mirrored import check_mirrored
from support.choosing import moment
from support.couple import Couple, answering, by_chance
from support.effort import LONG
from support.evening import (
    A_DAY,
    SHIPPED,
    UNSYNCED,
    StillClock,
    asks,
    begin,
    documents,
    files,
    workshop_of,
)
from support.mirror import mirrored
from support.page import AGREED, BOUNDARY, MINE, OVER, RESTING, THEIRS, page_of

from workshop.core.agreement.agreement import Agreement, Clause
from workshop.core.agreement.effect import ClauseAgreed, ClauseEvent
from workshop.core.agreement.settling import settle
from workshop.core.agreement.verify import Altered, verify
from workshop.core.course.session import Ask
from workshop.core.people import Pair
from workshop.core.turns import Consent, PickDay, Rate, Read, Speak, WishList
from workshop.core.turns.reply import (
    Day,
    Empty,
    EndIt,
    NotNow,
    OtherWords,
    PauseIt,
    Picked,
    Reply,
    Yes,
)
from workshop.desk.desk import Desk
from workshop.store.folder import Folder

pytestmark = pytest.mark.every(5)

REVIEW = "agreement-review"
NEW = "Above 200 we talk first."
A_MONTH = A_DAY + timedelta(days=28)


def at_the_page(path: Path, page: Agreement | None = None) -> Desk:
    """Begin a workshop that has an agreement, with the review as all that is on its path."""
    desk = begin(path, workshop_of([REVIEW]))
    desk._workshop.folder.save_agreement(page or page_of())
    return desk


def deciding(
    first: Reply, second: Reply, *, doubt: str = "c1", day: bool = True, second_ticks: bool = True
) -> Couple:
    """Return a couple of whom one is not sure of `doubt`, and who answer like this about it."""

    def reply(asked: Ask, pair: Pair) -> Reply:
        turn = asked.turn
        match turn:
            case WishList() if "still-wanted" in turn.id:
                ticks = turn.id.endswith("/2" if second_ticks else "/1")
                return Picked(ticks=(int(doubt[1:]),)) if ticks else Picked(ticks=())
            case Consent(to="standing"):
                return first if turn.id.endswith("/1") else second
            case PickDay():
                return Day(on=A_MONTH) if day and "/day" in turn.id else Empty()
            case _:
                return answering(asked, pair)

    return reply


def after(path: Path, couple: Couple, page: Agreement | None = None) -> Agreement:
    """Return the agreement after the review, which was answered by `couple`."""
    desk = at_the_page(path, page)
    for _asked in asks(desk, couple):
        pass
    desk.let_go()
    agreement = documents(path)["agreement.toml"]
    assert isinstance(agreement, Agreement)
    assert not isinstance(verify(agreement), Altered)
    return agreement


def clause(agreement: Agreement, id: str) -> Clause:
    found = agreement.clause(id)
    assert found is not None
    return found


@pytest.mark.parametrize("first", [Yes(), NotNow(), EndIt(), PauseIt(), OtherWords(text=NEW)])
def test_one_is_enough_to_end_a_clause_whatever_the_other_says(
    tmp_path: Path, first: Reply
) -> None:
    for name, couple in (("a", deciding(first, EndIt())), ("b", deciding(EndIt(), first))):
        agreement = after(tmp_path / name, couple)

        assert clause(agreement, "c1").status == "ended"
        assert clause(agreement, "c1").text == AGREED


@pytest.mark.parametrize("first", [Yes(), NotNow(), Empty(), OtherWords(text=NEW)])
def test_one_is_enough_to_pause_it_unless_the_other_ends_it(tmp_path: Path, first: Reply) -> None:
    agreement = after(tmp_path / "us", deciding(first, PauseIt()))

    assert clause(agreement, "c1").status == "paused"


@pytest.mark.parametrize("second", [NotNow(), Empty()])
def test_to_change_it_takes_two_and_not_now_leaves_it_as_it_was(
    tmp_path: Path, second: Reply
) -> None:
    agreement = after(tmp_path / "us", deciding(OtherWords(text=NEW), second))

    assert (clause(agreement, "c1").status, clause(agreement, "c1").text) == ("in force", AGREED)
    assert not [one for one in agreement.revisions if one.event == "changed"]


def test_other_words_that_both_say_yes_to_take_their_place(tmp_path: Path) -> None:
    agreement = after(tmp_path / "us", deciding(OtherWords(text=NEW), Yes()))

    assert clause(agreement, "c1").text == NEW
    assert clause(agreement, "c1").agreed_on == page_of().clauses[0].agreed_on


def test_the_page_gets_one_day_and_what_rests_or_has_ended_does_not(tmp_path: Path) -> None:
    agreement = after(tmp_path / "us", deciding(EndIt(), Yes()))

    days = {one.id: one.review_on for one in agreement.clauses}
    before = {one.id: one.review_on for one in page_of().clauses}
    assert days["c2"] == days["c3"] == A_MONTH
    assert all(days[id] == before[id] for id in ("c1", "c4", "c5", "c6"))


def test_nothing_lapses_when_no_day_is_picked(tmp_path: Path) -> None:
    agreement = after(tmp_path / "us", deciding(Yes(), Yes(), day=False))

    assert agreement == page_of()


def test_how_it_went_is_asked_of_its_owner_alone_and_spoken(tmp_path: Path) -> None:
    desk = at_the_page(tmp_path / "us")

    turns = [one.turn for one in asks(desk, deciding(Yes(), Yes())) if isinstance(one, Ask)]

    talks = [turn for turn in turns if isinstance(turn, Speak) and "review/talk" in turn.id]
    told = {turn.holder: [said.text for said in turn.quotations] for turn in talks if turn.next}
    assert told == {"left": [AGREED, MINE], "right": [AGREED, THEIRS]}
    assert not [turn for turn in turns if isinstance(turn, Rate)]


def test_what_is_paused_is_not_brought_up(tmp_path: Path) -> None:
    desk = at_the_page(tmp_path / "us")

    turns = [one.turn for one in asks(desk, deciding(EndIt(), EndIt())) if isinstance(one, Ask)]

    assert not [turn for turn in turns if turn.id.startswith("review") and RESTING in str(turn)]


def test_a_page_on_which_all_is_paused_is_as_good_as_empty(tmp_path: Path) -> None:
    page = page_of()
    paused = [
        ClauseEvent(origin=f"950/{id}", event="paused", clause=id, on=A_DAY)
        for id in ("c1", "c2", "c3")
    ]
    desk = at_the_page(tmp_path / "us", settle(page, paused, A_DAY))

    turns = [one.turn for one in asks(desk, answering) if isinstance(one, Ask)]

    assert [turn.id for turn in turns if turn.id.startswith("review")] == ["review/left-out"]


def test_a_boundary_is_not_voted_on_and_what_has_ended_is_not_brought_back(tmp_path: Path) -> None:
    desk = at_the_page(tmp_path / "us")
    read: list[str] = []
    for asked in asks(desk, deciding(EndIt(), EndIt())):
        if isinstance(asked, Ask) and isinstance(asked.turn, Read):
            read += [said.text for said in asked.turn.quotations]
        text = str(asked)
        if isinstance(asked, Ask) and asked.turn.id.startswith("review"):
            assert BOUNDARY not in text
            assert OVER not in text

    assert {AGREED, MINE, THEIRS} <= set(read)


def test_with_an_empty_page_there_is_nothing_to_look_at_and_both_are_told(tmp_path: Path) -> None:
    desk = begin(tmp_path / "us", workshop_of([REVIEW]))

    turns = [asked.turn for asked in asks(desk, answering) if isinstance(asked, Ask)]

    assert any("nothing to look at again" in getattr(turn, "text", "") for turn in turns)
    assert [turn.id for turn in turns if turn.id.startswith("review")] == ["review/left-out"]


def test_no_file_says_who_wanted_it_to_end(tmp_path: Path) -> None:
    """Whoever ends it, the notes and the agreement are the same, byte for byte."""
    seen = []
    for name, couple in (
        ("a", deciding(EndIt(), Yes())),
        ("b", deciding(Yes(), EndIt())),
        ("c", deciding(EndIt(), NotNow())),
    ):
        desk = at_the_page(tmp_path / name)
        steps = [
            files(desk.path)
            for asked in asks(desk, couple)
            if isinstance(asked, Ask) and asked.turn.id.startswith("review/decide")
        ]
        seen.append((steps[-1], files(desk.path)))

    assert seen[0] == seen[1] == seen[2]


def test_no_file_and_no_screen_says_who_ticked_it(tmp_path: Path) -> None:
    seen = []
    for name, second_ticks in (("a", True), ("b", False)):
        desk = at_the_page(tmp_path / name)
        steps = [
            (asked.turn.id, files(desk.path), desk.card(asked))
            for asked in asks(desk, deciding(EndIt(), Yes(), second_ticks=second_ticks))
            if isinstance(asked, Ask) and asked.turn.id.startswith("review")
        ]
        seen.append(steps)

    assert seen[0] == seen[1]
    assert "review/still-wanted/result" in [id for id, _files, _card in seen[0]]


def test_what_either_ticked_is_asked_about_and_the_rest_is_not(tmp_path: Path) -> None:
    def each_another(asked: Ask, pair: Pair) -> Reply:
        if isinstance(asked.turn, WishList) and "still-wanted" in asked.turn.id:
            return Picked(ticks=(1,) if asked.turn.id.endswith("/1") else (3,))
        return answering(asked, pair)

    desk = at_the_page(tmp_path / "us")

    about = [
        one.turn.words
        for one in asks(desk, each_another)
        if isinstance(one, Ask) and isinstance(one.turn, Consent) and one.turn.to == "standing"
    ]

    assert about == [AGREED, AGREED, THEIRS, THEIRS]


def test_many_clauses_stand_on_one_list_and_all_that_is_left_over_stays(tmp_path: Path) -> None:
    more = [
        ClauseAgreed(
            origin=f"950/{n}", kind="agreement", text=f"Number {n}.", exercise="x", on=A_DAY
        )
        for n in range(30)
    ]
    desk = at_the_page(tmp_path / "us", settle(page_of(), more, A_DAY))

    ticked = [
        asked.turn
        for asked in asks(desk, deciding(Yes(), Yes()))
        if isinstance(asked, Ask) and isinstance(asked.turn, WishList)
    ]

    assert [len(turn.items) for turn in ticked if "still-wanted" in turn.id] == [21, 21]
    agreement = documents(desk.path)["agreement.toml"]
    assert isinstance(agreement, Agreement)
    assert sum(one.status == "in force" for one in agreement.clauses) >= 33


@pytest.mark.parametrize("seed", range(15 if LONG else 4))
def test_whoever_sits_where_the_review_is_mirrored_and_every_clause_is_accounted_for(
    tmp_path: Path, seed: int
) -> None:
    workshop = workshop_of([REVIEW], "left" if seed % 2 else "right")
    desks, clock = [], StillClock()
    for name, which in (("here", workshop), ("there", mirrored(workshop))):
        folder = Folder(tmp_path / name / "us", UNSYNCED)
        folder.create(which)
        page = page_of() if name == "here" else mirrored(page_of())
        folder.save_agreement(page)
        desks.append(Desk(folder, SHIPPED, clock))

    check_mirrored(*desks, by_chance(seed))

    agreement = documents(tmp_path / "here" / "us")["agreement.toml"]
    assert isinstance(agreement, Agreement)
    assert not isinstance(verify(agreement), Altered)
    assert [one.id for one in agreement.clauses] == ["c1", "c2", "c3", "c4", "c5", "c6"]
    assert clause(agreement, "c4") == page_of().clause("c4")
    assert clause(agreement, "c6") == page_of().clause("c6")


def _map(path: Path, page: Agreement | None = None) -> list[str]:
    """Return what the map of an evening offers, the review first on the path, thanks after it."""
    desk = begin(path, workshop_of([REVIEW, "appreciation"]))
    if page is not None:
        desk._workshop.folder.save_agreement(page)
    asked = next(one for one in asks(desk) if moment(one) == "map")
    return [option.told for option in asked.options]


def test_a_review_waits_until_something_stands_on_the_page(tmp_path: Path) -> None:
    bare, written = _map(tmp_path / "bare"), _map(tmp_path / "written", page_of())

    assert bare[0].startswith("Thanks, so that it lands")
    assert "Nothing is on your page yet, so it can wait" in bare[1]
    assert written[0].startswith("Your agreement, looked at again")
    assert not any("can wait" in label for label in written)
