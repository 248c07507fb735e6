"""A folder of own exercises and an own programme, one with mistakes, on a second day without it."""

from datetime import timedelta
from pathlib import Path

from workshop import toml

from .support import TODAY, Couple, Program


def exercise(id: str, title: str) -> dict[str, object]:
    return {
        "format": 1,
        "id": id,
        "title": title,
        "theme": "building",
        "minutes": 4,
        "aim": "Something small.",
        "sources": ["widely taught"],
        "facilitator": {"before": "Sit.", "watch": ["Nothing."]},
        "steps": [
            {"kind": "write", "id": "line", "who": "each", "prompt": "One line, {me}."},
            {"kind": "speak", "id": "say", "prompt": "Say it, {me}."},
        ],
    }


def folder_of_own(at: Path) -> Path:
    """Write two exercises, one with two mistakes, and a programme."""
    (at / "programmes").mkdir(parents=True)
    good, bad = exercise("listening", "We listen"), exercise("choosing", "We choose")
    bad["steps"] = [{"kind": "pick", "id": "a", "prompt": "Mark.", "options": ["One"]}]
    bad["theme"] = "cooking"
    evenings = [{"exercises": ["listening"], "line": "One."}]
    programme = {"format": 1, "id": "ours", "title": "Ours", "aim": "x", "evenings": evenings}
    for name, table in (("listening", good), ("choosing", bad), ("programmes/ours", programme)):
        (at / f"{name}.toml").write_bytes(toml.write_table(table))
    return at


def test_own_exercises_are_there_on_a_second_day_without_naming_them(
    program: Program, tmp_path: Path
) -> None:
    own = folder_of_own(tmp_path / "own")
    begin = ["start", "--plain", "--programme", "ours", "--exercises", str(own)]
    stops = Couple(says={"One line, SAM.": None})

    first = program(*begin, "--names", "ALEX", "SAM", "--label", "us", reply=stops)
    program.clock.day = TODAY + timedelta(days=1)
    second = program.resume(Couple())

    assert (first.code, first.err) == (0, "")
    assert "Next time: workshop resume us --plain\n" in first.out
    assert (second.code, second.err) == (0, "")
    assert "We listen" in second.out
    assert "The evening is finished." in second.out


def test_one_with_mistakes_is_named_and_stops_no_other(program: Program, tmp_path: Path) -> None:
    own = folder_of_own(tmp_path / "own")

    listed = program("exercises", "--exercises", str(own))
    checked = program("check", str(own))

    assert listed.code == 1
    assert "listening: We listen" in listed.out
    assert "choosing.toml" in listed.err
    assert f"And 1 more thing: `workshop check {own / 'choosing.toml'}` tells all." in listed.err
    assert checked.out.count("choosing.toml:") == 2
    assert "2 errors" in checked.out
