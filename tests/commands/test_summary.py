"""`workshop summary`: what was done in a session, from what the files hold once it is closed."""

import re
import shutil
from datetime import date
from pathlib import Path

import pytest
from plain.support import ON_FRIDAYS, Couple, Program

from workshop.core.agreement.agreement import Agreement
from workshop.core.agreement.effect import ClauseEvent
from workshop.core.agreement.settling import settle
from workshop.core.turns.reply import Entry, Words
from workshop.store.documents import EveningNotes, Kept, KeptAnswer, Notes
from workshop.store.folder import Folder


def squeezed(text: str) -> str:
    return " ".join(text.split())


def change(us: Path, *events: dict[str, object]) -> Agreement:
    """Let something happen to clauses of the agreement in `us`."""
    folder = Folder(us)
    folder.open()
    try:
        agreement = folder.agreement()
        assert agreement is not None
        happened = [ClauseEvent.model_validate(event) for event in events]
        agreement = settle(agreement, happened, date(2026, 11, 30))
        folder.save_agreement(agreement)
    finally:
        folder.close()
    return agreement


def edit(us: Path, pattern: str, to: str) -> None:
    """Change a line of `workshop.toml`."""
    file = us / "workshop.toml"
    text = file.read_text("utf-8")
    assert re.search(pattern, text)
    file.write_text(re.sub(pattern, to, text), "utf-8")


@pytest.mark.parametrize("to", ["text", "md", "html"])
def test_what_was_done_is_told_and_nothing_is_written(program: Program, us: Path, to: str) -> None:
    before = program.files()
    edit(us, "minutes = 0", "minutes = 27")

    ran = program("summary", "us", "--to", to)

    assert (ran.code, ran.err) == (0, "")
    for said in (
        "What I need, what can bend",
        "26 min",
        "27 min",
        "We eat out on Fridays.",
        "Something.",
    ):
        assert said in ran.out
    assert "7 December 2026" in ran.out
    assert "help-lines" in ran.out
    assert {name for name, data in program.files().items() if before[name] != data} == {
        "us/workshop.toml"
    }


def test_the_newest_workshop_is_meant_where_nobody_says_which(program: Program, us: Path) -> None:
    assert program("summary").out == program("summary", "us").out


@pytest.mark.parametrize("command", ["summary", "show", "export --to md"])
def test_of_several_it_is_said_whose_it_is(program: Program, us: Path, command: str) -> None:
    alone = program(*command.split())
    shutil.copytree(us, us.with_name("others"))
    file = us.with_name("others") / "workshop.toml"
    file.write_text(file.read_text("utf-8").replace("2026-11-23", "2026-11-20"), "utf-8")

    among = program(*command.split())
    named = program(*command.split(), "us")

    assert alone.err == named.err == ""
    assert among.err == "workshop: No label was given, so this is us, the one used last.\n"
    assert among.out == named.out


def test_no_answer_stands_there_unless_both_kept_it(program: Program, us: Path) -> None:
    without = program("summary", "us").out
    Folder(us).save_kept(
        1,
        Kept(
            exercise="compromise",
            title="What I need, what can bend",
            on=date(2026, 11, 23),
            answers=(KeptAnswer(prompt="What cannot bend?", who="ALEX", text="My Sundays."),),
        ),
    )

    with_it = program("summary", "us").out

    assert "One thing." not in without  # which both wrote, and did not keep
    assert "My Sundays." not in without
    assert squeezed("What both of you kept: What I need, what can bend") in with_it
    assert "My Sundays." in with_it


@pytest.mark.parametrize(("event", "heading"), [("paused", "Paused"), ("ended", "Ended")])
def test_nobody_is_named_where_something_was_paused_or_ended(
    program: Program, us: Path, event: str, heading: str
) -> None:
    change(us, {"origin": "9/a", "event": event, "clause": "c1", "on": date(2026, 11, 30)})

    told = program("summary", "us").out

    section = told[told.index(heading) : told.index("The next date")]
    assert "We eat out on Fridays." in section
    assert "ALEX" not in section.partition("Your small things")[0]
    assert "SAM" not in section.partition("Your small things")[0]


