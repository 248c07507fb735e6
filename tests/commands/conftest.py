"""The program, with a data folder that nothing else knows, and one in which a pair has been."""

import shutil
from pathlib import Path

import pytest
from plain.support import ON_FRIDAYS, Couple, Program


@pytest.fixture
def program(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Program:
    return Program(tmp_path / "data", monkeypatch)


@pytest.fixture(scope="session")
def after_an_evening(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A data folder with a workshop called us, in which one clause is in force."""
    data = tmp_path_factory.mktemp("after-an-evening") / "data"
    couple = Couple(
        says={
            **ON_FRIDAYS,
            "In 4 weeks: ": "2",
        }
    )
    with pytest.MonkeyPatch.context() as patch:
        assert Program(data, patch).start(couple).code == 0
    return data


@pytest.fixture
def us(program: Program, after_an_evening: Path) -> Path:
    """The folder of that workshop, a copy of its own."""
    shutil.copytree(after_an_evening, program.data)
    return program.us
