"""Lists that are marked line by line: numbers, nothing guessed, nothing lost."""

import io
from collections.abc import Sequence
from pathlib import Path
from random import Random

import pytest
from support.couple import answering
from support.evening import MadeUp, StillClock, documents
from support.exercises import MARKED, exercise_of

from workshop.core.course.session import Ask
from workshop.core.turns.reply import Drafted, Opened, Rated, Stored
from workshop.desk.workshops import Plan, Workshops
from workshop.plain.face import Face
from workshop.plain.signals import Signals
from workshop.plain.terminal import Terminal
from workshop.store.documents import Notes

MARKS = exercise_of(MARKED, id="marks")
HEARD = ["4", "1"]
"""What is typed to have a sealed list read back once: it is read only to whoever asks for it."""


def talk(data: Path, name: str, lines: Sequence[str]) -> str:
    """Return what is said when `lines` are typed where `name` is asked."""
    desks = Workshops(data, MadeUp([MARKS]), StillClock(), Random(7))
    desk = desks.begin(Plan(("ALEX", "SAM"), ("marks",), "left", "us", ("type", "type")))
    while True:
        asked = desk.ask()
        assert isinstance(asked, Ask)
        if asked.turn.id == name:
            break
        desk.reply(answering(asked, desk.pair))
    said = io.StringIO()
    source = io.StringIO("\n".join(lines) + "\n")
    assert Face(desk, Terminal(source, said, {}, Signals())).run() == 0
    desk.let_go()
    return " ".join(said.getvalue().split())


def opened(data: Path, turn: str) -> tuple[Stored, Stored]:
    notes = documents(data / "us")["notes/1.toml"]
    assert isinstance(notes, Notes)
    found: list[Stored] = [entry.reply for entry in notes.entries if entry.turn == turn]
    assert isinstance(found[0], Opened)
    return found[0].left, found[0].right


def test_ratings_are_typed_scale_by_scale_and_may_stay_empty(tmp_path: Path) -> None:
    sam = ["6", "5", "", "3", "1", "1"]
    alex = ["2", "", "", "", "1"]
    said = talk(tmp_path, "balance/2", [*sam, "", *alex, "1", ":quit", "1"])

    assert said.count("Type a number from 1 to 5.") == 1
    left, right = opened(tmp_path, "balance")
    assert right == Rated(answers=((5, 3), (0, 1)))
    assert left == Rated(answers=((2, 0), (0, 0)))


def test_an_order_that_is_not_whole_or_has_one_twice_is_told(tmp_path: Path) -> None:
    said = talk(tmp_path, "share/1", ["1 1 2 3", "2 1", "9", "x", "2, 1 3 4", "1", ":quit", "1"])

    assert "1 stands there twice." in said
    assert "has no place yet." in said
    assert "Type numbers from 1 to 4, with spaces between." in said


def test_points_that_do_not_sum_to_100_are_changed_one_by_one(tmp_path: Path) -> None:
    points = ["50", "20", "10", "0", "0", "101", "0"]
    said = talk(tmp_path, "goods/1", [*points, "9", "1", "70", *HEARD, "1", ":quit", "1"])

    assert "2 of 6: The same (50 left):" in said
    assert "Type a number from 0 to 100." in said  # after 101
    assert "20 of 100 are left to give out." in said
    assert "Type a number from 1 to 6." in said  # after 9
    assert "1: A walk: 70" in said.partition("This is what you have:")[2]


def test_back_at_points_that_do_not_sum_is_for_the_last_row(tmp_path: Path) -> None:
    points = ["50", "20", "10", "0", "0", "0"]
    said = talk(tmp_path, "goods/1", [*points, ":back", "20", *HEARD, "1", ":quit", "1"])

    assert "(now 0, up to 20):" in said
    assert "can be opened again" not in said
    assert said.rpartition("This is what you have:")[2].count(": 20") == 2


def test_what_was_marked_is_begun_again_only_when_that_is_meant(tmp_path: Path) -> None:
    again = ["1 2", "3", "1", "3", "2", "2 3", *HEARD, "1"]
    said = talk(tmp_path, "rules/1", [*again, ":quit", "1"])

    assert said.count("Begin again, and drop these marks?") == 2
    assert said.count("This is what you have:") == 1
    assert "1: A walk: not ticked" in said.rpartition("This is what you have:")[2]


LISTS = {
    "balance/1": (["3", "3", "1", "1"], ["2", "3", "3"], ["3", "3", "3", "1"]),
    "rules/1": (["1 2"], ["2", "2"], ["1"]),
    "order/1": (["1 2 3 4 5 6 7"], ["2", "6", "1"], ["6 1 2 3 4 5 7"]),
    "tasks/1": (["5", "4", "3", "2"], ["2", "3", "1"], ["5", "4", "1", "2"]),
    "goods/1": (["50", "20", "30", "0", "0", "0"], ["2", "1", "20", "2", "50"], None),
}
"""How a list is filled, how one mark of it is changed, and what would be typed for the same."""


