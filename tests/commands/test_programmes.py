"""Programmes as people meet them: begun, listed, and shown evening by evening."""

import json
import tomllib
from pathlib import Path

import pytest
from plain.support import Program


def programme_in(program: Program) -> object:
    (file,) = program.data.glob("*/workshop.toml")
    return tomllib.loads(file.read_text("utf-8")).get("programme")


@pytest.mark.parametrize(
    ("words", "id"),
    [
        ((), "essentials"),
        (("--programme", "weekly"), "weekly"),
        (("--exercise", "weekly-check-in"), None),
    ],
)
def test_a_workshop_notes_which_programme_it_began(
    program: Program, words: tuple[str, ...], id: str | None
) -> None:
    assert program("start", "--plain", "--names", "ALEX", "SAM", *words, reply="\n").code == 0

    assert programme_in(program) == id


def test_line_by_line_a_programme_is_read_and_then_begun(program: Program) -> None:
    typed = "\n".join(("", "ALEX", "SAM", "1", "1", "1", "2", "2", "2", "1", ""))

    ran = program("--plain", reply=typed)

    assert ran.code == 0
    assert ran.out.count("Evening 1 of 2, 50 minutes: Be heard all the way.") == 2
    assert programme_in(program) == "essentials"


def test_programmes_are_listed_with_what_they_are_for(program: Program) -> None:
    ran = program("programmes")

    assert (ran.code, ran.err) == (0, "")
    assert "essentials: The essentials: 2 evenings of up to 50 minutes\n" in ran.out
    assert "fifty-minutes: Fifty minutes, with a guide: 3 sessions of up to 50 minutes" in ran.out


def test_programmes_as_json_add_up(program: Program) -> None:
    minutes = {row["id"]: row["minutes"] for row in json.loads(program("exercises", "--json").out)}

    rows = json.loads(program("programmes", "--json").out)

    assert {row["id"] for row in rows} >= {"essentials", "weekly", "six-evenings"}
    assert [row["id"] for row in rows if row["guided"]] == ["eight-sessions", "fifty-minutes"]
    for evening in (evening for row in rows for evening in row["evenings"]):
        exercises = sum(minutes[id] for id in evening["exercises"])
        around = evening["opening"] + evening["talk"] + evening["close"]
        assert evening["minutes"] == exercises + around + len(evening["exercises"]) - 1


def test_the_guided_hour_is_fifty_minutes_around_one_exercise_of_at_most_thirty(
    program: Program,
) -> None:
    minutes = {row["id"]: row["minutes"] for row in json.loads(program("exercises", "--json").out)}

    hour = json.loads(program("exercises", "fifty-minutes", "--json").out)

    assert len(hour["evenings"]) == 3
    for session in hour["evenings"]:
        (exercise,) = session["exercises"]
        assert minutes[exercise] <= 30
        assert (session["opening"], session["close"], session["minutes"]) == (5, 10, 50)


def test_one_programme_is_shown_evening_by_evening(program: Program) -> None:
    ran = program("exercises", "essentials")

    assert (ran.code, ran.err) == (0, "")
    assert ran.out == (
        "The essentials: 2 evenings of up to 50 minutes (essentials)\n"
        "Hear each other, ask and answer freely, and find room when you want different things.\n"
        "\n"
        "Evening 1 of 2, 50 minutes: Be heard all the way. Then ask for one thing, and say what"
        " you will do yourself.\n"
        "  active-listening: Say it, hear it, 15 minutes\n"
        "  boundaries: Asking, and saying no, 24 minutes\n"
        "  Minutes: 5 to open, 5 to close\n"
        "\n"
        "Evening 2 of 2, 36 minutes: What each of you needs to keep, and what can bend.\n"
        "  compromise: What I need, what can bend, 26 minutes\n"
        "  Minutes: 5 to open, 5 to close\n"
    )


def test_a_programme_with_something_wrong_never_stops_the_others(
    program: Program, tmp_path: Path
) -> None:
    own = tmp_path / "own" / "programmes"
    own.mkdir(parents=True)
    whole = 'format = 1\nid = "mine"\ntitle = "M"\naim = "A."\n[[evenings]]\nline = "L."\n'
    (own / "mine.toml").write_text(whole + 'exercises = ["gone"]\n')
    (own / "bad.toml").write_text("format = [")

    ran = program("programmes", "--exercises", str(own.parent))

    assert ran.code == 1
    assert "essentials: " in ran.out
    assert "mine: There is no exercise called gone." in ran.err
    assert "bad.toml:1: " in ran.err


def test_what_is_neither_an_exercise_nor_a_programme_is_told(program: Program) -> None:
    ran = program("exercises", "nothing-like-it")

    assert ran.code == 1
    assert "There is no exercise called nothing-like-it." in ran.err
    assert "`workshop programmes`" in ran.err
