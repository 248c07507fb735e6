"""Exercises, programmes, readings, help lines in a language, and English behind it."""

from collections.abc import Sequence
from pathlib import Path

import pytest
from plain.support import Program
from support.choosing import moment
from support.couple import answering
from support.evening import SHIPPED, answer, asks, begin, drop, resume, workshop_of

from workshop import paths
from workshop.cards.choice import Choice
from workshop.content.library import Library
from workshop.core.course.session import Ask

BUILTIN = Path(str(paths.builtin_content()))


def in_other_words(
    folder: Path, name: str, language: str = "de", said: Sequence[tuple[str, str]] = ()
) -> None:
    """Write a built-in file anew in the folder of a language, with some of it said otherwise."""
    text = (BUILTIN / name).read_text(encoding="utf-8")
    for english, other in said:
        assert english in text
        text = text.replace(english, other)
    path = folder / language / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")


COMPROMISE = SHIPPED.exercise("compromise").title
TITLE = [(f'title = "{COMPROMISE}"', 'title = "Beide ein wenig"')]


@pytest.mark.parametrize("own", [True, False], ids=["one's own", "built-in"])
def test_an_exercise_in_the_language_goes_before_the_english_one(tmp_path: Path, own: bool) -> None:
    in_other_words(tmp_path, "compromise.toml", said=TITLE)
    (tmp_path / "compromise.toml").write_bytes((BUILTIN / "compromise.toml").read_bytes())

    def library(*languages: str) -> Library:
        return Library(BUILTIN, tmp_path, languages) if own else Library(tmp_path, None, languages)

    assert library("de").exercise("compromise").title == "Beide ein wenig"
    assert library("de_AT", "de").exercise("compromise").title == "Beide ein wenig"
    assert library("fr", "de").exercise("compromise").title == "Beide ein wenig"
    assert library().exercise("compromise").title == COMPROMISE
    assert library("fr").exercise("compromise").title == COMPROMISE


def test_what_is_not_there_in_the_language_is_there_in_english(tmp_path: Path) -> None:
    in_other_words(tmp_path, "compromise.toml", said=TITLE)

    library = Library(BUILTIN, tmp_path, ("de",))

    assert library.exercise_ids() == SHIPPED.exercise_ids()
    assert library.exercise("money") == SHIPPED.exercise("money")
    assert library.programme("essentials") == SHIPPED.programme("essentials")
    assert library.reading_names() == SHIPPED.reading_names()
    assert library.page("before-you-begin") == SHIPPED.page("before-you-begin")
    assert library.help_lines() == SHIPPED.help_lines()
    assert library.evening_words() == SHIPPED.evening_words()


def test_every_kind_of_content_is_looked_for_in_the_language(tmp_path: Path) -> None:
    programme, reading = SHIPPED.programme("essentials"), SHIPPED.reading("signs")
    note = SHIPPED.help_lines().note
    in_other_words(tmp_path, "programmes/essentials.toml", said=[(programme.title, "Das Nötige")])
    in_other_words(tmp_path, "readings/signs.md", said=[(f"# {reading.title}", "# Zeichen")])
    in_other_words(tmp_path, "help/lines.toml", said=[(note[:20], "Hinweis: ")])
    in_other_words(tmp_path, "evening/words.toml", said=[("Do you want to", "Wollt ihr")])
    (tmp_path / "de/readings/before-you-begin.md").write_text("# Vorher\n", encoding="utf-8")

    library = Library(tmp_path, None, ("de",))

    assert library.programme("essentials").title == "Das Nötige"
    assert library.reading("signs").title == "Zeichen"
    assert library.page("before-you-begin") == "# Vorher\n"
    assert library.help_lines().note.startswith("Hinweis: ")
    assert library.evening_words().opening.tonight.startswith("Wollt ihr")


def test_ones_own_goes_before_the_built_in_one_whatever_its_language(tmp_path: Path) -> None:
    builtin, own = tmp_path / "builtin", tmp_path / "own"
    in_other_words(builtin, "compromise.toml", said=TITLE)
    own.mkdir()
    (own / "compromise.toml").write_bytes((BUILTIN / "compromise.toml").read_bytes())

    library = Library(builtin, own, ("de",))

    assert library.exercise("compromise").title == COMPROMISE
    assert library.replaced() == ["compromise"]


