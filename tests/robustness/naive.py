"""The control: a program that opens a file and writes into it. It must be seen to fail."""

import os
from pathlib import Path

from workshop.errors import NotSaved
from workshop.system import SYSTEM, System


def naive_save(path: Path, data: bytes, system: System = SYSTEM) -> None:
    """What `path.open("wb").write(data)` does."""
    try:
        descriptor = system.open(path, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
        try:
            while data:
                data = data[system.write(descriptor, memoryview(data)) :]
        finally:
            system.close(descriptor)
    except OSError as error:
        raise NotSaved("not saved") from error
