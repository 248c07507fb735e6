"""`schema`, `new-exercise`, `preview`, and a folder of one's own, as an author meets them."""

import json
from pathlib import Path

import pytest
import tomli_w
from plain.support import Program
from support.exercises import MARKED, exercise_of

from workshop.core.steps.speak import Speak
from workshop.system import System


def listing(folder: Path) -> set[str]:
    return {str(path.relative_to(folder)) for path in folder.rglob("*")}


@pytest.fixture
def mine(tmp_path: Path, program: Program) -> Path:
    file = tmp_path / "own" / "a-good-day.toml"
    file.parent.mkdir()
    assert program("new-exercise", str(file)).code == 0
    return file


def test_a_new_exercise_passes_check_and_says_what_comes_next(mine: Path, program: Program) -> None:
    ran = program("check", "--strict", str(mine))

    assert (ran.code, ran.out) == (0, "1 file looked at: nothing is wrong.\n")
    assert 'id = "a-good-day"' in mine.read_text("utf-8")


def test_a_file_that_is_there_is_left_as_it_is(mine: Path, program: Program) -> None:
    mine.write_text("mine")

    ran = program("new-exercise", str(mine))

    assert ran.code == 1
    assert "is there already" in ran.err
    assert mine.read_text() == "mine"


@pytest.mark.parametrize("command", ["new-exercise", "new-programme"])
@pytest.mark.parametrize(
    "name", ["My Day.toml", "a_day.toml", "day.txt", ".toml", "x" * 50 + ".toml"]
)
def test_a_name_that_none_can_have_is_told(
    tmp_path: Path, program: Program, name: str, command: str
) -> None:
    ran = program(command, str(tmp_path / name))

    assert ran.code == 2
    assert "small letters, digits and hyphens" in ran.err
    assert listing(tmp_path) == set()


@pytest.mark.parametrize("command", ["new-exercise", "new-programme"])
def test_a_name_that_windows_cannot_store_is_told(
    tmp_path: Path, program: Program, command: str
) -> None:
    ran = program(command, str(tmp_path / "con.toml"))

    assert ran.code == 2
    assert "con is what Windows calls a device" in ran.err
    assert listing(tmp_path) == set()


@pytest.mark.parametrize("command", ["new-exercise", "new-programme"])
@pytest.mark.parametrize("folder", ["nowhere", "nowhere/programmes"])
def test_a_folder_that_is_not_there_is_told(
    tmp_path: Path, program: Program, command: str, folder: str
) -> None:
    ran = program(command, str(tmp_path / folder / "a-day.toml"))

    assert ran.code == 1
    assert "cannot be written" in ran.err


@pytest.fixture
def path(tmp_path: Path, program: Program) -> Path:
    file = tmp_path / "our own" / "programmes" / "our-path.toml"
    file.parent.parent.mkdir()
    ran = program("new-programme", str(file))
    assert ran.code == 0
    assert f"  workshop start --exercises '{file.parent.parent}' --programme our-path\n" in ran.out
    return file


def test_a_new_programme_passes_check_and_can_be_begun(path: Path, program: Program) -> None:
    checked = program("check", "--strict", str(path))
    begun = program(
        *("start", "--plain", "--names", "ALEX", "SAM"),
        *("--exercises", str(path.parent.parent), "--programme", "our-path"),
        reply="\n",
    )

    assert (checked.code, checked.out) == (0, "1 file looked at: nothing is wrong.\n")
    assert (begun.code, begun.err) == (0, "")


def test_a_new_programme_leaves_alone_what_is_there(path: Path, program: Program) -> None:
    path.write_text("mine")

    ran = program("new-programme", str(path))

    assert (ran.code, path.read_text()) == (1, "mine")
    assert "is there already" in ran.err


def test_a_new_programme_elsewhere_is_told_where_programmes_are_found(
    tmp_path: Path, program: Program
) -> None:
    file = tmp_path / "our-path.toml"

    ran = program("new-programme", str(file))

    assert (ran.code, program("check", "--strict", str(file)).code) == (0, 0)
    assert "in a folder called programmes" in ran.out


