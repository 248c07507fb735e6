"""Files that somebody changed or sent: no number, key or text in them makes anything hang or crash.

How long something takes is not measured here: each of these took minutes, or all the memory.
"""

from collections.abc import Iterator
from pathlib import Path

import pytest
from support.evening import UNSYNCED, begin, drop, resume, workshop_of

from workshop import paths, toml
from workshop.core.evening.evening import who_begins
from workshop.core.people import Side
from workshop.core.text import clean
from workshop.desk.documents.open_folder import OpenFolder
from workshop.errors import Trouble, Unreadable
from workshop.store.folder import Folder
from workshop.store.listing import saved_in

HEX = "0x" + "f" * 5_000
DECIMAL = "9" * 30


@pytest.fixture
def us(tmp_path: Path) -> Path:
    """A workshop that nobody has open."""
    folder = Folder(tmp_path / "us", UNSYNCED)
    folder.create(workshop_of(["money"]))
    folder.close()
    return folder.path


def write(path: Path, old: str, new: str) -> None:
    """Change a file as somebody with an editor does."""
    text = path.read_text()
    assert old in text
    path.write_text(text.replace(old, new, 1))


def troubles(us: Path) -> Iterator[str]:
    """Yield what is told in a list, and at the opening."""
    (saved,) = saved_in(us.parent)
    yield saved.trouble
    try:
        drop(resume(us))
    except Trouble as trouble:
        yield trouble.sentence
    else:
        yield ""


@pytest.mark.parametrize("number", [HEX, f"-{HEX}".replace("-0x", "0x"), DECIMAL, f"-{DECIMAL}"])
@pytest.mark.parametrize("old", ["format = 1\n", "guided = false\n"])
def test_a_number_without_an_end_is_told_and_never_shown(us: Path, old: str, number: str) -> None:
    key = old.partition(" ")[0]
    write(us / paths.WORKSHOP, old, f"{key} = {number}\n")

    for told in troubles(us):
        assert "a number has more digits than any may have" in told
        assert len(told) < 400


def test_a_digest_is_no_number() -> None:
    table = toml.read_table(b'digest = "' + b"1" * 64 + b'"\n', "agreement.toml")

    assert table == {"digest": "1" * 64}


def test_the_largest_number_that_toml_has_is_read() -> None:
    assert toml.read_table(b"n = 9223372036854775807", "x") == {"n": 2**63 - 1}
    with pytest.raises(Unreadable):
        toml.read_table(b"n = 9223372036854775808", "x")


def test_who_begins_is_known_of_the_last_run_as_of_the_first() -> None:
    other: dict[Side, Side] = {"left": "right", "right": "left"}

    assert who_begins(1, "left") == "left"
    assert who_begins(2**40 + 1, "left") == other[who_begins(1, "left")]


def test_an_exercise_numbered_in_the_thousand_millions_is_told(us: Path) -> None:
    done = '[[done]]\nrun = 1000000000\nexercise = "money"\non = 2026-11-23\nminutes = 5\n'
    write(us / paths.WORKSHOP, "done = []\n", "")
    with (us / paths.WORKSHOP).open("a") as file:
        file.write(done)

    assert all("done 1, run" in told for told in troubles(us))


@pytest.mark.parametrize("name", ["9" * 200, "1000000000", "0", "007", "٣", "1e3"])
def test_a_note_numbered_as_none_of_ours_is_not_one_of_ours(us: Path, name: str) -> None:
    for folder in (paths.NOTES, paths.KEPT):
        (us / folder).mkdir(exist_ok=True)
        (us / folder / f"{name}.toml").write_text("x")

    assert list(troubles(us)) == ["", ""]


def test_after_the_last_number_a_free_one_is_taken(us: Path) -> None:
    done = '[[done]]\nrun = {}\nexercise = "money"\non = 2026-11-23\nminutes = 5\n'
    write(us / paths.WORKSHOP, "done = []\n", "")
    with (us / paths.WORKSHOP).open("a") as file:
        file.write(done.format(999_999) + done.format(1))

    assert OpenFolder(Folder(us, UNSYNCED)).next_run() == 2


def test_of_many_things_that_are_wrong_three_are_named_and_the_rest_is_counted(us: Path) -> None:
    keys = "".join(f"key{number} = 1\n" for number in range(5_000))
    write(us / paths.WORKSHOP, "format = 1\n", f"format = 1\n{keys}")

    for told in troubles(us):
        assert "key0 is not known here; key1 is not known here; key2 is not known" in told
        assert "and 4997 more things" in told
        assert len(told) < 400


def test_a_key_without_an_end_is_shown_in_part(us: Path) -> None:
    write(us / paths.WORKSHOP, "format = 1\n", f"format = 1\n{'k' * 500_000} = 1\n")

    assert all("kkk… is not known here" in told and len(told) < 400 for told in troubles(us))


def test_one_bad_file_takes_no_other_workshop_with_it(us: Path) -> None:
    desk = begin(us.parent / "them", workshop_of(["money"]))
    drop(desk)
    write(us / paths.WORKSHOP, "format = 1\n", f"format = {HEX}\n")

    listed = {saved.label: saved.trouble for saved in saved_in(us.parent)}

    assert listed["them"] == ""
    assert "a number has more digits than any may have" in listed["us"]


@pytest.mark.parametrize(
    "text",
    [
        "\x1b" * 60_000 + "[m" * 60_000,
        "\x9d" * 120_000,
        "\x1b]" * 60_000,
        "a" + "\u0301\u0316" * 60_000,
        "a" + "\u0344" * 60_000,
    ],
    ids=["sequences in sequences", "strings", "titles", "marks", "marks of two"],
)
def test_no_text_takes_time_by_the_square_of_its_length(text: str) -> None:
    cleaned = clean(text)

    assert clean(cleaned) == cleaned
    assert not set(cleaned) & set("\x1b\x9d")


def test_of_marks_upon_marks_none_is_lost() -> None:
    marks = "\u0301\u0316" * 60

    cleaned = clean(f"x{marks}")

    assert sorted(cleaned.replace("\u034f", "")) == sorted(f"x{marks}")
    assert clean("e\u0301") == "é"