def test_another_day_is_told_without_what_is_of_the_newest_alone(
    program: Program, us: Path
) -> None:
    change(us, {"origin": "9/a", "event": "ended", "clause": "c1", "on": date(2026, 11, 30)})

    newest = program("summary", "us")
    other = program("summary", "us", "--on", "2026-11-23")

    assert "30 November 2026" in newest.out
    assert "New in your agreement" in other.out
    assert "Your small things" not in other.out
    assert "7 December" not in other.out
    assert newest.code == other.code == 0


@pytest.mark.parametrize(
    ("day", "said"),
    [
        ("2026-11-24", "Something was on: 2026-11-23."),
        ("yesterday", "Write it like: 2026-11-23."),
        ("", "Write it like: 2026-11-23."),
    ],
)
def test_a_day_without_anything_is_told(program: Program, us: Path, day: str, said: str) -> None:
    ran = program("summary", "us", "--on", day)

    assert (ran.code, ran.out) == (1, "")
    assert said in ran.err
    assert ran.err.count("\n") == 1


def test_a_guided_one_is_a_session(program: Program, us: Path) -> None:
    edit(us, "guided = false", "guided = true")

    told = program("summary", "us").out

    assert told.startswith("The session of ALEX and SAM\n")
    assert "tonight" not in told.casefold()
    assert "evening" not in told.casefold()


def test_with_nothing_done_there_is_nothing_to_sum_up(program: Program) -> None:
    program.start("\n")

    ran = program("summary", "us")

    assert (ran.code, ran.out) == (1, "")
    assert "nothing to sum up" in ran.err


def test_one_that_was_closed_with_nothing_finished_has_its_next_date(program: Program) -> None:
    program.start("\n")
    us = program.data / "us"
    edit(us, "created = ", "last_evening = 2026-11-24\nnext_evening = 2026-12-01\ncreated = ")

    told = program("summary", "us").out

    assert "24 November 2026" in told
    assert "No exercise was finished on that day." in told
    assert "1 December 2026" in told


def test_while_it_is_open_it_says_so(program: Program, us: Path) -> None:
    closed = program("summary", "us").out
    folder = Folder(us)
    folder.open()
    folder.save_evening(EveningNotes(began=date(2026, 11, 23), first="left"))
    folder.close()

    told = program("summary", "us").out

    assert "It is not closed yet" not in closed
    assert "It is not closed yet" in told


def test_what_is_half_done_is_named_without_a_word_of_it(program: Program, us: Path) -> None:
    notes = Notes(
        exercise="money",
        digest="0" * 64,
        first="left",
        began=date(2026, 11, 23),
        entries=(Entry(turn="memory/1", reply=Words(text="Of my own."), seconds=1),),
    )
    folder = Folder(us)
    folder.open()
    folder.save_notes(2, notes)
    folder.close()

    told = program("summary", "us").out

    assert "Half done, to go on with: Mine, yours, ours." in told
    assert "Of my own." not in told


def test_an_exercise_whose_file_is_gone_keeps_its_name_and_its_minutes(
    program: Program, us: Path
) -> None:
    edit(us, 'exercise = "compromise"', 'exercise = "gone-now"')
    edit(us, "minutes = 0", "minutes = 27")

    ran = program("summary", "us")

    assert ran.code == 0
    assert "gone-now" in ran.out
    assert "27 min" in ran.out


def test_a_copy_of_it_is_noted(program: Program, us: Path, tmp_path: Path) -> None:
    file = tmp_path / "summary.html"

    ran = program("summary", "us", "--to", "html", "-o", str(file))

    assert ran.code == 0
    assert file.read_text("utf-8").startswith("<!DOCTYPE html>")
    assert f"{file} (a copy, outside the workshop)" in program("where", "us").out


def test_what_cannot_be_read_is_told(program: Program, us: Path) -> None:
    (us / "workshop.toml").write_text("nonsense", "utf-8")

    ran = program("summary", "us")

    assert (ran.code, ran.out) == (1, "")
    assert ran.err.count("\n") == 1


@pytest.mark.parametrize("to", ["text", "md", "html"])
def test_what_they_wrote_does_nothing(program: Program, to: str) -> None:
    hostile = ["<script>alert(1)</script> **x** [y](https://e.com) ![z](q)", "."]
    couple = Couple(says={**ON_FRIDAYS, "In 4 weeks: ": "2", "One small thing": hostile})
    program.start(couple, names=("[/]", "José <b>"))

    told = program("summary", "us", "--to", to).out

    assert "alert(1)" in told
    if to != "text":
        assert "<script>" not in told.replace("`<script>", "")