def test_a_preview_walks_to_the_end_and_saves_nothing(
    mine: Path, program: Program, tmp_path: Path
) -> None:
    before = listing(tmp_path)

    ran = program("preview", str(mine), reply="\n" * 6)

    assert ran.code == 0
    assert "That was the last step." in ran.out
    assert "Nothing was saved." in ran.out
    assert "The evening" not in ran.out
    assert listing(tmp_path) == before


def test_a_preview_that_is_left_begins_at_the_same_turn_with_what_was_changed(
    mine: Path, program: Program
) -> None:
    left = program("preview", str(mine), reply="\n\n:quit\n")
    command = left.out.split("To begin at this turn again: workshop ")[1].split()
    assert command[-3:] == ["--at", "tell/1/answer", "--plain"]

    text = mine.read_text("utf-8")
    mine.write_text(text.replace("liked hearing.", "will keep."), "utf-8")
    again = program(*(part.strip("'") for part in command), reply="")

    assert "Say one thing about it that you will keep." in again.out
    assert "Think of one good moment" not in again.out


def test_a_preview_at_a_turn_that_is_gone_is_told(mine: Path, program: Program) -> None:
    ran = program("preview", str(mine), "--at", "gone/1")

    assert ran.code == 1
    assert "There is no turn gone/1" in ran.err
    assert "Did you mean" not in ran.err


@pytest.mark.parametrize("at", ["tell/1/anwser", "tell/3/answer", "Tell/1/Answer", "tel/1/answer"])
def test_near_ids_are_named_where_a_turn_is_not_there(
    mine: Path, program: Program, at: str
) -> None:
    ran = program("preview", str(mine), "--at", at)

    assert ran.code == 1
    assert "Did you mean tell/1/answer" in ran.err.replace("tell/2/answer, tell/1", "tell/1")
    assert ran.err.endswith("`--turns` in place of `--at` lists all there are.\n")


@pytest.mark.parametrize("at", ["", "x" * 100_000, "\x1b[31mtell/1", "tell/\n1"])
def test_any_turn_that_is_not_there_is_told_on_one_line(
    mine: Path, program: Program, at: str
) -> None:
    ran = program("preview", str(mine), "--at", at)

    assert ran.code == 1
    assert ran.err.count("\n") == 1
    assert "\x1b" not in ran.err


def test_the_turns_of_an_exercise_are_listed_and_each_can_be_begun_at(
    mine: Path, program: Program
) -> None:
    listed = program("preview", str(mine), "--turns")
    turns = [line.split()[0] for line in listed.out.splitlines()]

    assert (listed.code, listed.err) == (0, "")
    assert turns == sorted(set(turns), key=turns.index)
    assert "tell/1/answer" in turns
    for turn in turns:
        assert program("preview", str(mine), "--at", turn, reply="").code == 0


def test_a_step_can_be_begun_at_by_its_id(mine: Path, program: Program) -> None:
    by_step = program("preview", str(mine), "--at", "tell", reply="")
    by_turn = program("preview", str(mine), "--at", "tell/1", reply="")

    assert by_step.code == 0
    assert by_step.out == by_turn.out


def test_a_preview_of_a_broken_exercise_tells_all_that_is_wrong(
    mine: Path, program: Program
) -> None:
    text = mine.read_text("utf-8")
    mine.write_text(text.replace('kind = "think"', 'kind = "thnk"').replace("minutes", "minuets"))

    ran = program("preview", str(mine))

    assert ran.code == 1
    lines = ran.err.splitlines()
    number = (
        mine.read_text("utf-8")
        .split("\n")
        .index(
            next(
                row
                for row in mine.read_text("utf-8").split("\n")
                if row.startswith('kind = "thnk"')
            )
        )
        + 1
    )
    assert any(f'{mine}:{number}: step 1 "look-back": kind "thnk"' in line for line in lines)
    assert any('unknown key "minuets". Did you mean "minutes"?' in line for line in lines)


