"""Own exercises stay with the workshop that was begun with them, and nothing is lost with them."""

import errno
import os
import unicodedata
from pathlib import Path
from random import Random

import pytest
from support.evening import StillClock, asks, drop

from workshop import paths, toml
from workshop.cards.choice import Choice, Chosen
from workshop.cards.deeds import (
    LookAgain,
    PutAway,
    Retry,
    SaveElsewhere,
    Stop,
    TakeUp,
    ThrowAway,
)
from workshop.content.library import Library
from workshop.core.course.session import Ask
from workshop.desk.desk import Desk
from workshop.desk.workshops import Plan, Workshops
from workshop.errors import NotFound, Unreadable
from workshop.store.folder import Folder
from workshop.system import System

MINE = {
    "format": 1,
    "id": "mine",
    "title": "Ours",
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
NAMES = ("own", "[/] 李", unicodedata.normalize("NFD", "José"), "a%20b", "file:x")


def folder_of_own(at: Path, id: str = "mine") -> Path:
    at.mkdir(parents=True)
    (at / f"{id}.toml").write_bytes(toml.write_table({**MINE, "id": id}))
    return at


def workshops(data: Path, own: Path | None = None) -> Workshops:
    """Return what a command has that names `own`, or no folder."""
    library = Library(paths.builtin_content(), own)
    return Workshops(data, library, StillClock(), Random(7), own=own)


def write_one_line(desk: Desk) -> None:
    """Stop when one of the two has written a line."""
    for asked in asks(desk):
        if isinstance(asked, Ask) and asked.turn.id == "line/2":
            break
    drop(desk)


def begun(data: Path, own: Path, id: str = "mine") -> None:
    write_one_line(workshops(data, own).begin(Plan(("ALEX", "SAM"), (id,), label="us")))


def first_of_the_exercise(desk: Desk) -> object:
    """Return what is asked first once the evening is open."""
    for asked in asks(desk):
        if isinstance(asked, Choice) or not asked.turn.id.startswith("opening"):
            return asked
    return None


@pytest.mark.parametrize("name", NAMES)
def test_who_goes_on_names_no_folder(tmp_path: Path, name: str) -> None:
    begun(tmp_path / "data", folder_of_own(tmp_path / name))
    later = workshops(tmp_path / "data")

    desk = later.resume(later.find("us"))

    assert desk.library.exercise("mine").title == "Ours"
    drop(desk)


def test_a_folder_is_noted_as_it_is_from_everywhere(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    own = folder_of_own(tmp_path / "here" / "own")
    monkeypatch.chdir(own.parent)

    begun(tmp_path / "data", Path("own"))

    assert Folder(tmp_path / "data" / "us").workshop().own == str(own)


@pytest.mark.parametrize("name", [*NAMES, "~x"])
def test_inside_of_the_workshop_they_go_along_with_another_label(tmp_path: Path, name: str) -> None:
    data = tmp_path / "data"
    begun(data, folder_of_own(tmp_path / "own"))
    inside = data / "us" / name
    inside.parent.mkdir(exist_ok=True)
    (tmp_path / "own").rename(inside)
    drop(workshops(data, inside).resume(data / "us"))

    found = workshops(data).rename_label(data / "us", "them")

    if unicodedata.is_normalized("NFC", name):
        desk = workshops(data).resume(found)
        assert desk.library.exercise("mine").title == "Ours"
        drop(desk)
    else:  # its letters cannot be noted, so its whole way is
        assert Folder(found).workshop().own == inside.as_uri()


def test_a_workshop_that_is_moved_finds_them_still(tmp_path: Path) -> None:
    begun(tmp_path / "data", folder_of_own(tmp_path / "own"))
    (tmp_path / "data").rename(tmp_path / "moved")
    later = workshops(tmp_path / "moved")

    desk = later.resume(later.find("us"))

    assert desk.library.exercise("mine").title == "Ours"
    drop(desk)


def test_another_folder_that_is_named_is_noted_instead(tmp_path: Path) -> None:
    begun(tmp_path / "data", folder_of_own(tmp_path / "own"))
    other = folder_of_own(tmp_path / "other")

    drop(workshops(tmp_path / "data", other).resume(tmp_path / "data" / "us"))

    assert Folder(tmp_path / "data" / "us").workshop().own == str(other)


@pytest.mark.parametrize("id", ["mine", "appreciation"])
def test_a_folder_that_is_gone_is_said_and_nothing_is_offered_to_be_deleted(
    tmp_path: Path, id: str
) -> None:
    """Also where a built-in exercise has the name of the one that was begun."""
    own = folder_of_own(tmp_path / "own", id)
    begun(tmp_path / "data", own, id)
    own.rename(tmp_path / "elsewhere")
    notes = (tmp_path / "data" / "us" / "notes" / "1.toml").read_bytes()

    desk = workshops(tmp_path / "data").resume(tmp_path / "data" / "us")
    asked = first_of_the_exercise(desk)

    assert isinstance(asked, Choice)
    assert f"The folder {own} is not there now." in asked.lines[0]
    assert asked.option(Stop()) is not None
    assert asked.option(PutAway()) is None
    desk.leave()
    left = desk.ask()
    assert not isinstance(left, Choice) or left.option(ThrowAway()) is None
    drop(desk)
    assert (tmp_path / "data" / "us" / "notes" / "1.toml").read_bytes() == notes


def test_one_that_was_never_begun_is_waited_for_and_is_no_matter_of_saving(tmp_path: Path) -> None:
    own = folder_of_own(tmp_path / "own")
    plan = Plan(("ALEX", "SAM"), ("mine",), label="us")
    drop(workshops(tmp_path / "data", own).begin(plan))
    own.rename(tmp_path / "elsewhere")

    desk = workshops(tmp_path / "data").resume(tmp_path / "data" / "us")
    asked = first_of_the_exercise(desk)

    assert isinstance(asked, Choice)
    assert "saved" not in asked.prompt
    assert f"The folder {own} is not there now." in asked.lines[0]
    assert asked.option(SaveElsewhere()) is None
    (tmp_path / "elsewhere").rename(own)
    desk.reply(Chosen(Retry()))
    begins = desk.ask()
    assert isinstance(begins, Ask)
    assert begins.turn.id.startswith("line/1")
    drop(desk)


def test_one_that_is_brought_back_goes_on_where_it_was(tmp_path: Path) -> None:
    own = folder_of_own(tmp_path / "own")
    begun(tmp_path / "data", own)
    own.rename(tmp_path / "elsewhere")
    drop(workshops(tmp_path / "data").resume(tmp_path / "data" / "us"))
    (tmp_path / "elsewhere").rename(own)

    desk = workshops(tmp_path / "data").resume(tmp_path / "data" / "us")

    turns = [asked.turn.id for asked in asks(desk) if isinstance(asked, Ask)]
    assert "line/2" in turns
    assert "line/1" not in turns
    drop(desk)


def test_one_that_is_brought_back_while_it_is_asked_for_goes_on_at_once(tmp_path: Path) -> None:
    own = folder_of_own(tmp_path / "own")
    begun(tmp_path / "data", own)
    own.rename(tmp_path / "elsewhere")
    desk = workshops(tmp_path / "data").resume(tmp_path / "data" / "us")
    assert isinstance(first_of_the_exercise(desk), Choice)
    desk.reply(Chosen(LookAgain()))
    still = desk.ask()
    assert isinstance(still, Choice)
    assert f"The folder {own} is not there now." in still.lines[0]
    (tmp_path / "elsewhere").rename(own)

    desk.reply(Chosen(LookAgain()))

    asked = desk.ask()
    assert isinstance(asked, Choice)
    assert asked.option(TakeUp()) is not None
    drop(desk)


def test_a_disk_that_does_not_answer_once_is_asked_again_and_no_notes_are_lost(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    own = folder_of_own(tmp_path / "own", "appreciation")  # which is the name of a built-in one
    begun(tmp_path / "data", own, "appreciation")
    desk = with_a_disk_that_hangs(monkeypatch, own, tmp_path / "data" / "us")

    asked = first_of_the_exercise(desk)
    assert isinstance(asked, Choice)
    assert f"The folder {own} cannot be opened: Input/output error." in asked.lines[0]
    assert asked.option(PutAway()) is None
    monkeypatch.undo()
    desk.reply(Chosen(LookAgain()))

    again = desk.ask()
    assert isinstance(again, Choice)
    assert again.option(TakeUp()) is not None
    drop(desk)


def with_a_disk_that_hangs(monkeypatch: pytest.MonkeyPatch, own: Path, us: Path) -> Desk:
    later = workshops(us.parent, own)
    names = System.names

    def hangs(system: System, folder: Path | str) -> list[str]:
        if Path(folder) == own:
            raise OSError(errno.EIO, os.strerror(errno.EIO))
        return names(system, folder)

    monkeypatch.setattr(System, "names", hangs)
    return later.resume(us)


def test_no_built_in_exercise_is_taken_where_nobody_can_tell_whether_there_is_an_own_one(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    own = folder_of_own(tmp_path / "own", "money")
    begun(tmp_path / "data", own, "money")
    desk = with_a_disk_that_hangs(monkeypatch, own, tmp_path / "data" / "us")

    with pytest.raises(Unreadable, match="cannot be opened: Input/output error"):
        desk.library.exercise("money")
    assert "money" in desk.library.exercise_ids()
    drop(desk)


def test_a_folder_that_goes_away_meanwhile_crashes_nothing(tmp_path: Path) -> None:
    own = folder_of_own(tmp_path / "own")
    library = Library(paths.builtin_content(), own)
    own.rename(tmp_path / "elsewhere")

    assert library.exercise("money").id == "money"
    with pytest.raises(NotFound, match="is not there now"):  # it may be one of these
        library.begun("money", "another digest")
    assert "mine" not in library.exercise_ids()


def test_a_home_that_nobody_has_is_no_folder_and_crashes_nothing(tmp_path: Path) -> None:
    begun(tmp_path / "data", folder_of_own(tmp_path / "own"))
    file = tmp_path / "data" / "us" / "workshop.toml"
    text = file.read_text(encoding="utf-8")
    file.write_text(text.replace(str(tmp_path / "own"), "~nobody-at-all/own"), encoding="utf-8")

    desk = workshops(tmp_path / "data").resume(tmp_path / "data" / "us")

    assert "is not there now" in desk.library.gone
    drop(desk)
