"""What somebody set once and for all: told, changed line by line, and never in the way."""

from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory
from types import SimpleNamespace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from plain.support import Program
from support.effort import examples
from support.evening import StillClock

from workshop import paths, toml
from workshop.commands.context import Context
from workshop.content.settings import ALL, Settings, read_settings
from workshop.content.settings_keys import FREE, USUAL_KEYS
from workshop.content.settings_model import SettingsFile
from workshop.content.settings_text import with_value
from workshop.desk.settings import NAMES, SetUp
from workshop.errors import NotFound, Refused

HAND_WRITTEN = """\
# Ours.
format = 1
theme = "morning"  # for the balcony
language = "en"

[keys]
# F5 is free here.
pause = "f5"
"""


@pytest.fixture
def setup(tmp_path: Path) -> SetUp:
    return SetUp(tmp_path)


def written(setup: SetUp, text: str) -> SetUp:
    setup.path.write_text(text, "utf-8")
    return SetUp(setup.folder)


def test_a_setting_is_kept_and_holds_at_the_next_start(program: Program) -> None:
    changed = program("settings", "theme", "morning")

    assert (changed.code, changed.err) == (0, "")
    assert program("settings", "theme").out == "Theme: morning, light\n"
    assert "theme = morning\n" in program("settings").out
    assert str(program.data / "settings.toml") in program("settings").out
    program("settings", "theme", "--usual")
    assert (program.data / "settings.toml").read_text() == "format = 1\n"


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("colour", "red"), "No setting is called colour."),
        (("theme", "mauve"), "Type one of: evening, morning, high-contrast, terminal."),
        (("clock", "perhaps"), "Type one of: on, true, yes, off, false, no."),
        (("exercises", "/nowhere/at/all"), "There is no folder /nowhere/at/all. Make it first."),
        (("keys.pause", "x"), "This key is needed to type"),
        (("keys.pause", "ctrl+z"), "This key does something in a text"),
        (("keys.pause", "ctrl+s"), "The key ctrl+s does “leave” already."),
        (("keys.pause", "whatever"), "No key is called so."),
        (("keys.paws", "f5"), "No setting is called keys.paws."),
        (("data", "."), "WORKSHOP_DATA names the data folder here"),
        (("theme", " "), "The value is empty."),
        (("theme", "morning", "--usual"), "Give a value, or --usual, and not both."),
    ],
)
def test_what_cannot_be_is_refused_with_the_reason(
    program: Program, words: tuple[str, ...], said: str
) -> None:
    ran = program("settings", *words)

    assert ran.code == 2
    assert said in ran.err
    assert not (program.data / "settings.toml").exists()


def test_one_line_changes_and_what_somebody_wrote_beside_it_stays(setup: SetUp) -> None:
    setup = written(setup, HAND_WRITTEN)

    setup.change("theme", "evening")
    setup.change("keys.leave", "f8")
    setup.change("clock", "off")
    setup.change("keys.pause", "")

    assert setup.path.read_text() == (
        '# Ours.\nformat = 1\ntheme = "evening"  # for the balcony\nlanguage = "en"\n\n'
        'clock = false\n[keys]\nleave = "f8"\n# F5 is free here.\n'
    )
    assert setup.now == Settings(clock=False, keys={"leave": "f8"})


@pytest.mark.parametrize(
    "text",
    ["format = [", "\x00", "format = 9\n", 'format = 1\nkeys = {pause = "f5"}\n', "a.b.c = '''"],
)
def test_a_file_that_is_broken_or_odd_is_never_written_over(setup: SetUp, text: str) -> None:
    setup = written(setup, text)

    with pytest.raises(Refused, match=r"settings\.toml cannot be changed from here"):
        setup.change("keys.leave", "f8")

    assert setup.path.read_text() == text


