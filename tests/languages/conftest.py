"""The program in the made-up language, with its catalogue and content made anew."""

from collections.abc import Iterator
from gettext import NullTranslations
from pathlib import Path

import pytest
from plain.support import Program

from workshop import paths, words

from .made_up import LANGUAGE, content, spoken, written


@pytest.fixture(scope="session")
def made_up(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the catalogue and the content of the made-up language."""
    folder = tmp_path_factory.mktemp("made-up")
    written(folder / "locale", spoken())
    content(folder / "exercises")
    return folder


@pytest.fixture
def _in_the_language(made_up: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    monkeypatch.setattr(paths, "catalogues", lambda: made_up / "locale")
    monkeypatch.setattr(paths, "builtin_content", lambda: made_up / "exercises")
    monkeypatch.setenv("LANG", LANGUAGE)
    yield
    words.speak(NullTranslations())


@pytest.fixture
def tongue(_in_the_language: None, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Program:
    """The program, which speaks the made-up language."""
    return Program(tmp_path / "data", monkeypatch)