def test_the_help_lines_and_the_first_page_are_never_ones_own(tmp_path: Path) -> None:
    note = SHIPPED.help_lines().note
    in_other_words(tmp_path, "help/lines.toml", said=[(note[:20], "Hinweis: ")])
    (tmp_path / "de" / "readings").mkdir()
    (tmp_path / "de/readings/before-you-begin.md").write_text("# Vorher\n", encoding="utf-8")

    library = Library(BUILTIN, tmp_path, ("de",))

    assert library.page("before-you-begin") == SHIPPED.page("before-you-begin")
    assert library.help_lines() == SHIPPED.help_lines()


@pytest.mark.parametrize(
    ("first", "then"), [((), ("de",)), (("de",), ())], ids=["begun in English", "begun in German"]
)
def test_an_exercise_is_ended_in_the_language_it_was_begun_in(
    tmp_path: Path, first: tuple[str, ...], then: tuple[str, ...]
) -> None:
    own, us = tmp_path / "own", tmp_path / "us"
    issue = ("Pick one thing you see differently.", "Nehmt etwas, das ihr verschieden seht.")
    in_other_words(own, "compromise.toml", said=[*TITLE, issue])
    desk = begin(us, workshop_of(["compromise"]), Library(BUILTIN, own, first))
    asked = next(one for one in asks(desk) if isinstance(one, Ask) and one.turn.id == "issue")
    drop(desk)

    again = resume(us, Library(BUILTIN, own, then))

    choice = again.ask()
    assert isinstance(choice, Choice)
    assert moment(choice) == "half done"
    assert not any("changed by its author" in line for line in choice.lines)
    answer(again, answering)
    assert again.ask() == asked
    assert issue[bool(first)] in asked.turn.prompt
    drop(again)


def test_one_that_its_author_changed_meanwhile_is_told_in_any_language(tmp_path: Path) -> None:
    own, us = tmp_path / "own", tmp_path / "us"
    issue = ("Pick one thing you see differently.", "Nehmt etwas, das ihr verschieden seht.")
    in_other_words(own, "compromise.toml", said=[issue])
    desk = begin(us, workshop_of(["compromise"]), Library(BUILTIN, own, ("de",)))
    next(one for one in asks(desk) if isinstance(one, Ask) and one.turn.id == "issue")
    drop(desk)
    in_other_words(own, "compromise.toml", said=[(issue[0], "Nehmt irgendetwas.")])

    again = resume(us, Library(BUILTIN, own, ("de",)))

    choice = again.ask()
    assert isinstance(choice, Choice)
    assert any("changed by its author" in line for line in choice.lines)
    drop(again)


def test_the_settings_choose_the_language_of_what_there_is_to_do(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    program = Program(tmp_path / "data", monkeypatch)
    in_other_words(tmp_path / "own", "compromise.toml", said=TITLE)
    program.data.mkdir()
    settings = f'format = 1\nlanguage = "de_AT"\nexercises = "{tmp_path / "own"}"\n'
    (program.data / "settings.toml").write_text(settings, encoding="utf-8")

    assert "compromise: Beide ein wenig, " in program("exercises").out


GERMAN = [
    *TITLE,
    ("Pick one thing you see differently.", "Man, he, never: etwas Kleines."),
]
"""Words that in English would be told to the author."""


@pytest.fixture
def program(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Program:
    return Program(tmp_path / "data", monkeypatch)


def test_the_words_of_a_translation_are_not_judged_as_english(
    program: Program, tmp_path: Path
) -> None:
    own = tmp_path / "own"
    in_other_words(own, "compromise.toml", said=GERMAN)
    (own / "compromise.toml").write_bytes((BUILTIN / "compromise.toml").read_bytes())

    assert program("check", str(own)).out == "2 files looked at: nothing is wrong.\n"

    (own / "de" / "compromise.toml").rename(own / "compromise.toml")

    assert '"man"' in program("check", str(own)).out


WHOLE = (BUILTIN / "compromise.toml").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("english", "other", "found"),
    [
        ('id = "first"', 'id = "zuerst"', 'step 1 "zuerst": in English this step has other'),
        ("seconds = 210", "seconds = 200", 'step 5 "circles": in English this step has other'),
        (WHOLE[WHOLE.rindex("[[steps]]") :], "", "it has 9 steps, and in English it has 10"),
    ],
)
def test_a_translation_that_is_another_exercise_is_told(
    program: Program, tmp_path: Path, english: str, other: str, found: str
) -> None:
    own = tmp_path / "own"
    in_other_words(own, "compromise.toml", said=[*TITLE, (english, other)])
    (own / "compromise.toml").write_bytes((BUILTIN / "compromise.toml").read_bytes())

    ran = program("check", str(own))

    assert ran.code == 1
    assert found in ran.out
