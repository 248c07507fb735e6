"""A closed window, an interrupt, an end, a rest: raised where we wait, and not in a save."""

import os
import signal
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from types import FrameType
from typing import NoReturn, TypeVar

T = TypeVar("T")

NAMES = ("SIGHUP", "SIGINT", "SIGTERM")
RESTS = ("SIGTSTP", "SIGCONT")
"""To rest for a while, and to go on: not every system has them."""
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


class Suspended(Exception):
    """A signal asks us to rest, or woke us: whoever looks now may be somebody else.

    Attributes:
        rests: whether there is still to rest.
    """

    def __init__(self, *, rests: bool) -> None:
        super().__init__()
        self.rests = rests


class Signals:
    """Catches the signals that stop a program, and raises them where it waits."""

    def __init__(self) -> None:
        self._code: int | None = None
        self._waiting = False
        self._suspended: Suspended | None = None
        self._is_resting = False

    @contextmanager
    def caught(self) -> Iterator[None]:
        """Catch the signals inside, and put the old handlers back afterwards.

        Once one came, those that follow are ignored: a window that closes sends two, and the second
        would end us on the way out.
        """
        old = {
            number: signal.signal(number, catch)
            for names, catch in ((NAMES, self._note), (RESTS, self._note_rest))
            for name in names
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
            Stopped: a signal to stop came, now or since the last wait.
            Suspended: the same of one to rest.
        """
        try:
            self._waiting = True
            self.check()
            return read()
        finally:
            self._waiting = False

    def check(self) -> None:
        """Raise what came."""
        if self._code is not None:
            raise Stopped(self._code)
        suspended, self._suspended = self._suspended, None
        if suspended is not None:
            raise suspended

    def rest(self) -> None:
        """Rest until somebody wakes us."""
        self._is_resting = True
        os.kill(os.getpid(), signal.SIGSTOP)

    def hang_up(self) -> NoReturn:
        """Raise Stopped as SIGHUP does: the window is gone before its signal comes."""
        self._code = self._code or 128 + HANGUP
        raise Stopped(self._code)

    def _note(self, number: int, frame: FrameType | None) -> None:  # noqa: ARG002  its signature
        self._code = 128 + number
        if self._waiting:
            raise Stopped(self._code)

    def _note_rest(self, number: int, frame: FrameType | None) -> None:  # noqa: ARG002
        if number == signal.SIGCONT and self._is_resting:
            self._is_resting = False  # we know
            return
        self._suspended = Suspended(rests=number == signal.SIGTSTP)
        if self._waiting:
            self.check()
