"""The page looked at again: what becomes of a clause, and that nobody is told who wanted it."""

from datetime import timedelta
from pathlib import Path

import pytest
from desk.test_mirrored import check_mirrored
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

from workshop.core.agreement import Agreement, Clause
from workshop.core.people import Pair
from workshop.core.reply import (
    Day,
    Empty,
    EndIt,
    NotNow,
    OtherWords,
    PauseIt,
    Rated,
    Reply,
    Yes,
)
from workshop.core.session import Ask
from workshop.core.settling import ClauseAgreed, settle
from workshop.core.turn import Consent, PickDay, Rate, Read
from workshop.core.verify import Altered, verify
from workshop.desk import Choice, Desk
from workshop.store.folder import Folder

REVIEW = "agreement-review"
NEW = "Above 200 we talk first."
A_MONTH = A_DAY + timedelta(days=28)


def at_the_page(path: Path, page: Agreement | None = None) -> Desk:
    """Begin a workshop that has an agreement, with the review as all that is on its path."""
    desk = begin(path, workshop_of([REVIEW]))
    desk._shelf.folder.save_agreement(page or page_of())
    return desk


def deciding(
    first: Reply, second: Reply, *, doubt: str = "c1", day: bool = True, again: Reply | None = None
) -> Couple:
    """Return a couple of whom one is not sure of `doubt`, and who answer like this about it."""

    def reply(asked: Ask, pair: Pair) -> Reply:
        turn = asked.turn
        match turn:
            case Rate():
                row = int(doubt[1:]) - 1
                wanted = [2 if n == row and turn.id.endswith("/2") else 1 for n in range(3)]
                return Rated(answers=tuple((1, one) for one in wanted[: len(turn.items)]))
            case Consent(to="standing"):
                return first if turn.id.endswith("/1") else second
            case Consent(to="paused"):
                return again or NotNow()
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


@pytest.mark.parametrize(
    ("again", "status"), [(Yes(), "in force"), (NotNow(), "paused"), (EndIt(), "ended")]
)
def test_what_rests_is_taken_up_again_by_two_or_ended_by_one(
    tmp_path: Path, again: Reply, status: str
) -> None:
    agreement = after(tmp_path / "us", deciding(Yes(), Yes(), again=again))

    assert clause(agreement, "c5").status == status


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

    assert {AGREED, MINE, THEIRS, RESTING} <= set(read)


def test_with_an_empty_page_there_is_nothing_to_look_at_and_both_are_told(tmp_path: Path) -> None:
    desk = begin(tmp_path / "us", workshop_of([REVIEW]))

    turns = [asked.turn for asked in asks(desk, answering) if isinstance(asked, Ask)]

    assert any("Nothing stands on your page yet" in getattr(turn, "text", "") for turn in turns)
    assert not any(isinstance(turn, Rate) for turn in turns)


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


def test_many_clauses_are_marked_in_parts_and_all_that_is_left_over_stays(tmp_path: Path) -> None:
    more = [
        ClauseAgreed(
            origin=f"950/{n}", kind="agreement", text=f"Number {n}.", exercise="x", on=A_DAY
        )
        for n in range(30)
    ]
    desk = at_the_page(tmp_path / "us", settle(page_of(), more, A_DAY))

    marked = [
        asked.turn
        for asked in asks(desk, answering)
        if isinstance(asked, Ask) and isinstance(asked.turn, Rate)
    ]

    assert {len(turn.items) for turn in marked} <= {6, 7}
    assert len(marked) == 6
    agreement = documents(desk.path)["agreement.toml"]
    assert isinstance(agreement, Agreement)
    assert sum(one.status == "in force" for one in agreement.clauses) >= 33


@pytest.mark.parametrize("seed", range(40 if LONG else 8))
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
        desk._shelf.folder.save_agreement(page)
    asked = next(one for one in asks(desk) if isinstance(one, Choice) and one.moment == "map")
    return [option.label for option in asked.options]


def test_a_review_waits_until_something_stands_on_the_page(tmp_path: Path) -> None:
    bare, written = _map(tmp_path / "bare"), _map(tmp_path / "written", page_of())

    assert bare[0].startswith("Thanks, so that it lands")
    assert "nothing stands on your page yet, so it can wait" in bare[1]
    assert written[0].startswith("Your agreement, looked at again")
    assert not any("can wait" in label for label in written)
