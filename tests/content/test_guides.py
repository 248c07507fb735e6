"""What the guides say is so: each command is one, and the hour is that of the programme."""

import re
import shlex
from collections.abc import Iterator
from pathlib import Path

import pytest
from support.evening import SHIPPED

from workshop.command_line import read
from workshop.content.guides import GUIDES, guide_text

ROOT = Path(__file__).parents[2]
PAGES = {"README": (ROOT / "README.md").read_text(encoding="utf-8")}
PAGES |= {guide: guide_text(guide) for guide in GUIDES}


def commands(text: str) -> Iterator[str]:
    """Yield every command that stands between two signs for code, without where it prints to."""
    for found in re.findall(r"`(workshop [^`]+)`", text):
        yield " ".join(found.partition(" > ")[0].split())


@pytest.mark.parametrize("page", PAGES)
def test_each_command_is_one(page: str, capsys: pytest.CaptureFixture[str]) -> None:
    said = set(commands(PAGES[page]))
    wrong = []
    for command in said:
        try:
            read(shlex.split(command)[1:], usual="")
        except SystemExit:
            if "arguments are required" not in capsys.readouterr().err:  # it is only named
                wrong.append(command)

    assert said
    assert wrong == []


def test_the_hour_for_therapists_is_that_of_the_programme() -> None:
    hours = SHIPPED.programme("fifty-minutes").evenings
    exercises = [SHIPPED.exercise(hour.exercises[0]).minutes for hour in hours]
    talk = [hour.talk for hour in hours]

    text = guide_text("therapists")

    assert {(hour.opening, hour.close, hour.minutes) for hour in hours} == {(5, 10, 50)}
    assert {len(hour.exercises) for hour in hours} == {1}
    assert f"| 5 | the exercise, {min(exercises)} to {max(exercises)} minutes |" in text
    assert f"| after it | time to talk, {min(talk)} to {max(talk)} minutes |" in text
