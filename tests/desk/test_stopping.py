"""Stopping in the middle: thrown away is gone from the disk, and what both said yes to stays."""

from pathlib import Path

from support.couple import answering, deleting, keeping
from support.evening import MadeUp, asks, begin, files, sit_through, workshop_of
from support.exercises import exercise_of
from support.work import agreement_in

from workshop.cards.choice import Choice, Chosen
from workshop.cards.deeds import Stop, ThrowAway
from workshop.core.course.session import Ask
from workshop.core.steps.agree import Agree
from workshop.core.steps.write import Write
from workshop.desk.desk import Desk

AGREE = Agree(id="words", prompt="Put it into words.")
LATER = Write(id="later", prompt="One line, {me}.")
EXERCISE = exercise_of([AGREE, LATER])


def sit_down(path: Path) -> Desk:
    return begin(path, workshop_of([EXERCISE.id]), MadeUp([EXERCISE]))


def notes(path: Path) -> set[str]:
    """Return which notes there are, with every copy of them."""
    return {name for name in files(path, copies=True) if name.startswith("notes/")}


def test_thrown_away_notes_are_on_the_disk_no_more_and_the_clause_still_is(tmp_path: Path) -> None:
    desk = sit_down(tmp_path)
    for asked in asks(desk):
        if isinstance(asked, Ask) and asked.turn.id == "later/2":
            break
    assert "notes/1.toml" in notes(tmp_path)

    desk.leave()
    desk.reply(Chosen(ThrowAway()))

    asked_next = desk.ask()
    assert isinstance(asked_next, Choice)
    assert asked_next.option(Stop()) is not None
    assert notes(tmp_path) == {"notes/evening.toml"}
    assert len(agreement_in(tmp_path).standing) == 1


def test_after_the_close_no_notes_are_left_whether_they_keep_them_or_not(tmp_path: Path) -> None:
    for name, couple in (("kept", keeping(answering)), ("deleted", deleting(answering))):
        sit_through(sit_down(tmp_path / name), couple)

        assert notes(tmp_path / name) == set()


def test_what_they_do_not_keep_is_kept_nowhere(tmp_path: Path) -> None:
    sit_through(sit_down(tmp_path), deleting(answering))

    held = files(tmp_path, copies=True).items()
    assert not [name for name, data in held if b"later/1" in data]