@pytest.mark.parametrize("turn", LISTS)
def test_one_mark_is_changed_and_all_the_others_stay(tmp_path: Path, turn: str) -> None:
    filled, changed, same = LISTS[turn]
    same = same or ["20", "50", "30", "0", "0", "0"]

    mended = talk(tmp_path / "mended", turn, [*filled, *changed, *HEARD, "1", ":quit", "1"])
    at_once = talk(tmp_path / "at-once", turn, [*same, *HEARD, "1", ":quit", "1"])

    assert read(mended) == read(at_once)
    assert "Both answers are in." in read(mended) or "takes the keyboard" in read(mended)


def read(said: str) -> str:
    """Return what was read back last, and what came after it."""
    return said.rpartition("This is what you have:")[2].partition("Your files are")[0]


def test_every_row_is_read_also_one_that_was_left_empty(tmp_path: Path) -> None:
    said = talk(tmp_path, "balance/1", ["", "3", "1", "", *HEARD, "1", ":quit", "1"])

    rows = said.partition("This is what you have:")[2]
    assert "1: Plans for a weekend: (left empty)" in rows
    assert "4: Money, day to day: (left empty)" in rows


def test_back_goes_one_row_back_and_keeps_the_others(tmp_path: Path) -> None:
    typed = ["3", ":back", "2", "3", "1", ":back", ":BACK ", "4", "2", "2"]
    said = talk(tmp_path, "balance/1", [*typed, *HEARD, "1", ":quit", "1"])

    rows = said.partition("This is what you have:")[2]
    assert "1: Plans for a weekend: mostly I" in rows
    assert "2: Money, day to day: mostly SAM" in rows
    assert "can be opened again" not in said


def test_back_at_the_review_changes_one_and_drops_none(tmp_path: Path) -> None:
    typed = ["3", "3", "1", "1", ":back", "1", "2", *HEARD, "1", ":quit", "1"]
    said = talk(tmp_path, "balance/1", typed)

    rows = said.rpartition("This is what you have:")[2]
    assert "1: Plans for a weekend: mostly I" in rows
    assert "2: Money, day to day: both alike" in rows


def test_what_was_marked_so_far_is_there_after_a_pause(tmp_path: Path) -> None:
    said = talk(tmp_path, "tasks/1", ["5", "4", ":pause", "1", "3", "2", *HEARD, ":quit", "1"])

    before, after = said.split("A pause.")
    assert "Dishes:" in before
    assert "What you typed so far is kept. Type on." in after
    assert "Dishes:" not in after.partition("Type on.")[2].partition("This is what you have")[0]
    assert "1: Dishes: 5" in after
    assert "4: Plants: 2" in after


def test_a_picture_is_told_in_the_words_that_were_answered(tmp_path: Path) -> None:
    alex = ["1", "3", "1", "2", *HEARD, "1"]
    sam = ["1", "3", "1", "", "1"]
    said = talk(tmp_path, "balance/2", [*sam, "", *alex, "1", "", ":quit", "1"])

    told = said.partition("Both are open now.")[2]
    assert (
        "How I see it: Plans for a weekend: ALEX says “I do”, at ALEX's end; SAM says “I do”, at"
        " SAM's end; you place this differently. Money, day to day: both of you: “both alike”."
        in told
    )
    assert "ALEX says “some”; SAM: left empty." in told
    shown = "| How I see it: | 1: Plans for a weekend: I do | 2: Money"
    assert f"This is what you have: {shown}" in said


def drafted(data: Path, turn: str) -> Stored:
    notes = documents(data / "us")["notes/1.toml"]
    assert isinstance(notes, Notes)
    return next(entry.reply for entry in notes.entries if entry.turn == turn)


def test_a_line_of_what_is_proposed_is_changed_in_place_and_all_of_it_shown(tmp_path: Path) -> None:
    typed = ["4", "1", "ALEX has the walk.", ".", "2", "1", "ALEX has the long walk.", "1"]
    said = talk(tmp_path, "divided/draft", [*typed, ":quit", "1"])

    assert "Change a line of it" in said
    assert "These words: | ALEX has the walk." in said
    assert "These words: | ALEX has the long walk." in said
    reply = drafted(tmp_path, "divided/draft")
    assert isinstance(reply, Drafted)
    assert reply.text.startswith("ALEX has the long walk.")


def test_a_line_that_makes_it_too_long_is_not_taken(tmp_path: Path) -> None:
    said = talk(tmp_path, "divided/draft", ["4", "1", "x" * 4001, "Short.", ".", "1", ":quit", "1"])

    assert "The line was not taken" in said
    reply = drafted(tmp_path, "divided/draft")
    assert isinstance(reply, Drafted)
    assert reply.text.startswith("Short.")
