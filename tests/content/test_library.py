"""Exercises of one's own stand beside the built-in ones; nothing outside the folders is found."""

from collections.abc import Callable
from pathlib import Path

import pytest

from workshop import paths, toml
from workshop.cards.offers import unread
from workshop.content import shape
from workshop.content.library import Library
from workshop.core.exercise import Exercise, Programme
from workshop.core.model import Frozen
from workshop.errors import NotFound, TooNew, Trouble, Unreadable

BUILTIN = Path(str(paths.builtin_content()))


def as_exercise(id: str, title: str = "Own", **changes: object) -> bytes:
    table = {
        "format": 1,
        "id": id,
        "title": title,
        "theme": "building",
        "minutes": 1,
        "aim": "Something small.",
        "sources": ["widely taught"],
        "facilitator": {"before": "Sit.", "watch": ["Nothing."]},
        "steps": [{"kind": "breathe", "id": "breath", "prompt": "Breathe."}],
    }
    return toml.write_table(table | changes)


def as_programme(id: str) -> bytes:
    evening = {"exercises": ["mine"], "line": "One."}
    table = {"format": 1, "id": id, "title": "Own", "aim": "x", "evenings": [evening]}
    return toml.write_table(table)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    own = tmp_path / "own"
    (own / "programmes").mkdir(parents=True)
    (own / "mine.toml").write_bytes(as_exercise("mine"))
    (own / "programmes" / "evening.toml").write_bytes(as_programme("evening"))
    (tmp_path / "outside.toml").write_bytes(as_exercise("outside"))
    return own


@pytest.fixture
def library(folder: Path) -> Library:
    return Library(BUILTIN, folder)


def test_what_came_with_the_program_is_found() -> None:
    library = Library(BUILTIN)

    assert library.exercise("compromise").title == "What I need, what can bend"
    assert library.programme("essentials").path[-1] == "compromise"
    assert library.page("before-you-begin").startswith("# Before you begin")
    assert library.help_lines().directories
    assert library.evening_words().opening.tonight


def test_everything_that_came_with_the_program_can_be_read() -> None:
    library = Library(BUILTIN)

    assert all(isinstance(found, Exercise) for found in library.exercises())
    assert all(isinstance(found, Programme) for found in library.programmes())


def test_own_exercises_stand_beside_the_built_in_ones(library: Library) -> None:
    ids = [found.id for found in library.exercises() if isinstance(found, Exercise)]

    assert {"compromise", "mine"} <= set(ids)
    assert ids == sorted(ids) == library.exercise_ids()
    assert library.programme("evening").path == ("mine",)
    assert library.programme("essentials")


def test_an_own_exercise_goes_before_a_built_in_one_of_its_name(
    folder: Path, library: Library
) -> None:
    (folder / "compromise.toml").write_bytes(as_exercise("compromise", "Our own"))

    assert library.exercise("compromise").title == "Our own"
    assert library.exercise_ids().count("compromise") == 1


def test_a_bad_own_exercise_is_told_and_hides_no_other(folder: Path, library: Library) -> None:
    (folder / "bad.toml").write_bytes(b"format = 1\n")
    (folder / "worse.toml").write_bytes(b"\xff\x00")

    found = list(library.exercises())

    told = [trouble.sentence for trouble in found if isinstance(trouble, Trouble)]
    assert len(told) == 2
    assert told[0].startswith(f"{folder / 'bad.toml'}:1: ")
    assert "is missing. Add a line such as `" in told[0]
    assert "this file is not UTF-8 text" in told[1]
    assert any(isinstance(good, Exercise) and good.id == "mine" for good in found)
    with pytest.raises(Unreadable):
        library.exercise("bad")


def test_a_bad_own_programme_is_told(folder: Path, library: Library) -> None:
    (folder / "programmes" / "bad.toml").write_bytes(b"[")

    assert sum(isinstance(found, Trouble) for found in library.programmes()) == 1
    with pytest.raises(Unreadable, match="does not name a part"):
        library.programme("bad")


def test_an_exercise_of_a_later_format_is_told(folder: Path, library: Library) -> None:
    (folder / "new.toml").write_bytes(as_exercise("new", format=2))

    with pytest.raises(TooNew, match="later version"):
        library.exercise("new")


