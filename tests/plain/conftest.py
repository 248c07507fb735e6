"""The program, with a data folder that nothing else knows."""

from pathlib import Path

import pytest

from .support import Program


@pytest.fixture
def program(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Program:
    return Program(tmp_path / "data", monkeypatch)
