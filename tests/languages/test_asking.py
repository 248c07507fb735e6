"""Which language is spoken: what the environment or the settings ask for, and else English."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from plain.support import Program

from workshop import paths, words
from workshop.content import countries
from workshop.words import NullTranslations, asked_for, catalogue, languages

from .made_up import LANGUAGE, in_brackets, spoken, written

NOTHING_YET = "There is no workshop in"


@pytest.fixture
def tongues(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """The folder of catalogues, with the made-up language in it."""
    folder = written(tmp_path / "locale", spoken())
    monkeypatch.setattr(paths, "catalogues", lambda: folder)
    yield folder
    words.speak(NullTranslations())


@pytest.fixture
def program(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Program:
    return Program(tmp_path / "data", monkeypatch)


@pytest.mark.parametrize(
    ("said", "wanted"),
    [
        ("de", ("de",)),
        ("de_AT.UTF-8", ("de_AT", "de")),
        ("pt-BR", ("pt_BR", "pt")),
        ("sr_RS.UTF-8@latin", ("sr_RS@latin", "sr@latin", "sr_RS", "sr")),
        ("fr:de", ("fr", "de")),
        ("fr:en:de", ("fr",)),
        ("C", ()),
        ("C.UTF-8", ()),
        ("POSIX", ()),
        ("en_GB.UTF-8", ()),
        ("", ()),
        ("../../etc", ()),
        ("/tmp", ()),
        ("..", ()),
        ("d\0e", ()),
    ],
)
def test_a_language_is_asked_for_as_everywhere(said: str, wanted: tuple[str, ...]) -> None:
    assert asked_for(said) == wanted


def test_the_first_of_the_environment_that_says_anything_is_heard() -> None:
    assert languages({"LANG": "de", "LC_MESSAGES": "fr"}) == ("fr",)
    assert languages({"LANG": "de", "LC_ALL": "it", "LC_MESSAGES": "fr"}) == ("it",)
    assert languages({"LANG": "de", "LC_ALL": "it", "LANGUAGE": "nl"}) == ("nl",)
    assert languages({"LANG": "de", "LC_ALL": ""}) == ("de",)
    assert languages({}) == ()


@pytest.mark.parametrize("name", ["LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG"])
def test_the_program_speaks_the_language_of_the_environment(
    program: Program, tongues: Path, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    monkeypatch.setenv(name, f"{LANGUAGE}_XX.UTF-8")

    assert program("list").out.startswith(in_brackets(NOTHING_YET)[:-1])


def test_the_help_of_the_command_line_does_too(
    program: Program, tongues: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("LANG", LANGUAGE)

    assert in_brackets("saved workshops") in program("--help").out


def test_what_was_spoken_before_is_forgotten(
    program: Program, tongues: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("LANG", LANGUAGE)
    program("list")
    monkeypatch.setenv("LANG", "en")

    assert program("list").out.startswith(NOTHING_YET)


def set_to(program: Program, settings: str) -> None:
    program.data.mkdir(exist_ok=True)
    (program.data / "settings.toml").write_text(settings, encoding="utf-8")


@pytest.mark.usefixtures("tongues")
def test_the_settings_go_before_the_environment(
    program: Program, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("LANG", "en_GB.UTF-8")
    set_to(program, f'format = 1\nlanguage = "{LANGUAGE}"\n')

    assert program("list").out.startswith(f"⟦{NOTHING_YET}")

    monkeypatch.setenv("LANG", LANGUAGE)
    set_to(program, 'format = 1\nlanguage = "en"\n')

    assert program("list").out.startswith(NOTHING_YET)


@pytest.mark.usefixtures("tongues")
@pytest.mark.parametrize("wrong", ["5", "[1]", '""', '"xx"', '"../../.."', '"Deutsch, bitte"'])
def test_a_wrong_language_in_the_settings_stops_nothing(program: Program, wrong: str) -> None:
    set_to(program, f"format = 1\nlanguage = {wrong}\n")

    ran = program("exercises")

    assert (ran.code, ran.err) == (0, "")
    assert "compromise: " in ran.out


@pytest.mark.usefixtures("tongues")
@pytest.mark.parametrize("settings", ["language = ", "\x00", "[" * 9000])
def test_settings_that_are_no_toml_keep_no_command_from_its_work_that_needs_none_of_them(
    program: Program, settings: str
) -> None:
    set_to(program, settings)

    assert program("list").out.startswith(NOTHING_YET)


def test_a_language_that_is_not_there_is_english(tmp_path: Path) -> None:
    assert catalogue(("de_AT", "de"), tmp_path).gettext("Quit") == "Quit"


def test_the_next_language_says_what_the_first_does_not(tmp_path: Path) -> None:
    folder = written(tmp_path, spoken())
    only = spoken()
    for message in list(only):
        if message.id and message.id != "Quit":
            only.delete(message.id)
    only["Quit"].string = "Beenden"
    written(folder, only, "de")

    found = catalogue(("de", LANGUAGE), folder)

    assert found.gettext("Quit") == "Beenden"
    assert found.gettext("Readings") == in_brackets("Readings")
    assert found.gettext("Nobody says this.") == "Nobody says this."


@pytest.mark.parametrize("data", [b"", b"\x00" * 40, b"\xde\x12\x04\x95\xff\xff\xff\xff" * 9])
def test_a_broken_catalogue_stops_nothing(tmp_path: Path, data: bytes) -> None:
    file = written(tmp_path, spoken()) / LANGUAGE / "LC_MESSAGES" / "equal-say.mo"
    file.write_bytes(data)

    assert catalogue((LANGUAGE,), tmp_path).gettext("Quit") == "Quit"


@pytest.mark.parametrize(
    "slip", ["{nmae} liest", "{name liest", "{name:d} liest", "{} liest", "{name.a} liest"]
)
def test_a_sentence_that_cannot_be_filled_in_stays_english(tmp_path: Path, slip: str) -> None:
    folder = written(tmp_path, spoken({"{name} reads": slip}))

    assert catalogue((LANGUAGE,), folder).gettext("{name} reads") == "{name} reads"


def test_a_language_may_write_numbers_in_its_own_way(tmp_path: Path) -> None:
    said = "{key} has {count:,} characters and may have {limit:,}."
    folder = written(tmp_path, spoken({said: "{key}: {count} Zeichen, höchstens {limit}."}))

    found = catalogue((LANGUAGE,), folder).gettext(said)

    assert found.format(key="x", count=5000, limit=4000) == "x: 5000 Zeichen, höchstens 4000."


def test_a_country_is_named_in_the_language_that_is_spoken(tmp_path: Path) -> None:
    assert countries.called("CZ") == "Czechia"

    words.speak(catalogue(("de",), written(tmp_path, spoken(language="de"), "de")))
    try:
        assert countries.called("CZ") == "Tschechien"
    finally:
        words.speak(NullTranslations())


@pytest.mark.parametrize("slip", ["%d %d", "nichts", "%(more)s %s"])
def test_nor_does_a_slip_in_what_the_command_line_says(
    program: Program, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, slip: str
) -> None:
    folder = written(tmp_path / "locale", spoken({"unrecognized arguments: %s": slip}))
    monkeypatch.setattr(paths, "catalogues", lambda: folder)
    monkeypatch.setenv("LANG", LANGUAGE)

    ran = program("before", "me")
    words.speak(NullTranslations())

    assert ran.code == 2
    assert "unrecognized arguments: me" in ran.err