def test_lists_that_are_marked_can_be_previewed(tmp_path: Path, program: Program) -> None:
    file = tmp_path / "marks.toml"
    talk = Speak(id="talk", prompt="Say one thing.")
    made = exercise_of([*MARKED, talk], "marks").model_copy(update={"minutes": 43})
    file.write_text(tomli_w.dumps(made.model_dump(mode="json", by_alias=True, exclude_none=True)))

    for turn in ("balance/1", "order", "goods/2", "tasks/reveal", "carried/1/draft", "talk/1"):
        ran = program("preview", str(file), "--at", turn, reply="")
        assert (ran.code, ran.err) == (0, ""), turn
        assert f"--at {turn.partition('/')[0]}" in ran.out


def test_a_folder_set_once_is_always_there(mine: Path, program: Program, tmp_path: Path) -> None:
    (program.data / "settings.toml").parent.mkdir(parents=True, exist_ok=True)
    (program.data / "settings.toml").write_text(f'format = 1\nexercises = "{mine.parent}"\n')

    assert "a-good-day: A good moment, 14 minutes" in program("exercises").out
    assert program("exercises", "a-good-day").code == 0


@pytest.mark.parametrize(
    ("settings", "said"),
    [
        (
            'format = 1\nexercises = "/nowhere/at/all"\n',
            "There is no folder /nowhere/at/all, which",
        ),
        ('format = 1\nexercise = "x"\n', 'unknown key "exercise". Did you mean "exercises"?'),
        ("format = [", "the list that opens here is not closed"),
        ("format = 9", "later version"),
    ],
)
def test_settings_that_cannot_be_followed_are_told_and_stop_nothing(
    program: Program, settings: str, said: str
) -> None:
    program.data.mkdir(parents=True, exist_ok=True)
    (program.data / "settings.toml").write_text(settings)

    ran = program("exercises")

    assert ran.code == 0
    assert "compromise" in ran.out
    assert said in ran.err
    assert "settings.toml" in ran.err
    assert (program.data / "settings.toml").read_text() == settings


def test_problems_in_own_exercises_are_told_with_line_and_never_stop_the_rest(
    mine: Path, program: Program
) -> None:
    text = mine.read_text("utf-8")
    broken = text.replace("seconds = 20", "secnds = 20").replace('"a-good-day"', '"broken"')
    (mine.parent / "broken.toml").write_text(broken)
    (mine.parent / "worse.toml").write_text("format = 1\nx = [\n")

    ran = program("exercises", "--exercises", str(mine.parent))

    assert ran.code == 1
    assert "a-good-day: A good moment" in ran.out
    assert "compromise: What I need, what can bend" in ran.out
    number = text.splitlines().index("seconds = 20") + 1
    assert f'broken.toml:{number}: step 1 "look-back": unknown key "secnds"' in ran.err
    assert "worse.toml:2: the list that opens here is not closed." in ran.err


def test_an_own_exercise_in_the_place_of_a_built_in_one_is_told(
    mine: Path, program: Program
) -> None:
    text = mine.read_text("utf-8").replace('"a-good-day"', '"compromise"')
    (mine.parent / "compromise.toml").write_text(text)

    ran = program("exercises", "--exercises", str(mine.parent))

    assert "compromise: A good moment" in ran.out
    assert "compromise: your own exercise is used in place of the built-in one." in ran.err


@pytest.mark.parametrize("what", ["nowhere", "a-file"])
def test_a_folder_that_is_none_is_told(tmp_path: Path, program: Program, what: str) -> None:
    (tmp_path / "a-file").write_text("x")

    ran = program("exercises", "--exercises", str(tmp_path / what))

    assert ran.code == 1
    assert str(tmp_path / what) in ran.err


def test_a_folder_that_cannot_be_opened_is_told(
    tmp_path: Path, program: Program, monkeypatch: pytest.MonkeyPatch
) -> None:
    def closed(_system: System, _path: Path) -> None:
        raise PermissionError(13, "Permission denied")

    own = tmp_path / "own"
    own.mkdir()
    monkeypatch.setattr(System, "names", closed)
    ran = program("exercises", "--exercises", str(own))

    assert ran.code == 1
    assert f"The folder {own} cannot be opened: Permission denied." in ran.err


@pytest.mark.parametrize("kind", ["exercise", "programme", "agreement"])
def test_a_schema_is_json(program: Program, kind: str) -> None:
    ran = program("schema", kind)

    assert ran.code == 0
    assert json.loads(ran.out)["title"] == f"Equal Say: {kind}"