def test_an_exercise_with_a_key_without_an_end_is_told(folder: Path, library: Library) -> None:
    (folder / "deep.toml").write_bytes(b"format = 1\na" + b".a" * 1000 + b" = 1\n")

    with pytest.raises(Unreadable, match="a hundred parts or more"):
        library.exercise("deep")


@pytest.mark.parametrize("kind", ["", "programmes"])
def test_a_file_whose_id_is_another_is_told(folder: Path, library: Library, kind: str) -> None:
    data = as_programme("mine") if kind else as_exercise("mine")
    (folder / kind / "copy.toml").write_bytes(data)
    find: Callable[[str], object] = library.programme if kind else library.exercise

    with pytest.raises(Unreadable, match=r'its id is "mine"\. Make them the same'):
        find("copy")


@pytest.mark.parametrize(
    "id",
    [
        "../outside",
        "../own/mine",
        "./mine",
        "programmes/evening",
        "mine.toml",
        "MINE",
        "mine/",
        "mine\x00",
        "..",
        ".",
        "",
        "/etc/passwd",
        "x" * 5000,
    ],
)
def test_a_path_is_no_exercise_and_no_programme(library: Library, id: str) -> None:
    with pytest.raises(NotFound):
        library.exercise(id)
    with pytest.raises(NotFound):
        library.programme(f"../programmes/{id}")


def test_hidden_files_and_folders_are_no_exercises(folder: Path, library: Library) -> None:
    (folder / ".mine.toml").write_bytes(as_exercise("mine"))
    (folder / "folder.toml").mkdir()
    (folder / "mine.toml.bak").write_bytes(as_exercise("mine"))

    assert not {".mine", "folder", "mine.toml"} & set(library.exercise_ids())
    with pytest.raises(NotFound):
        library.exercise("folder")


def test_an_unknown_name_is_told_without_what_acts_on_a_terminal(library: Library) -> None:
    with pytest.raises(NotFound) as told:
        library.exercise("\x1b[31mred\n")

    assert told.value.sentence.isprintable()


def test_an_unknown_programme_is_told_with_those_there_are(library: Library) -> None:
    with pytest.raises(NotFound, match=r"essentials.*evening|evening.*essentials"):
        library.programme("nothing")


def test_an_unknown_reading_is_told(library: Library) -> None:
    with pytest.raises(NotFound):
        library.reading("nothing")


@pytest.mark.parametrize("name", ["nowhere", "own/mine.toml"])
def test_a_folder_of_ones_own_must_be_one(folder: Path, name: str) -> None:
    with pytest.raises(NotFound, match=r"There is no folder|is not a folder"):
        Library(BUILTIN, folder.parent / name)


def test_a_mistake_of_ours_with_one_file_stops_no_other(
    library: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Whatever is in it: what is not understood is one line in the list."""
    understood = shape.shaped

    def mistaken(kind: type[Frozen], table: dict[str, object], *more: object) -> object:
        # Whatever else it takes is handed on.
        return 1 / 0 if table["id"] == "mine" else understood(kind, table, *more)  # type: ignore[arg-type]

    monkeypatch.setattr(shape, "shaped", mistaken)

    found = list(library.exercises())

    (trouble,) = (one for one in found if isinstance(one, Trouble))
    assert "mine.toml cannot be read" in trouble.sentence
    assert len(found) > 1


def test_a_programme_that_names_what_is_not_there_is_named_where_it_is_not_offered(
    folder: Path,
) -> None:
    (folder / "mine.toml").unlink()

    told = unread(Library(BUILTIN, folder))

    command = f"`workshop check {folder / 'programmes' / 'evening.toml'}`"
    assert told == [f"The programme evening names mine, which cannot be begun: {command} says why."]


def test_the_first_page_is_short_and_loses_nothing_of_whom_it_is_not_for() -> None:
    library = Library(paths.builtin_content())
    page, whole = (
        " ".join(library.page(name).split())
        for name in ("before-you-begin-in-short", "before-you-begin")
    )

    assert len(page.split()) <= 90 + len(["#", "Before", "you", "begin"])
    for said in (
        "If you are afraid of your partner, or of what happens afterwards, this is not the right"
        " tool, and that is not a failure. Someone outside can think it through with you, alone",
        "No software can make joint exercises safe where there is coercion.",
    ):
        assert said in page
        assert said in whole
