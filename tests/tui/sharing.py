"""What takes a while and several tests look at is made once, by whichever process asks first."""

import asyncio
import contextlib
import os
import pickle
from collections.abc import Callable, Coroutine
from pathlib import Path
from typing import Any, TypeVar

import pytest
from filelock import FileLock

T = TypeVar("T")


def once(
    tmp_path_factory: pytest.TempPathFactory, making: Callable[[], Coroutine[Any, Any, T]]
) -> T:
    """Return what `making` returns; where tests run in several processes, the others read it."""
    name = making.__name__.strip("_")
    folder = tmp_path_factory.mktemp(name)
    if "PYTEST_XDIST_WORKER" not in os.environ:
        return _made(making, folder)
    note = tmp_path_factory.getbasetemp().parent / f"{name}.pickle"
    with FileLock(f"{note}.lock"):
        if not note.exists():
            note.write_bytes(pickle.dumps(_made(making, folder)))
        made: T = pickle.loads(note.read_bytes())
    return made


def _made(making: Callable[[], Coroutine[Any, Any, T]], folder: Path) -> T:
    with contextlib.chdir(folder):  # so that paths on the screen are short
        return asyncio.run(making())
