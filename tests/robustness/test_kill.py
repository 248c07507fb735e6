"""kill -9 for real: whatever was acknowledged is there, nothing sealed is, and it goes on."""

from collections.abc import Iterator
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from support.effort import LONG
from support.evening import documents, files
from support.talk import MOST_LINES, Talk

from workshop.core.agreement.agreement import Agreement
from workshop.core.agreement.verify import Unchanged, verify

pytestmark = pytest.mark.every(5)

START = (
    "start",
    "--plain",
    "--names",
    "ALEX",
    "SAM",
    "--exercise",
    "compromise",
    "--begins",
    "left",
)
PARTS = 10
OPENED = "Both are open now."


@cache
def lines_of_an_evening() -> int:
    """Return how many lines are typed in an evening that nobody interrupts."""
    with TemporaryDirectory() as folder, start(Path(folder) / "data") as talk:
        return talk_on(talk, MOST_LINES)


def start(data: Path) -> Talk:
    return Talk(data, *START, "--data", str(data), "--label", "us")


def talk_on(talk: Talk, lines: int) -> int:
    """Answer up to `lines` lines. Returns how many there were."""
    for number in range(lines):
        if not talk.waits:
            return number
        talk.type(talk.next_line())
        talk.listen()
    assert lines < MOST_LINES, "it never ends"
    return lines


def check_files(data: Path, talk: Talk, may_be_open: bool) -> None:
    """Fail unless every file can be read, and none holds what was sealed and is not open."""
    if (data / "us").is_dir():
        documents(data / "us")
    everything = b"".join(files(data, copies=True).values())
    temporary = b"".join(files(data.parent / "temporary").values())
    if not may_be_open:
        assert not [text for text in talk.sealed if text.encode() in everything]
    assert temporary == b""


def go_on_to_the_end(data: Path) -> None:
    """Take it up again, and end it."""
    if (data / "us" / "workshop.toml").is_file():
        talk = Talk(data, "resume", "us", "--plain")
    else:
        talk = start(data)  # it was killed before there was anything to save
    with talk:
        talk_on(talk, MOST_LINES)
        assert talk.ended() == 0, talk.heard[-3:]


def check_one_clause(data: Path) -> None:
    agreement = documents(data / "us")["agreement.toml"]
    assert isinstance(agreement, Agreement)
    assert [clause.status for clause in agreement.clauses] == ["in force"]
    assert len(agreement.revisions) == 1
    assert isinstance(verify(agreement), Unchanged)


def instants(part: int) -> Iterator[int]:
    """Yield after how many lines to kill: in all, every sixth line; or half of them, if LONG."""
    lines = lines_of_an_evening()
    yield from range(part, lines, 2 * PARTS) if LONG else (part * lines // PARTS,)


@pytest.mark.parametrize("part", range(0, PARTS, 1 if LONG else 4))
def test_killed_while_it_waits_it_goes_on_and_reaches_the_clause(tmp_path: Path, part: int) -> None:
    for lines in instants(part):
        data = tmp_path / str(lines) / "data"
        with start(data) as talk:
            talk_on(talk, lines)
            talk.kill()

        check_files(data, talk, may_be_open=OPENED in "".join(talk.heard))
        go_on_to_the_end(data)
        check_one_clause(data)


@pytest.mark.parametrize("part", range(0 if LONG else 1, PARTS, 1 if LONG else 4))
def test_killed_while_it_takes_a_line_it_goes_on_and_reaches_the_clause(
    tmp_path: Path, part: int
) -> None:
    for lines in instants(part):
        data = tmp_path / str(lines) / "data"
        with start(data) as talk:
            talk_on(talk, lines)
            both_are_in = "Both answers are in." in "".join(talk.heard)
            talk.type(talk.next_line())
            talk.kill()

        check_files(data, talk, may_be_open=both_are_in)
        go_on_to_the_end(data)
        check_one_clause(data)
