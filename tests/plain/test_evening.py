"""A whole evening on the plain face, from the first page to the close."""

import tomllib
from datetime import timedelta
from typing import Any

import pytest

from .support import ON_FRIDAYS, TODAY, Choose, Couple, Lines, Program, acting, piped, run


def agreement(program: Program) -> dict[str, Any]:
    return tomllib.loads((program.us / "agreement.toml").read_text(encoding="utf-8"))


def test_an_evening_ends_with_a_clause_that_both_said_yes_to(program: Program) -> None:
    couple = Couple(says={**ON_FRIDAYS})

    ran = program.start(couple)

    (clause,) = agreement(program)["clauses"]
    assert (ran.code, ran.err) == (0, "")
    assert clause["text"] == "We eat out on Fridays."
    assert clause["status"] == "in force"
    assert "Agreed. You both said yes" in ran.out
    assert "The evening is finished." in ran.out


def test_the_close_of_an_evening_deletes_the_notes(program: Program) -> None:
    couple = Couple(
        says={
            **ON_FRIDAYS,
            "One small thing you would like": ["Ask for a table.", "."],
        }
    )

    program.start(couple)

    left = program.files()
    assert set(left) == {
        "us/.lock",
        "us/agreement.toml",
        "us/agreement.toml.bak",
        "us/workshop.toml",
    }
    assert b"Something." not in b"".join(left.values())


def test_notes_stay_when_both_keep_them(program: Program) -> None:
    couple = Couple(says={"Keep what you wrote tonight": Choose("Keep the notes")})

    program.start(couple)

    assert b"Something." in program.files()["us/kept/1.toml"]
    assert not any(name.startswith("us/notes") for name in program.files())


def test_notes_go_when_only_one_keeps_them(program: Program) -> None:
    couple = Couple(once={"Keep what you wrote tonight": Choose("Keep the notes")})

    program.start(couple)

    assert "us/kept/1.toml" not in program.files()


@pytest.mark.parametrize(
    ("ticks", "keeps", "shows"),
    [
        (("1 2", "1 2"), True, True),
        (("1 2", "2"), False, True),
        (("1", "1, 2"), True, False),
        (("1", "2"), False, False),
        (("", "1 2"), False, False),
        ((":pass", "1 2"), False, False),
    ],
)
def test_where_they_talked_both_tick_what_they_would_like(
    program: Program, ticks: tuple[str, str], keeps: bool, shows: bool
) -> None:
    lists: list[str] = []
    couple = Couple()

    def reply(text: str) -> Lines:
        program.clock.now += 7
        if "Tick what you would like." in text:
            lists.append(text)
            return ticks[len(lists) - 1]
        return couple(text)

    ran = program.start(reply)

    assert (ran.code, ran.err, len(lists)) == (0, "", 2)
    assert "`:pass` means: Neither." in lists[0]
    assert ("The notes will be kept" in ran.out) == keeps
    assert ("How the speaking time went:" in ran.out) == shows
    assert ("us/kept/1.toml" in program.files()) == keeps
    assert "Notes of what you finished" not in ran.out


def test_an_evening_typed_line_for_line_by_a_person(program: Program) -> None:
    ran = program.start(piped("evening.txt"))

    (clause,) = agreement(program)["clauses"]
    assert (ran.code, ran.err) == (0, "")
    assert "The evening is finished." in ran.out
    assert clause["text"] == (
        "On weekdays one of us cooks, the other cleans up. We swap on Mondays.\nWe try it and see."
    )
    assert clause["review_on"] == TODAY + timedelta(weeks=2)


def test_the_same_evening_through_pipes_prints_nothing_that_acts(program: Program) -> None:
    program.data.mkdir()

    ran = run(
        program.data,
        *("start", "--names", "ALEX", "SAM", "--exercise", "compromise", "--begins", "left"),
        typed=piped("evening.txt").encode(),
    )

    assert (ran.returncode, ran.stderr) == (0, b"")
    assert acting(ran.stdout.decode()) == set()
    assert b"The evening is finished." in ran.stdout


def test_not_tonight_ends_calmly_and_begins_nothing(program: Program) -> None:
    ran = program.start(Couple(says={"Do you want to sit down tonight?": Choose("Not tonight")}))

    assert ran.code == 0
    assert "Not tonight, then. It will keep." in ran.out
    assert not any(name.startswith("us/notes/1") for name in program.files())


def test_an_evening_after_an_evening_shows_what_was_promised(program: Program) -> None:
    couple = Couple(says={"One small thing you would like": ["Ask for a table.", "."]})
    program.start(couple)
    program.clock.day = TODAY + timedelta(weeks=1)

    ran = program.resume(Couple())

    assert ran.code == 0
    assert "This was your small thing." in ran.out
    assert ran.out.count("  | Ask for a table.") == 2
