"""A copy of everything, in which changes are made, and tests are run within a limit."""

import os
import signal
import subprocess
import sys
import time
from contextlib import suppress
from dataclasses import dataclass
from importlib.util import cache_from_source
from pathlib import Path
from shutil import copytree, ignore_patterns
from xml.etree import ElementTree

LEFT_OUT = ignore_patterns(".*", "__pycache__", "*.egg-info")
"""Nothing of the environment, nor of what tools leave behind."""
PASSED, FAILED, NOT_IMPORTED = 0, 1, 2
"""What the tests end with: all passed, one failed, one could not even be imported."""


@dataclass(frozen=True)
class Ran:
    """How some tests ended.

    Attributes:
        code: what they ended with; None where the limit ended them.
        seconds: how long they took.
        failed: the first test that failed; empty where none did.
    """

    code: int | None
    seconds: float
    failed: str = ""


class Tree:
    """One copy. Nothing outside of it is written."""

    def __init__(self, root: Path, where: Path) -> None:
        """Make a copy of `root` in the folder `where`, which is ours alone."""
        self.root, self._where = where / "tree", where
        copytree(root, self.root, ignore=LEFT_OUT)

    def write(self, file: Path, source: str) -> None:
        """Put `source` into a module, of which nothing compiled stays."""
        (self.root / file).write_text(source, encoding="utf-8")
        with suppress(FileNotFoundError):
            Path(cache_from_source(str(self.root / file))).unlink()

    def run(self, tests: tuple[str, ...], limit: float, each: float) -> Ran:
        """Run `tests` until the first one fails.

        Args:
            tests: files of tests, or single ones.
            limit: after how many seconds all of it is ended.
            each: the same of each test, which then failed.
        """
        report = self._where / "report.xml"
        report.unlink(missing_ok=True)
        command = [sys.executable, "-m", "pytest", "-x", "-q", "-n0", "-p", "no:cacheprovider"]
        command += [f"--timeout={each:.0f}", f"--junitxml={report}"]
        command += [f"--basetemp={self._where / 'temporary'}", *tests]
        begun = time.monotonic()
        process = subprocess.Popen(
            command,
            cwd=self.root,
            env=self._environment(),
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            start_new_session=True,
        )
        try:
            code: int | None = process.wait(limit)
        except subprocess.TimeoutExpired:
            code = None
        finally:
            with suppress(ProcessLookupError):
                os.killpg(process.pid, signal.SIGKILL)  # and whatever it began
            process.wait()
        failed = _first_failed(report) if code in (FAILED, NOT_IMPORTED) else ""
        return Ran(code, time.monotonic() - begun, failed)

    def _environment(self) -> dict[str, str]:
        kept = {name: text for name, text in os.environ.items() if name != "EQUAL_SAY_LONG"}
        return {**kept, "PYTHONPATH": str(self.root)}


def _first_failed(report: Path) -> str:
    if not report.is_file():
        return ""
    for case in ElementTree.parse(report).iter("testcase"):
        if case.find("failure") is not None or case.find("error") is not None:
            return f"{case.get('classname', '').removeprefix('tests.')}.{case.get('name', '')}"
    return ""
