"""The program in a process of its own, answered a line at a time, until it is killed or ends."""

import os
import re
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Self

PROMPT = b"> "
_OPTION = re.compile(r"^  (?:Enter|(\d+)): (.*)$", re.MULTILINE)
PREFERRED = (
    "I type it all the same",
    "Open both",
    "Tonight",
    "Go on",
    "Yes",
    "Write it anew",
    "Delete them",
    "No day for now",
    "Finish the evening",
)
"""What is chosen where Enter alone means nothing."""
MOST_LINES = 400


class Talk:
    """One conversation with the program.

    Attributes:
        heard: everything it printed, in order, one text for each line that was typed.
        sealed: everything that was typed sealed.
        waits: whether it waits for a line.
    """

    def __init__(self, data: Path, *argv: str) -> None:
        """Begin it, and wait until it asks for something."""
        temporary = data.parent / "temporary"
        temporary.mkdir(parents=True, exist_ok=True)
        environment = {
            **{
                name: os.environ[name]
                for name in ("PATH", "PYTHONPATH", "SYSTEMROOT")
                if name in os.environ
            },
            "HOME": str(data.parent),
            "TMPDIR": str(temporary),
            "WORKSHOP_DATA": str(data),
            "LANG": "C.UTF-8",
        }
        self._process = subprocess.Popen(
            [sys.executable, "-m", "workshop", *argv],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            env=environment,
        )
        self.heard: list[str] = []
        self.sealed: list[str] = []
        self._waiting: list[str] = []
        self.waits = True
        self.listen()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *error: object) -> None:
        self.kill()

    def listen(self) -> None:
        """Read what it prints until it waits for a line, or ends."""
        assert self._process.stdout is not None
        heard = b""
        while not (heard == PROMPT or heard.endswith(b"\n" + PROMPT)):
            some = os.read(self._process.stdout.fileno(), 65536)
            if not some:
                self.waits = False
                break
            heard += some
        self.heard.append(heard.decode())

    def type(self, line: str) -> None:
        """Type one line, and wait for nothing."""
        assert self._process.stdin is not None
        self._process.stdin.write(line.encode() + b"\n")
        self._process.stdin.flush()

    def next_line(self) -> str:
        """Return what this pair types now: they answer everything, and say yes to everything."""
        if not self._waiting:
            self._waiting = list(self._lines(self.heard[-1]))
        return self._waiting.pop(0)

    def kill(self) -> None:
        """Kill it, as `kill -9` does."""
        self._process.kill()
        self._process.communicate()

    def ended(self) -> int:
        """Return its exit code."""
        self._process.communicate()
        return self._process.returncode

    def _lines(self, heard: str) -> Sequence[str]:
        options = {label: key for key, label in _OPTION.findall(heard.rpartition("\n\n")[2])}
        if options and heard.splitlines()[-2].startswith("  "):
            chosen = next((label for label in options if label.startswith(PREFERRED)), None)
            return (options[chosen] if chosen else min(options.values()),)
        if "only a dot" not in heard:
            return ("",)
        if "seal" not in heard:
            return "Something.", "."
        self.sealed.append(f"SEALED {len(self.sealed)} {os.urandom(8).hex()}")
        return self.sealed[-1], "."
