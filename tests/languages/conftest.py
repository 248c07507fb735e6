"""The program in the made-up language, with its catalogue and content made anew."""

from collections.abc import Iterator
from contextlib import contextmanager
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


@contextmanager
def in_the_language(made_up: Path, patch: pytest.MonkeyPatch) -> Iterator[None]:
    """Let the program find the made-up language, and be asked to speak it."""
    patch.setattr(paths, "catalogues", lambda: made_up / "locale")
    patch.setattr(paths, "builtin_content", lambda: made_up / "exercises")
    patch.setenv("LANG", LANGUAGE)
    yield
    words.speak(NullTranslations())


@pytest.fixture
def tongue(made_up: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Program]:
    """The program, which speaks the made-up language."""
    with in_the_language(made_up, monkeypatch):
        yield Program(tmp_path / "data", monkeypatch)
