"""Any call to the disk fails, from the first word of the command line on: no crash comes of it."""

import errno
import os
from pathlib import Path

import pytest
from support.disks import CALLS
from support.effort import LONG

from workshop.system import System

from .support import Couple, Lines, Program

ANSWERED = {"This is not saved yet.": "1", "cannot be read just now": "1", "second window": "1"}


class Wrong:
    """Lets the call number `nth` of all fail, and each one after it until somebody mends it."""

    def __init__(self, patch: pytest.MonkeyPatch, nth: int, code: int, *, lasts: bool) -> None:
        self._left, self._code, self._lasts, self._is_wrong = nth, code, lasts, False
        self.failed: list[str] = []
        for name in CALLS:
            if name not in ("close", "real_path"):
                patch.setattr(System, name, self._asking(name))

    def mend(self) -> None:
        self._is_wrong = False

    def _asking(self, name: str) -> object:
        really = getattr(System, name)

        def asked(disk: System, *args: object) -> object:
            self._left -= 1
            if self._left == 0 or self._is_wrong:
                self._is_wrong = self._lasts
                self.failed.append(name)
                raise OSError(self._code, os.strerror(self._code))
            return really(disk, *args)

        return asked


@pytest.mark.parametrize("lasts", [False, True], ids=["once", "until it is mended"])
@pytest.mark.parametrize("code", [errno.EIO, errno.EACCES] if LONG else [errno.EIO])
def test_whatever_fails_line_by_line_is_told_and_no_crash(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, code: int, lasts: bool
) -> None:
    for nth in range(3, 100_000, 9 if LONG else 151):
        with monkeypatch.context() as patch:
            program = Program(tmp_path / str(nth), patch)
            disk = Wrong(patch, nth, code, lasts=lasts)
            couple = Couple()

            def reply(text: str, disk: Wrong = disk, couple: Couple = couple) -> Lines:
                if any(words in text for words in ANSWERED):
                    disk.mend()
                    return "1"
                return couple(text)

            ran = program.start(reply)
        told = "What you answered is still here" in ran.out or "second window" in ran.out
        assert ran.code == 0 if not ran.err else ran.code in (1, 3), f"{nth}: {ran.err}"
        assert "made a mistake" not in ran.err
        assert ran.code or "is closed" in ran.out
        assert told or ran.err or not disk.failed or not lasts
        if not disk.failed:
            break
    assert nth > 300
