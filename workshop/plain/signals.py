"""A closed window, an interrupt, a terminate signal: raised where we wait, not in a save."""

import signal
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from types import FrameType
from typing import NoReturn, TypeVar

T = TypeVar("T")

NAMES = ("SIGHUP", "SIGINT", "SIGTERM")
HANGUP = 1
"""The number of SIGHUP, which not every system has."""


class Stopped(BaseException):
    """A signal asks us to stop.

    Attributes:
        code: the exit code, 128 and the signal's number.
    """

    def __init__(self, code: int) -> None:
        super().__init__(code)
        self.code = code


class Signals:
    """Catches the signals that stop a program, and raises them where it waits."""

    def __init__(self) -> None:
        self._code: int | None = None
        self._waiting = False

    @contextmanager
    def caught(self) -> Iterator[None]:
        """Catch the signals inside, and put the old handlers back afterwards.

        Once one came, those that follow are ignored: a window that closes sends two, and the second
        would end us on the way out.
        """
        old = {
            number: signal.signal(number, self._note)
            for name in NAMES
            if (number := getattr(signal, name, None)) is not None
        }
        try:
            yield
        finally:
            for number, handler in old.items():
                signal.signal(number, handler if self._code is None else signal.SIG_IGN)

    def wait(self, read: Callable[[], T]) -> T:
        """Return what `read` returns.

        Raises:
            Stopped: a signal came, now or since the last wait.
        """
        try:
            self._waiting = True
            self.check()
            return read()
        finally:
            self._waiting = False

    def check(self) -> None:
        """Raise Stopped if a signal came."""
        if self._code is not None:
            raise Stopped(self._code)

    def hang_up(self) -> NoReturn:
        """Raise Stopped as SIGHUP does: the window is gone before its signal comes."""
        self._code = self._code or 128 + HANGUP
        raise Stopped(self._code)

    def _note(self, number: int, frame: FrameType | None) -> None:  # noqa: ARG002  its signature
        self._code = 128 + number
        if self._waiting:
            raise Stopped(self._code)