def test_a_file_that_is_kept_elsewhere_and_linked_here_is_changed_there(
    setup: SetUp, tmp_path: Path
) -> None:
    elsewhere = tmp_path / "dotfiles.toml"
    elsewhere.write_text("format = 1\n")
    setup.path.symlink_to(elsewhere)

    setup.change("mouse", "off")

    assert setup.path.is_symlink()
    assert elsewhere.read_text() == "format = 1\nmouse = false\n"


def test_of_what_is_wrong_the_first_is_told_and_the_rest_is_followed(setup: SetUp) -> None:
    keys = '[keys]\npause = "f5"\nleave = "x"\nhide = "f5"\n'
    setup = written(setup, f'format = 1\ntheme = "mauve"\nmouse = false\n{keys}')

    now = setup.now

    assert "settings.toml:2: " in now.trouble
    assert (now.theme, now.mouse, now.keys) == ("evening", False, {})


def test_keys_that_are_exchanged_are_both_taken(setup: SetUp) -> None:
    both = 'format = 1\n[keys]\npause = "ctrl+s"\nleave = "ctrl+t"\n'

    now = written(setup, both).now

    assert not now.trouble
    assert now.keys == {"pause": "ctrl+s", "leave": "ctrl+t"}


TABLES = st.dictionaries(
    st.sampled_from(sorted(ALL)),
    st.booleans() | st.integers(0, 2) | st.text(max_size=4) | st.just({"help": "f5", "next": "f5"}),
)


@given(TABLES, st.sampled_from(NAMES), st.sampled_from(["", "on", "evening", "f8", "/"]))
@examples(20)
def test_whatever_the_file_holds_only_what_is_set_is_another(
    table: dict[str, object], name: str, value: str
) -> None:
    with TemporaryDirectory() as folder:
        setup = SetUp(Path(folder))
        setup.path.write_bytes(toml.write_table(table))
        before = setup.path.read_bytes()
        try:
            setup.change(name, value)
        except Refused:
            assert setup.path.read_bytes() == before
            return
        after = toml.read_table(setup.path.read_bytes(), "")
        key = name.partition(".")[0]

        assert {k: v for k, v in after.items() if k != key} == {
            k: v for k, v in table.items() if k != key
        }


def test_all_that_can_be_set_is_known_to_whoever_checks_it() -> None:
    assert set(SettingsFile.model_fields) == ALL
    assert {name.partition(".")[0] for name in NAMES} | {"format", "language"} == ALL
    assert set(FREE).issuperset(key for keys in USUAL_KEYS.values() for key in keys)


def test_a_line_that_looks_like_another_one_is_left_alone() -> None:
    text = "format = 1\nlanguage = '''\ntheme = \"x\"'''\n"

    assert with_value(text, ["theme"], "morning") is None


# -- the data folder ------------------------------------------------------------------------------


def test_another_data_folder_moves_nothing_and_says_where_the_old_ones_are(
    setup: SetUp, tmp_path: Path
) -> None:
    other = tmp_path / "other"
    other.mkdir()

    told = setup.change("data", str(other))

    assert f"are kept in {other}. Nothing is moved: what is in {tmp_path} stays there" in told
    assert SetUp(setup.folder).data == other
    assert SetUp(setup.folder, "--data").data == setup.folder


def test_a_data_folder_that_is_gone_is_told_and_none_is_made_elsewhere(
    monkeypatch: pytest.MonkeyPatch, setup: SetUp, tmp_path: Path
) -> None:
    monkeypatch.setattr(paths, "data_folder", lambda *_: tmp_path)
    stick = tmp_path / "stick"
    setup = written(setup, f'format = 1\ndata = "{stick}"\n')
    here = Context(SimpleNamespace(data=None, own=None), StillClock(), Random(7), {})

    with pytest.raises(NotFound, match=f"There is no folder {stick}, where {setup.path}"):
        assert here.data

    stick.mkdir()
    assert here.data == stick
    assert here.workshops.settings.folder == tmp_path


def test_where_there_is_no_file_all_is_as_usual(tmp_path: Path) -> None:
    assert read_settings(tmp_path) == Settings()
